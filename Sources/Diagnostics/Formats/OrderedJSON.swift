/// A JSON value whose object keys keep the order they are given in, so that the same input has the
/// same bytes and a reader finds the id first.
public indirect enum OrderedJSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([OrderedJSON])
  case object([(key: String, value: OrderedJSON)])

  /// The value as UTF-8 with a line ending at the end, in one line or with a line for each value.
  ///
  /// Complexity: O(n).
  public func encoded(isIndented: Bool = true) -> [UInt8] {
    var buffer = JSONBuffer(isIndented: isIndented)
    write(to: &buffer)
    buffer.newLine()
    return buffer.bytes
  }

  /// Appends the value to a text.
  func write(to buffer: inout JSONBuffer) {
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
          buffer.key(field.key)
          field.value.write(to: &buffer)
        }
      }
    }
  }
}

extension OrderedJSON {
  /// An object of the fields that have a value.
  public static func fields(_ fields: KeyValuePairs<String, OrderedJSON?>) -> OrderedJSON {
    .object(fields.compactMap { field in field.value.map { (field.key, $0) } })
  }

  /// A list of strings.
  public static func strings(_ strings: [String]) -> OrderedJSON {
    .array(strings.map(OrderedJSON.string))
  }

  /// A list, or nothing where it is empty.
  public static func list(_ items: [OrderedJSON]) -> OrderedJSON? {
    items.isEmpty ? nil : .array(items)
  }

  /// A text, or nothing where it is empty.
  public static func text(_ text: String) -> OrderedJSON? { text.isEmpty ? nil : .string(text) }
}
