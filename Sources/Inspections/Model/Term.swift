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
}
