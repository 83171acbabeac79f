import CommonMark
import Diagnostics

/// A free page.
public struct Page: Record {
  /// `pages/`.
  public static let collection = Collection.pages

  /// What every record carries.
  public let header: RecordHeader
  /// Its title.
  public let title: Located<InlineText>
  /// What it is about, in a sentence.
  public let summary: InlineText?
}
