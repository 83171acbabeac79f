import HTML
import Inspections

/// A recommendation's own small timeline: one row, and the same as a list.
struct RecommendationTimeline {
  let followed: RecommendationHistory
  let site: SiteContext

  private var register: Register { site.register }
  private var report: Report { followed.report }

  /// Of more areas that ended than this the last are named, and the others counted.
  private static let mostEnds = 3

  /// The areas' ends that matter, in order of time: known, and not before the recommendation was made.
  private var ends: [(area: Area, date: PartialDate)] {
    report.areas.compactMap { id in
      guard let area = register.areas[id.value], let end = area.life.to.known(),
        report.asked.map({ !end.isCertainlyBefore($0) }) ?? true
      else { return nil }
      return (area, end)
    }.sorted { $0.date.latest < $1.date.latest }
  }

  /// An area as the subject of a sentence: `The region`; by its own name where there are several.
  private func name(of area: Area) -> String {
    report.areas.count > 1 ? area.title.value.plain : "The \(AreaWords.noun(area))"
  }

  /// The drawing; empty where it is not known when it was asked.
  func drawing() -> HTMLFragment {
    guard let asked = report.asked else { return .empty }
    let all = ends
    let ends = all.suffix(Self.mostEnds)
    let line = AskedLine(of: followed, in: site)
    var row = TimelineRow(
      lead: "\(AskedRowWords.start(report)) \(DueWords.at(asked))",
      rest: AskedRowWords.item(followed, in: register))
    row.strokes = line.strokes
    var rows = [row]
    rows.reserveCapacity(4 + ends.count + 1)
    if let row = answers { rows.append(row) }
    if let row = visits(line.conclusions) { rows.append(row) }
    if let row = standing(line) { rows.append(row) }
    for end in ends {
      rows.append(
        TimelineRow(
          lead: "\(name(of: end.area)) ends \(DueWords.at(end.date))",
          link: site.addresses.link(.area(end.area.id, anchor: "area.lineage")), place: .part,
          marks: [
            TimelineMark(
              DateInterval(end.date), .ended, title: DateWords.words(end.date), link: nil)
          ]))
    }
    if all.count > ends.count {
      let words = AreaRowWords.earlierEnds(all.count - ends.count)
      rows.append(TimelineRow(lead: words, place: .part))
    }
    guard let axis = TimelineAxis(covering: rows.days, today: site.now.day) else { return .empty }
    return TimelineDrawing(
      layout: TimelineLayout(
        rows, on: axis,
        breaks: ends.map { TimelineBreak(day: $0.date.latest, reason: .end) }),
      name: "What happened, as a drawing", same: nil
    ).html()
  }

  /// A row for what was answered; nil where nothing was.
  private var answers: TimelineRow? {
    guard !followed.answers.isEmpty else { return nil }
    var row = TimelineRow(lead: "Answered")
    var titles: [String] = []
    for answer in followed.answers {
      let date = answer.response.published.known()
      let author = RecommendationWords.name(of: answer.response.organisation.value, in: register)
      let title =
        "\(date.map(DateWords.words(_:)) ?? "date not known"): \(author), "
        + StanceWords.words(answer.item.stance)
      titles.append(title)
      if let date {
        let link = site.addresses.link(.response(answer.response.id, anchor: nil))
        row.marks.append(TimelineMark(DateInterval(date), .answer, title: title, link: link))
      }
    }
    row.rest = NumberWords.list(titles)
    return row
  }

