import CommonMark
import Diagnostics

/// An inspectorate, an inspected body or a department.
public final class Organisation: Record {
  /// `organisations/`.
  public static let collection = Collection.organisations

  /// What an organisation does in the register.
  public enum Kind: String, Sendable, CaseIterable {
    case inspectorate
    case inspectedBody = "inspected-body"
    case department
    case other
  }

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// What it does in the register.
  public let kind: Located<Kind>
  /// When it began and ended and what came before and after.
  public let life: Life<Organisation>
  /// Other names it is known by.
  public let alsoKnownAs: [Located<String>]
  /// Departments that were responsible for it.
  public let sponsors: [Sponsorship]
  /// What it was charged with.
  public let duties: [Duty]
  /// Its own site.
  public let address: Located<String>?

  init(
    header: RecordHeader, title: Located<InlineText>, kind: Located<Kind>,
    life: Life<Organisation>, alsoKnownAs: [Located<String>], sponsors: [Sponsorship],
    duties: [Duty], address: Located<String>?
  ) {
    self.header = header
    self.title = title
    self.kind = kind
    self.life = life
    self.alsoKnownAs = alsoKnownAs
    self.sponsors = sponsors
    self.duties = duties
    self.address = address
  }
}

/// When something began and ended, and what it replaced or was replaced by.
public struct Life<Subject>: Sendable {
  /// When it began; nil where the register does not say.
  public let from: Located<Known<PartialDate>>?
  /// How the beginning is known.
  public let fromNote: InlineText?
  /// When it ended; nil while it exists.
  public let to: Located<Known<PartialDate>>?
  /// How the end is known.
  public let toNote: InlineText?
  /// What it replaced; nil where the register does not say.
  public let replaces: Located<Known<[Located<ID<Subject>>]>>?
  /// What replaced it; nil where the register does not say.
  public let successors: Located<Known<[Located<ID<Subject>>]>>?

  /// Whether it has ended, whenever that was.
  public var hasEnded: Bool { to != nil }
}

/// A department's responsibility for a body over some time.
public struct Sponsorship: Sendable {
  /// The department.
  public let organisation: Located<OrganisationID>
  /// From when.
  public let from: Located<Known<PartialDate>>?
  /// Until when; nil while it lasts.
  public let to: Located<Known<PartialDate>>?
}

/// A duty that an organisation had, which can pass to another that is no successor.
public struct Duty: Sendable {
  /// What the duty is.
  public let duty: InlineText
  /// From when.
  public let from: Located<Known<PartialDate>>?
  /// Until when; nil while it lasts.
  public let to: Located<Known<PartialDate>>?
  /// Who has it now.
  public let passedTo: Located<OrganisationID>?
}
