import HTML

/// The symbols, patterns and fades that one timeline refers to.
///
/// A drawing uses a few of those that there are, and tens of thousands of pages have a drawing.
struct TimelineDefinitions {
  // Each once, and so few that lists are quicker than hashing.
  private var shapes: [TimelineShape] = []
  private var lines: [TimelineStroke.Kind] = []

  init(of layout: TimelineLayout) {
    for row in layout.rows { take(row) }
  }

  private mutating func take(_ row: TimelineLayout.Row) {
    for mark in row.marks {
      if case .split(let grades, let steps) = mark.shape {
        for filled in grades { take(.grade(filled: filled, steps: steps)) }
      } else {
        take(mark.shape)
      }
    }
    for stroke in row.strokes {
      if !lines.contains(stroke.kind) { lines.append(stroke.kind) }
      if stroke.kind == .due { take(.due) }
    }
    for item in row.items { take(item) }
  }

  private mutating func take(_ shape: TimelineShape) {
    if !shapes.contains(shape) { shapes.append(shape) }
  }

  func write(to buffer: inout HTMLBuffer) {
    Patterns.drawing(to: &buffer) { buffer in
      if lines.contains(.notDone) { Patterns.notDone(to: &buffer) }
      Patterns.gap(to: &buffer)
      if lines.contains(.fadeIn) || lines.contains(.fadeOut) { Patterns.fades(to: &buffer) }
      TimelineSymbols.write(shapes, to: &buffer)
    }
  }
}