  /// A row for the visits, with those that did not look at it; nil where there are none.
  private func visits(_ conclusions: [TimelineMark]) -> TimelineRow? {
    var visits: [Report] = []
    for conclusion in followed.conclusions where visits.last !== conclusion.visit {
      visits.append(conclusion.visit)
    }
    guard let last = visits.last else { return nil }
    let told = followed.conclusions.map { conclusion in
      (conclusion, title: "\(ReportWords.time(of: conclusion.visit)): \(words(of: conclusion))")
    }
    let isCounted = visits.count > Self.mostVisits
    let isDated = visits.allSatisfy { $0.timeBasis == .work }
    var row = TimelineRow(
      lead: AreaRowWords.visited(visits, in: register) + (isCounted || isDated ? "" : ","))
    row.marks = conclusions
    for (conclusion, title) in told where conclusion.progress == nil {
      guard let time = conclusion.visit.time else { continue }
      let link = site.addresses.link(.report(conclusion.visit.id, anchor: nil))
      row.marks.append(TimelineMark(time, .visit, title: title, link: link))
    }
    row.rest = isCounted ? counted(visits, last: last) : NumberWords.list(told.map(\.title))
    return row
  }

  /// How often it was looked at and what was concluded last, and how many visits passed it over; those
  /// alone where none looked at it.
  private func counted(_ visits: [Report], last: Report) -> String {
    let looked = followed.conclusions.filter { $0.progress != nil }
    let passed = visits.filter { visit in !looked.contains { $0.visit === visit } }
    guard let latest = looked.last?.visit else {
      return "\(AreaRowWords.times(visits.count, last: last)): \(Self.passedOver)"
    }
    let found = looked.filter { $0.visit === latest }.map(words(of:))
    let times = AreaRowWords.times(visits.count - passed.count, last: latest)
    let others = passed.isEmpty ? "" : "; \(AreaRowWords.passedOver(by: passed, in: register))"
    return "\(times): \(NumberWords.list(found))\(others)"
  }

  /// Of more visits than this the row counts them and tells the last; the list beside it tells all.
  private static let mostVisits = 2

  private func words(of conclusion: RecommendationHistory.Conclusion) -> String {
    conclusion.progress.map { AskedLine.words(of: $0, by: conclusion.visit, in: register) }
      ?? Self.passedOver
  }

  /// That a visit says nothing of it.
  private static let passedOver = "this was not looked at"

  /// A row for what ends the line: the closing, or that nobody knows what became of it.
  private func standing(_ line: AskedLine) -> TimelineRow? {
    let title = StatusWords.title(followed.status)
    if let mark = line.closing {
      let closed = register.closer(of: followed.status)?.asked
      return TimelineRow(lead: title, rest: closed.map(DueWords.at) ?? "", marks: [mark])
    }
    return line.notKnown.map { TimelineRow(lead: "Today", rest: title, marks: [$0]) }
  }

  /// The same as a list, in order of time, which begins with the asking.
  func entries() -> [TimelineEntry] {
    var entries: [TimelineEntry] = []
    var order: [(day: Int, rank: Int, place: Int)] = []
    func add(_ when: AreaEvent.When?, _ rank: Int, _ entry: TimelineEntry) {
      order.append((when?.latest.number ?? .max, rank, entries.count))
      entries.append(entry)
    }
    var entry = TimelineEntry(
      report.asked.map(AreaEvent.When.date), lead: AskedRowWords.start(report))
    entry.said = " in "
    entry.links = [site.link(report.id)]
    order.append((.min, 0, entries.count))
    entries.append(entry)
    for answer in followed.answers { add(answered(answer), 1, answerEntry(answer)) }
    if let due = followed.due { add(.date(due.date), 3, dueEntry(due)) }
    let ends = ends
    for end in ends.suffix(Self.mostEnds) { add(.date(end.date), 2, endEntry(end.area, end.date)) }
    if let earlier = ends.dropLast(Self.mostEnds).last {
      let words = AreaRowWords.earlierEnds(ends.count - Self.mostEnds)
      add(.date(earlier.date), 2, TimelineEntry(.date(earlier.date), lead: words))
    }
    for conclusion in followed.conclusions {
      let when = conclusion.visit.time.map(AreaEvent.When.interval)
      add(when, 4, visitEntry(conclusion, when))
    }
    for closing in closings {
      let date = closing.visit.asked.map(AreaEvent.When.date)
      add(date, 5, closingEntry(closing, date))
    }
    let today = PartialDate(site.now.day)
    add(.date(today), 6, .today(said: todayWords))
    // Places are compared, for an entry is large.
    order.sort { ($0.day, $0.rank, $0.place) < ($1.day, $1.rank, $1.place) }
    return order.map { entries[$0.place] }
  }

