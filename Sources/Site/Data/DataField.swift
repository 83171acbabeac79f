import Diagnostics
import Inspections

/// What a column or a member holds, without the code that fills it: what schemas, metadata and
/// documentation are made from.
struct DataField: Sendable {
  /// Its name in files, of words joined by `_`; the head of its column.
  let key: String
  /// What it means, in a sentence.
  let meaning: String
  /// What its values are.
  let type: DataType
  /// Whether there may be none, because the question does not arise or nothing is said.
  let mayBeAbsent: Bool
  /// Whether it may be recorded as not known.
  let mayBeUnknown: Bool
  /// The table whose ids it has, if it has those of one.
  let references: String?

  /// Describes a column; it is always filled unless something else is said.
  init(
    _ key: String, _ meaning: String, _ type: DataType, mayBeAbsent: Bool = false,
    mayBeUnknown: Bool = false, of references: String? = nil
  ) {
    self.key = key
    self.meaning = meaning
    self.type = type
    self.mayBeAbsent = mayBeAbsent
    self.mayBeUnknown = mayBeUnknown
    self.references = references
  }

  /// Whether every row has a value.
  var isRequired: Bool { !mayBeAbsent && !mayBeUnknown }
}

extension DataField {
  /// The column with the meaning of a record's field of the same key, where it has none of its own;
  /// members that it has likewise.
  func explained(by record: RecordDescription?) -> DataField {
    let field = record?.field(key)
    return DataField(
      key, meaning.isEmpty ? field?.documentation ?? "" : meaning,
      type.explained(by: field?.type.record), mayBeAbsent: mayBeAbsent, mayBeUnknown: mayBeUnknown,
      of: references)
  }
}

extension DataType {
  fileprivate func explained(by record: RecordDescription?) -> DataType {
    switch self {
    case .object(let members): .object(members.map { $0.explained(by: record) })
    case .list(let element): .list(of: element.explained(by: record))
    case .oneOrMany(let element): .oneOrMany(element.explained(by: record))
    case .text, .choice, .id, .integer, .printedNumber, .number, .date, .interval, .address,
      .counts:
      self
    }
  }
}

/// What values are.
indirect enum DataType: Sendable {
  /// Any text.
  case text
  /// One of a few words.
  case choice([String])
  /// An id of a record or a part of one.
  case id
  /// A whole number.
  case integer
  /// The number of a recommendation or a paragraph: a whole number, or a text like `R-20-1`.
  case printedNumber
  /// Any number.
  case number
  /// A date at the precision that is known.
  case date
  /// Two such dates with `/` between, or one.
  case interval
  /// A whole address.
  case address
  /// Any number of values.
  case list(of: DataType)
  /// One value, or several.
  case oneOrMany(DataType)
  /// Numbers by the names of what they count.
  case counts
  /// Members of their own.
  case object([DataField])

  /// Any number of objects.
  static func objects(_ members: [DataField]) -> DataType { .list(of: .object(members)) }
}

/// One value of a row.
enum DataValue: Sendable, Equatable {
  /// A text, an id, a date or an address.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Any number.
  case number(Double)
  /// Any number of values.
  case list([DataValue])
  /// Members by their keys.
  case object([DataCell])
  /// Recorded as not known.
  case unknown
  /// The question does not arise, or nothing is said.
  case absent
}

/// A value with the key of its column.
struct DataCell: Sendable, Equatable {
  let key: String
  let value: DataValue
}

extension DataValue {
  /// The value with other words in place of its texts.
  func mapTexts(_ transform: (String) -> String) -> DataValue {
    switch self {
    case .text(let text): .text(transform(text))
    case .list(let values): .list(values.map { $0.mapTexts(transform) })
    case .integer, .number, .object, .unknown, .absent: self
    }
  }

  /// Writes the value as JSON; what is absent is `null` in a row and left out of an object.
  func write(to json: inout JSONBuffer) {
    switch self {
    case .text(let text): json.string(text)
    case .integer(let number): json.integer(number)
    case .number(let number): json.number(number)
    case .list(let values): json.array { for value in values { value.write(to: &$0) } }
    case .object(let cells):
      json.object { $0.write(cells.filter { $0.value != .absent }) }
    case .unknown: json.string("unknown")
    case .absent: json.null()
    }
  }
}

extension JSONBuffer {
  /// Writes cells as members of an object.
  mutating func write(_ cells: [DataCell]) {
    for cell in cells {
      key(cell.key)
      cell.value.write(to: &self)
    }
  }
}

/// What has the titles of ids.
struct DataLink: Sendable {
  /// The table whose ids they are; nil where no table has these.
  let table: String?
  /// The title of what has an id; nil where the register does not hold it.
  let title: @Sendable (String, Register) -> String?
}
