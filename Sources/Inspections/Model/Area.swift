import CommonMark
import Diagnostics

/// What is inspected: a region, a service area, a nation, with a life and a lineage.
///
/// A class for the same reason as ``Report``; it never changes.
public final class Area: Record {
  /// `areas/`.
  public static let collection = Collection.areas

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// What kind of unit it is, in the body's own words, or not known.
  public let kind: Located<Known<String>>
  /// The body it is part of.
  public let organisation: Located<OrganisationID>?
  /// The body's own code for it.
  public let code: Located<String>?
  /// The area it is part of.
  public let parent: Located<Known<AreaID>>?
  /// Places that it covers; nil where the register does not say.
  public let covers: Located<Known<[String]>>?
  /// When it began and ended and what came before and after.
  public let life: Life<Area>
  /// Other names it goes by.
  public let alsoKnownAs: [Located<String>]
  /// How it is reached.
  public let contacts: [Contact]

  static let schema = RecordSchema(
    "area", "What is inspected: a region, a service area, a nation.", Area.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its name.")
    let kind = fields.required(
      "kind", Values.text.orUnknown,
      "What kind of unit it is: region, service-area, national, or the body's own word.")
    organisation = fields.optional(
      "organisation", Values.organisation, "The body it is part of.")
    code = fields.optional(
      "code", Values.text, "The body's own code; unique within an organisation and time.")
    parent = fields.optional("parent", Values.area.orUnknown, "The area it is part of.")
    covers = fields.optional("covers", Values.text.list.orUnknown, "Places that it covers.")
    life = Life(&fields, of: Values.area)
    alsoKnownAs = fields.list(
      "also_known_as", of: Values.text.located, "Other names it goes by.")
    contacts = fields.contacts()
    header = RecordHeader(&fields)
    guard let title, let kind else { return nil }
    self.title = title
    self.kind = kind
  }
}
