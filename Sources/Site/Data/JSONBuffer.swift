/// Growing bytes of a JSON text: the one door through which values reach JSON files.
///
/// Source: RFC 8259.
struct JSONBuffer: Sendable {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes an empty buffer with room for `capacity` bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes `{`, what `members` writes, and `}`.
  mutating func object(_ members: (inout JSONBuffer) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes `[`, what `items` writes, and `]`.
  mutating func array(_ items: (inout JSONBuffer) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), items)
  }

  /// Writes the name of a member; its value follows.
  mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member with a text.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member with texts.
  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { for text in texts { $0.string(text) } }
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    separate()
    quoted(text)
    needsComma = true
  }

  /// Writes a whole number.
  mutating func integer(_ number: Int) { literal(String(number)) }

  /// Writes a number, without a fraction where it has none; what is no number becomes `null`.
  mutating func number(_ number: Double) {
    literal(number.isFinite ? NumberWords.decimal(number) : "null")
  }

  /// Writes `true` or `false`.
  mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes `null`.
  mutating func null() { literal("null") }

  /// Ends a line, so that a long array can be read and compared by lines.
  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func enclose(
    _ open: UInt8, _ close: UInt8, _ write: (inout JSONBuffer) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    write(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.needsEscape) {
      escaped(text)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
