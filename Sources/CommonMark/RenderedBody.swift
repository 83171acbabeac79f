public import Diagnostics
public import HTML

/// A Markdown body as HTML with the places still open that only the whole register can fill.
public final class RenderedBody: Sendable {
  /// The HTML and the text, here or in an archive.
  private let bytes: BodyBytes
  /// Every scheme link, relative link and embed, ordered by where it opens in ``html``.
  public let references: [Reference]
  /// The headings in order.
  public let headings: [Heading]
  /// The numbered paragraphs in order of appearance.
  public let paragraphs: [NumberedParagraph]
  /// The footnotes in order of first citation.
  public let notes: [Note]
  /// The ids of every anchor that the body brings, headings and paragraphs included.
  public let anchors: Set<String>

  /// The bytes of the file that it was made from.
  public let source: Range<Int>
  /// The links to places on the page itself, like `#summary`; they are finished and nothing fills them.
  public let anchorLinks: [Reference]
  /// Whether it was told that its numbered paragraphs are not as they were meant, so that nothing need be
  /// said of those which are missing.
  public let hasNumberFaults: Bool
  /// The first numbers that most likely are those of paragraphs, and are not read as such.
  public let unreadNumbers: [UnreadNumber]

  /// The HTML with nothing at the open places of ``references``; read back each time where it is in
  /// an archive.
  public var html: HTMLFragment { bytes.html }
  /// The plain text of everything but the notes' definitions, then of these; UTF-8, a line a block.
  ///
  /// Read back each time where it is in an archive.
  public var text: [UInt8] { bytes.text }
  /// Whether nothing would be shown of it.
  public var isEmpty: Bool { htmlCount == 0 }
  /// The number of bytes of ``html``, which need not be read back for that.
  public var htmlCount: Int { bytes.htmlCount }
  /// Whether it says anything without its markup.
  public var hasText: Bool { bytes.hasText }

  /// A body with nothing in it.
  public static let empty = RenderedBody(
    html: .empty, references: [], headings: [], paragraphs: [], notes: [], anchors: [])

  /// Couples the HTML with what was found while rendering.
  public convenience init(
    html: HTMLFragment, references: [Reference], headings: [Heading],
    paragraphs: [NumberedParagraph], notes: [Note], anchors: Set<String>, text: [UInt8] = [],
    source: Range<Int> = 0..<0,
    anchorLinks: [Reference] = [], hasNumberFaults: Bool = false,
    unreadNumbers: [UnreadNumber] = []
  ) {
    self.init(
      .held(html: html, text: text), references: references, headings: headings,
      paragraphs: paragraphs, notes: notes, anchors: anchors, source: source,
      anchorLinks: anchorLinks, hasNumberFaults: hasNumberFaults,
      unreadNumbers: unreadNumbers)
  }

  private init(
    _ bytes: BodyBytes, references: [Reference], headings: [Heading],
    paragraphs: [NumberedParagraph], notes: [Note], anchors: Set<String>, source: Range<Int>,
    anchorLinks: [Reference], hasNumberFaults: Bool, unreadNumbers: [UnreadNumber]
  ) {
    self.bytes = bytes
    self.references = references
    self.headings = headings
    self.paragraphs = paragraphs
    self.notes = notes
    self.anchors = anchors
    self.source = source
    self.anchorLinks = anchorLinks
    self.hasNumberFaults = hasNumberFaults
    self.unreadNumbers = unreadNumbers
  }

  /// The same body with its bytes in an archive, if that takes them.
  public func archived(in archive: any BodyArchive) -> RenderedBody {
    RenderedBody(
      bytes.archived(in: archive), references: references, headings: headings,
      paragraphs: paragraphs, notes: notes, anchors: anchors, source: source,
      anchorLinks: anchorLinks, hasNumberFaults: hasNumberFaults,
      unreadNumbers: unreadNumbers)
  }

  /// The first numbered paragraph whose plain text holds `words`.
  ///
  /// Complexity: O(n) in the bytes of the paragraphs.
  public func firstParagraph(saying words: String) -> NumberedParagraph? {
    let (text, words) = (self.text, Array(words.utf8))
    return paragraphs.first { text.holds(words, in: $0.place.clamped(to: text.indices)) }
  }
}

