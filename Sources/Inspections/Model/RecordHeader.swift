public import CommonMark
public import Diagnostics

/// What every record of the register carries, whatever its collection.
///
/// A class, for whatever goes through records looks at it; it never changes.
public final class RecordHeader: Sendable {
  /// The file's stem, which is the record's permanent id.
  public let id: String
  /// The file it was read from.
  public let file: SourceFile
  /// The line that opens the front matter, for what has no narrower place.
  public let frontMatter: Span
  /// Whether all of its front matter could be read and understood; where not, what it lacks may stand in
  /// its file.
  public let isWhole: Bool
  /// The language of its title and its words, where that is not the site's.
  public let language: Located<String>?
  /// The language of its title; empty where that is the site's.
  public let titleLanguage: String
  /// Former addresses that lead to this record.
  public let aliases: [Located<String>]
  /// Where the facts come from.
  public let sources: [Source]
  /// A remark shown beside the facts.
  public let note: InlineText?
  /// Findings of checks that the editors accept, with their reasons.
  public let waivers: [Waiver]
  /// Whether it waits for its author, and readers cannot see it yet; reports say that by their status.
  public let isDraft: Bool
  /// The body after the front matter.
  public let body: RenderedBody
  /// Every text field of its front matter, in the order of its schema.
  public let texts: [FieldText]
  /// Every id of another record in its front matter, in the order of its schema.
  public let references: [FieldReference]
  /// What it says in the fields that the site adds, in the order of `site.yml`.
  public let extras: [ExtraFact]
  /// The links of words that are withheld, for what only these lead to is withheld with them.
  let withheldLinks: [Reference]

  /// Reads the fields that every record may have, after all the others: it keeps what they held.
  ///
  /// A record `hasStatus` where a field of its own says whether readers can see it.
  init(_ fields: inout Decoding, called title: InlineText?, hasStatus: Bool = false) {
    isDraft =
      hasStatus
      ? false
      : fields.value(
        "draft", Values.flag, default: false,
        "`true` while its author is at work: readers cannot see it, and nothing that they can see may "
          + "name it.")
    language = fields.optional(
      "language", Values.formed(.language),
      "The language of its title and its words as a BCP 47 tag, where it is not the site's.")
    titleLanguage = language?.value ?? title?.language ?? ""
    aliases = fields.list(
      "aliases", of: Values.text.located,
      "Former addresses of this record, starting with `/`; they keep leading here.")
    sources = fields.value(
      "source", Values.record(Source.schema).oneOrMany, default: [],
      "Where the facts come from: a document or page, or several.")
    note = fields.optional("note", Values.inline, "A remark shown beside the facts.")?.value
    waivers = fields.list(
      "waivers", of: Values.record(Waiver.schema),
      "Findings of checks that the editors accept, each with its reason.")
    extras = fields.extras()
    id = fields.context.id
    file = fields.context.file
    frontMatter = fields.context.frontMatter
    isWhole = fields.context.isWhole && !fields.hasLostParts
    body = fields.context.body
    texts = fields.texts
    references = fields.references
    withheldLinks = fields.context.withheldLinks
  }

  /// The document of the inspectorate itself that its words are from, one that can be read before
  /// others; what others wrote never stands for it.
  public var original: Source? {
    let own = sources.filter { $0.trust == .record }
    return own.first { $0.address != nil } ?? own.first
  }

  /// Every link and embed of the body and of the text fields.
  public var links: [Reference] {
    var links = body.references
    for field in texts where !field.text.rendered.references.isEmpty {
      links += field.text.rendered.references
    }
    return links
  }
}

/// A document or page that a record's facts come from.
public struct Source: Sendable {
  /// How far a source's word is the inspectorate's own.
  public enum Trust: String, Sendable, CaseIterable {
    /// The inspectorate said it in a document that was read.
    case record
    /// The inspected body said it.
    case provider
    /// A newspaper said it.
    case press
    /// It was read on another public page.
    case reported
  }

  /// What it is called.
  public let title: InlineText?
  /// Where it can be read.
  public let address: Located<String>?
  /// How far its word is the inspectorate's own.
  public let trust: Trust?
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "source", "A document or page that facts come from.", Source.init(_:))

  init?(_ fields: inout Decoding) {
    title =
      fields.optional(
        "title", Values.inline, "What the document or page is called.")?.value
    address = fields.optional("address", Values.address, "Where it can be read.")
    trust =
      fields.optional(
        "trust", Values.choice(Trust.self),
        "How far its word is the inspectorate's own: `record` said by it, `provider` by the inspected "
          + "body, `press` by a newspaper, `reported` read on another public page. Readers are sent to "
          + "quote from a report only at the address of a source of `record`.")?.value
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
  }
}

/// A finding of a check that the editors accept, named with a reason.
public struct Waiver: Sendable {
  /// The check that is set aside.
  public let check: Located<String>
  /// The numbered paragraph it is set aside for.
  public let paragraph: Located<PrintedNumber>?
  /// The dotted front-matter key it is set aside for.
  public let field: Located<String>?
  /// Why.
  public let reason: InlineText
  /// Who decided.
  public let by: String
  /// When.
  public let date: PartialDate
  /// The whole entry.
  public let span: Span

  static let schema = RecordSchema(
    "waiver", "A finding of a check that the editors accept.", Waiver.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let check = fields.required("check", Values.text, "The check that is set aside.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph it is set aside for.")
    field = fields.optional(
      "field", Values.text,
      "The front-matter key it is set aside for, with dots between its parts and the id of a list's "
        + "entry, like `surveys.children`.")
    let reason = fields.required("reason", Values.inline, "Why; readers see it.")
    let by = fields.required("by", Values.text, "Who decided.")
    let date = fields.required("date", Values.date, "When.")
    guard let check, let reason, let by, let date else { return nil }
    self.check = check
    self.reason = reason.value
    self.by = by.value
    self.date = date.value
  }
}

/// A record with a header.
public protocol Record: Sendable {
  /// The folder records of this kind live in.
  static var collection: Collection { get }
  /// What every record carries.
  var header: RecordHeader { get }
  /// What the record is called.
  var title: Located<InlineText> { get }
  /// Other names of it.
  var alsoKnownAs: [Located<String>] { get }
}

extension Record {
  /// The language of its title and its words, where that is not the site's.
  public var language: Located<String>? { header.language }
  /// The language of its title; empty where that is the site's.
  public var titleLanguage: String { header.titleLanguage }
  /// None, unless the kind of record has some.
  public var alsoKnownAs: [Located<String>] { [] }
  /// The record's id, of its own kind.
  public var id: ID<Self> { ID(header.id) }
}
