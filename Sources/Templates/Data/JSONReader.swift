import Diagnostics

/// Reads a JSON value from bytes, and says where they stop being JSON.
///
/// Source: RFC 8259.
struct JSONReader {
  /// Why a text is no JSON.
  struct Fault: Error {
    /// The byte where it stops being JSON.
    let place: Int
    /// What is the matter there.
    let reason: String
  }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// How deep arrays and objects may lie in one another.
  private static let mostDepth = 512

  /// Bytes of UTF-8; a byte-order mark before them does no harm.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The one value of the text.
  ///
  /// Complexity: O(n).
  mutating func read() throws(Fault) -> JSONValue {
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw fault("something follows the value") }
    return value
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case .some(let byte) where byte.isDecimalDigit: return try number()
    case nil: throw fault("a value is missing")
    default: throw fault("no value begins like this")
    }
  }

  private mutating func object() throws(Fault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    try items(until: UInt8(ascii: "}")) { reader throws(Fault) in
      guard reader.next == UInt8(ascii: "\"") else { throw reader.fault("a key is missing") }
      let key = try reader.string()
      reader.skipSpace()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.fault("':' is missing") }
      members[key] = try reader.value()
    }
    return .object(members)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    var values: [JSONValue] = []
    try items(until: UInt8(ascii: "]")) { reader throws(Fault) in
      values.append(try reader.value())
    }
    return .array(values)
  }

  /// What stands between two brackets, with commas between.
  private mutating func items(
    until end: UInt8, _ item: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    depth += 1
    guard depth <= Self.mostDepth else {
      throw fault("values lie in one another more than \(Self.mostDepth) deep")
    }
    index += 1
    skipSpace()
    if !take(end) {
      repeat {
        skipSpace()
        try item(&self)
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(end) else { throw fault("',' or the closing bracket is missing") }
    }
    depth -= 1
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for byte in "\(word)".utf8 {
      guard take(byte) else { throw fault("the word is none of true, false and null") }
    }
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw Fault(place: start, reason: "the number is too large")
    }
    return .number(number.decimalDigits)
  }

  private mutating func digits() throws(Fault) {
    guard next?.isDecimalDigit == true else { throw fault("a digit is missing") }
    while next?.isDecimalDigit == true { index += 1 }
  }

  /// A text in double quotes; the reader stands at the first.
  private mutating func string() throws(Fault) -> String {
    index += 1
    var text: [UInt8] = []
    let start = index
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else {
          throw Fault(place: start, reason: "the text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<0x20:
        throw Fault(place: index - 1, reason: "a control character stands in a text")
      default: text.append(byte)
      }
    }
    throw fault("the closing '\"' is missing")
  }

  /// What an escape stands for; the reader stands behind the backslash.
  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    let place = index - 1
    guard let byte = next else { throw fault("the text ends in an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var value = try codeUnit()
      if (0xD800..<0xDC00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
          throw Fault(place: place, reason: "half of a character stands alone")
        }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Fault(place: place, reason: "half of a character stands alone")
      }
      return scalar
    default: throw Fault(place: place, reason: "there is no such escape")
    }
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are missing") }
    index += 4
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      index += 1
    }
  }

  private func fault(_ reason: String) -> Fault { Fault(place: index, reason: reason) }
}

extension UInt8 {
  fileprivate var isDecimalDigit: Bool { (0x30...0x39).contains(self) }
}
