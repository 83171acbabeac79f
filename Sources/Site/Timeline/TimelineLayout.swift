import Inspections

/// Where everything on a timeline stands: worked out once, for the narrowest frame that shows it.
///
/// Across, places are in per cent of the plot; sizes are in em of the drawing's text, so that the
/// layout holds for every size of text. In a wider frame everything stands further apart.
struct TimelineLayout: Sendable {
  let axis: TimelineAxis
  let rows: [Row]
  /// Where no line goes on: another scale begins, or the area ends.
  let breaks: [TimelineBreak]
  /// The years that have a line.
  let years: [Day]
  let labels: [Label]

  /// The narrowest frame of a drawing, in em of its text; the style sheet shows none in less.
  static let narrowest = 40.0
  /// The share of the frame that the words of the rows take.
  static let wordsShare = 0.36
  /// What stands between words and plot, in em.
  static let gap = 1.0
  /// The width of the plot in the narrowest frame, in em.
  static let plotWidth = narrowest * (1 - wordsShare) - gap
  /// The height of one lane of marks, in em.
  static let laneHeight = 1.5
  /// The height of the lines of years and of today, in em.
  static let headHeight = 3.0
  /// How many lanes a row has; what meets in all of them shares a mark with a count.
  static let mostLanes = 2
  /// What is left free between two marks of a lane, in em.
  private static let free = 0.1

  /// A row with its marks and strokes in their places.
  struct Row: Sendable {
    let row: TimelineRow
    let lanes: Int
    let marks: [Mark]
    let strokes: [Stroke]
    let items: [Row]

    var height: Double { Double(lanes) * TimelineLayout.laneHeight }
  }

  /// A mark in its place, or one that stands for several that would meet.
  struct Mark: Sendable {
    var marks: [TimelineMark]
    /// Its middle, in per cent.
    let x: Double
    /// From 0, the upper one.
    let lane: Int
    /// How wide its place is, in em.
    let width: Double

    /// What is drawn there.
    var shape: TimelineShape { marks.count == 1 ? marks[0].shape : .several }
  }

  /// A piece of a stroke between two places, in per cent.
  struct Stroke: Sendable {
    let kind: TimelineStroke.Kind
    let from: Double
    let to: Double

    /// Whether the edge of the plot cuts it, for it began before that.
    var isCut: Bool { from < 0 }
  }

  /// A year, or today, over the plot.
  struct Label: Sendable {
    let text: String
    let x: Double
    let side: Side
    /// 0 for the line of the years, 1 for that of today.
    let line: Int

    /// Which side of its place a label stands on.
    enum Side: Sendable {
      case after, before
    }
  }

  init(_ rows: [TimelineRow], on axis: TimelineAxis, breaks: [TimelineBreak]) {
    self.axis = axis
    let breaks = Self.apart(breaks, on: axis)
    self.breaks = breaks
    self.rows = rows.map { Self.row($0, on: axis, breaks: breaks) }
    years = axis.years(apart: Self.yearRoom)
    labels = Self.labels(of: years, on: axis)
  }

  private static func row(
    _ row: TimelineRow, on axis: TimelineAxis, breaks: [TimelineBreak]
  ) -> Row {
    let marks = Self.marks(row.marks, on: axis)
    return Row(
      row: row, lanes: (marks.map(\.lane).max() ?? 0) + 1, marks: marks,
      strokes: joined(row.strokes.flatMap { pieces(of: $0, on: axis, breaks: breaks) }),
      items: row.items.map { Self.row($0, on: axis, breaks: breaks) })
  }

  /// The breaks in order of time, without those that would stand on the one before.
  private static func apart(
    _ breaks: [TimelineBreak], on axis: TimelineAxis
  ) -> [TimelineBreak] {
    var kept: [TimelineBreak] = []
    for next in breaks.sorted(by: { $0.day < $1.day }) {
      if let last = kept.last, next.x(on: axis) - last.x(on: axis) < 2 * TimelineBreak.gap {
        continue
      }
      kept.append(next)
    }
    return kept
  }

  /// Bands between which nobody could see a gap are one.
  private static func joined(_ strokes: [Stroke]) -> [Stroke] {
    var result: [Stroke] = []
    for stroke in strokes {
      if let last = result.last, stroke.kind == .band, last.kind == .band,
        stroke.from - last.to < 0.2, stroke.from >= last.from
      {
        result[result.count - 1] = Stroke(
          kind: .band, from: last.from, to: max(last.to, stroke.to))
      } else {
        result.append(stroke)
      }
    }
    return result
  }

