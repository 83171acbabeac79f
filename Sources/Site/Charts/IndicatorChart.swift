import Diagnostics
import HTML

/// A measured figure as a bar from zero, those it is compared with as dots, and the target as a line
/// through all rows.
///
/// The names of the rows are words of a list, so that they wrap and grow; beside each stands its drawing.
struct IndicatorChart: Sendable {
  /// One figure.
  struct Row: Sendable {
    /// Whose figure it is.
    let title: Wording
    /// The figure; nil where it is not known.
    let value: Double?
  }

  /// What is measured.
  let title: Wording
  /// Which direction is better and when it was measured.
  let about: String
  /// The numbered paragraph that gives it, if one does.
  let paragraph: String?
  /// The unit of every figure, in words.
  let unit: Wording
  /// The area's own figure.
  let value: Row
  /// What it should be; nil where none is known.
  let target: Double?
  /// Figures of others.
  let comparators: [Row]
  /// The address of the same figures as CSV; nil where none is published.
  var file: String?

  /// Both in a line.
  var base: String { about + (paragraph.map { "; paragraph \($0)" } ?? "") }

  private var isPerCent: Bool { unit.text == "per cent" || unit.text == "%" }
  var rows: [Row] { [value] + comparators }

  /// The numbers take what is left of the width.
  private static let plotWidth = 82.0

  /// The figures at both ends of the plot; zero is always between them.
  private var range: ClosedRange<Double> {
    let values = rows.compactMap(\.value) + (target.map { [$0] } ?? [])
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    return low...(high > low ? high : low + 1)
  }

  /// Where a figure stands in per cent of the drawing's width.
  func position(of figure: Double) -> Double {
    let range = range
    return Self.plotWidth * (figure - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The figure.
  func html() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart indicator\">\n<figcaption>")
    ChartParts.caption(title, unit: unit, base: base, to: &buffer)
    buffer.markup("</figcaption>\n")
    drawing(to: &buffer)
    ChartParts.end(file, of: title, to: &buffer) { table(to: &$0) }
    return buffer.fragment()
  }

  /// `Far South West: 26%, National: 34%; target 65%`.
  var words: String {
    let figures = rows.map { "\($0.title): \(words($0.value))" }.joined(separator: ", ")
    return target.map { "\(figures); target \(words($0))" } ?? figures
  }

  /// The same, each title with its language.
  var marked: HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.counted(rows.map { ($0.title, words($0.value)) })
    if let target { buffer.words("; target \(words(target))") }
    return buffer.fragment()
  }

  /// The same figure by figure, the target last.
  var figures: [(title: Wording, figure: String)] {
    var figures = rows.map { (title: $0.title, figure: words($0.value)) }
    if let target { figures.append((title: "Target", figure: words(target))) }
    return figures
  }

  private func words(_ value: Double?) -> String {
    value.map { ChartFigures.figure($0, isPerCent: isPerCent) } ?? "not known"
  }

  private func drawing(to buffer: inout HTMLBuffer) {
    buffer.markup("<ul class=\"drawn-rows\">\n")
    if let target {
      item("Target", words(target), to: &buffer) { buffer in
        ChartParts.words(
          Wording(words(target)), class: "quiet", anchor: "middle", at: position(of: target), y: 13,
          to: &buffer)
        ChartParts.line(
          "target", at: position(of: target), from: 17, to: Self.lineEnd, to: &buffer)
      }
    }
    for (index, row) in rows.enumerated() {
      item(row.title, words(row.value), to: &buffer) { draw(row, isOwn: index == 0, to: &$0) }
    }
    buffer.markup("</ul>\n")
  }

  /// Lines go on to the end of the list, which cuts them off.
  private static let lineEnd = 999
  /// The height of a row, in pixels at the usual size of text.
  private static let height = 30

  private func item(
    _ title: Wording, _ figure: String, to buffer: inout HTMLBuffer,
    drawing: (inout HTMLBuffer) -> Void
  ) {
    buffer.markup("<li><span>")
    buffer.words(title)
    buffer.markup("</span>")
    ChartParts.drawing(figure, height: Self.height, to: &buffer)
    drawing(&buffer)
    buffer.markup("</svg></li>\n")
  }

  private func draw(_ row: Row, isOwn: Bool, to buffer: inout HTMLBuffer) {
    let zero = position(of: 0)
    let end = row.value.map { position(of: $0) } ?? zero
    if row.value != nil, isOwn {
      ChartParts.segment(
        .ramp(4), from: min(zero, end), width: abs(end - zero), y: 3, height: 22, to: &buffer)
    } else if row.value != nil {
      buffer.markup("<circle class=\"comparator\" cx=\"")
      buffer.text(ChartFigures.percent(end))
      buffer.markup("\" cy=\".88em\" r=\".38em\"/>")
    }
    ChartParts.line("axis", at: zero, from: 0, to: Self.lineEnd, to: &buffer)
    ChartParts.words(
      Wording(words(row.value)), class: isOwn ? "strong" : "number", anchor: "start",
      at: max(zero, end), gap: isOwn ? 6 : 12, y: 19, to: &buffer)
  }

  private func table(to buffer: inout HTMLBuffer) {
    buffer.markup("<table><caption class=\"unseen\">")
    buffer.words(title)
    buffer.markup("</caption><thead><tr><th scope=\"col\">Where</th>")
    ChartParts.numberHead(unit, to: &buffer)
    if let target {
      ChartParts.numberHead(
        Wording("Against the target of \(target.decimalDigits)"), to: &buffer)
    }
    buffer.markup("</tr></thead><tbody>")
    for row in rows {
      buffer.markup("<tr><th scope=\"row\">")
      buffer.words(row.title)
      buffer.markup("</th>")
      ChartParts.numberCell(row.value.map(\.decimalDigits) ?? "not known", to: &buffer)
      if let target { ChartParts.numberCell(distance(of: row.value, from: target), to: &buffer) }
      buffer.markup("</tr>")
    }
    buffer.markup("</tbody></table>")
  }

  /// `39 below`, `on it`, `4 above`; a difference of decimals is rounded to six places.
  private func distance(of value: Double?, from target: Double) -> String {
    guard let value else { return "not known" }
    let difference = ((value - target) * 1e6).rounded() / 1e6
    if difference == 0 { return "on it" }
    return abs(difference).decimalDigits + (difference < 0 ? " below" : " above")
  }
}
