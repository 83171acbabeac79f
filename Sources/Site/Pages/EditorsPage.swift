import Diagnostics
import HTML
import Inspections
import Templates

/// The page for editors: what the checks found and what was waived, with the reasons.
struct EditorsPage: Sendable {
  let frame: PageFrame
  let waivers: [WaiverPlace]

  /// A waiver with the record it stands in.
  struct WaiverPlace: Sendable {
    let waiver: Waiver
    let file: String
    let scope: ReferenceScope
  }

  static let view = View<EditorsPage>(
    "EditorsPage", "The page for editors.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .text("tally", "How many errors, warnings and notices stand, and how many were waived.") {
        tally(of: $0)
      },
      .list("standing", "What the checks found and nobody waived.", diagnosticView) {
        $0.frame.site.diagnostics
      },
      .flag("has-standing", "Whether there is any.") { !$0.frame.site.diagnostics.isEmpty },
      .list("waived", "What editors accept, with the reasons.", waiverView) { page in
        page.waivers.map { WaiverModel(place: $0, site: page.frame.site) }
      },
      .flag("has-waived", "Whether there is any.") { !$0.waivers.isEmpty },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    guard site.register.site.publishesEditorsPage else { return [] }
    return [
      PlannedPage(path: "editors/", kind: .editors) {
        view.record(
          of: EditorsPage(
            frame: PageFrame(
              title: "For editors", summary: "What the checks found when this site was made.",
              path: "editors/", breadcrumbs: [.home], site: site),
            waivers: waivers(in: site.register)))
      }
    ]
  }

  private static func tally(of page: EditorsPage) -> String {
    let diagnostics = page.frame.site.diagnostics
    func count(_ level: Level) -> Int { diagnostics.count { $0.level == level } }
    let words = [
      NumberWords.count(count(.error), "error", "errors"),
      NumberWords.count(count(.warning), "warning", "warnings"),
      NumberWords.count(count(.notice), "notice", "notices"),
    ]
    return NumberWords.capitalised(NumberWords.list(words))
      + "; \(NumberWords.words(page.waivers.count)) waived"
  }

  private struct WaiverModel: Sendable {
    let place: WaiverPlace
    let site: SiteContext
  }

  private static let waiverView = View<WaiverModel>(
    "Waiver", "A finding that editors accept.",
    [
      .text("check", "The check that is set aside.") { $0.place.waiver.check.value },
      .text("file", "The file it stands in.") { $0.place.file },
      .text("subject", "The paragraph or the field it is set aside for; may be empty.") {
        let waiver = $0.place.waiver
        return waiver.paragraph.map { "paragraph \($0.value)" } ?? waiver.field?.value ?? ""
      },
      .html("reason", "Why.") { model in
        var filler = BodyFiller(site: model.site, manner: .brief)
        return filler.html(model.place.waiver.reason, in: model.place.scope)
      },
      .text("by", "Who decided.") { $0.place.waiver.by },
      .text("date", "When, in words.") { DateWords.words($0.place.waiver.date) },
    ])

  private static let diagnosticView = View<Diagnostic>(
    "EditorDiagnostic", "What a check found.",
    [
      .text("check", "The check.") { $0.check.name },
      .text("level", "How much it matters: error, warning or notice.") { $0.level.rawValue },
      .text("file", "The file it is about.") { $0.primary.span.file.path },
      .text("subject", "The paragraph or the field it is about; may be empty.") { diagnostic in
        switch diagnostic.subject {
        case .paragraph(let number): "paragraph \(number)"
        case .field(let field): field
        case nil: ""
        }
      },
      .text("message", "What it says.") { $0.message },
    ])

  private static func waivers(in register: Register) -> [WaiverPlace] {
    let places =
      places(register.organisations) { ReferenceScope(RecordKey(.organisations, $0.id.name)) }
      + places(register.frameworks) { ReferenceScope($0) }
      + places(register.areas) { ReferenceScope(RecordKey(.areas, $0.id.name)) }
      + places(register.reports) { ReferenceScope($0) }
      + places(register.responses) { ReferenceScope($0, in: register) }
      + places(register.coverage) { ReferenceScope(RecordKey(.coverage, $0.id.name)) }
      + places(register.glossary) { ReferenceScope($0) }
      + places(register.pages) { ReferenceScope(RecordKey(.pages, $0.id.name)) }
    return places
  }

  private static func places<Stored: Record>(
    _ shelf: Shelf<Stored>, _ scope: (Stored) -> ReferenceScope
  ) -> [WaiverPlace] {
    shelf.records.flatMap { record in
      record.header.waivers.map {
        WaiverPlace(waiver: $0, file: record.header.file.path, scope: scope(record))
      }
    }
  }
}
