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
  @inlinable public var count: Int { bytes.count }

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
    string.withBytes { unsafe text($0) }
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
  /// Complexity: O(n); runs of bytes that need no escape are looked through eight at a time and
  /// copied at once. A NUL byte, which HTML cannot carry, becomes U+FFFD.
  public mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let place = unsafe EscapedByte.first(in: utf8, from: start) {
      unsafe append(utf8, start..<place)
      unsafe markup(EscapedByte.escape(utf8[place]))
      start = place + 1
    }
    unsafe append(utf8, start..<utf8.count)
  }

  /// Appends bytes that need no escape any more.
  @inline(__always)
  mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[range]))
  }
}

extension String {
  /// Lends the bytes without a copy of the text, which would be held and let go for every value.
  @safe @inline(__always)
  func withBytes<Output>(_ body: (UnsafeBufferPointer<UInt8>) -> Output) -> Output {
    if let output = unsafe utf8.withContiguousStorageIfAvailable({ unsafe body($0) }) {
      return output
    }
    // A text that Foundation made may lie in pieces.
    var copy = self
    return copy.withUTF8 { unsafe body($0) }
  }
}
