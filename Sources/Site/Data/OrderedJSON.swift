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

  /// The value as UTF-8, with a line end behind it; indented by two spaces a level where `isPretty`.
  ///
  /// Complexity: O(n). Source: RFC 8259.
  func encoded(isPretty: Bool) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: isPretty ? 0 : nil)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let bool): output += (bool ? "true" : "false").utf8
    case .number(let number): output += String(number).utf8
    case .decimal(let number):
      output += (number.isFinite ? NumberWords.decimal(number) : "null").utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let items):
      Self.writeList(items, "[", "]", to: &output, indent: indent) { item, output, indent in
        item.write(to: &output, indent: indent)
      }
    case .object(let fields):
      Self.writeList(fields, "{", "}", to: &output, indent: indent) { field, output, indent in
        Self.write(field.name, to: &output)
        output += (indent == nil ? ":" : ": ").utf8
        field.value.write(to: &output, indent: indent)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout [UInt8], indent: Int?,
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    output += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine(to: &output, indent: indent.map { $0 + 1 })
      each(item, &output, indent.map { $0 + 1 })
    }
    if !items.isEmpty { newLine(to: &output, indent: indent) }
    output += close.utf8
  }

  private static func newLine(to output: inout [UInt8], indent: Int?) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
  }

  /// Writes a string; characters that end a line somewhere or are not shown are escaped.
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\r": output += "\\r".utf8
      case "\t": output += "\\t".utf8
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
