import CommonMark
import Diagnostics
import Inspections

/// What a column can be filled with: its Swift type says what its values are, whether every row has
/// one, and which titles go with it.
///
/// ```swift
/// DataColumn("published", "When the public could read it.") { $0.published }
/// // Located<Known<PartialDate>>?: a date that may be absent or recorded as not known
/// ```
protocol DataFact: SendableMetatype {
  /// What its values are.
  static var type: DataType { get }
  /// Whether there may be none, because the question does not arise or nothing is said.
  static var mayBeAbsent: Bool { get }
  /// Whether it may be recorded as not known.
  static var mayBeUnknown: Bool { get }
  /// What has the titles of the ids it consists of; nil where there are none.
  static var link: DataLink? { get }
  /// The fact in a cell of a row.
  var cell: DataValue { get }
}

extension DataFact {
  static var mayBeAbsent: Bool { false }
  static var mayBeUnknown: Bool { false }
  static var link: DataLink? { nil }
}

/// A word of a fixed list.
protocol DataChoice: DataFact, RawRepresentable<String>, CaseIterable {}

extension DataChoice {
  static var type: DataType { .choice(allCases.map(\.rawValue)) }
  var cell: DataValue { .text(rawValue) }
}

extension Report.Kind: DataChoice {}
extension Report.Form: DataChoice {}
extension Report.Status: DataChoice {}
extension Withdrawal.Withheld: DataChoice {}
extension RecommendationStatus.Kind: DataChoice {}
extension Closure.Reason: DataChoice {}
extension Response.Item.Stance: DataChoice {}
extension Indicator.Better: DataChoice {}
extension Source.Trust: DataChoice {}

extension String: DataFact {
  static var type: DataType { .text }
  var cell: DataValue { .text(self) }
}

extension InlineText: DataFact {
  static var type: DataType { .text }
  var cell: DataValue { .text(plain) }
}

extension Int: DataFact {
  static var type: DataType { .integer }
  var cell: DataValue { .integer(self) }
}

extension PrintedNumber: DataFact {
  static var type: DataType { .printedNumber }
  var cell: DataValue { whole.map { .integer($0) } ?? .text(description) }
}

extension Double: DataFact {
  static var type: DataType { .number }
  var cell: DataValue { .number(self) }
}

extension PartialDate: DataFact {
  static var type: DataType { .date }
  var cell: DataValue { .text(description) }
}

extension Day: DataFact {
  static var type: DataType { .date }
  var cell: DataValue { .text(description) }
}

extension DateInterval: DataFact {
  static var type: DataType { .interval }
  var cell: DataValue { .text(description) }
}

extension Due: DataFact {
  static var type: DataType { .text }
  var cell: DataValue { .text(description) }
}

extension Located: DataFact where Value: DataFact {
  static var type: DataType { Value.type }
  static var mayBeAbsent: Bool { Value.mayBeAbsent }
  static var mayBeUnknown: Bool { Value.mayBeUnknown }
  static var link: DataLink? { Value.link }
  var cell: DataValue { value.cell }
}

extension Known: DataFact where Value: DataFact {
  static var type: DataType { Value.type }
  static var mayBeAbsent: Bool { Value.mayBeAbsent }
  static var mayBeUnknown: Bool { true }
  static var link: DataLink? { Value.link }
  var cell: DataValue {
    switch self {
    case .known(let fact): fact.cell
    case .unknown: .unknown
    }
  }
}

extension Optional: DataFact where Wrapped: DataFact {
  static var type: DataType { Wrapped.type }
  static var mayBeAbsent: Bool { true }
  static var mayBeUnknown: Bool { Wrapped.mayBeUnknown }
  static var link: DataLink? { Wrapped.link }
  var cell: DataValue { self?.cell ?? .absent }
}

/// One fact, or several.
struct OneOrMany<Element: DataFact>: DataFact {
  static var type: DataType { .oneOrMany(Element.type) }
  static var link: DataLink? { Element.link }
  let elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  var cell: DataValue { elements.count == 1 ? elements[0].cell : elements.cell }
}

extension Array: DataFact where Element: DataFact {
  static var type: DataType { .list(of: Element.type) }
  static var mayBeAbsent: Bool { true }
  static var link: DataLink? { Element.link }
  var cell: DataValue { isEmpty ? .absent : .list(map(\.cell)) }
}
