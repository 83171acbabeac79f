/// A figure that a report gives beside a grade, or instead of one.
public struct Score: Sendable, Hashable {
  /// How much was reached.
  public let value: Double
  /// The most that there is.
  public let most: Double
  /// Which direction is better; nil where the report does not say.
  public let better: Indicator.Better?

  static let schema = RecordSchema(
    "score", "A figure that a report gives beside a grade, or instead of one.", Score.init(_:))

  init?(_ fields: inout Decoding) {
    let value = fields.required("value", Values.number, "How much was reached.")
    let most = fields.required("of", Values.number, "The most that there is, like 4 or 100.")
    better =
      fields.optional(
        "better", Values.choice(Indicator.Better.self),
        "Which direction is better, where readers cannot tell: `lower` for faults that are counted."
      )?
      .value
    guard let value, let most else { return nil }
    self.value = value.value
    self.most = most.value
  }
}

extension Score {
  /// `2 of 4`, `3 of 100, lower is better`.
  public var words: String {
    "\(value.plain) of \(most.plain)" + (better.map { ", \($0.rawValue) is better" } ?? "")
  }
}
