import CommonMark
import Diagnostics

/// A value of a framework's scale.
///
/// A class for the same reason as ``Report``; it never changes.
public final class Grade: Sendable {
  /// Its name in reports' front matter.
  public let id: Located<GradeID>
  /// The word in public.
  public let title: String
  /// The number or letter that the scheme prints for it; nil where it prints none.
  public let value: String?
  /// What it stands for.
  public let meaning: InlineText?
  /// Whether the framework demands a recommendation wherever it is given.
  public let requiresRecommendation: Bool

  static let schema = RecordSchema("grade", "A value of a framework's scale.", Grade.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<GradeID>.name("a name for the grade"), "Its name in reports.")
    let title = fields.required("title", Values.text, "The word in public.")
    value =
      fields.optional(
        "value", Values.text,
        "The number or letter that the scheme prints for it; shown with the title.")?.value
    meaning = fields.optional("meaning", Values.inline, "What it stands for.")?.value
    requiresRecommendation = fields.value(
      "requires_recommendation", Values.flag, default: false,
      "Whether the framework demands a recommendation wherever it is given; `false` when absent.")
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }

  /// The title with the number or letter of the scheme: `Good (4)`; a title that has it already, like
  /// `4 – good`, stays as it was typed.
  public var label: String {
    guard let value else { return title }
    let words = title.split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0 == value } ? title : "\(title) (\(value))"
  }
}

/// A value of the scale on which visits judge progress.
public final class ProgressGrade: Sendable {
  /// Its name in visits' front matter.
  public let id: Located<ProgressGradeID>
  /// The words in public.
  public let title: String
  /// What it stands for.
  public let meaning: InlineText?
  /// How it closes what it is said of; nil where that stays open.
  public let closes: Closure.Reason?

  static let schema = RecordSchema(
    "progress grade", "A value of the scale on which visits judge progress.",
    ProgressGrade.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<ProgressGradeID>.name("a name for the conclusion"),
      "Its name in monitoring visits.")
    let title = fields.required("title", Values.text, "The word in public.")
    meaning = fields.optional("meaning", Values.inline, "What it stands for.")?.value
    closes =
      fields.optional(
        "closes", Values.choice(Closure.Reason.self),
        "How it closes a recommendation that it is said of; no entry under `closes` is needed then."
      )?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}
