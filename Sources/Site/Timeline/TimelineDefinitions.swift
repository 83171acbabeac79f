import HTML

/// The symbols, patterns and fades that one timeline refers to.
///
/// A drawing uses a few of those that there are, and tens of thousands of pages have a drawing.
struct TimelineDefinitions {
  private var shapes: Set<TimelineShape> = []
  private var lines: Set<TimelineStroke.Kind> = []

  init(of layout: TimelineLayout) {
    for row in layout.rows { take(row) }
  }

  private mutating func take(_ row: TimelineLayout.Row) {
    for mark in row.marks {
      if case .split(let grades, let steps) = mark.shape {
        for filled in grades { shapes.insert(.grade(filled: filled, steps: steps)) }
      } else {
        shapes.insert(mark.shape)
      }
    }
    for stroke in row.strokes {
      lines.insert(stroke.kind)
      if stroke.kind == .due { shapes.insert(.due) }
    }
    for item in row.items { take(item) }
  }

  func html() -> HTMLFragment {
    Patterns.drawing { buffer in
      if lines.contains(.notDone) { Patterns.notDone(to: &buffer) }
      Patterns.gap(to: &buffer)
      if lines.contains(.fadeIn) || lines.contains(.fadeOut) { Patterns.fades(to: &buffer) }
      TimelineSymbols.write(shapes, to: &buffer)
    }
  }
}
