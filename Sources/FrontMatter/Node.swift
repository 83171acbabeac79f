public import Diagnostics

/// A YAML value with the bytes it stands in.
public struct Node: Sendable, Hashable {
  /// What the value is.
  public enum Content: Sendable, Hashable {
    /// A scalar; `quoted` when the author wrote quotes or a block scalar, so that `"2008"` stays text.
    case scalar(String, quoted: Bool)
    /// A list.
    case sequence([Node])
    /// Keys and values in the author's order.
    case mapping([Pair])
  }

  /// A key with its value.
  public struct Pair: Sendable, Hashable {
    /// The key's text.
    public let key: String
    /// The bytes of the key.
    public let keySpan: Span
    /// The value.
    public let value: Node

    /// Couples a key with a value.
    public init(key: String, keySpan: Span, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// What the value is.
  public let content: Content
  /// The bytes of the value, quotes included.
  public let span: Span

  /// Makes a value.
  public init(_ content: Content, span: Span) {
    self.content = content
    self.span = span
  }
}
