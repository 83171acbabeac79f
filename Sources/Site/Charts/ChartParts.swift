import HTML

/// Pieces that every chart is put together from.
enum ChartParts {
  /// What the chart shows and in which unit, then its base in quieter words.
  static func caption(
    _ title: Wording, unit: Wording = "", base: String, to buffer: inout HTMLBuffer
  ) {
    buffer.words(title)
    if !unit.text.isEmpty {
      buffer.markup(", ")
      buffer.words(unit)
    }
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
    _ pattern: ChartPattern, _ title: Wording, count: Int? = nil, to buffer: inout HTMLBuffer
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

  /// A part of a bar; `start` and `width` in per cent of the drawing's width, the others in pixels at the
  /// usual size of text, with which they grow.
  static func segment(
    _ pattern: ChartPattern, from start: Double, width: Double, y: Int, height: Int,
    to buffer: inout HTMLBuffer
  ) {
    buffer.markup("<rect")
    Patterns.write(pattern, to: &buffer)
    buffer.markup(" x=\"")
    buffer.text(ChartFigures.percent(start))
    buffer.markup("\" y=\"")
    buffer.em(y)
    buffer.markup("\" width=\"")
    buffer.text(ChartFigures.percent(width))
    buffer.markup("\" height=\"")
    buffer.em(height)
    buffer.markup("\"/>")
  }

  /// Opens a drawing as wide as its frame that is read as `name`, and as high as so many pixels at the usual
  /// size of text.
  static func drawing(_ name: String, height: Int, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg width=\"100%\" height=\"")
    buffer.em(height)
    buffer.markup("\" role=\"img\" aria-label=\"")
    buffer.text(name)
    buffer.markup("\">")
  }

  /// An upright line.
  static func line(
    _ name: StaticString, at x: Double, from top: Int, to bottom: Int, to buffer: inout HTMLBuffer
  ) {
    let x = ChartFigures.percent(x)
    buffer.markup("<line class=\"")
    buffer.markup(name)
    buffer.markup("\" stroke=\"currentColor\" x1=\"")
    buffer.text(x)
    buffer.markup("\" x2=\"")
    buffer.text(x)
    buffer.markup("\" y1=\"")
    buffer.em(top)
    buffer.markup("\" y2=\"")
    buffer.em(bottom)
    buffer.markup("\"/>")
  }

  /// A number at a place of a bar, centred; one that stands in the bar has an edge, so that it can be read
  /// on every pattern.
  static func count(
    _ digits: Wording, at x: Double, y: Int, isInBar: Bool = false, to buffer: inout HTMLBuffer
  ) {
    words(
      digits, class: isInBar ? "count in-bar" : "count", anchor: "middle", at: x, y: y, to: &buffer)
  }

  /// Words at a place of a drawing, or so far behind it, smaller than the text around by the same share at
  /// every size.
  static func words(
    _ words: Wording, class name: StaticString, anchor: StaticString, at x: Double, gap: Int = 0,
    y: Int, to buffer: inout HTMLBuffer
  ) {
    buffer.markup("<text class=\"")
    buffer.markup(name)
    buffer.markup("\" font-size=\".8125em\" text-anchor=\"")
    buffer.markup(anchor)
    buffer.markup("\" x=\"")
    buffer.text(ChartFigures.percent(x))
    if gap > 0 {
      buffer.markup("\" dx=\"")
      buffer.em(gap, of: 13)
    }
    buffer.markup("\" y=\"")
    buffer.em(y, of: 13)
    buffer.markup("\"")
    buffer.language(words.language)
    buffer.markup(">")
    buffer.text(words.text)
    buffer.markup("</text>")
  }

  /// Whether a number has room in a part of a bar, in per cent of its width, even on a phone.
  static func hasRoom(_ digits: String, in width: Double) -> Bool {
    width >= 1 + 3.6 * Double(digits.count)
  }

  /// Ends a chart with the link to the same figures as a file and, where the drawing is no table itself, with
  /// one that opens.
  static func end(
    _ file: String?, of title: Wording, to buffer: inout HTMLBuffer,
    table: ((inout HTMLBuffer) -> Void)?
  ) {
    download(file, of: title, to: &buffer)
    if let table {
      buffer.markup("<details><summary>Figures as a table</summary>")
      table(&buffer)
      buffer.markup("</details>\n")
    }
    buffer.markup("</figure>\n")
  }

  /// The link to the same figures as a file; nothing where none is published.
  ///
  /// What they are figures of is for readers who go from link to link.
  private static func download(_ address: String?, of title: Wording, to buffer: inout HTMLBuffer) {
    guard let address else { return }
    buffer.markup("<p class=\"standing\"><a href=\"")
    buffer.text(address)
    buffer.markup("\" download>These figures as CSV<span class=\"unseen\">: ")
    buffer.words(title)
    buffer.markup("</span></a></p>\n")
  }

  /// A cell with a number.
  static func numberCell(_ words: String, to buffer: inout HTMLBuffer) {
    buffer.markup("<td class=\"number\">")
    buffer.words(words)
    buffer.markup("</td>")
  }

  /// A head of a column of numbers.
  static func numberHead(_ words: Wording, to buffer: inout HTMLBuffer) {
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

extension HTMLBuffer {
  /// Appends a length that is so many pixels where text has `size`, and grows with it.
  fileprivate mutating func em(_ pixels: Int, of size: Int = 16) {
    decimal(Double(pixels) / Double(size))
    markup("em")
  }
}
