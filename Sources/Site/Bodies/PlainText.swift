import CommonMark
public import Inspections

extension InlineText {
  /// The text without markup, for titles, attributes and feeds.
  public var plain: String { String(decoding: rendered.text, as: UTF8.self) }
}
