/// Fields of an organisation.
enum OrganisationFields {
  static let title = Field("title", Values.inline, .required, "Its name.")
  static let kind = Field(
    "kind", Values.choice(Organisation.Kind.self), .required,
    "What it does in the register.")
  static let alsoKnownAs = Field(
    "also_known_as", Values.text.located.list, .optional, "Other names it is known by.")
  static let sponsors = Field(
    "sponsors", Values.record(SponsorFields.schema).list, .optional,
    "Departments that were responsible for it, each over some time.")
  static let duties = Field(
    "duties", Values.record(DutyFields.schema).list, .optional, "What it was charged with.")
  static let address = Field("address", Values.address, .optional, "Its own site.")
  static let life = LifeFields<Organisation>(.organisations)

  static let schema = RecordSchema<Organisation>(
    "organisation", "An inspectorate, an inspected body or a department.",
    [title.description, kind.description] + life.all + [
      alsoKnownAs.description, sponsors.description, duties.description, address.description,
    ] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let kind = decoding.required(kind)
    let life = decoding.life(life)
    let alsoKnownAs = decoding.value(alsoKnownAs, default: [])
    let sponsors = decoding.value(sponsors, default: [])
    let duties = decoding.value(duties, default: [])
    let address = decoding.optional(address)
    guard let title, let kind else { return nil }
    return Organisation(
      header: header, title: title, kind: kind, life: life, alsoKnownAs: alsoKnownAs,
      sponsors: sponsors, duties: duties, address: address)
  }
}

/// Fields that say when something began and ended, and what came before and after.
struct LifeFields<Subject>: Sendable {
  let from = Field("from", Values.date.orUnknown, .optional, "When it began.")
  let fromNote = Field("from_note", Values.inline, .optional, "How the beginning is known.")
  let to = Field(
    "to", Values.date.orUnknown, .optional,
    "When it ended; absent while it exists, `unknown` where it ended and nobody says when.")
  let toNote = Field("to_note", Values.inline, .optional, "How the end is known.")
  let replaces: Field<Known<[Located<ID<Subject>>]>>
  let successors: Field<Known<[Located<ID<Subject>>]>>

  init(_ collection: Collection) {
    let ids = ValueType<ID<Subject>>.reference(collection).located.oneOrMany.orUnknown
    replaces = Field("replaces", ids, .optional, "What it replaced.")
    successors = Field("successors", ids, .optional, "What replaced it.")
  }

  var all: [FieldDescription] {
    [
      from.description, fromNote.description, to.description, toNote.description,
      replaces.description, successors.description,
    ]
  }
}

extension Decoding {
  /// Reads when something began and ended, and what came before and after.
  mutating func life<Subject>(_ fields: LifeFields<Subject>) -> Life<Subject> {
    Life(
      from: optional(fields.from), fromNote: optional(fields.fromNote)?.value,
      to: optional(fields.to), toNote: optional(fields.toNote)?.value,
      replaces: optional(fields.replaces), successors: optional(fields.successors))
  }
}

/// Fields of an entry of `sponsors`.
enum SponsorFields {
  static let organisation = Field(
    "organisation", ValueType<OrganisationID>.reference(.organisations), .required,
    "The department.")
  static let from = Field("from", Values.date.orUnknown, .optional, "From when.")
  static let to = Field(
    "to", Values.date.orUnknown, .optional, "Until when; absent while it lasts.")

  static let schema = RecordSchema<Sponsorship>(
    "sponsorship", "A department's responsibility for a body over some time.",
    [organisation.description, from.description, to.description]
  ) { decoding in
    let organisation = decoding.required(organisation)
    let from = decoding.optional(from)
    let to = decoding.optional(to)
    guard let organisation else { return nil }
    return Sponsorship(organisation: organisation, from: from, to: to)
  }
}

/// Fields of an entry of `duties`.
enum DutyFields {
  static let duty = Field("duty", Values.inline, .required, "What the duty is.")
  static let from = Field("from", Values.date.orUnknown, .optional, "From when.")
  static let to = Field(
    "to", Values.date.orUnknown, .optional, "Until when; absent while it lasts.")
  static let passedTo = Field(
    "passed_to", ValueType<OrganisationID>.reference(.organisations), .optional,
    "The body that has it now, which need not be a successor.")

  static let schema = RecordSchema<Duty>(
    "duty", "A duty that an organisation has or had.",
    [duty.description, from.description, to.description, passedTo.description]
  ) { decoding in
    let duty = decoding.required(duty)
    let from = decoding.optional(from)
    let to = decoding.optional(to)
    let passedTo = decoding.optional(passedTo)
    guard let duty else { return nil }
    return Duty(duty: duty.value, from: from, to: to, passedTo: passedTo)
  }
}
