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
  /// The body it is part of, where the register names one for all its life.
  public let organisation: Located<OrganisationID>?
  /// The bodies that ran it one after another, in the author's order.
  public let tenures: [Tenure]
  /// Why there is no report on it, or none is due; nil where the register does not say.
  public let standing: Standing?
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
    tenures = fields.list(
      "organisations", of: Values.record(Tenure.schema),
      "The bodies that ran it one after another, where that changed; its history stays one.")
    standing =
      fields.optional(
        "standing", Values.record(Standing.schema),
        "Why there is no report on it, or none is due.")?.value
    code = fields.optional(
      "code", Values.text, "The body's own code; unique within an organisation and time.")
    parent = fields.optional("parent", Values.area.orUnknown, "The area it is part of.")
    covers = fields.optional("covers", Values.text.list.orUnknown, "Places that it covers.")
    life = Life(&fields, of: Values.area)
    alsoKnownAs = fields.list(
      "also_known_as", of: Values.text.located, "Other names it goes by.")
    contacts = fields.contacts()
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let kind else { return nil }
    self.title = title
    self.kind = kind
  }
}

/// The time in which a body ran an area.
public struct Tenure: Sendable {
  /// The body.
  public let organisation: Located<OrganisationID>
  /// Since when; nil where the register does not say.
  public let from: Located<Known<PartialDate>>?
  /// Until when; nil while it does.
  public let to: Located<Known<PartialDate>>?

  static let schema = RecordSchema(
    "tenure", "The time in which a body ran an area.", Tenure.init(_:))

  init?(_ fields: inout Decoding) {
    let organisation = fields.required("organisation", Values.organisation, "The body.")
    from = fields.optional("from", Values.date.orUnknown, "Since when it ran the area.")
    to = fields.optional(
      "to", Values.date.orUnknown, "Until when; absent while it does, `unknown` where that ended.")
    guard let organisation else { return nil }
    self.organisation = organisation
  }

  /// Whether it was certainly over before `date`.
  func isOver(before date: PartialDate) -> Bool { to.known()?.isCertainlyBefore(date) ?? false }

  /// Whether it certainly began after `date`.
  func isYetToBegin(after date: PartialDate) -> Bool {
    from.known()?.isCertainlyAfter(date) ?? false
  }
}

/// Why there is no report on an area, or none is due.
public struct Standing: Sendable {
  /// The state in the inspectorate's words.
  public let state: String
  /// As of when.
  public let date: Located<Known<PartialDate>>?
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "standing", "Why there is no report on an area, or none is due.", Standing.init(_:))

  init?(_ fields: inout Decoding) {
    let state = fields.required(
      "state", Values.text, "The state in the inspectorate's words, like `Awaiting inspection`.")
    date = fields.optional("date", Values.date.orUnknown, "As of when it is so.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let state else { return nil }
    self.state = state.value
  }
}

extension Area {
  /// The bodies that it is or was part of, each once: that of ``organisation``, then those of
  /// ``tenures`` in the author's order.
  public var bodies: [Located<OrganisationID>] {
    Decoding.together(organisation, tenures.map(\.organisation))
  }

  /// Whether a body may have run it in a time: at any time, where no tenure of the body is recorded.
  public func mayBeRun(by body: OrganisationID, in time: DateInterval) -> Bool {
    let own = tenures.filter { $0.organisation.value == body }
    return own.isEmpty
      || own.contains { !$0.isOver(before: time.start) && !$0.isYetToBegin(after: time.end) }
  }

  /// The body that ran it on `day`: the last one in the author's order that may have; nil where none
  /// may.
  public func body(on day: Day) -> OrganisationID? {
    let date = PartialDate(day)
    let running = tenures.last { !$0.isOver(before: date) && !$0.isYetToBegin(after: date) }
    return (running?.organisation ?? organisation)?.value
  }
}
