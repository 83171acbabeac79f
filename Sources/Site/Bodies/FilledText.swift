import CommonMark
import Diagnostics
import Inspections

/// A body's plain text with the words of what it embeds, which only the register knows: the text that
/// its HTML shows.
struct FilledText {
  /// UTF-8, a line a block.
  private(set) var bytes: [UInt8] = []
  /// Where in it the text of each numbered paragraph stands, in the body's order.
  private(set) var paragraphs: [Range<Int>] = []

  /// Complexity: O(n + references), and what is embedded.
  init(_ body: RenderedBody, in scope: ReferenceScope, site: SiteContext) {
    let text = body.text
    let embeds = body.references.filter { $0.kind != .link }.sorted { $0.textEnd < $1.textEnd }
    bytes.reserveCapacity(text.count + 64 * embeds.count)
    var additions: [Addition] = []
    var copied = 0
    for reference in embeds {
      guard
        case .resolved(.embed(let embed)) = resolve(reference, in: scope, register: site.register)
      else { continue }
      let place = min(max(reference.textEnd, copied), text.count)
      bytes += text[copied..<place]
      copied = place
      let start = bytes.count
      switch reference.kind {
      case .link: break
      case .inlineEmbed: addName(of: embed, unless: reference.text, in: site)
      case .blockEmbed: addBlock(embed, named: reference.text, in: site)
      }
      guard bytes.count > start else { continue }
      additions.append(
        Addition(
          place: place, range: start..<bytes.count, before: start - place,
          paragraph: reference.paragraph))
    }
    bytes += text[copied...]
    paragraphs = Self.places(of: body.paragraphs, with: additions)
  }

  /// The text of one of the ranges, without the white space at its end.
  func words(in range: Range<Int>) -> String {
    let text = bytes[range.clamped(to: bytes.indices)]
    let end = text.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? text.startIndex
    return String(decoding: text[..<end], as: UTF8.self)
  }

  /// In running text an embed is a link, which has the name of what it leads to where its author gave it
  /// no words.
  private mutating func addName(of embed: Embed, unless words: String, in site: SiteContext) {
    if words.isEmpty { bytes += EmbedRenderer(site: site).name(of: embed).text.utf8 }
  }

  /// A block of its own: its name, and what it shows, a line each.
  private mutating func addBlock(_ embed: Embed, named words: String, in site: SiteContext) {
    let name = NumberWords.capitalised(EmbedRenderer(site: site).name(of: embed).text)
    let shown = EmbedText(site: site).lines(of: embed)
    let lines = (words.isEmpty ? [name] : []) + shown
    guard !lines.isEmpty else { return }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    bytes += lines.joined(separator: "\n").utf8
    // Words of its author stand before a line end that the text has.
    if words.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }
}

extension FilledText {
  /// What was put in at a place of the text.
  private struct Addition {
    /// Where in the text without it.
    let place: Int
    /// Where in the text with it.
    let range: Range<Int>
    /// How much had been put in before it.
    let before: Int
    /// The numbered paragraph it belongs to.
    let paragraph: PrintedNumber?

    /// How much had been put in after it.
    var after: Int { before + range.count }
  }

  /// Where paragraphs stand with what was put in.
  ///
  /// At their ends that may be a part of one, or of what is
  /// before or after.
  ///
  /// Complexity: O(n); both are in order.
  private static func places(
    of paragraphs: [NumberedParagraph], with additions: [Addition]
  ) -> [Range<Int>] {
    var rest = additions[...]
    var added = 0
    return paragraphs.map { paragraph in
      let place = paragraph.place
      while let next = rest.first,
        next.place < place.lowerBound
          || next.place == place.lowerBound && next.paragraph != paragraph.number
      {
        added = next.after
        rest.removeFirst()
      }
      let start = place.lowerBound + added
      var end = place.upperBound + added
      while let next = rest.first,
        next.place < place.upperBound || next.paragraph == paragraph.number
      {
        added = next.after
        end = max(next.range.upperBound, place.upperBound + added)
        rest.removeFirst()
      }
      return start..<end
    }
  }
}

extension UInt8 {
  /// Whether it is a space or the end of a line.
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") }
}
