public import CommonMark
import HTML

/// A text field of front matter: inline Markdown, rendered once when the record was read.
public final class InlineText: Sendable {
  /// What the author wrote.
  public let source: String
  /// The HTML with open references, without a paragraph around it.
  public let rendered: RenderedBody
  /// The text without markup, for titles, attributes and feeds.
  ///
  /// Of what it embeds without words of its
  /// own it has the name as typed, which no other record is needed for.
  public let plain: String

  /// Couples the author's text with its HTML.
  public init(source: String, rendered: RenderedBody) {
    self.source = source
    self.rendered = rendered
    let text = rendered.text
    let embeds = rendered.references.filter { $0.kind != .link && $0.text.isEmpty }
    if !embeds.isEmpty {
      plain = Self.named(embeds, in: text)
    } else if text.elementsEqual(source.utf8) {
      plain = source
    } else {
      plain = String(decoding: text, as: UTF8.self)
    }
  }

  /// A text with the names of what it embeds: of `rec:reading-2020#R-1` that is `R-1`.
  private static func named(_ embeds: [Reference], in text: [UInt8]) -> String {
    var words: [UInt8] = []
    var copied = 0
    for embed in embeds.sorted(by: { $0.textEnd < $1.textEnd }) {
      let place = min(max(embed.textEnd, copied), text.count)
      words += text[copied..<place]
      words += (embed.target.split(separator: "#").last ?? "").utf8
      copied = place
    }
    return String(decoding: words + text[copied...], as: UTF8.self)
  }

  /// The language of the whole text, where its author marked it as of one: `[Ysgol](lang:cy)` is `cy`.
  public var language: String? {
    let opening = "](lang:"
    guard source.utf8.first == UInt8(ascii: "["), source.hasSuffix(")"), source != plain,
      let mark = source.utf8.firstRange(of: opening.utf8),
      source.utf8[..<mark.lowerBound].last != UInt8(ascii: "\\")
    else { return nil }
    let tag = source.utf8[mark.upperBound...].dropLast()
    return tag.contains(UInt8(ascii: ")")) ? nil : String(tag)
  }
}
