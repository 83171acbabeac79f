import HTML

/// Pieces that every chart is put together from.
enum ChartParts {
  /// What the chart shows, then its base in quieter words.
  static func caption(_ title: String, base: String, to buffer: inout HTMLBuffer) {
    buffer.text(title)
    guard !base.isEmpty else { return }
    buffer.markup(" <span class=\"base\">")
    buffer.text(base)
    buffer.markup("</span>")
  }

  /// A small sample of a pattern for a key.
  static func swatch(_ pattern: ChartPattern, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg aria-hidden=\"true\"><rect class=\"")
    Patterns.write(pattern, to: &buffer)
    buffer.markup("\" width=\"24\" height=\"16\"/></svg>")
  }

  /// A cell with a number.
  static func numberCell(_ words: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<td class=\"number\">")
    buffer.text(words)
    buffer.markup("</td>")
  }

  /// A head of a column of numbers.
  static func numberHead(_ words: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<th scope=\"col\" class=\"number\">")
    buffer.text(words)
    buffer.markup("</th>")
  }

  /// Opens a frame in which a wide table scrolls by itself.
  static func frame(_ name: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<div class=\"table-frame\" role=\"region\" tabindex=\"0\" aria-label=\"")
    buffer.text(name)
    buffer.markup("\">")
  }
}
