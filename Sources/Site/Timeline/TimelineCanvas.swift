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
  private var rows = TimelinePen()
  private var elements: [Element] = []

  private struct Element {
    let day: Int
    let place: Int
    let html: HTMLFragment
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
    var pen = TimelinePen()
    pen.buffer.markup("<a href=\"")
    pen.buffer.address(address)
    pen.buffer.markup("\"><title>")
    pen.buffer.text(title)
    pen.buffer.markup("</title>")
    pen.box("hit", x: max(x, 0), width: min(width, 100 - max(x, 0)), y: y, height: height)
    draw(&pen)
    pen.buffer.markup("</a>")
    add(day, pen)
  }

  /// Adds what says nothing that its neighbours do not.
  mutating func plain(_ day: Day, _ draw: (inout TimelinePen) -> Void) {
    var pen = TimelinePen()
    draw(&pen)
    add(day, pen)
  }

  private mutating func add(_ day: Day, _ pen: TimelinePen) {
    elements.append(Element(day: day.number, place: elements.count, html: pen.buffer.fragment()))
  }

  /// About how many letters fit into a width of the plot.
  static func letters(in percent: Double) -> Int {
    max(0, Int(percent * pixelsPerPercent / pixelsPerLetter))
  }

  /// A text cut at a word where it is longer than `letters`; empty where hardly a word would stay.
  static func shortened(_ text: String, to letters: Int) -> String {
    // A text has at most as many letters as bytes, which are quicker to count.
    guard text.utf8.count > letters, text.count > letters else { return text }
    guard letters >= 8 else { return letters >= 4 ? String(text.prefix(letters - 1)) + "…" : "" }
    let cut = text.prefix(letters - 2)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return (words.count >= letters / 2 ? String(words) : String(cut)) + " …"
  }

  /// The whole drawing.
  func svg() -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 16 * 1024)
    buffer.markup("<svg class=\"timeline\" height=\"")
    buffer.decimal(height + 8)
    buffer.markup("\">")
    openPlot(&buffer, isHidden: true)
    buffer.fragment(ground())
    buffer.markup("</svg><g aria-hidden=\"true\">")
    buffer.fragment(rows.buffer.fragment())
    buffer.markup("</g>")
    openPlot(&buffer, isHidden: false)
    for element in elements.sorted(by: { ($0.day, $0.place) < ($1.day, $1.place) }) {
      buffer.fragment(element.html)
    }
    buffer.markup("</svg></svg>")
    return buffer.fragment()
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
  private func ground() -> HTMLFragment {
    let bottom = height + 8
    var pen = TimelinePen()
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
    return pen.buffer.fragment()
  }
}
