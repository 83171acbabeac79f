import HTML

/// What the drawing of every mark has in common.
enum MarkSVG {
  /// Writes the attributes that draw a mark in outline in the colour of the words around it, and
  /// `height` pixels high, where no style sheet says otherwise.
  static func write(height: Int, to buffer: inout HTMLBuffer) {
    buffer.markup("fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" height=\"")
    buffer.number(height)
    buffer.markup("\"")
  }
}

extension HTMLBuffer {
  /// Appends the attribute for the language of an element's words; nothing where that is the site's.
  mutating func language(_ language: String?) {
    guard let language, !language.isEmpty else { return }
    markup(" lang=\"")
    text(language)
    markup("\"")
  }
}
