import Bytes

extension HTMLBuffer {
  /// The schemes that a link may have; an address with another one is replaced.
  public static let allowedSchemes: [String] = ["http", "https", "mailto", "tel", "ftp", "webcal"]

  /// Appends an address, right in a quoted attribute; one whose scheme could run code is replaced.
  ///
  /// Bytes that an address cannot hold are percent-encoded, so quotes, spaces, controls and
  /// letters beyond ASCII never stand in the page as they are. What is already encoded stays.
  /// Source: RFC 3986 section 2, and the URL Standard's rule that a scheme ends at the first colon.
  public mutating func address(_ address: String) {
    address.withBytes { utf8 in
      guard unsafe Self.isSafe(utf8) else { return markup("about:invalid#blocked") }
      unsafe percentEncoded(utf8, keepsReserved: true)
    }
  }

  /// Appends text as one part of an address, right in a quoted attribute: everything but letters,
  /// digits and `-._~` is percent-encoded.
  public mutating func addressPart(_ text: String) {
    text.withBytes { unsafe percentEncoded($0, keepsReserved: false) }
  }

  /// Whether an address is relative or has one of ``allowedSchemes``.
  ///
  /// A colon before the first `/`, `?` or `#` ends a scheme, whatever stands before it, for some
  /// readers skip spaces and controls there.
  public static func isSafe(_ address: String) -> Bool {
    address.withBytes { unsafe isSafe($0) }
  }

  private static func isSafe(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<utf8.count {
      switch unsafe utf8[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return true
      case UInt8(ascii: ":"):
        return allowedSchemes.contains { scheme in
          guard scheme.utf8.count == index else { return false }
          return unsafe zip(scheme.utf8, utf8).allSatisfy { $0 == $1 | 0x20 }
        }
      default:
        continue
      }
    }
    return true
  }

  /// Complexity: O(n); runs of bytes that need no escape are copied at once, and of the usual ones,
  /// small letters, digits and what separates words, eight are looked at together.
  private mutating func percentEncoded(
    _ utf8: UnsafeBufferPointer<UInt8>, keepsReserved: Bool
  ) {
    var runStart = 0
    var next = 0
    while true {
      if keepsReserved {
        unsafe EightBytes.skip(utf8, from: &next) {
          $0.marks(
            outside: UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "a")...UInt8(ascii: "z"))
        }
      }
      guard next < utf8.count else { break }
      let index = next
      next += 1
      let byte = unsafe utf8[index]
      if Self.isPlain(byte, keepsReserved: keepsReserved) { continue }
      unsafe append(utf8, runStart..<index)
      runStart = index + 1
      switch byte {
      case UInt8(ascii: "&") where keepsReserved: markup("&amp;")
      case UInt8(ascii: "'") where keepsReserved: markup("&#39;")
      case 0: markup("%EF%BF%BD")
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexadecimalDigit(byte >> 4))
        bytes.append(Self.hexadecimalDigit(byte & 0xF))
      }
    }
    unsafe append(utf8, runStart..<utf8.count)
  }

  /// Whether a byte stands in an address as it is: letters, digits and `-._~`, and of a whole
  /// address the reserved characters that need no escape in an attribute, and the percent sign.
  @inline(__always)
  private static func isPlain(_ byte: UInt8, keepsReserved: Bool) -> Bool {
    // A bit for each character of ASCII; of the reserved ones all but `&` and `'`.
    let low: UInt64 = keepsReserved ? 0xAFFF_FF3A_0000_0000 : 0x03FF_6000_0000_0000
    let high: UInt64 = keepsReserved ? 0x47FF_FFFE_AFFF_FFFF : 0x47FF_FFFE_87FF_FFFE
    guard byte < 0x80 else { return false }
    return (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 == 1
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
