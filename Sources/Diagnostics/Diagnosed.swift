/// A value together with everything there is to say about how it was made.
///
/// Authors' mistakes travel as values: a stage returns what it could make and its diagnostics, and
/// its caller decides whether to go on.
public struct Diagnosed<Value> {
  /// What the stage made, as far as it could.
  public let value: Value
  /// What it has to say, in the order found; sorted only when shown.
  public let diagnostics: [Diagnostic]

  /// Couples a value with its diagnostics.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The same diagnostics with the value transformed.
  public func map<Other>(_ transform: (Value) -> Other) -> Diagnosed<Other> {
    Diagnosed<Other>(transform(value), diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
