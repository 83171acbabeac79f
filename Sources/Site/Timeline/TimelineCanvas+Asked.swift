import HTML
import Inspections

/// A place on the axis that no line crosses: the scale changes there, or the area ends.
struct TimelineBreak: Sendable {
  let day: Day
  /// Why, for the drawing.
  let words: String

  /// How wide the gap in a line is, in per cent.
  static let gap = 1.4
}

extension TimelineCanvas {
  /// Draws when something was asked, how long it had, what visits concluded and where it stands.
  ///
  /// After its date the line is thin, for nothing more is known, and hatched where the record says that
  /// it was not done.
  /// From `end` on, when the area ended with nobody known to follow it, the line is dotted.
  mutating func asked(
    _ row: AskedRow, y: Double, breaks: [TimelineBreak], end: Day?, isLabelled: Bool = true
  ) {
    let axis = axis
    let start = axis.x(axis.middle(of: row.asked))
    let due = row.due.map { axis.x($0.latest.adding(days: 1)) }
    let stop = axis.stop(of: row, end: end)
    let letters = Self.letters(in: start) - 3
    let isBefore = start >= 25
    link(
      row.asked.earliest, to: row.link, title: row.title, x: isBefore && isLabelled ? 0 : start,
      width: (isBefore && isLabelled ? max(stop, due ?? 0) : max(stop, due ?? 0) - start) + 4, y: y
    ) { pen in
      let lineEnd = due ?? stop
      for piece in axis.pieces(from: start, to: lineEnd, without: breaks) {
        let isAfterEnd = end.map { piece.start > axis.x($0) } ?? false
        pen.line(isAfterEnd ? "not-known" : "asked", from: piece.start, to: piece.end, y: y)
      }
      if let due {
        for piece in axis.pieces(from: due, to: stop, without: breaks) {
          if row.isSaidNotDone {
            pen.box("not-done", x: piece.start, width: piece.end - piece.start, y: y, height: 8)
          } else {
            pen.line("past-date", from: piece.start, to: piece.end, y: y)
          }
        }
        pen.upright("due", x: due, from: y - 7, to: y + 7)
      }
      pen.marks(of: row, on: axis, y: y, stop: max(stop, due ?? stop))
      if isLabelled, isBefore {
        pen.text(Self.shortened(row.label, to: letters), x: start, y: y, side: .before, away: 10)
      }
    }
  }

}

extension TimelinePen {
  /// What visits concluded, and the end of the line.
  fileprivate mutating func marks(
    of row: AskedRow, on axis: TimelineAxis, y: Double, stop: Double
  ) {
    for conclusion in row.conclusions {
      mark(x: axis.x(conclusion.day), y: y) { buffer in
        buffer.markup("<circle class=\"backing\" cx=\"10\" cy=\"10\" r=\"11\"/>")
        ProgressMark.shape(place: conclusion.place, of: conclusion.steps, to: &buffer)
      }
    }
    switch row.status {
    case .notKnown, .withheld:
      mark(x: stop, y: y, away: 18) { StatusMark.shape(.notKnown, to: &$0) }
    case .closed: mark(x: stop, y: y, away: 24) { StatusMark.shape(row.status, to: &$0) }
    case .open, .pastDate: break
    }
  }
}

extension TimelineAxis {
  /// The parts of a stretch that lie between the breaks.
  func pieces(
    from start: Double, to end: Double, without breaks: [TimelineBreak]
  ) -> [(start: Double, end: Double)] {
    var pieces: [(start: Double, end: Double)] = []
    var reached = start
    for x in breaks.map({ x($0.day) }).sorted() where x > reached && x < end {
      pieces.append((reached, x))
      reached = x + TimelineBreak.gap
    }
    if end > reached { pieces.append((reached, end)) }
    return pieces
  }

  /// Where the row's line or hatching ends.
  fileprivate func stop(of row: AskedRow, end: Day?) -> Double {
    switch row.status {
    case .closed: row.closed.map { x($0) } ?? self.end
    case .notKnown, .withheld: end.map { x($0) } ?? self.end
    case .pastDate: self.end
    case .open: row.due.map { x($0.latest.adding(days: 1)) } ?? self.end
    }
  }

  fileprivate func middle(of date: PartialDate) -> Day {
    date.earliest.adding(days: (date.latest.number - date.earliest.number) / 2)
  }
}
