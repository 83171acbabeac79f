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

  init(
    header: RecordHeader,
    title: Located<InlineText>,
    kind: Located<Known<String>>,
    organisation: Located<OrganisationID>?,
    code: Located<String>?,
    parent: Located<Known<AreaID>>?,
    covers: Located<Known<[String]>>?,
    life: Life<Area>,
    alsoKnownAs: [Located<String>]
  ) {
    self.header = header
    self.title = title
    self.kind = kind
    self.organisation = organisation
    self.code = code
    self.parent = parent
    self.covers = covers
    self.life = life
    self.alsoKnownAs = alsoKnownAs
  }
}
