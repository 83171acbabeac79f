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
}
