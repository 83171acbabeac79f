import HTML
import Inspections

/// A recommendation's own small timeline: one row, and the same as a list.
struct RecommendationTimeline {
  let followed: RecommendationHistory
  let site: SiteContext

  private var register: Register { site.register }
  private var report: Report { followed.report }

  /// The areas' ends that matter: known, and not before the recommendation was made.
  private var ends: [(area: Area, date: PartialDate)] {
    report.areas.prefix(3).compactMap { id in
      guard let area = register.areas[id.value], let end = area.life.to.known(),
        report.asked.map({ !end.isCertainlyBefore($0) }) ?? true
      else { return nil }
      return (area, end)
    }
  }

  /// The drawing; empty where it is not known when it was asked.
  func drawing() -> HTMLFragment {
    guard let row = AskedRow.row(of: followed, isFirst: true, in: site) else { return .empty }
    let ends = ends
    let days =
      [row.asked.earliest, row.asked.latest] + (row.due.map { [$0.earliest, $0.latest] } ?? [])
      + row.conclusions.map(\.day) + ends.map(\.date.latest) + (row.closed.map { [$0] } ?? [])
    let axis = TimelineAxis(
      covering: days, labelled: row.asked.earliest, room: 0.2, today: site.now.day)
    var canvas = TimelineCanvas(axis: axis)
    let y = canvas.row("Item \(followed.recommendation.number.value)", height: 64)
    let orphaned =
      followed.status == .notKnown ? ends.first?.date.latest : nil
    let breaks = ends.map { TimelineBreak(day: $0.date.latest, words: "") }
    canvas.asked(row, y: y, breaks: breaks, end: orphaned, isLabelled: false)
    canvas.plain(row.asked.earliest) { pen in
      pen.text(
        "asked \(DateWords.words(row.asked))", x: axis.x(row.asked.earliest), y: y, side: .before,
        name: "quiet")
      if let due = row.due {
        let x = axis.x(due.latest.adding(days: 1))
        pen.text(
          "due \(DateWords.limit(due))", x: x, y: y - 18, side: x > 30 ? .before : .after, away: 0)
      }
    }
    for end in ends {
      let x = axis.x(end.date.latest)
      canvas.link(
        end.date.latest, to: site.addresses.link(.area(end.area.id, anchor: "area.lineage")),
        title: "\(DateWords.words(end.date)): the \(AreaWords.noun(end.area)) ends",
        x: x - 1.5, width: 20, y: y + 19, height: 22
      ) { pen in
        pen.disc("life-end", x: x, y: y, radius: 6)
        pen.text(
          "\(AreaWords.noun(end.area)) ends, \(DateWords.words(end.date))", x: x, y: y + 19,
          away: 0)
      }
    }
    conclusions(axis: axis, y: y, &canvas)
    var pen = TimelinePen(capacity: 6 * 1024)
    pen.figure(label: "What happened, as a drawing", id: nil, canvas, caption: nil)
    return pen.buffer.fragment()
  }

  private func conclusions(axis: TimelineAxis, y: Double, _ canvas: inout TimelineCanvas) {
    for conclusion in followed.conclusions {
      guard let progress = conclusion.progress,
        let day = conclusion.visit.time?.start.earliest
      else { continue }
      let words = ReportWords.progress(
        progress.judgement.value, in: register.framework(of: conclusion.visit))
      let x = axis.x(day)
      canvas.link(
        day, to: site.addresses.link(.report(conclusion.visit.id, anchor: nil)),
        title: "\(ReportWords.time(of: conclusion.visit)): \(words)", x: x - 8, width: 16,
        y: y + 20, height: 22
      ) { pen in pen.text(words, x: x, y: y + 20, side: .middle) }
    }
  }

  /// The same as a list, in order of time, which begins with the asking.
  func entries() -> [TimelineEntry] {
    var dated: [(day: Int, rank: Int, entry: TimelineEntry)] = []
    func add(_ when: AreaEvent.When?, _ rank: Int, _ entry: TimelineEntry) {
      dated.append((when?.latest.number ?? .max, rank, entry))
    }
    var entry = TimelineEntry(report.asked.map(AreaEvent.When.date), lead: "Asked")
    entry.said = " in "
    entry.links = [
      RecordLink(
        title: report.title.value.plain, link: site.addresses.link(.report(report.id, anchor: nil)))
    ]
    dated.append((.min, 0, entry))
    for answer in followed.answers { add(answered(answer), 1, answerEntry(answer)) }
    if let due = followed.due { add(.date(due.date), 3, dueEntry(due)) }
    for end in ends { add(.date(end.date), 2, endEntry(end.area, end.date)) }
    for conclusion in followed.conclusions {
      let when = conclusion.visit.time.map(AreaEvent.When.interval)
      add(when, 4, visitEntry(conclusion, when))
    }
    let today = PartialDate(site.now.day)
    add(.date(today), 5, .today(of: site, said: todayWords))
    return dated.sorted { ($0.day, $0.rank) < ($1.day, $1.rank) }.map(\.entry)
  }

  private func answered(_ answer: RecommendationHistory.Answer) -> AreaEvent.When? {
    answer.response.published.known().map(AreaEvent.When.date)
  }

  private func answerEntry(_ answer: RecommendationHistory.Answer) -> TimelineEntry {
    let author = site.link(answer.response.organisation.value).title
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
    var entry = TimelineEntry(.date(date), lead: "The \(AreaWords.noun(area)) ends.")
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
    let term = ReportWords.visitTerm(of: conclusion.visit, in: register)
    var entry = TimelineEntry(when, lead: term?.one ?? "Visited")
    entry.link = site.addresses.link(.report(conclusion.visit.id, anchor: nil))
    if let progress = conclusion.progress {
      entry.said = RecommendationWords.forBodies(progress.to, in: register) + ":"
      entry.mark = ProgressMark.html(
        progress.judgement.value, in: register.framework(of: conclusion.visit))
    } else {
      entry.said = "; this was not looked at."
    }
    if let days = conclusion.daysOverdueAtVisit {
      entry.workedOut = "worked out: past due by \(DueWords.late(days, past: followed.due))"
    }
    return entry
  }

  private var todayWords: String {
    if !followed.addressees.isEmpty {
      return NumberWords.capitalised(StatusWords.eachBody(followed, in: register)) + "."
    }
    return switch followed.status {
    case .open: "Not closed by any document held."
    case .pastDate: "Past its date, and not closed by any document held."
    case .closed: "Closed."
    case .notKnown: "What became of it is not known."
    case .withheld: "What was asked is withheld with the text of its report."
    }
  }
}