/// A place in a rendered body that the register must fill.
///
/// Filling runs through the references in order and keeps those links that are open: before a
/// reference opens, every open link whose ``close`` is not after that place is closed. That is
/// never ambiguous, for an embed inside a link stands in an element of its own.
///
/// A class, for every check and every page goes through the references; it never changes.
public final class Reference: Sendable {
  /// What stands there.
  public enum Kind: Sendable, Hashable {
    /// A link: the filler writes what opens it at ``Reference/open`` and what closes it at ``Reference/close``.
    case link
    /// An image inside running text: one place, `open == close`.
    case inlineEmbed
    /// An image alone in its paragraph, whose `<p>` was left out: one place, `open == close`.
    case blockEmbed
  }

  /// What stands there.
  public let kind: Kind
  /// The scheme in lower case, like `para` or `chart`; empty for a relative address.
  public let scheme: String
  /// What follows the scheme's colon, percent-decoded; the whole address where there is no scheme.
  public let target: String
  /// The link's text, or the image's alternative text, without markup.
  public let text: String
  /// The link's title, if the author gave one.
  public let title: String?
  /// The destination in the source; the block that holds it where the exact bytes are not certain.
  public let span: Span
  /// The numbered paragraph it stands in.
  public let paragraph: PrintedNumber?
  /// Whether it stands in a box, such as an editor's note.
  public let isInBox: Bool
  /// The offset in the HTML before which the opening goes.
  public let open: Int
  /// The offset in the HTML before which the closing goes.
  public let close: Int
  /// Where in the plain text of the body the words of an embed end, or would stand; 0 for a link.
  public let textEnd: Int

  /// Describes an open place.
  public init(
    kind: Kind, scheme: String, target: String, text: String, title: String?, span: Span,
    paragraph: PrintedNumber?, isInBox: Bool = false, open: Int, close: Int, textEnd: Int = 0
  ) {
    self.kind = kind
    self.scheme = scheme
    self.target = target
    self.text = text
    self.title = title
    self.span = span
    self.paragraph = paragraph
    self.isInBox = isInBox
    self.open = open
    self.close = close
    self.textEnd = textEnd
  }
}

/// A heading of a body.
public struct Heading: Sendable, Hashable {
  /// 2 to 6.
  public let level: Int
  /// GitHub's slug of its text, made unique with `-1`, `-2` ….
  public let id: String
  /// Its text without markup.
  public let text: String
  /// The line in the source.
  public let span: Span
  /// The first numbered paragraph between this heading and the next of any level.
  public let firstParagraph: PrintedNumber?
  /// The last numbered paragraph between this heading and the next of any level.
  public let lastParagraph: PrintedNumber?

  /// Describes a heading.
  public init(
    level: Int, id: String, text: String, span: Span, firstParagraph: PrintedNumber?,
    lastParagraph: PrintedNumber?
  ) {
    self.level = level
    self.id = id
    self.text = text
    self.span = span
    self.firstParagraph = firstParagraph
    self.lastParagraph = lastParagraph
  }
}

/// A paragraph with a number of its own.
public struct NumberedParagraph: Sendable, Hashable {
  /// The number the author typed.
  public let number: PrintedNumber
  /// The source of the paragraph, with all that belongs to it.
  public let span: Span
  private let start: UInt32
  private let end: UInt32

  /// Describes a numbered paragraph whose plain text is at `place` in ``RenderedBody/text``.
  public init(number: PrintedNumber, span: Span, at place: Range<Int>) {
    self.number = number
    self.span = span
    start = UInt32(clamping: place.lowerBound)
    end = UInt32(clamping: place.upperBound)
  }

  /// Where its plain text is in ``RenderedBody/text``.
  public var place: Range<Int> { Int(start)..<Int(end) }

  /// Its plain text out of that of the whole body; O(n).
  public func words(in text: [UInt8]) -> String {
    String(decoding: text[place.clamped(to: text.indices)], as: UTF8.self)
  }
}

/// A footnote of a body.
public struct Note: Sendable, Hashable {
  /// What the author wrote between `[^` and `]`.
  public let label: String
  /// Its place in the order of first citation, from 1.
  public let number: Int
  /// How often it is cited.
  public let citations: Int
  /// Its definition in the source.
  public let span: Span

  /// Describes a footnote.
  public init(label: String, number: Int, citations: Int, span: Span) {
    self.label = label
    self.number = number
    self.citations = citations
    self.span = span
  }
}