  private func answered(_ answer: RecommendationHistory.Answer) -> AreaEvent.When? {
    answer.response.published.known().map(AreaEvent.When.date)
  }

  private func answerEntry(_ answer: RecommendationHistory.Answer) -> TimelineEntry {
    let author = RecommendationWords.name(of: answer.response.organisation.value, in: register)
    var entry = TimelineEntry(answered(answer), lead: "\(author) answered")
    entry.link = site.addresses.link(.response(answer.response.id, anchor: nil))
    entry.said = "; \(StanceWords.words(answer.item.stance))."
    return entry
  }

  private func dueEntry(_ due: DueDate) -> TimelineEntry {
    var entry = TimelineEntry(.date(due.date), lead: "Due")
    entry.said = DueWords.recorded(due, in: register).map { ", \($0)." } ?? "."
    entry.workedOut = DueWords.workedOut(due) ?? ""
    return entry
  }

  private func endEntry(_ area: Area, _ date: PartialDate) -> TimelineEntry {
    var entry = TimelineEntry(.date(date), lead: "\(name(of: area)) ends.")
    entry.isBreak = true
    switch register.lineage.successors(of: area.id) {
    case .known(let ids):
      entry.said = " What follows is "
      entry.links = ids.map { site.link($0) }
    case .unknown, .notRecorded: entry.unknown = "Successor: not known."
    }
    return entry
  }

  private func visitEntry(
    _ conclusion: RecommendationHistory.Conclusion, _ when: AreaEvent.When?
  ) -> TimelineEntry {
    var entry = TimelineEntry(when, lead: ReportWords.visit(conclusion.visit, in: register))
    entry.link = site.addresses.link(.report(conclusion.visit.id, anchor: nil))
    if let progress = conclusion.progress {
      let bodies = RecommendationWords.forBodies(progress.to, in: register)
      entry.said = (bodies.isEmpty ? "" : ",") + bodies + ":"
      entry.mark = ProgressMark.html(
        progress.judgement.value, in: register.framework(of: conclusion.visit))
    } else {
      entry.said = "; \(Self.passedOver)."
    }
    entry.workedOut = DueWords.pastDate(conclusion) ?? ""
    return entry
  }

  private typealias Closing = (
    visit: Report, status: RecommendationStatus, bodies: [OrganisationID]
  )

  /// What closes it, for each of the bodies where that is told apart.
  private var closings: [Closing] {
    let all =
      followed.addressees.isEmpty
      ? [(followed.status, [])] : followed.addressees.map { ($0.history.status, [$0.organisation]) }
    var found: [Closing] = []
    for (status, bodies) in all {
      guard let visit = register.closer(of: status) else { continue }
      if let same = found.firstIndex(where: { $0.status == status }) {
        found[same].bodies += bodies
      } else {
        found.append((visit, status, bodies))
      }
    }
    return found
  }

  private func closingEntry(_ closing: Closing, _ when: AreaEvent.When?) -> TimelineEntry {
    let names = closing.bodies.map { RecommendationWords.name(of: $0, in: register) }
    var entry = TimelineEntry(when, lead: StatusWords.title(closing.status))
    entry.said = (names.isEmpty ? "" : " for \(NumberWords.list(names))") + " by "
    entry.links = [site.link(closing.visit.id)]
    return entry
  }

  private var todayWords: String {
    if !followed.addressees.isEmpty {
      return StatusWords.eachBody(followed, in: register) + "."
    }
    return switch followed.status {
    case .open: "not closed by any document held."
    case .pastDate: "past its date, and not closed by any document held."
    case .closed: "closed."
    case .notKnown: "what became of it is not known."
    case .withdrawn: "withdrawn with its report."
    }
  }
}
