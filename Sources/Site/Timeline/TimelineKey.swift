import HTML

/// What the marks of a timeline mean, and those of its lines that the words of their rows do not tell: of each
/// kind that is drawn beside the key.
///
/// Rows that one opens to have a key of their own, which stands with them and adds what is drawn in them alone.
struct TimelineKey {
  private var entries: [(sample: Sample, words: String)] = []
  private let seen: Seen

  private enum Sample {
    case mark(TimelineShape)
    case line(TimelineStroke.Kind)
    case about
    case cut
    case gap
    case broken
  }

  /// The key of a drawing, for all rows that show without opening one.
  init(of layout: TimelineLayout) {
    self.init(of: layout.rows, beyond: Seen())
    entries.append((.gap, layout.axis.endsToday ? TimelineWords.quiet : TimelineWords.between))
    if layout.breaks.contains(where: { $0.reason == .scale }) {
      entries.append((.broken, TimelineWords.anotherScale))
    }
    if layout.breaks.contains(where: { $0.reason == .end }) {
      entries.append((.broken, TimelineWords.areaEnds))
    }
  }

  /// The key of the rows that one opens to, beside the key outside it.
  init(inside row: TimelineLayout.Row, beside outer: TimelineKey) {
    self.init(of: row.items, beyond: outer.seen)
  }

  private init(of rows: [TimelineLayout.Row], beyond known: Seen) {
    var seen = known
    for row in rows { seen.take(row) }
    self.seen = seen
    for (kind, shape) in seen.shapes.sorted(by: { $0.kind < $1.kind })
    where !known.shapes.contains(where: { $0.kind == kind }) {
      entries.append((.mark(shape), TimelineWords.meaning(of: kind)))
    }
    for kind in Self.lines where seen.lines.contains(kind) && !known.lines.contains(kind) {
      entries.append((.line(kind), TimelineWords.meaning(of: kind)))
    }
    if seen.isAbout && !known.isAbout { entries.append((.about, TimelineWords.about)) }
    if seen.isCut && !known.isCut { entries.append((.cut, TimelineWords.cut)) }
  }

  /// The lines that need words, in the order in which they are explained.
  private static let lines: [TimelineStroke.Kind] = [
    .asked, .undated, .pastDate, .notDone, .notKnown, .fadeIn,
  ]

  /// What is drawn in some rows, apart from what these open to: so little that lists are quicker
  /// than hashing.
  private struct Seen {
    /// One mark of each kind.
    private(set) var shapes: [(kind: TimelineWords.MarkKind, shape: TimelineShape)] = []
    private(set) var lines: [TimelineStroke.Kind] = []
    var isAbout = false
    var isCut = false

    mutating func take(_ row: TimelineLayout.Row) {
      for mark in row.marks {
        take(mark.shape)
        if row.row.place == .row { isAbout = isAbout || mark.marks.contains { !$0.isExact } }
      }
      for stroke in row.strokes {
        if stroke.kind == .due { take(.due) }
        let kind = stroke.kind == .fadeOut ? .fadeIn : stroke.kind
        if !lines.contains(kind) { lines.append(kind) }
        isAbout = isAbout || stroke.kind == .about
        isCut = isCut || stroke.isCut
      }
    }

    private mutating func take(_ shape: TimelineShape) {
      let kind = TimelineWords.MarkKind(shape)
      if !shapes.contains(where: { $0.kind == kind }) { shapes.append((kind, shape)) }
    }
  }

  func write(with pen: inout TimelinePen) {
    guard !entries.isEmpty else { return }
    pen.buffer.markup("<ul class=\"timeline-key\">\n")
    for (sample, words) in entries {
      pen.buffer.markup("<li><svg width=\"")
      if case .mark(let shape) = sample {
        pen.buffer.decimal(max(2, shape.width))
      } else {
        pen.buffer.markup("2")
      }
      pen.buffer.markup(
        "em\" height=\"1.5em\" fill=\"none\" stroke=\"currentColor\" aria-hidden=\"true\">")
      pen.buffer.markup("<svg y=\".75em\" overflow=\"visible\">")
      switch sample {
      case .mark(let shape):
        TimelineSymbols.use(shape, x: 50, y: 0, to: &pen.buffer)
        if shape == .several { pen.count(2, x: 50, y: 0) }
      case .line(let kind): pen.stroke(.init(kind: kind, from: 0, to: 100))
      case .about: pen.stroke(.init(kind: .about, from: 10, to: 90))
      case .cut: pen.stroke(.init(kind: .band, from: -10, to: 80))
      case .gap: pen.band(.quiet, from: 10, to: 90, isSample: true)
      case .broken: pen.band(.broken, from: 30, to: 70, isSample: true)
      }
      pen.buffer.markup("</svg></svg> ")
      pen.buffer.words(words)
      pen.buffer.markup("</li>\n")
    }
    pen.buffer.markup("</ul>\n")
  }
}
