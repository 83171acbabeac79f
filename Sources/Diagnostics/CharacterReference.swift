/// A character that Markdown has by its number: `&#233;` or `&#xE9;`.
///
/// Source: CommonMark 0.30, "Numeric character references".
public struct CharacterReference {
  /// The number; `0x110000` where it is beyond all code points.
  public let value: UInt32
  /// The bytes from `&` to `;`.
  public let range: Range<Int>
  /// Whether its digits are hexadecimal.
  public let isHexadecimal: Bool

  /// Reads the reference whose `&` is at `place`; nil where there is none before `end`.
  ///
  /// Complexity: constant, for a longer number is none to CommonMark.
  public init?(at place: Int, in bytes: [UInt8], upTo end: Int) {
    guard place + 3 < end, bytes[place] == UInt8(ascii: "&"), bytes[place + 1] == UInt8(ascii: "#")
    else { return nil }
    isHexadecimal = bytes[place + 2] | 0x20 == UInt8(ascii: "x")
    let start = place + (isHexadecimal ? 3 : 2)
    let (radix, longest): (UInt32, Int) = isHexadecimal ? (16, 6) : (10, 7)
    var index = start
    var value: UInt32 = 0
    while index < end, index <= start + longest, let digit = Self.digit(bytes[index]),
      digit < radix
    {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    guard index > start, index <= start + longest, index < end, bytes[index] == UInt8(ascii: ";")
    else { return nil }
    self.value = value
    range = place..<index + 1
  }

  /// What it stands for; nil where the number is that of no character, and U+FFFD is shown.
  public var scalar: Unicode.Scalar? { value == 0 ? nil : Unicode.Scalar(value) }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether Unicode keeps the code point for programs: no text holds it.
  ///
  /// Source: The Unicode Standard, section 23.7, "Noncharacters".
  public var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}
