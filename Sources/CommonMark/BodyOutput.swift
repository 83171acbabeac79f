import Bytes
import HTML

/// The growing HTML of a body and, beside it, its plain text.
///
/// Escapes as cmark does, so that plain CommonMark comes out byte for byte as the suite has it;
/// that is why bodies do not go through ``HTMLBuffer``.
struct BodyOutput {
  /// The HTML so far.
  var html: [UInt8] = []
  /// The text so far without markup.
  var plain: [UInt8] = []

  /// Makes room for the output of `count` bytes of Markdown.
  mutating func reserve(for count: Int) {
    html.reserveCapacity(count + count / 4 + 64)
    plain.reserveCapacity(count)
  }

  /// Appends markup that stands in the program.
  mutating func markup(_ markup: StaticString) {
    unsafe html.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends a whole number.
  mutating func number(_ value: Int) {
    html.append(contentsOf: String(value).utf8)
  }

  /// Starts a line unless the output is at the start of one.
  mutating func startLine() {
    guard let last = html.last, last != UInt8(ascii: "\n") else { return }
    html.append(UInt8(ascii: "\n"))
  }

  /// Ends a line of the plain text unless it has just been ended.
  mutating func endPlainLine() {
    guard let last = plain.last, last != UInt8(ascii: "\n") else { return }
    plain.append(UInt8(ascii: "\n"))
  }

  /// Appends escaped text with each range of numbers in one piece.
  mutating func words(_ text: UnsafeBufferPointer<UInt8>) {
    // Most runs of text go over as they are, and one look tells.
    guard unsafe Self.mayChange(text) else { return unsafe html.append(contentsOf: text) }
    var start = 0
    while let range = unsafe NumberRange.first(in: text, from: start) {
      unsafe escaped(UnsafeBufferPointer(rebasing: text[start..<range.lowerBound]))
      markup(NumberRange.opening)
      unsafe html.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
      markup(NumberRange.closing)
      start = range.upperBound
    }
    unsafe escaped(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Appends text with `&`, `<`, `>` and `"` escaped, right in text and in quoted attributes.
  mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    let raw = UnsafeRawBufferPointer(text)
    while index < text.count {
      while index + 8 <= text.count,
        unsafe !Self.mayNeedEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      let stop = min(index + 8, text.count)
      while index < stop {
        if let escape = unsafe Self.escape(text[index]) {
          unsafe html.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
          markup(escape)
          runStart = index + 1
        }
        index += 1
      }
    }
    unsafe html.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// Whether a byte of a text may need an escape or belong to a range of numbers.
  private static func mayChange(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    let last = raw.count - 8
    guard last >= 0 else { return unsafe raw.contains { escape($0) != nil || $0 >= 0x80 } }
    var index = 0
    while true {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // All general punctuation begins with this byte, and so does a dash between numbers.
      if mayNeedEscape(word) || EightBytes(word).marks(of: 0xE2) != 0 { return true }
      if index == last { return false }
      // The last eight bytes may begin with some that were looked at.
      index = min(index + 8, last)
    }
  }

  /// Whether one of eight bytes may need an escape.
  ///
  /// `<` and `>` differ in one bit, and so do `"`
  /// and `&`; a byte of `word ^ pattern` is zero where the pattern matches.
  @inline(__always)
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let angles = (word | ones << 1) ^ (ones &* 0x3E)
    let others = (word | ones << 2) ^ (ones &* 0x26)
    let zeros = (angles &- ones) & ~angles | (others &- ones) & ~others | (word &- ones) & ~word
    return zeros & (ones << 7) != 0
  }

  /// Appends text with the same escapes.
  mutating func escaped(_ text: some Sequence<UInt8>) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { unsafe escaped($0) }
    guard isDone == nil else { return }
    unsafe Array(text).withUnsafeBufferPointer { unsafe escaped($0) }
  }

  /// Appends an address for a quoted attribute: what may not stand in one is percent-encoded.
  mutating func address(_ address: some Sequence<UInt8>) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#x27;")
      case _ where Self.isAddressByte(byte): html.append(byte)
      default:
        html.append(UInt8(ascii: "%"))
        html.append(Self.hexadecimal(byte >> 4))
        html.append(Self.hexadecimal(byte & 15))
      }
    }
  }

  /// Which bytes below 64 need an escape, a bit each.
  private static let escapes: UInt64 =
    1 << 0x00 | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

  private static func escape(_ byte: UInt8) -> StaticString? {
    guard byte < 64, 1 << UInt64(byte) & escapes != 0 else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    default: return "\u{FFFD}"
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "?")...UInt8(ascii: "@"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "(")...UInt8(ascii: ";"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
