import HTML

/// Writes the shapes of a timeline: across in per cent of the plot, down in em from the middle of the
/// first lane of marks.
///
/// Every shape brings its own fill and stroke, so that it is right without a style sheet.
struct TimelinePen {
  /// The whole drawing, with room for one of a few rows.
  var buffer = HTMLBuffer(capacity: 8 * 1024)

  /// A line down all rows: the first day of a quarter or a year, or today.
  enum Upright {
    case quarter, year, today
  }

  /// A line down all rows.
  mutating func upright(_ line: Upright, at x: Double) {
    switch line {
    case .quarter: buffer.markup("<line class=\"quarter\" x1=\"")
    case .year: buffer.markup("<line class=\"year\" x1=\"")
    case .today: buffer.markup("<line class=\"today\" x1=\"")
    }
    buffer.decimal(x)
    buffer.markup("%\" x2=\"")
    buffer.decimal(x)
    buffer.markup("%\" y1=\"2.6em\" y2=\"100%\" stroke-opacity=\".3\"/>")
  }

  /// What stands across all rows: the band for a quiet time, or a break.
  enum Across {
    case quiet, broken
  }

  /// A band down all rows; a part of one, for the key.
  mutating func band(_ band: Across, from start: Double, to end: Double, isSample: Bool = false) {
    switch band {
    case .quiet: buffer.markup("<rect class=\"quiet\" x=\"")
    case .broken: buffer.markup("<rect class=\"break\" x=\"")
    }
    buffer.decimal(start)
    buffer.markup("%\" width=\"")
    buffer.decimal(end - start)
    if isSample {
      buffer.markup("%\" y=\"-.6em\" height=\"1.2em\"")
    } else {
      buffer.markup("%\" y=\"2.6em\" height=\"100%\"")
    }
    switch band {
    case .quiet: buffer.markup(" fill=\"url(#pattern-gap)\" stroke=\"none\"/>")
    case .broken: buffer.markup(" stroke-opacity=\".6\" stroke-dasharray=\"3 3\"/>")
    }
  }

  /// A year, or today.
  mutating func label(_ label: TimelineLayout.Label) {
    buffer.markup("<text x=\"")
    buffer.decimal(label.x)
    buffer.markup(label.line == 0 ? "%\" y=\"1em\"" : "%\" y=\"2.3em\"")
    switch label.side {
    case .after: buffer.markup(" fill=\"currentColor\" stroke=\"none\">")
    case .before:
      buffer.markup(" text-anchor=\"end\" fill=\"currentColor\" stroke=\"none\">")
    }
    buffer.text(label.text)
    buffer.markup("</text>")
  }

  /// A stretch of time.
  mutating func stroke(_ stroke: TimelineLayout.Stroke) {
    switch stroke.kind {
    case .band:
      box(
        "band", stroke, height: 0.5,
        " fill=\"currentColor\" fill-opacity=\".15\" stroke-opacity=\".5\"")
    case .about:
      box(
        "about", stroke, height: 0.5, " fill=\"currentColor\" fill-opacity=\".3\" stroke=\"none\"")
    case .fadeIn: box("fade", stroke, height: 0.5, " fill=\"url(#fade-in)\" stroke=\"none\"")
    case .fadeOut: box("fade", stroke, height: 0.5, " fill=\"url(#fade-out)\" stroke=\"none\"")
    case .notDone: box("not-done", stroke, height: 0.55, " fill=\"url(#pattern-not-done)\"")
    case .asked: line("asked", stroke, " stroke-width=\"2.5\"")
    case .undated: line("undated", stroke, " stroke-width=\".8\" stroke-dasharray=\"6 3\"")
    case .pastDate: line("past-date", stroke, " stroke-width=\".8\"")
    case .notKnown: line("not-known", stroke, " stroke-width=\"2\" stroke-dasharray=\"2 4\"")
    case .due: TimelineSymbols.use(.due, x: stroke.from, y: 0, to: &buffer)
    }
  }

  /// When something was, under its mark.
  mutating func time(isExact: Bool, x: Double, width: Double, lane: Int) {
    buffer.markup("<rect x=\"")
    buffer.decimal(x)
    buffer.markup("%\" width=\"")
    buffer.decimal(width)
    buffer.markup("%\" y=\"")
    buffer.decimal(Double(lane) * TimelineLayout.laneHeight + 0.55)
    buffer.markup("em\" height=\".15em\"")
    if !isExact { buffer.markup(" fill-opacity=\".35\"") }
    buffer.markup("/>")
  }

  /// How many a mark stands for.
  mutating func count(_ count: Int, x: Double, y: Double) {
    let size = 0.75
    buffer.markup("<text x=\"")
    buffer.decimal(x)
    buffer.markup("%\" y=\"")
    buffer.decimal(y / size + 0.35)
    buffer.markup(
      "em\" font-size=\".75em\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">")
    if count > 99 { buffer.markup("99+") } else { buffer.number(count) }
    buffer.markup("</text>")
  }

  private mutating func box(
    _ name: StaticString, _ stroke: TimelineLayout.Stroke, height: Double, _ paint: StaticString
  ) {
    buffer.markup("<rect class=\"")
    buffer.markup(name)
    buffer.markup("\" x=\"")
    buffer.decimal(stroke.from)
    buffer.markup("%\" width=\"")
    buffer.decimal(max(stroke.to - stroke.from, 0.3))
    buffer.markup("%\" y=\"")
    buffer.decimal(-height / 2)
    buffer.markup("em\" height=\"")
    buffer.decimal(height)
    buffer.markup("em\"")
    buffer.markup(paint)
    buffer.markup("/>")
  }

  private mutating func line(
    _ name: StaticString, _ stroke: TimelineLayout.Stroke, _ paint: StaticString
  ) {
    buffer.markup("<line class=\"")
    buffer.markup(name)
    buffer.markup("\" x1=\"")
    buffer.decimal(stroke.from)
    buffer.markup("%\" x2=\"")
    buffer.decimal(stroke.to)
    buffer.markup("%\"")
    buffer.markup(paint)
    buffer.markup("/>")
  }
}
