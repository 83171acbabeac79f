import CommonMark
import Diagnostics

/// What is inspected: a region, a service area, a nation, with a life and a lineage.
public struct Area: Record {
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
}
