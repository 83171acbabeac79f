public import CommonMark
import HTML

/// A text field of front matter: inline Markdown, rendered once when the record was read.
public final class InlineText: Sendable {
  /// What the author wrote.
  public let source: String
  /// The HTML with open references, without a paragraph around it.
  public let rendered: RenderedBody
  /// The text without markup, for titles, attributes and feeds.
  public let plain: String

  /// Couples the author's text with its HTML.
  public init(source: String, rendered: RenderedBody) {
    self.source = source
    self.rendered = rendered
    let isPlain = rendered.text.elementsEqual(source.utf8)
    plain = isPlain ? source : String(decoding: rendered.text, as: UTF8.self)
  }

  /// The language of the whole text, where its author marked it as of one: `[Ysgol](lang:cy)` is `cy`.
  public var language: String? {
    let opening = "](lang:"
    guard source.hasPrefix("["), source.hasSuffix(")"), source != plain,
      let mark = source.utf8.firstRange(of: opening.utf8),
      source.utf8[..<mark.lowerBound].last != UInt8(ascii: "\\")
    else { return nil }
    let tag = source.utf8[mark.upperBound...].dropLast()
    return tag.contains(UInt8(ascii: ")")) ? nil : String(tag)
  }
}
