extension HTMLBuffer {
  /// The schemes that a link may have; an address with another one is replaced.
  public static let allowedSchemes: [String] = ["http", "https", "mailto", "tel", "ftp", "webcal"]

  /// Appends an address, right in a quoted attribute; one whose scheme could run code is replaced.
  ///
  /// Bytes that an address cannot hold are percent-encoded, so quotes, spaces, controls and
  /// letters beyond ASCII never stand in the page as they are. What is already encoded stays.
  /// Source: RFC 3986 section 2, and the URL Standard's rule that a scheme ends at the first colon.
  public mutating func address(_ address: String) {
    guard Self.isSafe(address) else { return markup("about:invalid#blocked") }
    percentEncoded(address, keepsReserved: true)
  }

  /// Appends text as one part of an address, right in a quoted attribute: everything but letters,
  /// digits and `-._~` is percent-encoded.
  public mutating func addressPart(_ text: String) {
    percentEncoded(text, keepsReserved: false)
  }

  /// Whether an address is relative or has one of ``allowedSchemes``.
  ///
  /// A colon before the first `/`, `?` or `#` ends a scheme, whatever stands before it, for some
  /// readers skip spaces and controls there.
  public static func isSafe(_ address: String) -> Bool {
    for (offset, byte) in address.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return true
      case UInt8(ascii: ":"):
        return allowedSchemes.contains { scheme in
          scheme.utf8.count == offset
            && zip(scheme.utf8, address.utf8).allSatisfy { $0 == $1 | 0x20 }
        }
      default:
        continue
      }
    }
    return true
  }

  private mutating func percentEncoded(_ text: String, keepsReserved: Bool) {
    var text = text
    text.withUTF8 { unsafe percentEncoded($0, keepsReserved: keepsReserved) }
  }

  /// Complexity: O(n); runs of bytes that need no escape are copied at once.
  private mutating func percentEncoded(
    _ utf8: UnsafeBufferPointer<UInt8>, keepsReserved: Bool
  ) {
    var runStart = 0
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      if Self.isUnreserved(byte) || keepsReserved && Self.isReserved(byte) { continue }
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

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  /// The reserved characters that need no escape in an attribute, and the percent sign.
  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "%"):
      true
    default:
      false
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
