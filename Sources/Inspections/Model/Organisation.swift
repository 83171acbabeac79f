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
  /// How its offices are reached.
  public let contacts: [Contact]
  /// Those who hold or held an office in it; shown where the site shows their role.
  public let people: [Person]

  static let schema = RecordSchema(
    "organisation", "An inspectorate, an inspected body or a department.", Organisation.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its name.")
    let kind = fields.required(
      "kind", Values.choice(Kind.self), "What it does in the register.")
    life = Life(&fields, of: Values.organisation)
    alsoKnownAs = fields.list(
      "also_known_as", of: Values.text.located, "Other names it is known by.")
    sponsors = fields.list(
      "sponsors", of: Values.record(Sponsorship.schema),
      "Departments that were responsible for it, each over some time.")
    duties = fields.list(
      "duties", of: Values.record(Duty.schema), "What it was charged with.")
    address = fields.optional("address", Values.address, "Its own site.")
    contacts = fields.contacts()
    people = fields.list(
      "people", of: Values.record(Person.schema),
      "Those who hold or held a public office in it. Where `visible_roles` of site.yml has the role, "
        + "they are shown, and a text that names them in full is not accused of it.")
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let kind else { return nil }
    self.title = title
    self.kind = kind
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

  /// Reads when something began and ended, and what came before and after.
  init(_ fields: inout Decoding, of id: ValueType<ID<Subject>>) {
    from = fields.optional("from", Values.date.orUnknown, "When it began.")
    fromNote = fields.optional("from_note", Values.inline, "How the beginning is known.")?.value
    to = fields.optional(
      "to", Values.date.orUnknown,
      "When it ended; absent while it exists, `unknown` where it ended and nobody says when.")
    toNote = fields.optional("to_note", Values.inline, "How the end is known.")?.value
    replaces = fields.optional("replaces", id.located.oneOrMany.orUnknown, "What it replaced.")
    successors = fields.optional(
      "successors", id.located.oneOrMany.orUnknown, "What replaced it.")
  }

  /// Whether it has ended, whenever that was.
  public var hasEnded: Bool { to != nil }

  /// Whether it ended, on some reading of the dates, no later than `date`.
  func mayHaveEnded(by date: PartialDate) -> Bool {
    to.known().map { $0.earliest <= date.latest } ?? false
  }
}

/// A department's responsibility for a body over some time.
public struct Sponsorship: Sendable {
  /// The department.
  public let organisation: Located<OrganisationID>
  /// From when.
  public let from: Located<Known<PartialDate>>?
  /// Until when; nil while it lasts.
  public let to: Located<Known<PartialDate>>?

  static let schema = RecordSchema(
    "sponsorship", "A department's responsibility for a body over some time.",
    Sponsorship.init(_:))

  init?(_ fields: inout Decoding) {
    let organisation = fields.required("organisation", Values.organisation, "The department.")
    from = fields.optional("from", Values.date.orUnknown, "From when.")
    to = fields.optional("to", Values.date.orUnknown, "Until when; absent while it lasts.")
    guard let organisation else { return nil }
    self.organisation = organisation
  }
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

  static let schema = RecordSchema(
    "duty", "A duty that an organisation has or had.", Duty.init(_:))

  init?(_ fields: inout Decoding) {
    let duty = fields.required("duty", Values.inline, "What the duty is.")
    from = fields.optional("from", Values.date.orUnknown, "From when.")
    to = fields.optional("to", Values.date.orUnknown, "Until when; absent while it lasts.")
    passedTo = fields.optional(
      "passed_to", Values.organisation,
      "The body that has it now, which need not be a successor.")
    guard let duty else { return nil }
    self.duty = duty.value
  }
}
