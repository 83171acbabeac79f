import HTML

/// Pieces that every chart is put together from.
enum ChartParts {
  /// What the chart shows, then its base in quieter words.
  static func caption(_ title: String, base: String, to buffer: inout HTMLBuffer) {
    buffer.words(title)
    guard !base.isEmpty else { return }
    buffer.markup(" <span class=\"base\">")
    buffer.words(base)
    buffer.markup("</span>")
  }

  /// A small sample of a pattern for a key.
  static func swatch(_ pattern: ChartPattern, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg width=\"24\" height=\"16\" aria-hidden=\"true\"><rect")
    Patterns.write(pattern, to: &buffer)
    buffer.markup(" width=\"24\" height=\"16\"/></svg>")
  }

  /// An entry of a key: a pattern with what it stands for, and how many have it where that is said.
  static func keyEntry(
    _ pattern: ChartPattern, _ title: String, count: Int? = nil, to buffer: inout HTMLBuffer
  ) {
    buffer.markup("<li>")
    swatch(pattern, to: &buffer)
    buffer.words(title)
    if let count {
      buffer.markup(" <b>")
      buffer.number(count)
      buffer.markup("</b>")
    }
    buffer.markup("</li>")
  }

  /// A part of a bar; `start` and `width` in per cent of the drawing's width, the others in pixels.
  static func segment(
    _ pattern: ChartPattern, from start: Double, width: Double, y: Int, height: Int,
    to buffer: inout HTMLBuffer
  ) {
    buffer.markup("<rect")
    Patterns.write(pattern, to: &buffer)
    buffer.markup(" x=\"")
    buffer.text(ChartFigures.percent(start))
    buffer.markup("\" y=\"")
    buffer.number(y)
    buffer.markup("\" width=\"")
    buffer.text(ChartFigures.percent(width))
    buffer.markup("\" height=\"")
    buffer.number(height)
    buffer.markup("\"/>")
  }

  /// A number at a place of a bar, centred; one that stands in the bar has an edge, so that it can be read
  /// on every pattern.
  static func count(
    _ digits: String, at x: Double, y: Int, isInBar: Bool = false, to buffer: inout HTMLBuffer
  ) {
    buffer.markup(isInBar ? "<text class=\"count in-bar\"" : "<text class=\"count\"")
    buffer.markup(" text-anchor=\"middle\" x=\"")
    buffer.text(ChartFigures.percent(x))
    buffer.markup("\" y=\"")
    buffer.number(y)
    buffer.markup("\">")
    buffer.text(digits)
    buffer.markup("</text>")
  }

  /// Whether a number has room in a part of a bar, in per cent of its width, even on a phone.
  static func hasRoom(_ digits: String, in width: Double) -> Bool {
    width >= 1 + 3.6 * Double(digits.count)
  }

  /// The link to the same figures as a file; nothing where none is published.
  static func download(_ address: String?, to buffer: inout HTMLBuffer) {
    guard let address else { return }
    buffer.markup("<p class=\"standing\"><a href=\"")
    buffer.text(address)
    buffer.markup("\" download>These figures as CSV</a></p>\n")
  }

  /// A cell with a number.
  static func numberCell(_ words: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<td class=\"number\">")
    buffer.words(words)
    buffer.markup("</td>")
  }

  /// A head of a column of numbers.
  static func numberHead(_ words: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<th scope=\"col\" class=\"number\">")
    buffer.words(words)
    buffer.markup("</th>")
  }

  /// Opens a frame in which a wide table scrolls by itself.
  static func frame(_ name: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<div class=\"table-frame\" role=\"region\" tabindex=\"0\" aria-label=\"")
    buffer.text(name)
    buffer.markup("\">")
  }
}
