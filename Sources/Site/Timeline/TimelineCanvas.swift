import HTML
import Inspections

/// A drawing with rows along one axis of time.
///
/// Its elements are links with names, written in the order of time whatever the order in which
/// they were added, so that a keyboard and a screen reader go through them as they happened.
struct TimelineCanvas {
  let axis: TimelineAxis
  /// The width of the row names, in per cent of the drawing.
  let gutter: Double
  private var height = 30.0
  private var rows = TimelinePen(capacity: 1024)
  /// Where every element is drawn, in the order in which they are added.
  private var drawn = TimelinePen(capacity: 4096)
  private var elements: [Element] = []

  private struct Element {
    let day: Int
    /// Its bytes among all that is drawn.
    let bytes: Range<Int>
  }

  /// The width of the drawing, in pixels, in the narrowest window that shows it (900 px).
  private static let narrowest = 868.0
  /// About how many pixels one per cent of the plot has there.
  private static let pixelsPerPercent = 7.4
  private static let pixelsPerLetter = 6.3
  private static let pixelsPerBoldLetter = 7.0

  init(axis: TimelineAxis, gutter: Double = 13) {
    self.axis = axis
    self.gutter = gutter
  }

  /// Begins a row and returns the height of its middle.
  mutating func row(_ name: String, height rowHeight: Double = 34) -> Double {
    rows.buffer.markup("<line class=\"row-rule\" x1=\"0\" x2=\"100%\" y1=\"")
    rows.buffer.decimal(height)
    rows.buffer.markup("\" y2=\"")
    rows.buffer.decimal(height)
    rows.buffer.markup("\"/>")
    let letters = Int(gutter * Self.narrowest / 100 / Self.pixelsPerBoldLetter)
    rows.text(
      Self.shortened(name, to: letters), x: 0, y: height + rowHeight / 2, away: 0, name: "row-name")
    defer { height += rowHeight }
    return height + rowHeight / 2
  }

  /// A row across the whole drawing that says why nothing goes on below it.
  mutating func breakRow(_ words: String) {
    rows.buffer.markup("<rect class=\"break\" x=\"0\" width=\"100%\" height=\"26\" y=\"")
    rows.buffer.decimal(height)
    rows.buffer.markup("\"/>")
    rows.text(words, x: 0, y: height + 13, name: "quiet")
    height += 26
  }

  /// Adds a link with a name.
  ///
  /// The part that can be pointed at begins at `x` and is as wide as `width`, in per cent.
  mutating func link(
    _ day: Day, to address: String, title: String, x: Double, width: Double, y: Double,
    height: Double = 26, _ draw: (inout TimelinePen) -> Void
  ) {
    plain(day) { pen in
      pen.buffer.markup("<a href=\"")
      pen.buffer.address(address)
      pen.buffer.markup("\"><title>")
      pen.buffer.text(title)
      pen.buffer.markup("</title>")
      pen.box("hit", x: max(x, 0), width: min(width, 100 - max(x, 0)), y: y, height: height)
      draw(&pen)
      pen.buffer.markup("</a>")
    }
  }

  /// Adds what says nothing that its neighbours do not.
  mutating func plain(_ day: Day, _ draw: (inout TimelinePen) -> Void) {
    let start = drawn.buffer.count
    draw(&drawn)
    elements.append(Element(day: day.number, bytes: start..<drawn.buffer.count))
  }

  /// About how many letters fit into a width of the plot.
  static func letters(in percent: Double) -> Int {
    max(0, Int(percent * pixelsPerPercent / pixelsPerLetter))
  }

  /// A text cut at a word where it is longer than `letters`; empty where hardly a word would stay.
  static func shortened(_ text: String, to letters: Int) -> String {
    // A text has at most as many letters as bytes, which are quicker to count.
    guard text.utf8.count > letters else { return text }
    guard letters >= 4 else { return text.count > letters ? "" : text }
    guard let limit = text.index(text.startIndex, offsetBy: letters, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return text }
    guard letters >= 8 else { return text[..<text.index(before: limit)] + "…" }
    let cut = text[..<text.index(limit, offsetBy: -2)]
    guard let space = cut.lastIndex(of: " "),
      letters - 2 - cut.distance(from: space, to: cut.endIndex) >= letters / 2
    else { return cut + " …" }
    return cut[..<space] + " …"
  }

  /// Writes the whole drawing.
  func svg(to pen: inout TimelinePen) {
    pen.buffer.markup("<svg class=\"timeline\" height=\"")
    pen.buffer.decimal(height + 8)
    pen.buffer.markup("\">")
    openPlot(&pen.buffer, isHidden: true)
    ground(&pen)
    pen.buffer.markup("</svg><g aria-hidden=\"true\">")
    pen.buffer.fragment(rows.buffer.fragment())
    pen.buffer.markup("</g>")
    openPlot(&pen.buffer, isHidden: false)
    let drawn = drawn.buffer.fragment()
    let inOrder = elements.sorted { left, right in
      (left.day, left.bytes.lowerBound) < (right.day, right.bytes.lowerBound)
    }
    for element in inOrder { pen.buffer.fragment(drawn, in: element.bytes) }
    pen.buffer.markup("</svg></svg>")
  }

  private func openPlot(_ buffer: inout HTMLBuffer, isHidden: Bool) {
    buffer.markup("<svg x=\"")
    buffer.decimal(gutter)
    buffer.markup("%\" width=\"")
    buffer.decimal(100 - gutter)
    buffer.markup("%\"")
    if isHidden { buffer.markup(" aria-hidden=\"true\"") }
    buffer.markup(">")
  }

  /// Years, quarters, the band and today.
  private func ground(_ pen: inout TimelinePen) {
    let bottom = height + 8
    let years = axis.years
    if axis.first.components.month != 1, years.first.map({ axis.x($0) > 7 }) ?? true {
      pen.text("\(axis.first.components.year)", x: 0, y: 13.5, away: 2, name: "quiet")
    }
    for year in years {
      pen.upright("year", x: axis.x(year), from: 4, to: bottom)
      guard axis.x(year) < axis.main - 5, axis.hasGap || abs(axis.x(year) - axis.todayX) > 6 else {
        continue
      }
      pen.text("\(year.components.year)", x: axis.x(year), y: 13.5, away: 5, name: "quiet")
    }
    for quarter in axis.quarters { pen.upright("quarter", x: axis.x(quarter), from: 22, to: 30) }
    if axis.hasGap {
      pen.box(
        "gap", x: axis.main, width: TimelineAxis.gapWidth, y: 30 + (bottom - 30) / 2,
        height: bottom - 30)
      pen.text("…", x: axis.main, y: 13.5, away: 2, name: "quiet")
    }
    pen.upright("today", x: axis.todayX, from: 24, to: bottom)
    pen.text("today", x: axis.todayX, y: 13.5, side: .middle)
  }
}
