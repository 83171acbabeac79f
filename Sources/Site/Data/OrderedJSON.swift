/// JSON whose objects keep the order their fields are given in, so that the same site has the same
/// bytes and a reader finds the id first.
indirect enum OrderedJSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([OrderedJSON])
  case object([Field])

  /// A field of an object.
  struct Field: Sendable, Hashable {
    let name: String
    let value: OrderedJSON
  }

  /// An object of the fields that have a value.
  static func fields(_ fields: KeyValuePairs<String, OrderedJSON?>) -> OrderedJSON {
    .object(fields.compactMap { name, value in value.map { Field(name: name, value: $0) } })
  }

  /// A list, or nothing where it is empty.
  static func list(_ items: [OrderedJSON]) -> OrderedJSON? { items.isEmpty ? nil : .array(items) }

  /// A text, or nothing where it is empty.
  static func text(_ text: String) -> OrderedJSON? { text.isEmpty ? nil : .string(text) }

  /// The value as UTF-8, with a line end behind it.
  ///
  /// Complexity: O(n).
  func encoded() -> [UInt8] {
    var buffer = JSONBuffer()
    write(to: &buffer)
    buffer.newLine()
    return buffer.bytes
  }

  private func write(to buffer: inout JSONBuffer) {
    switch self {
    case .null: buffer.null()
    case .bool(let bool): buffer.flag(bool)
    case .number(let number): buffer.integer(number)
    case .decimal(let number): buffer.number(number)
    case .string(let text): buffer.string(text)
    case .array(let items):
      buffer.array { buffer in
        for item in items { item.write(to: &buffer) }
      }
    case .object(let fields):
      buffer.object { buffer in
        for field in fields {
          buffer.key(field.name)
          field.value.write(to: &buffer)
        }
      }
    }
  }
}
