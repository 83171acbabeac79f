public import Diagnostics

/// A value with the place its author wrote it.
public struct Located<Value> {
  /// The value.
  public let value: Value
  /// The bytes of the value.
  public let span: Span
  private let keyStart: UInt32
  private let keyEnd: UInt32

  /// The bytes of the key it belongs to; the value's own bytes for an entry of a list.
  ///
  /// Worked out, for every fact of a record is kept with its place, and both are in one file.
  public var keySpan: Span { Span(span.file, Int(keyStart)..<Int(keyEnd)) }

  /// Places a value; its key is in the same file.
  public init(_ value: Value, at span: Span, key keySpan: Span? = nil) {
    self.value = value
    self.span = span
    let key = keySpan ?? span
    keyStart = UInt32(clamping: key.start)
    keyEnd = UInt32(clamping: key.end)
  }

  /// Another value at the same place.
  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span, key: keySpan)
  }
}

extension Located {
  /// The fact at its place; nil where it is recorded as not known.
  func whereKnown<Fact>() -> Located<Fact>? where Value == Known<Fact> {
    value.value.map { Located<Fact>($0, at: span, key: keySpan) }
  }
}

extension Located: Sendable where Value: Sendable {}

/// A fact that may be legally unknown: the author wrote `unknown`.
///
/// An absent field is different: `to` absent means "still exists", `to: unknown` that it ended and
/// nobody says when.
public enum Known<Value> {
  /// The fact.
  case known(Value)
  /// Recorded as not known.
  case unknown

  /// The fact, or nil where it is recorded as not known.
  @inlinable
  public var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown: nil
    }
  }
}

extension Known: Sendable where Value: Sendable {}
extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}

extension Optional {
  /// The fact of an optional field that may also be recorded as not known.
  @inlinable
  public func known<Value>() -> Value? where Wrapped == Located<Known<Value>> {
    self?.value.value
  }
}
