/// What a framework calls something of which there may be several: what its reports ask for, the
/// reports themselves, or its visits.
public struct PublicTerm: Sendable {
  /// For one of them.
  public let one: String
  /// For several.
  public let many: String

  static let schema = RecordSchema(
    "term of a framework", "What a framework calls something, for one of it and for several.",
    PublicTerm.init(_:))

  private init(one: String, many: String) {
    self.one = one
    self.many = many
  }

  init?(_ fields: inout Decoding) {
    let one = fields.required("one", Values.text, "The word for one of them.")
    let many = fields.required("many", Values.text, "The word for several.")
    guard let one, let many else { return nil }
    self.init(one: one.value, many: many.value)
  }

  /// A monitoring visit, where a framework says nothing else and it is known when inspectors were at work.
  public static let visit = PublicTerm(one: "visit", many: "visits")
  /// An inspection, where a framework says nothing else.
  public static let inspection = PublicTerm(one: "inspection", many: "inspections")
  /// A report of any other kind, where a framework says nothing else.
  public static let report = PublicTerm(one: "report", many: "reports")
  /// A report on progress of which neither is known: it may be a letter.
  public static let followUp = PublicTerm(one: "follow-up", many: "follow-ups")
  /// What is asked for, where a framework says nothing else.
  public static let recommendation = PublicTerm(one: "recommendation", many: "recommendations")
}
