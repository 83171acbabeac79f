/// Growing bytes of an HTML page: the one door through which text reaches output.
///
/// It takes markup that stands in the program, escaped text, escaped attribute values, and
/// fragments that another buffer made. Nothing else can be appended, so nothing unescaped can.
public struct HTMLBuffer: Sendable {
  /// What has been written so far.
  public internal(set) var bytes: [UInt8] = []

  /// Makes an empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    bytes.reserveCapacity(capacity)
  }

  /// How many bytes have been written.
  public var count: Int { bytes.count }

  /// Forgets what was written and keeps the room for the next page.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over what was written as a fragment.
  public consuming func fragment() -> HTMLFragment {
    HTMLFragment(trusted: bytes)
  }

  /// Appends markup that stands in the program.
  public mutating func markup(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends a fragment that was already made safe.
  public mutating func fragment(_ fragment: HTMLFragment) {
    bytes.append(contentsOf: fragment.bytes)
  }

  /// Appends the bytes in `range` of a fragment that was already made safe as a whole.
  public mutating func fragment(_ fragment: HTMLFragment, in range: Range<Int>) {
    unsafe fragment.bytes.withUnsafeBufferPointer { unsafe append($0, range) }
  }

  /// Appends text with `&`, `<`, `>` and both quotes escaped, right in text and in quoted attributes.
  public mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { unsafe text($0) }
  }

  /// Appends a whole number in decimal digits.
  public mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(of: value.magnitude)
  }

  private mutating func digits(of value: UInt) {
    if value > 9 { digits(of: value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// Appends UTF-8 text from memory that a C library owns, with the same escapes.
  ///
  /// Complexity: O(n); runs of bytes that need no escape are copied at once. A NUL byte, which
  /// HTML cannot carry, becomes U+FFFD.
  public mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for index in 0..<utf8.count where unsafe Self.needsEscape(utf8[index]) {
      unsafe append(utf8, runStart..<index)
      unsafe markup(Self.escape(utf8[index]))
      runStart = index + 1
    }
    unsafe append(utf8, runStart..<utf8.count)
  }

  /// Appends bytes that need no escape any more.
  @inline(__always)
  mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[range]))
  }

  /// Whether the byte is one of NUL, `"`, `&`, `'`, `<` and `>`.
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 64 && 0x5000_00C4_0000_0001 as UInt64 >> UInt64(byte) & 1 == 1
  }

  /// What stands for a byte that needs an escape.
  private static func escape(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return "\u{FFFD}"
    }
  }
}
