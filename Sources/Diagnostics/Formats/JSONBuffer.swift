import Bytes

/// Growing bytes of a JSON text: the one door through which values reach JSON.
///
/// ```swift
/// var json = JSONBuffer()
/// json.object { $0.member("title", "East Midlands") }   // {"title":"East Midlands"}
/// ```
///
/// Foundation's encoder is not used: it can sort keys but not keep them, so that `version` would come
/// last and `message` between `level` and `notes`. Source: RFC 8259.
public struct JSONBuffer: Sendable {
  /// The text so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var follows = Place.start
  /// How deep the next value stands, where each has a line of its own; nil for one long line.
  private var depth: Int?

  /// Makes an empty buffer with room for `capacity` bytes; `isIndented` gives each value a line, with
  /// two spaces a level before it.
  public init(capacity: Int = 0, isIndented: Bool = false) {
    bytes.reserveCapacity(capacity)
    depth = isIndented ? 0 : nil
  }

  /// Writes `{`, what `members` writes, and `}`.
  public mutating func object(_ members: (inout JSONBuffer) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes `[`, what `items` writes, and `]`.
  public mutating func array(_ items: (inout JSONBuffer) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), items)
  }

  /// Writes the name of a member; its value follows.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    endKey()
  }

  /// Writes a member with a text.
  public mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member with a text, both as UTF-8.
  public mutating func member(_ name: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) {
    separate()
    unsafe name.withUnsafeBufferPointer { unsafe quoted($0) }
    endKey()
    unsafe text.withUnsafeBufferPointer { unsafe quoted($0) }
    follows = .value
  }

  /// Writes a member with texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { for text in texts { $0.string(text) } }
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    quoted(text)
    follows = .value
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) { literal(String(number)) }

  /// Writes a number, without a fraction where it has none; what is no number becomes `null`.
  public mutating func number(_ number: Double) {
    literal(number.isFinite ? number.decimalDigits : "null")
  }

  /// Writes `true` or `false`.
  public mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  /// Hands over the text so far; what is written from now on comes after it.
  public mutating func drain() -> [UInt8] {
    let written = bytes
    bytes = []
    return written
  }

  /// Ends a line, so that a long array can be read and compared by lines.
  public mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  /// What the next value comes after.
  private enum Place {
    case start, opening, key, value
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if depth != nil { bytes.append(UInt8(ascii: " ")) }
    follows = .key
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    follows = .value
  }

  private mutating func enclose(
    _ open: UInt8, _ close: UInt8, _ write: (inout JSONBuffer) -> Void
  ) {
    separate()
    bytes.append(open)
    follows = .opening
    depth = depth.map { $0 + 1 }
    write(&self)
    depth = depth.map { $0 - 1 }
    if follows == .value { indent() }
    bytes.append(close)
    follows = .value
  }

  private mutating func separate() {
    if follows == .value { bytes.append(UInt8(ascii: ",")) }
    if follows == .value || follows == .opening { indent() }
  }

  private mutating func indent() {
    guard let depth else { return }
    newLine()
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func quoted(_ text: String) {
    var text = text
    text.withUTF8 { unsafe quoted($0) }
  }

  /// Runs of bytes that need no escape are looked through eight at a time and copied at once.
  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var runStart = 0
    var next = 0
    while true {
      unsafe EightBytes.skip(utf8, from: &next) {
        $0.marks(of: 0...0x1F) | $0.marks(of: 0x22...0x22) | $0.marks(of: 0x5C...0x5C)
          | $0.marks(of: 0x7F...0x7F) | $0.marksBeyondASCII
      }
      guard next < utf8.count else { break }
      let index = next
      next += 1
      guard unsafe Self.mayNeedEscape(utf8[index]),
        let scalar = unsafe Self.escapedScalar(in: utf8, at: index)
      else { continue }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
      escape(scalar)
      runStart = index + UTF8.width(scalar)
      next = runStart
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
    bytes.append(UInt8(ascii: "\""))
  }

  /// What cannot stand in a string, or begins a character that may end a line or is not shown.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    // Nearly all bytes are letters, digits and signs before the backslash or behind it.
    if (0x5D...0x7E).contains(byte) || (0x23...0x5B).contains(byte) { return false }
    return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      || byte == 0xC2 || byte == 0xE2
  }

  /// The character that begins at a byte, if it needs an escape.
  private static func escapedScalar(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Unicode.Scalar? {
    var rest = unsafe utf8[index...].prefix(3).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = unsafe decoder.decode(&rest) else { return nil }
    switch scalar {
    case "\0"..."\u{1F}", "\"", "\\", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": return scalar
    default: return nil
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      let digits = String(scalar.value, radix: 16)
      bytes += "\\u".utf8
      bytes += String(repeating: "0", count: 4 - digits.count).utf8
      bytes += digits.utf8
    }
  }
}

extension Double {
  /// The number in decimal digits, without a fraction where it has none: `26`, `2.5`.
  public var decimalDigits: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
