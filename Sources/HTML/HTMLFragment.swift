/// Bytes of HTML that are complete and safe to put into a page.
///
/// Made by an ``HTMLBuffer``; the Markdown renderer and the charts hand their output on as
/// fragments, so that templates can tell it from text.
public struct HTMLFragment: Sendable, Hashable {
  /// The HTML, UTF-8.
  public let bytes: [UInt8]

  /// Declares bytes to be HTML.
  ///
  /// Only for code that escapes by itself, such as the Markdown
  /// renderer; everything else goes through ``HTMLBuffer``.
  public init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// No HTML at all.
  public static let empty = HTMLFragment(trusted: [])

  /// Whether there is nothing in it.
  public var isEmpty: Bool { bytes.isEmpty }
}
