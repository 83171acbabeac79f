public import CommonMark
import HTML

/// A text field of front matter: inline Markdown, rendered once when the record was read.
public struct InlineText: Sendable {
  /// What the author wrote.
  public let source: String
  /// The HTML with open references, without a paragraph around it.
  public let rendered: RenderedBody

  /// Couples the author's text with its HTML.
  public init(source: String, rendered: RenderedBody) {
    self.source = source
    self.rendered = rendered
  }
}
