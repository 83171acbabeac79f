import Inspections
import Templates

/// What an area replaced, or what replaced it, with the history of each one step away.
struct RelativesView: Sendable {
  let relatives: [Relative]
  let isUnknown: Bool
  /// Whether the area still exists, so that nothing can follow.
  let exists: Bool

  init(_ relatives: Lineage.Relatives<Area>, in site: SiteContext, exists: Bool = false) {
    self.exists = exists
    switch relatives {
    case .known(let ids):
      self.relatives = ids.map { Relative(id: $0, site: site) }
      isUnknown = false
    case .unknown:
      self.relatives = []
      isUnknown = true
    case .notRecorded:
      self.relatives = []
      isUnknown = false
    }
  }

  static let view = View<RelativesView>(
    "Relatives", "What an area replaced, or what replaced it.",
    [
      .list("areas", "The areas.", Relative.view) { $0.relatives },
      .flag("is-unknown", "Whether there were some and nobody says which.") { $0.isUnknown },
      .flag("is-not-recorded", "Whether the register says nothing of them.") {
        $0.relatives.isEmpty && !$0.isUnknown && !$0.exists
      },
      .flag("is-open", "Whether the area still exists, so that nothing follows it.") {
        $0.exists && $0.relatives.isEmpty && !$0.isUnknown
      },
    ])

  /// An area that came before or after.
  struct Relative: Sendable {
    let id: AreaID
    let site: SiteContext

    private var area: Area? { site.register.areas[id] }
    private var reports: [Report] { site.register.reportsInOrder(of: id) }

    static let view = View<Relative>(
      "Relative", "An area that came before or after.",
      [
        .text("title", "Its name.") { AreaWords.name($0.id, in: $0.site.register) },
        .language { $0.area?.titleLanguage ?? "" },
        .address("link", "Its page; absent where the register has none.") { relative in
          relative.area.map { relative.site.addresses.link(.area($0.id, anchor: nil)) }
        },
        .address("history", "Its history; absent where the register has none.") { relative in
          relative.area.map { relative.site.addresses.link(.area($0.id, anchor: "area.history")) }
        },
        .text("life", "When it began and ended.") {
          $0.area.map { LifeWords.words($0.life) } ?? ""
        },
        .text("held", "What the register holds on it.") { relative in
          let reports = relative.reports
          let asked = reports.map(\.recommendations.count).reduce(0, +)
          let term = ReportWords.term(of: reports.filter(\.asks), in: relative.site.register)
          return NumberWords.count(reports.count, "report", "reports")
            + (asked > 0 ? ", \(NumberWords.count(asked, term.one, term.many))" : "")
        },
      ])
  }
}
