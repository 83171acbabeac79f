import HTML
import Inspections

extension AreaScene {
  /// The frameworks one after the other, with a break wherever the scale changes or the area ends.
  func scales(_ canvas: inout TimelineCanvas) {
    let y = canvas.row("Scale")
    let runs = frameworkRuns
    if runs.isEmpty { missing("no framework known", y: y, &canvas) }
    for (position, run) in runs.enumerated() {
      let start = axis.x(run.from) + (position > 0 ? TimelineBreak.gap : 0)
      let end = run.to.map { axis.x($0) } ?? axis.main
      guard end > start else { continue }
      let name = run.framework.title.value.plain
      let grades = run.framework.grades.map(\.label).joined(separator: ", ")
      canvas.link(
        run.from, to: site.addresses.link(.framework(run.framework.id, anchor: nil)),
        title: "\(name). Scale: \(grades.isEmpty ? "none" : grades)", x: start, width: end - start,
        y: y
      ) { pen in
        pen.box("framework", x: start, width: end - start, y: y, height: 22)
        let room = (position + 1 < runs.count || orphaned != nil ? end : axis.main) - start
        pen.text(
          TimelineCanvas.shortened(name, to: TimelineCanvas.letters(in: room) - 2), x: start, y: y)
      }
    }
    for (position, gap) in breaks.enumerated() {
      let x = axis.x(gap.day)
      let next = position + 1 < breaks.count ? axis.x(breaks[position + 1].day) : axis.main
      let isLast = runs.last.map { gap.day > $0.from } ?? true
      canvas.plain(gap.day) { pen in
        pen.box("break", x: x, width: TimelineBreak.gap, y: y, height: 30)
        guard isLast else { return }
        let letters = TimelineCanvas.letters(in: next - x - TimelineBreak.gap) - 2
        pen.text(
          TimelineCanvas.shortened(gap.words, to: letters), x: x + TimelineBreak.gap, y: y,
          name: "quiet")
      }
    }
  }

  private struct FrameworkRun {
    let framework: Framework
    let from: Day
    let to: Day?
  }

