public import HTML

/// A filled view: one value for each slot of its shape, in the same order.
public struct ViewRecord: Sendable {
  /// The values by slot.
  public let slots: [ViewValue]

  /// Couples values with the slots of a shape of the same length.
  public init(slots: [ViewValue]) {
    self.slots = slots
  }
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
