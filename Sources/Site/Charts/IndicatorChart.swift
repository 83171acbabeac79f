import Diagnostics
import HTML

/// A measured figure as a bar from zero, those it is compared with as dots, and the target as a line
/// through all rows.
struct IndicatorChart: Sendable {
  /// One figure.
  struct Row: Sendable {
    /// Whose figure it is.
    let title: String
    /// The figure; nil where it is not known.
    let value: Double?
  }

  /// What is measured.
  let title: String
  /// Which direction is better and when it was measured; may be empty.
  let base: String
  /// The unit of every figure, in words.
  let unit: String
  /// The area's own figure.
  let value: Row
  /// What it should be; nil where none is known.
  let target: Double?
  /// Figures of others.
  let comparators: [Row]
  /// The address of the same figures as CSV; nil where none is published.
  var file: String?

  private var isPerCent: Bool { unit == "per cent" || unit == "%" }
  var rows: [Row] { [value] + comparators }

  /// The names of rows take the first part of the width, the numbers the last.
  private static let plotStart = 34.0
  private static let plotWidth = 56.0

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
    return Self.plotStart
      + Self.plotWidth * (figure - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The figure.
  func html() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart indicator\">\n<figcaption>")
    ChartParts.caption("\(title), \(unit)", base: base, to: &buffer)
    buffer.markup("</figcaption>\n")
    drawing(to: &buffer)
    buffer.markup("<details><summary>Figures as a table</summary>")
    table(to: &buffer)
    buffer.markup("</details>\n")
    ChartParts.download(file, to: &buffer)
    buffer.markup("</figure>\n")
    return buffer.fragment()
  }

  /// `Far South West: 26%, National: 34%; target 65%`.
  var words: String {
    let figures = rows.map { "\($0.title): \(words($0.value))" }.joined(separator: ", ")
    return target.map { "\(figures); target \(words($0))" } ?? figures
  }

  private func words(_ value: Double?) -> String {
    value.map { ChartFigures.figure($0, isPerCent: isPerCent) } ?? "not known"
  }

  private func drawing(to buffer: inout HTMLBuffer) {
    let height = 34 * rows.count + 40
    buffer.markup("<svg width=\"100%\" height=\"")
    buffer.number(height)
    buffer.markup("\" role=\"img\" aria-label=\"")
    buffer.text(words)
    buffer.markup("\">")
    for (index, row) in rows.enumerated() {
      draw(row, top: 30 + 34 * index, isOwn: index == 0, to: &buffer)
    }
    line("axis", at: position(of: 0), from: 24, to: height - 10, &buffer)
    if let target {
      line("target", at: position(of: target), from: 18, to: height - 10, &buffer)
      buffer.markup("<text class=\"quiet\" text-anchor=\"middle\" y=\"12\" x=\"")
      buffer.text(ChartFigures.percent(position(of: target)))
      buffer.markup("\">target ")
      buffer.text(words(target))
      buffer.markup("</text>")
    }
    buffer.markup("</svg>\n")
  }

  private func draw(_ row: Row, top: Int, isOwn: Bool, to buffer: inout HTMLBuffer) {
    buffer.markup("<text x=\"0\" y=\"")
    buffer.number(top + 16)
    buffer.markup("\">")
    buffer.text(row.title)
    buffer.markup("</text>")
    let zero = position(of: 0)
    let end = row.value.map { position(of: $0) } ?? zero
    if row.value != nil, isOwn {
      buffer.markup("<rect class=\"value\" x=\"")
      buffer.text(ChartFigures.percent(min(zero, end)))
      buffer.markup("\" y=\"")
      buffer.number(top)
      buffer.markup("\" width=\"")
      buffer.text(ChartFigures.percent(abs(end - zero)))
      buffer.markup("\" height=\"24\"/>")
    } else if row.value != nil {
      buffer.markup("<line class=\"axis\" x1=\"")
      buffer.text(ChartFigures.percent(zero))
      buffer.markup("\" x2=\"")
      buffer.text(ChartFigures.percent(end))
      buffer.markup("\" y1=\"")
      buffer.number(top + 12)
      buffer.markup("\" y2=\"")
      buffer.number(top + 12)
      buffer.markup("\"/><circle class=\"comparator\" cx=\"")
      buffer.text(ChartFigures.percent(end))
      buffer.markup("\" cy=\"")
      buffer.number(top + 12)
      buffer.markup("\" r=\"6\"/>")
    }
    buffer.markup("<text x=\"")
    buffer.text(ChartFigures.percent(max(zero, end)))
    buffer.markup("\" dx=\"")
    buffer.number(isOwn ? 8 : 14)
    buffer.markup("\" y=\"")
    buffer.number(top + 16)
    if isOwn { buffer.markup("\" class=\"strong") }
    buffer.markup("\">")
    buffer.text(words(row.value))
    buffer.markup("</text>")
  }

  private func line(
    _ name: StaticString, at position: Double, from top: Int, to bottom: Int,
    _ buffer: inout HTMLBuffer
  ) {
    buffer.markup("<line class=\"")
    buffer.markup(name)
    buffer.markup("\" x1=\"")
    buffer.text(ChartFigures.percent(position))
    buffer.markup("\" x2=\"")
    buffer.text(ChartFigures.percent(position))
    buffer.markup("\" y1=\"")
    buffer.number(top)
    buffer.markup("\" y2=\"")
    buffer.number(bottom)
    buffer.markup("\"/>")
  }

  private func table(to buffer: inout HTMLBuffer) {
    buffer.markup("<table><caption class=\"unseen\">")
    buffer.words(title)
    buffer.markup("</caption><thead><tr><th scope=\"col\">Where</th>")
    ChartParts.numberHead(unit, to: &buffer)
    if let target {
      ChartParts.numberHead("Against the target of \(target.decimalDigits)", to: &buffer)
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
