/// A JSON value whose object keys keep the order they are given in.
///
/// Foundation's encoder is not used: it can sort keys but not keep them, so that `version` would come
/// last and `message` between `level` and `notes`, and it is the one thing this module would need
/// Foundation for.
public indirect enum OrderedJSON: Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([OrderedJSON])
  case object([(key: String, value: OrderedJSON)])

  /// The value as UTF-8, indented by two spaces a level, with a line ending at the end.
  public func encoded() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], indent: Int) {
    switch self {
    case .string(let text): Self.write(text, to: &output)
    case .number(let number): output += String(number).utf8
    case .bool(let bool): output += (bool ? "true" : "false").utf8
    case .array(let items):
      Self.writeList(items, "[", "]", to: &output, indent: indent) { item, output in
        item.write(to: &output, indent: indent + 1)
      }
    case .object(let fields):
      Self.writeList(fields, "{", "}", to: &output, indent: indent) { field, output in
        Self.write(field.key, to: &output)
        output += ": ".utf8
        field.value.write(to: &output, indent: indent + 1)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout [UInt8], indent: Int,
    each: (Item, inout [UInt8]) -> Void
  ) {
    output += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output += ",".utf8 }
      newLine(to: &output, indent: indent + 1)
      each(item, &output)
    }
    if !items.isEmpty { newLine(to: &output, indent: indent) }
    output += close.utf8
  }

  private static func newLine(to output: inout [UInt8], indent: Int) {
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
        output += "\\u".utf8
        output += String(repeating: "0", count: 4 - digits.count).utf8
        output += digits.utf8
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
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
}
