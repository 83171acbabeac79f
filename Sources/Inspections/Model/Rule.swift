import CommonMark
import Diagnostics

/// A deadline or another rule of a framework.
public struct Rule: Sendable {
  /// How far a rule binds.
  public enum Status: String, Sendable, CaseIterable {
    /// Put forward for comment.
    case proposed
    /// Announced, but not known to have come into force.
    case intended
    /// Binding.
    case inForce = "in force"
  }

  /// What a rule sets.
  public enum Value: Sendable {
    /// A length of time.
    case duration(Duration)
    /// Anything else, in words.
    case words(InlineText)
  }

  /// Its kebab-case name; `publish-within`, `reinspect-within` and `answer-within` are checked.
  public let name: Located<String>
  /// What it sets.
  public let value: Located<Value>
  /// Whether the source says "about".
  public let isApproximate: Bool
  /// How far it binds.
  public let status: Status
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "rule", "A deadline or another rule of a framework.", Rule.init(_:))

  init?(_ fields: inout Decoding) {
    let name = fields.required(
      "rule", Values.text,
      "Its kebab-case name; `publish-within`, `reinspect-within` and `answer-within` are checked.")
    let value = fields.required(
      "value", Values.ruleValue, "What it sets: a length of time, or a few words.")
    isApproximate = fields.value(
      "about", Values.flag, default: false, "Whether the source says \"about\".")
    let status = fields.required("status", Values.choice(Status.self), "How far it binds.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let name, let value, let status else { return nil }
    self.name = name
    self.value = value
    self.status = status.value
  }
}
