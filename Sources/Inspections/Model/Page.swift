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

  static let schema = RecordSchema("page", "A free page.", Page.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its title.")
    summary =
      fields.optional(
        "summary", Values.inline, "What it is about, in a sentence.")?.value
    header = RecordHeader(&fields, called: title?.value)
    guard let title else { return nil }
    self.title = title
  }
}
