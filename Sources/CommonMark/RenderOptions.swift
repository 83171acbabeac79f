/// How a body is read and written.
public struct RenderOptions: Sendable, Hashable {
  /// What happens to raw HTML.
  public enum RawHTML: Sendable, Hashable {
    /// A diagnostic, and the HTML shown as text.
    case refuse
    /// Passed through; only where the site allows it.
    case allow
  }

  /// What an ordered list at the top level of a body is.
  public enum ParagraphNumbers: Sendable, Hashable {
    /// An ordinary list, as on pages and in the glossary.
    case none
    /// Numbered paragraphs that start at 1 and leave none out.
    case consecutive
    /// Numbered paragraphs of a longer original, as in a digest; they only go up.
    case withGaps
  }

  /// What happens to raw HTML.
  public var rawHTML: RawHTML
  /// Whether numbered paragraphs, footnotes, tables, boxes, heading ids and scheme links are on;
  /// plain CommonMark otherwise.
  public var extensions: Bool
  /// Whether straight quotes, `--` and `...` become typographic.
  public var smart: Bool
  /// What an ordered list at the top level of a body is.
  public var paragraphs: ParagraphNumbers
  /// The few words that the renderer adds itself.
  public var words: BodyWords
  /// The schemes of addresses that links may have beyond the usual four.
  public var linkSchemes: Set<String>
  /// The ids that pages have of their own, which no heading gets.
  public var reservedIDs: Set<String>

  /// Options for one site.
  public init(
    rawHTML: RawHTML = .refuse, extensions: Bool = true, smart: Bool = false,
    paragraphs: ParagraphNumbers = .consecutive, words: BodyWords = BodyWords(),
    linkSchemes: Set<String> = [], reservedIDs: Set<String> = []
  ) {
    self.rawHTML = rawHTML
    self.extensions = extensions
    self.smart = smart
    self.paragraphs = paragraphs
    self.words = words
    self.linkSchemes = linkSchemes
    self.reservedIDs = reservedIDs
  }

  /// Whether a site may add a scheme to those of its links: one in lower case that no browser runs and
  /// that means nothing here.
  public static func mayList(scheme: String) -> Bool { Address.mayBeListed(scheme) }

  /// CommonMark 0.30 and nothing else, raw HTML passed through; for the conformance suite.
  public static let commonMark = RenderOptions(rawHTML: .allow, extensions: false)

  /// Every extension, with raw HTML passed through; for Markdown that belongs to no register.
  public static let standalone = RenderOptions(rawHTML: .allow, paragraphs: .withGaps)
}

/// The words that a rendered body carries beyond those of its author, in the site's language.
public struct BodyWords: Sendable, Hashable {
  /// The name of the section of footnotes.
  public var notes: String
  /// The name of a link from a note to its citation; the note's number follows it.
  public var backToCitation: String
  /// The name of a table's scroll frame where the table has no caption; the table's place among
  /// the tables of the body follows it.
  public var table: String

  /// The words; English unless others are given.
  public init(
    notes: String = "Notes", backToCitation: String = "Back to citation", table: String = "Table"
  ) {
    self.notes = notes
    self.backToCitation = backToCitation
    self.table = table
  }
}
