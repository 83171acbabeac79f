public import HTML

/// A view with the model it shows: one value for each slot of its shape, in the same order.
///
/// A value is worked out when a template asks for it, so that what a theme does not show costs
/// nothing; one that is asked for again may be worked out again.
public struct ViewRecord: Sendable {
  /// How many slots there are.
  public let count: Int
  @usableFromInline let fill: @Sendable (Int) -> ViewValue

  /// A record of `count` slots that `fill` gives the values of, always the same ones.
  @inlinable
  public init(count: Int, fill: @escaping @Sendable (Int) -> ViewValue) {
    self.count = count
    self.fill = fill
  }

  /// Couples values with the slots of a shape of the same length.
  @inlinable
  public init(slots: [ViewValue]) {
    self.init(count: slots.count) { slots[$0] }
  }

  /// The value of a slot, from 0 to ``count`` - 1.
  @inlinable
  public func value(of slot: Int) -> ViewValue { fill(slot) }
}

/// The value of one slot.
public enum ViewValue: Sendable {
  /// Nothing: an absent text, address, number or record.
  case none
  /// Text or an address, not yet escaped.
  case text(String)
  /// HTML that the generator made.
  case html(HTMLFragment)
  /// A whole number.
  case number(Int)
  /// Yes or no.
  case flag(Bool)
  /// A record.
  case record(ViewRecord)
  /// A list of records.
  case list([ViewRecord])
}
