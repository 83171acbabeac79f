import Diagnostics
import HTML
import Inspections

/// An area's history as the ordered list that stands beside the drawing, folded as that is: what a
/// report asked for, and when it was due, belongs to the report.
struct AreaEntries: TextScope {
  let overview: AreaOverview
  let site: SiteContext
  private let folds: [ReportID: AskedFold]

  init(overview: AreaOverview, site: SiteContext) {
    self.overview = overview
    self.site = site
    folds = Dictionary(
      AskedFold.all(of: overview).map { ($0.report.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private var register: Register { site.register }
  private var area: Area { overview.area }
  private var noun: String { AreaWords.noun(area) }

  var scope: ReferenceScope { ReferenceScope(area.key) }

  /// The entries in order of time: an unknown beginning first, what has no date at the end.
  func entries() -> [TimelineEntry] {
    let today = site.now.day
    var opening: [TimelineEntry] = []
    var past: [TimelineEntry] = []
    var future: [TimelineEntry] = []
    var undated: [TimelineEntry] = []
    for event in overview.history.events {
      guard let entry = entry(for: event) else { continue }
      switch (event.date, event.kind) {
      case (nil, .began): opening.append(entry)
      case (nil, _): undated.append(entry)
      case (let date?, _):
        if date.latest <= today { past.append(entry) } else { future.append(entry) }
      }
    }
    return opening + past + undated + [.today(said: lastHeld)] + future
  }

  /// When the latest report came out, as far as their dates tell.
  private var lastHeld: String {
    let dated = overview.reports.compactMap { report in report.asked.map { (report, $0) } }
    guard let (last, _) = dated.max(by: { $0.1.latest < $1.1.latest }) else {
      return overview.reports.isEmpty
        ? "no report on this area is held." : "no dated report on this area is held."
    }
    let told =
      last.published.known().map { "was published \(DueWords.at($0))" }
      ?? "is \(ReportWords.ofTime(last))"
    return dated.count < overview.reports.count
      ? "of the reports held on this area that have a date, the latest \(told)."
      : "the latest report held on this area \(told)."
  }

  private func entry(for event: AreaEvent) -> TimelineEntry? {
    switch event.kind {
    case .began(let predecessors): began(event.date, predecessors)
    case .ended(let successors): ended(event.date, successors)
    case .reported(let report): register.reports[report].map { reported(event.date, $0) }
    case .runBy(let body): runBy(body, event.date)
    case .scaleChanged(let old, let new): scaleChanged(event.date, from: old, to: new)
    case .covered(let account):
      register.coverage[account].map { account in
        var entry = TimelineEntry(event.date, lead: AreaRowWords.press)
        entry.said = ": \(account.outlet.value), "
        entry.links = [site.link(account.key)]
        return entry
      }
    }
  }

  private func began(
    _ date: AreaEvent.When?, _ predecessors: Lineage.Relatives<Area>
  ) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "The \(noun) begins.")
    switch predecessors {
    case .known(let ids):
      entry.said = " It takes the place of "
      entry.links = ids.map { site.link($0) }
    case .unknown: entry.unknown = "What it replaced is not known."
    case .notRecorded: break
    }
    entry.remark = text(area.life.fromNote)
    return entry
  }

  private func ended(
    _ date: AreaEvent.When?, _ successors: Lineage.Relatives<Area>
  ) -> TimelineEntry {
    var entry = TimelineEntry(
      date, lead: date == nil ? "End of the \(noun): not known." : "The \(noun) ends.")
    switch successors {
    case .known(let ids):
      entry.said = " What follows is "
      entry.links = ids.map { site.link($0) }
    case .unknown, .notRecorded: entry.unknown = "Successor: not known."
    }
    entry.remark = text(area.life.toNote)
    entry.isBreak = date != nil
    return entry
  }

  private func runBy(_ body: OrganisationID, _ date: AreaEvent.When?) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "Run by ")
    entry.links = [site.link(body)]
    return entry
  }

  private func scaleChanged(
    _ date: AreaEvent.When?, from old: FrameworkID, to new: FrameworkID
  ) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "The scale changes")
    entry.said = ". \(ScaleWords.comparison(of: old, and: new, in: register)) Before and after: "
    entry.links = [site.link(old), site.link(new)]
    entry.isBreak = true
    return entry
  }

  private func reported(_ date: AreaEvent.When?, _ report: Report) -> TimelineEntry {
    ReportEntry(
      report: report, on: area.id, asked: folds[report.id], site: site
    ).entry(date)
  }
}
