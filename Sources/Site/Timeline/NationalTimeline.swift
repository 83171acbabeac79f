import HTML
import Inspections

/// Overall grades of all areas on one axis: a row an area, a break between scales.
struct NationalTimeline {
  let groups: [GradedGroup]
  let site: SiteContext

  /// More rows than this are no drawing that a person can read.
  static let mostRows = 40

  private struct Row {
    let area: AreaID
    let reports: [Report]
  }

  /// The drawing with a link to the table; empty where there is nothing to draw, or too much.
  func drawing() -> HTMLFragment {
    let dated = groups.flatMap(\.reports).compactMap(\.time)
    let rows = groups.map { self.rows(of: $0) }
    let count = rows.map(\.count).reduce(0, +)
    guard !dated.isEmpty, count > 0, count <= Self.mostRows else { return .empty }
    let axis = TimelineAxis(
      covering: dated.flatMap { [$0.start.earliest, $0.end.latest] }, today: site.now.day)
    var canvas = TimelineCanvas(axis: axis, gutter: 27)
    var isFirst = true
    for (group, rows) in zip(groups, rows) where !rows.isEmpty {
      let name = TimelineCanvas.shortened(group.title, to: 70)
      canvas.breakRow(isFirst ? "Scale: \(name)" : "Break. Another scale: \(name)")
      isFirst = false
      for row in rows { draw(row, of: group, &canvas) }
    }
    var pen = TimelinePen(capacity: 32 * 1024)
    pen.buffer.markup(
      "<p class=\"timeline-frame\"><a href=\"#table\">Read the same as a table</a></p>")
    pen.figure(
      label: "All areas over time as a drawing", id: "timeline.drawing", canvas,
      caption: givesOverall
        ? "Overall grades by date, as wide as the date is known. Grades above and below a "
          + "break are on different scales. An empty outline: no overall grade, or none known."
        : "Inspections by date, as wide as the date is known. Those above and below a break are on "
          + "different scales.")
    return pen.buffer.fragment()
  }

  private var givesOverall: Bool {
    groups.flatMap(\.reports).contains { site.register.expectsOverall($0) }
  }

  private func rows(of group: GradedGroup) -> [Row] {
    var order: [AreaID] = []
    var sorted: [AreaID: [Report]] = [:]
    for report in group.reports where report.time != nil {
      for area in report.areas {
        if sorted[area.value] == nil { order.append(area.value) }
        sorted[area.value, default: []].append(report)
      }
    }
    return order.map { Row(area: $0, reports: sorted[$0] ?? []) }
  }

  private func draw(_ row: Row, of group: GradedGroup, _ canvas: inout TimelineCanvas) {
    let register = site.register
    let axis = canvas.axis
    let name = AreaWords.name(row.area, in: register)
    let y = canvas.row(name, height: 30)
    for (position, report) in row.reports.enumerated() {
      guard let time = report.time else { continue }
      let next = position + 1 < row.reports.count ? row.reports[position + 1].time : nil
      let span = axis.span(time.start.earliest, time.end.latest)
      let room = (next.map { axis.x($0.start.earliest) } ?? 100) - span.x - span.width
      let isExpected = register.expectsOverall(report)
      let words = isExpected ? ReportWords.overall(of: report, in: register) : ""
      let steps = max(group.framework?.grades.count ?? 4, 1)
      let place: Int? =
        if case .grade(let id) = report.overall?.value {
          group.framework?.grades.firstIndex { $0.id.value == id }
        } else { nil }
      let title =
        "\(name), \(DateWords.words(time)): \(isExpected ? "overall \(words), " : "")\(group.title)"
      let width = Double(12 * steps + 10)
      let isBefore = span.x > 80
      let letters = TimelineCanvas.letters(in: isBefore ? 20 : room) - steps * 2 - 2
      canvas.link(
        time.start.earliest, to: site.addresses.link(.report(report.id, anchor: nil)), title: title,
        x: isBefore ? span.x - 16 : span.x,
        width: (isBefore ? 16 : min(max(room, 3), 16)) + span.width,
        y: y
      ) { pen in
        pen.box("publication", x: span.x, width: span.width, y: y, height: 18)
        let x = isBefore ? span.x : span.x + span.width
        let away = isBefore ? 4 - width : 6
        if let place {
          pen.grade(filled: steps - place, of: steps, x: x, y: y, away: away)
        } else if isExpected {
          pen.emptyGrade(of: steps, x: x, y: y, away: away)
        }
        pen.text(
          TimelineCanvas.shortened(words, to: letters), x: x, y: y,
          side: isBefore ? .before : .after, away: width, name: place == nil ? "quiet" : "")
      }
    }
  }
}

extension TimelinePen {
  /// The outline of a missing grade to the right of `x`.
  mutating func emptyGrade(of steps: Int, x: Double, y: Double, away: Double) {
    buffer.markup("<svg x=\"")
    buffer.decimal(x)
    buffer.markup("%\" y=\"")
    buffer.decimal(y - 6.5)
    buffer.markup("\"><g transform=\"translate(")
    buffer.decimal(away)
    buffer.markup(")\" class=\"shape grade-shape\"><path d=\"M.75 .75h")
    buffer.decimal(Double(12 * steps) - 4.5)
    buffer.markup("v11.5H.75z\" stroke-dasharray=\"3 3\"/></g></svg>")
  }
}
