public import CommonMark
public import Diagnostics

/// What every record of the register carries, whatever its collection.
public struct RecordHeader: Sendable {
  /// The file's stem, which is the record's permanent id.
  public let id: String
  /// The file it was read from.
  public let file: SourceFile
  /// The line that opens the front matter, for what has no narrower place.
  public let frontMatter: Span
  /// Former addresses that lead to this record.
  public let aliases: [Located<String>]
  /// Where the facts come from.
  public let sources: [Source]
  /// A remark shown beside the facts.
  public let note: InlineText?
  /// Findings of checks that the editors accept, with their reasons.
  public let waivers: [Waiver]
  /// The body after the front matter.
  public let body: RenderedBody
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
}

/// A finding of a check that the editors accept, named with a reason.
public struct Waiver: Sendable {
  /// The check that is set aside.
  public let check: Located<String>
  /// The numbered paragraph it is set aside for.
  public let paragraph: Located<Int>?
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
  /// None, unless the kind of record has some.
  public var alsoKnownAs: [Located<String>] { [] }
  /// The record's id, of its own kind.
  public var id: ID<Self> { ID(header.id) }
}
