import Diagnostics

/// Finds the values of `id`, `href` and `src` attributes in HTML that quotes them with `"`.
enum AttributeScanner {
  /// What an attribute is for.
  enum Name {
    case id, link
  }

  static func scan(_ bytes: [UInt8], _ found: (Name, ArraySlice<UInt8>) -> Void) {
    var index = 0
    while let (name, start) = next(in: bytes, from: index) {
      guard let end = bytes.firstPlace(of: UInt8(ascii: "\""), in: start..<bytes.count) else {
        return
      }
      found(name, bytes[start..<end])
      index = end + 1
    }
  }

  /// The next attribute that is looked for, with the first byte of its value.
  private static func next(in bytes: [UInt8], from start: Int) -> (Name, Int)? {
    var index = start
    while let equals = bytes.firstPlace(
      of: UInt8(ascii: "="), in: index..<bytes.count,
      between: { before, after in after == UInt8(ascii: "\"") && isLastOfName(before) })
    {
      index = equals + 1
      if let name = name(endingAt: equals, in: bytes) { return (name, index + 1) }
    }
    return nil
  }

  /// Whether `id`, `href` or `src` ends with a byte.
  private static func isLastOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "d") || byte == UInt8(ascii: "f") || byte == UInt8(ascii: "c")
  }

  private static func name(endingAt end: Int, in bytes: [UInt8]) -> Name? {
    func precedes(_ name: StaticString) -> Bool {
      let length = name.utf8CodeUnitCount
      guard end > length, bytes[end - length - 1] == UInt8(ascii: " ") else { return false }
      return name.withUTF8Buffer { unsafe $0.elementsEqual(bytes[(end - length)..<end]) }
    }
    guard end > 0 else { return nil }
    return switch bytes[end - 1] {
    case UInt8(ascii: "d"): precedes("id") ? .id : nil
    case UInt8(ascii: "f"): precedes("href") ? .link : nil
    case UInt8(ascii: "c"): precedes("src") ? .link : nil
    default: nil
    }
  }
}
