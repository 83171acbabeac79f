import CommonMark
import Diagnostics

/// A defined term of the glossary.
public struct Term: Record {
  /// `glossary/`.
  public static let collection = Collection.glossary

  /// What every record carries.
  public let header: RecordHeader
  /// The term.
  public let title: Located<InlineText>
  /// The framework whose reports use it in this sense; nil for a general term.
  public let framework: Located<FrameworkID>?
  /// Other words for it.
  public let alsoKnownAs: [Located<String>]
  /// What it means, in a sentence or two.
  public let definition: Located<InlineText>

  static let schema = RecordSchema(
    "term", "A defined term of the glossary.", Term.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "The term.")
    framework = fields.optional(
      "framework", Values.framework,
      "The framework whose reports use it in this sense.")
    alsoKnownAs = fields.list(
      "also_known_as", of: Values.text.located, "Other words for it.")
    let definition = fields.required(
      "definition", Values.inline, "What it means, in a sentence or two.")
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let definition else { return nil }
    self.title = title
    self.definition = definition
  }
}