  /// Each framework from its first report to the next one's, or until the area or the rules ended.
  private var frameworkRuns: [FrameworkRun] {
    var starts: [(framework: Framework, day: Day)] = []
    for report in overview.reports {
      guard let framework = register.framework(of: report),
        let first = report.time?.start.earliest, starts.last?.framework.id != framework.id
      else { continue }
      let began = framework.life.from.known().map { min($0.earliest, first) } ?? first
      starts.append((framework, starts.isEmpty ? began : first))
    }
    let changes = breaks.map(\.day)
    return starts.indices.map { index in
      let start = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].day : nil
      let end = next ?? area.life.to.known()?.latest ?? start.framework.life.to.known()?.latest
      let from = index == 0 ? start.day : changes.last { $0 <= start.day } ?? start.day
      let to = next.flatMap { day in changes.last { $0 <= day } } ?? end
      return FrameworkRun(framework: start.framework, from: from, to: to)
    }
  }

  func life(_ canvas: inout TimelineCanvas) {
    let y = canvas.row("Life", height: 40) - 6
    let start = area.life.from.known()
    let end = area.life.to.known()
    let firstSeen = overview.history.events.compactMap { $0.date?.earliest }.min() ?? axis.first
    let lastSeen = overview.history.events.compactMap { $0.date?.latest }.max() ?? axis.last
    let from = start.map { axis.x($0.earliest) } ?? axis.x(firstSeen)
    let to = end.map { axis.x($0.latest) } ?? (area.life.to == nil ? axis.end : axis.x(lastSeen))
    let words = LifeWords.words(area.life) + lineageWords
    let right = end == nil && area.life.to != nil ? axis.main : to
    canvas.link(
      start?.earliest ?? axis.first,
      to: site.addresses.link(.area(area.id, anchor: "area.lineage")),
      title: "\(area.title.value.plain): \(words)", x: start == nil ? 0 : from,
      width: max(right - (start == nil ? 0 : from), 30), y: y + 6, height: 34
    ) { pen in
      if start == nil, from > 0.5 {
        pen.box("unsure", x: max(0, from - 12), width: min(from, 12) + 0.1, y: y, height: 6)
      }
      pen.box("life", x: from, width: to - from, y: y, height: 6)
      if let start, start.earliest >= axis.first {
        pen.disc("life-start", x: from, y: y, radius: 5)
      }
      if end != nil {
        pen.disc("life-end", x: to, y: y, radius: 6)
      } else if area.life.to != nil {
        pen.box("unsure-end", x: to - 0.1, width: min(axis.main - to, 12), y: y, height: 6)
      }
      let at = min(max(from, 0), 55)
      let letters = TimelineCanvas.letters(in: axis.main - at)
      pen.text(
        TimelineCanvas.shortened(words, to: letters), x: at, y: y + 15, away: 2, name: "quiet")
    }
  }

  private var lineageWords: String {
    guard area.life.to.known() != nil else { return "" }
    switch register.lineage.successors(of: area.id) {
    case .known(let ids):
      return "; followed by " + NumberWords.list(ids.map { AreaWords.name($0, in: register) })
    case .unknown, .notRecorded: return "; successor not known"
    }
  }

  func inspections(_ canvas: inout TimelineCanvas) {
    let y = canvas.row("Inspections")
    let reports = overview.reports.filter { !$0.isVisit && $0.time != nil }
    if reports.isEmpty { missing("none in this register", y: y, &canvas) }
    for (position, report) in reports.enumerated() {
      guard let time = report.time else { continue }
      let next = position + 1 < reports.count ? reports[position + 1].time?.start.earliest : nil
      // What is left of a later inspection belongs to the one before.
      let before = position == 0 ? 0 : axis.x(time.start.earliest)
      inspection(
        report, over: time,
        room: (before, next.map { axis.x($0) } ?? 100), y: y, &canvas)
    }
  }

  private func inspection(
    _ report: Report, over time: DateInterval, room: (from: Double, to: Double), y: Double,
    _ canvas: inout TimelineCanvas
  ) {
    let span = axis.span(time.start.earliest, time.end.latest)
    let framework = register.framework(of: report)
    let asked = ReportWords.asked(by: report, in: register)
    let overall = ReportWords.overall(of: report, in: register)
    let scale = framework.map { " on the scale of \($0.title.value.plain)" } ?? ""
    let isExpected = framework?.givesOverall ?? true
    let title =
      "\(report.title.value.plain), \(ReportWords.dates(of: report, in: register))"
      + (isExpected ? ". Overall grade: \(overall)" : "")
      + (report.overall?.value.grades.isEmpty == false ? scale : "")
      + (asked.map { "; \($0)" } ?? "")
    let place = gradePlace(of: report, in: framework)
    let steps = framework?.grades.count ?? 0
    let markWidth = place == nil ? 0 : Double(12 * steps + 6)
    let start = span.x + span.width
    let isBefore = start > 80 && span.x - room.from > room.to - start
    let width = isBefore ? span.x - room.from : room.to - start
    let letters = TimelineCanvas.letters(in: width) - Int(markWidth / 6) - 2
    let label =
      place == nil
      ? "Report\(asked.map { ", \($0)" } ?? "")\(isExpected ? ", overall \(overall)" : "")"
      : overall
    canvas.link(
      time.start.earliest, to: site.addresses.link(.report(report.id, anchor: nil)), title: title,
      x: isBefore ? span.x - min(width, 20) : span.x,
      width: span.width + min(max(width, 2), isBefore ? 20 : 30), y: y
    ) { pen in
      if report.fieldwork.known() == nil {
        pen.box("publication", x: span.x, width: span.width, y: y, height: 18)
      } else {
        pen.box("fieldwork", x: span.x, width: span.width, y: y, height: 18)
      }
      guard letters > 3 else { return }
      let x = isBefore ? span.x : start
      if let place {
        pen.grade(
          filled: steps - place, of: steps, x: x, y: y, away: isBefore ? -2 - markWidth : 8)
      }
      pen.text(
        TimelineCanvas.shortened(label, to: letters), x: x, y: y,
        side: isBefore ? .before : .after, away: 8 + markWidth)
    }
  }

  private func gradePlace(of report: Report, in framework: Framework?) -> Int? {
    guard case .grade(let id) = report.overall?.value else { return nil }
    return framework?.grades.firstIndex { $0.id.value == id }
  }

  func followUp(_ canvas: inout TimelineCanvas) {
    let y = canvas.row("Follow-up")
    let visits = overview.reports.filter { $0.followsUp && $0.time != nil }
    if visits.isEmpty { missing("none known", y: y, &canvas) }
    for (position, visit) in visits.enumerated() {
      guard let time = visit.time else { continue }
      let next = position + 1 < visits.count ? visits[position + 1].time?.start.earliest : nil
      let x = axis.x(time.start.earliest)
      let scale = register.framework(of: visit)?.progress ?? []
      let isOrdered = register.framework(of: visit)?.isProgressOrdered ?? true
      let place = visit.visit?.overall.known().flatMap { overall in
        scale.firstIndex { $0.id.value == overall }
      }
      let summary = FollowUpWords.summary(
        of: visit, on: register.followed(by: visit, among: overview.reports), in: register)
      let room = TimelineCanvas.letters(in: (next.map { axis.x($0) } ?? 100) - x) - 4
      canvas.link(
        time.start.earliest, to: site.addresses.link(.report(visit.id, anchor: nil)),
        title: "\(DateWords.words(time)): \(visit.title.value.plain)"
          + (summary.map { "; \($0)" } ?? ""), x: x - 1.4, width: 22, y: y
      ) { pen in
        if let place {
          pen.mark(x: x, y: y) {
            ProgressMark.shape(place: isOrdered ? place : nil, of: scale.count, to: &$0)
          }
        } else {
          pen.disc("visit", x: x, y: y, radius: 6)
        }
        pen.text(
          TimelineCanvas.shortened(label(of: visit, summary, in: room), to: room), x: x, y: y,
          away: 14)
      }
    }
  }

  /// All that a report concludes on progress where there is room, else its conclusion on the whole:
  /// never some of its counts without the others.
  private func label(of visit: Report, _ summary: String?, in room: Int) -> String {
    if let summary, summary.count <= room { return summary }
    return FollowUpWords.overallWords(of: visit, in: register)
      ?? (visit.isVisit
        ? (ReportWords.visitTerm(of: visit, in: register) ?? .visit).one : "followed up")
  }

  func news(_ canvas: inout TimelineCanvas) {
    let y = canvas.row("In the news", height: 30)
    var isEmpty = true
    for event in overview.history.events {
      guard case .covered(let id) = event.kind, let date = event.date,
        let account = register.coverage[id]
      else { continue }
      isEmpty = false
      let x = axis.x(date.earliest)
      canvas.link(
        date.earliest, to: site.addresses.link(.coverage(id)),
        title:
          "\(DateWords.words(date.partial)), \(account.outlet.value): \(account.title.value.plain)",
        x: x - 1.6, width: 3.2, y: y
      ) { pen in pen.disc("coverage", x: x, y: y, radius: 5) }
    }
    if isEmpty { missing("nothing in this register", y: y, &canvas) }
  }

  private func missing(_ words: String, y: Double, _ canvas: inout TimelineCanvas) {
    canvas.plain(axis.first) { $0.text(words, x: 0, y: y, away: 4, name: "quiet") }
  }
}

extension AreaEvent.When {
  /// The date, or the interval's start.
  var partial: PartialDate {
    switch self {
    case .date(let date): date
    case .interval(let interval): interval.start
    }
  }
}

extension TimelinePen {
  /// A grade's segments to the right of `x`.
  mutating func grade(filled: Int, of steps: Int, x: Double, y: Double, away: Double) {
    buffer.markup("<svg x=\"")
    buffer.decimal(x)
    buffer.markup("%\" y=\"")
    buffer.decimal(y - 6.5)
    buffer.markup("\"><g transform=\"translate(")
    buffer.decimal(away)
    buffer.markup(")\" class=\"shape grade-shape ramp-")
    buffer.number(GradeMark.ramp(filled: filled, of: steps))
    buffer.markup("\">")
    GradeMark.shape(filled: filled, of: steps, to: &buffer)
    buffer.markup("</g></svg>")
  }
}
