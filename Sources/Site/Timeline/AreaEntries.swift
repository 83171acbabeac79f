import Diagnostics
import HTML
import Inspections

/// An area's history as the ordered list that stands beside the drawing.
struct AreaEntries: TextScope {
  let overview: AreaOverview
  let site: SiteContext

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
      switch (event.place, event.kind) {
      case (nil, .began): opening.append(entry)
      case (nil, _): undated.append(entry)
      case (let days?, _):
        if days.upperBound <= today { past.append(entry) } else { future.append(entry) }
      }
    }
    return opening + past + undated + [.today(of: site, said: lastHeld)] + future
  }

  private var lastHeld: String {
    guard let last = overview.reports.compactMap(\.asked).max(by: { $0.latest < $1.latest }) else {
      return "No dated report on this area is held."
    }
    return site.now.day.number - last.latest.number > TimelineAxis.quietDays
      ? "No report on this area after \(DateWords.words(last)) is held." : ""
  }

  private func entry(for event: AreaEvent) -> TimelineEntry? {
    switch event.kind {
    case .began(let predecessors): began(event.date, predecessors)
    case .ended(let successors): ended(event.date, successors)
    case .fieldwork(let report):
      self.report(report).map { report in
        var entry = TimelineEntry(event.date, lead: "Inspectors at work")
        entry.said = " for "
        entry.links = [link(to: report)]
        return entry
      }
    case .published(let report): self.report(report).map { published(event.date, $0) }
    case .followedUp(let report): self.report(report).map { followedUp(event.date, $0) }
    case .due(let report, let numbers, let due):
      self.report(report).map { self.due(event.date, $0, numbers, due) }
    case .runBy(let body):
      runBy(body, event.date)
    case .scaleChanged(let old, let new): scaleChanged(event.date, from: old, to: new)
    case .covered(let account):
      register.coverage[account].map { account in
        var entry = TimelineEntry(event.date, lead: "In the news")
        entry.said = ": \(account.outlet.value), "
        entry.links = [
          RecordLink(
            title: account.title.value.plain, link: site.addresses.link(.coverage(account.id)))
        ]
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

  private func formWords(_ report: Report) -> String {
    switch report.form {
    case .full, .digest: ""
    case .knownOf: " The report itself is not held."
    case .restricted: " Its text may not be published."
    }
  }

  private func runBy(_ body: OrganisationID, _ date: AreaEvent.When?) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "Run by ")
    entry.links = [site.link(body)]
    return entry
  }

  private func published(_ date: AreaEvent.When?, _ report: Report) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: report.title.value.plain)
    entry.link = site.addresses.link(.report(report.id, anchor: nil))
    let asked = ReportWords.asked(by: report, in: register).map { ": \($0)" } ?? ""
    entry.said = " published\(asked)."
    if report.status == .withdrawn { entry.said += " Withdrawn since." }
    entry.said += formWords(report)
    if register.expectsOverall(report) {
      entry.markName = "Overall grade: "
      entry.mark = ReportWords.overallMark(of: report, in: register)
    }
    if let tally = TallyWords.judgements(of: report, on: area.id, in: register) {
      entry.workedOut = "counted from the judgements: \(tally)"
    } else if let only = TallyWords.only(of: report, in: register) {
      entry.said += " \(only)."
    }
    if date == nil { entry.unknown = "When it was published is not known." }
    return entry
  }

  /// A visit's report; of a report that does more, what it says of what was asked before.
  private func followedUp(_ date: AreaEvent.When?, _ visit: Report) -> TimelineEntry {
    var entry: TimelineEntry
    if visit.isVisit {
      entry = TimelineEntry(date, lead: visit.title.value.plain)
      entry.link = site.addresses.link(.report(visit.id, anchor: nil))
      entry.said = " published."
      entry.said += formWords(visit)
    } else {
      entry = TimelineEntry(date, lead: "Followed up")
      entry.said = " by "
      entry.links = [link(to: visit)]
    }
    entry.mark = FollowUpWords.overall(of: visit, in: register)
    if !entry.mark.isEmpty { entry.markName = "Recorded overall: " }
    let followed = VisitWords(of: visit, askedBy: overview.reports, in: site)
    entry.workedOut = [followed.tally, followed.pastDue].compactMap { $0 }.joined(separator: "; ")
    if !entry.workedOut.isEmpty { entry.workedOut = "counted from its items: \(entry.workedOut)" }
    entry.unknown = followed.closesNothing ?? ""
    return entry
  }

  private func due(
    _ date: AreaEvent.When?, _ report: Report, _ numbers: [PrintedNumber], _ due: DueDate
  ) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "Due")
    let term = ReportWords.term(of: report, in: register)
    entry.said = ": \(numbers.count == 1 ? term.one : term.many) "
    entry.links = numbers.map {
      RecordLink(title: "\($0)", link: site.addresses.link(.recommendation(report.id, $0)))
    }
    entry.workedOut = DueWords.workedOut(due) ?? ""
    entry.remark = HTMLFragment(text: DueWords.recordedSentence(due, in: register))
    if let end = area.life.to.known(), due.date.isCertainlyAfter(end),
      register.isOrphaned(area.id, on: site.now.day)
    {
      entry.unknown = "The \(noun) had ended. What became of this is not known."
    }
    return entry
  }

  private func scaleChanged(
    _ date: AreaEvent.When?, from old: FrameworkID, to new: FrameworkID
  ) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: "The scale changes")
    entry.said = ". \(ScaleWords.comparison(of: old, and: new, in: register)) From and to: "
    entry.links = [site.link(old), site.link(new)]
    entry.isBreak = true
    return entry
  }

  private func report(_ id: ReportID) -> Report? { register.reports[id] }

  private func link(to report: Report) -> RecordLink {
    RecordLink(
      title: report.title.value.plain, link: site.addresses.link(.report(report.id, anchor: nil)))
  }
}

extension HTMLFragment {
  /// Text as HTML.
  init(text: String) {
    var buffer = HTMLBuffer()
    buffer.text(text)
    self = buffer.fragment()
  }
}