  /// Puts marks on lanes from left to right; one that meets others on all of them joins the last.
  private static func marks(_ marks: [TimelineMark], on axis: TimelineAxis) -> [Mark] {
    let sorted = marks.sorted { left, right in
      (left.days.lowerBound, left.days.upperBound, left.title)
        < (right.days.lowerBound, right.days.upperBound, right.title)
    }
    var placed: [Mark] = []
    var ends = Array(repeating: -Double.infinity, count: mostLanes)
    for mark in sorted {
      let span = axis.span(mark.days)
      // Each has room to become a count.
      let width = max(mark.shape.width, TimelineShape.several.width)
      let middle = (span.x + span.width / 2) / 100 * plotWidth
      let x = min(max(middle, width / 2), plotWidth - width / 2)
      if let lane = ends.firstIndex(where: { x - width / 2 >= $0 + free }) {
        ends[lane] = x + width / 2
        placed.append(Mark(marks: [mark], x: x / plotWidth * 100, lane: lane, width: width))
      } else if !placed.isEmpty {
        placed[placed.count - 1].marks.append(mark)
      }
    }
    return placed
  }

  /// Where a band begins that began before the axis: off the plot, whose edge cuts it, so that it has no end there.
  private static let before = -1.0

  /// The parts of a stroke that lie between the breaks.
  private static func pieces(
    of stroke: TimelineStroke, on axis: TimelineAxis, breaks: [TimelineBreak]
  ) -> [Stroke] {
    let start = stroke.kind == .band && stroke.from < axis.first ? before : axis.x(stroke.from)
    let end = stroke.to.map { axis.x($0.adding(days: 1)) } ?? axis.end
    if stroke.kind == .due { return [Stroke(kind: .due, from: end, to: end)] }
    guard stroke.isBroken else {
      return [Stroke(kind: stroke.kind, from: start, to: max(end, start))]
    }
    var pieces: [Stroke] = []
    var reached = start
    for x in breaks.map({ $0.x(on: axis) }).sorted() where x + TimelineBreak.gap > reached {
      guard x < end else { break }
      if x > reached { pieces.append(Stroke(kind: stroke.kind, from: reached, to: x)) }
      reached = x + TimelineBreak.gap
    }
    if end > reached { pieces.append(Stroke(kind: stroke.kind, from: reached, to: end)) }
    return pieces
  }

  /// The room that the label of a year needs, in per cent.
  private static let yearRoom = labelWidth("2000 ") / plotWidth * 100

  private static func labels(of years: [Day], on axis: TimelineAxis) -> [Label] {
    var labels: [Label] = []
    if axis.x(years.first ?? axis.last) > TimelineAxis.start + yearRoom {
      let year = "\(axis.first.components.year)"
      labels.append(Label(text: year, x: TimelineAxis.start, side: .after, line: 0))
    }
    for year in years where axis.x(year) + yearRoom <= (axis.endsToday ? axis.main : 100) {
      let text = "\(year.components.year)"
      labels.append(Label(text: text, x: axis.x(year), side: .after, line: 0))
    }
    labels.append(today(on: axis))
    return labels
  }

  /// Today's label on the side of its line, or of the band that it lies in, that has more room.
  private static func today(on axis: TimelineAxis) -> Label {
    let text = axis.todayX == nil ? TimelineWords.todayInBand : TimelineWords.today
    let width = labelWidth(text) / plotWidth * 100
    let (from, to) = axis.todayX.map { ($0, $0) } ?? axis.now
    return from > 50
      ? Label(text: text, x: max(to, width), side: .before, line: 1)
      : Label(text: text, x: min(from, 100 - width), side: .after, line: 1)
  }

  /// A width that no label's text exceeds, in em of the drawing, with what keeps it off its line.
  static func labelWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0.3) { $0 + (("0"..."9").contains($1) ? 0.56 : 0.5) }
  }
}

/// A place on the axis that no line crosses: the scale changes there, or the area ends.
struct TimelineBreak: Sendable {
  /// Why nothing goes on.
  enum Reason: Sendable {
    case scale
    case end
  }

  let day: Day
  let reason: Reason

  /// How wide the gap in a line is, in per cent.
  static let gap = 1.4

  /// Where the gap begins, in per cent: it ends with the day on which another scale begins, and begins with that
  /// on which an area ends.
  func x(on axis: TimelineAxis) -> Double {
    switch reason {
    case .scale: axis.x(day) - Self.gap
    case .end: axis.x(day)
    }
  }
}

extension TimelineLayout.Label {
  /// Where its text begins and ends at most, in em from the left of the plot.
  var extent: ClosedRange<Double> {
    let width = TimelineLayout.labelWidth(text)
    let place = x / 100 * TimelineLayout.plotWidth
    switch side {
    case .after: return place...(place + width)
    case .before: return (place - width)...place
    }
  }
}

extension TimelineLayout.Mark {
  /// Where it begins and ends at most, in em from the left of the plot.
  var extent: ClosedRange<Double> {
    let middle = x / 100 * TimelineLayout.plotWidth
    return (middle - width / 2)...(middle + width / 2)
  }
}
