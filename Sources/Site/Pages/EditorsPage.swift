import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let editors = PageKind(
    "editors", EditorsPage.view, at: EditorsPage.entrance, where: { $0.site.publishesEditorsPage },
    page: EditorsPage.init(of:))
}

/// The page for editors: what the checks found and what was waived, with the reasons.
struct EditorsPage: FramedPage {
  let frame: PageFrame

  /// How many findings the page lists; a register with more is better served by `findings check`.
  static let limit = 200

  static let view = View<EditorsPage>(
    page: "EditorsPage", "The page for editors.",
    [
      .text("tally", "How many errors, warnings and notices stand, and how many were waived.") {
        tally(of: $0)
      },
      .list("standing", "What the checks found and nobody waived.", diagnosticView) {
        Array($0.frame.site.diagnostics.sorted().sorted(by: isMoreUrgent).prefix(limit))
      },
      .number("left-out", "How many the list leaves out; absent where none.") {
        let count = $0.frame.site.diagnostics.count
        return count > limit ? count - limit : nil
      },
      .list("waived", "What editors accept, with the reasons.", waivedView) { page in
        page.frame.site.waived.sorted { $0.diagnostic < $1.diagnostic }
          .map { WaivedModel(waived: $0, site: page.frame.site) }
      },
    ])

  static let entrance = PageFrame.Crumb(title: "For editors", path: "editors/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance, summary: "What the checks found when this site was made.", site: site)
  }

  /// Errors before warnings before notices, each in the order of all output.
  private static func isMoreUrgent(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    left.level != right.level ? left.level > right.level : left < right
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
      + "; \(NumberWords.words(page.frame.site.waived.count)) waived"
  }

  private struct WaivedModel: Sendable {
    let waived: WaivedDiagnostic
    let site: SiteContext
  }

  private static let waivedView = View<WaivedModel>(
    "WaivedDiagnostic", "What a check found and editors accept.",
    [
      .record("finding", "What the check found.", diagnosticView) { $0.waived.diagnostic },
      .html("reason", "Why it is accepted.") { model in
        model.site.text(
          model.waived.waiver.reason, in: scope(of: model.waived.record, in: model.site.register))
      },
      .text("by", "Who decided.") { $0.waived.waiver.by },
      .text("date", "When, in words.") { DateWords.words($0.waived.waiver.date) },
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

  /// What short references in a record's reasons mean.
  private static func scope(of record: RecordKey, in register: Register) -> ReferenceScope {
    let scope: ReferenceScope? =
      switch record.collection {
      case .reports: register.reports[ID(record.id)].map { ReferenceScope($0) }
      case .responses: register.responses[ID(record.id)].map { ReferenceScope($0, in: register) }
      case .frameworks: register.frameworks[ID(record.id)].map { ReferenceScope($0) }
      case .glossary: register.glossary[ID(record.id)].map { ReferenceScope($0) }
      case .organisations, .areas, .coverage, .pages: nil
      }
    return scope ?? ReferenceScope(record)
  }
}
