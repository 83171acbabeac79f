import CommonMark
public import Diagnostics

/// What the inspected body answered to a report; never the inspectorate's word.
public final class Response: Record {
  /// `responses/`.
  public static let collection = Collection.responses

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// The report it answers.
  public let report: Located<ReportID>
  /// Who answers.
  public let organisation: Located<OrganisationID>
  /// When the public could read it.
  public let published: Located<Known<PartialDate>>?
  /// The answer to each recommendation.
  public let items: [Item]

  static let schema = RecordSchema(
    "response", "What the inspected body answered to a report.", Response.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its name.")
    let report = fields.required("report", Values.report, "The report it answers.")
    let organisation = fields.required("organisation", Values.organisation, "Who answers.")
    published = fields.required(
      "published", Values.date.orUnknown, "When the public could read it.")
    items = fields.list(
      "items", of: Values.record(Item.schema), "The answer to each recommendation.")
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let report, let organisation else { return nil }
    self.title = title
    self.report = report
    self.organisation = organisation
  }

  /// The answer to one recommendation.
  public struct Item: Sendable {
    /// What the body says to a recommendation.
    public enum Stance: String, Sendable, CaseIterable {
      case accepted, partly, rejected
      case notStated = "not-stated"
    }

    /// Which recommendation.
    public let recommendation: Located<PrintedNumber>
    /// On whose behalf, where that is not the body that answers.
    public let to: [Located<OrganisationID>]
    /// Whether it is accepted.
    public let stance: Stance
    /// What the body will do.
    public let actions: [InlineText]
    /// What it means to reach.
    public let target: InlineText?
    /// By when, as the body says.
    public let due: Located<Known<PartialDate>>?
    /// A remark on it.
    public let note: InlineText?
    /// The whole entry.
    public let span: Span

    static let schema = RecordSchema(
      "response item", "The answer to one recommendation.", Item.init(_:))

    init?(_ fields: inout Decoding) {
      span = fields.span
      let recommendation = fields.required(
        "recommendation", Values.printedNumber, "The number of the recommendation.")
      to = fields.value(
        "to", Values.organisation.located.oneOrMany, default: [],
        "On whose behalf it is answered, where that is not the body that answers.")
      stance = fields.value(
        "stance", Values.choice(Stance.self), default: .notStated,
        "Whether it is accepted; `not-stated` when absent.")
      actions = fields.list("actions", of: Values.inline, "What the body will do.")
      target = fields.optional("target", Values.inline, "What it means to reach.")?.value
      due = fields.optional(
        "due", Values.date.orUnknown, "By when, as the body says.")
      note = fields.optional("note", Values.inline, "A remark on it.")?.value
      guard let recommendation else { return nil }
      self.recommendation = recommendation
    }
  }
}
