import Diagnostics

extension Check {
  /// Data files that are not JSON.
  static let templateData = Check(
    "template-data", .templates, .error,
    summary: "The data of a template is one JSON value.",
    explanation: """
      `findings render-template FILE --data FILE.json` reads one JSON value in UTF-8. A comma after \
      the last entry, single quotes and comments are not JSON.

          {"title": "East Midlands",}

      Source: RFC 8259.
      """,
    canBeWaived: false)
}

/// Reads JSON text byte by byte and keeps numbers as they were written.
struct JSONParser {
  /// Where the text stops being JSON.
  struct Mistake: Error {
    let offset: Int
    let expected: String
  }

  /// How deep arrays and objects may stand in one another.
  static let depthLimit = 200

  private let bytes: [UInt8]
  private var position: Int
  private var depth = 0

  init(source: SourceText) {
    bytes = source.bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the one value of the text.
  mutating func document() throws(Mistake) -> JSONValue {
    let value = try value()
    skipSpaces()
    guard position == bytes.count else { throw mistake("the end of the file") }
    return value
  }

  private mutating func value() throws(Mistake) -> JSONValue {
    skipSpaces()
    switch peek ?? 0 {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Mistake) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(Mistake) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw mistake("a value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(Mistake) -> JSONValue
  ) throws(Mistake) -> JSONValue {
    guard depth < Self.depthLimit else {
      throw mistake("at most \(Self.depthLimit) arrays and objects in one another")
    }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Mistake) -> JSONValue {
    var entries: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return .object(entries) }
    repeat {
      skipSpaces()
      guard peek == UInt8(ascii: "\"") else { throw mistake("a key in double quotes") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw mistake("':'") }
      entries[key] = try value()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw mistake("',' or '}'") }
    return .object(entries)
  }

  private mutating func array() throws(Mistake) -> JSONValue {
    var items: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat { items.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw mistake("',' or ']'") }
    return .array(items)
  }

  private mutating func string() throws(Mistake) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw mistake("an escape for a control character") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: Array(String(Character(try escape())).utf8))
      } else {
        text.append(byte)
      }
    }
    guard peek != nil else { throw mistake("a closing quote") }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    let escaped = peek
    position += 1
    switch escaped {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default:
      position -= 1
      throw mistake("an escape of JSON")
    }
  }

  /// Reads the digits of `\u`, and of the second half of a pair; a lone half becomes U+FFFD.
  private mutating func scalar() throws(Mistake) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let isPair =
      first < 0xDC00 && position + 1 < bytes.count && bytes[position] == UInt8(ascii: "\\")
      && bytes[position + 1] == UInt8(ascii: "u")
    guard isPair else { return "\u{FFFD}" }
    let behind = position
    position += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      position = behind
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Mistake) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
      else { throw mistake("four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private mutating func number() throws(Mistake) -> JSONValue {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(Mistake) {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw mistake("a digit") }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Mistake) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw mistake("a value") }
    position += word.utf8.count
    return value
  }

  /// Moves past spaces and then past `byte`, if it is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while let byte = peek, byte.isTemplateSpace { position += 1 }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func mistake(_ expected: String) -> Mistake {
    Mistake(offset: position, expected: expected)
  }
}

extension Diagnostic {
  static func badData(_ span: Span, expected: String) -> Diagnostic {
    Diagnostic(
      .templateData, "the data stops being JSON here", at: Label(span, "\(expected) expected"))
  }
}
