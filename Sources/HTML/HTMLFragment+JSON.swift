import Bytes

extension HTMLFragment {
  /// Makes JSON text safe to stand in a `script` element.
  ///
  /// `<`, `>` and `&` become escapes of JSON, so that neither `</script>` nor `<!--` can occur, and
  /// so do NUL, and U+2028 and U+2029, which older readers take for line ends. In JSON these characters
  /// stand in strings only, so the value stays the same. Complexity: O(n).
  public init(json utf8: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + utf8.count / 16)
    var copied = 0
    var next = 0
    while true {
      unsafe utf8.withUnsafeBufferPointer {
        unsafe EightBytes.skip($0, from: &next) {
          $0.marksOfTagsAndNull | $0.marks(of: UInt8(ascii: "&")) | $0.marks(of: 0xE2)
        }
      }
      guard next < utf8.count else { break }
      let index = next
      next += 1
      let length: Int
      let escape: StaticString
      switch utf8[index] {
      case UInt8(ascii: "<"): (length, escape) = (1, "\\u003C")
      case UInt8(ascii: ">"): (length, escape) = (1, "\\u003E")
      case UInt8(ascii: "&"): (length, escape) = (1, "\\u0026")
      case 0: (length, escape) = (1, "\\u0000")
      case 0xE2 where utf8[index...].starts(with: [0xE2, 0x80, 0xA8]):
        (length, escape) = (3, "\\u2028")
      case 0xE2 where utf8[index...].starts(with: [0xE2, 0x80, 0xA9]):
        (length, escape) = (3, "\\u2029")
      default: continue
      }
      bytes += utf8[copied..<index]
      escape.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
      copied = index + length
    }
    bytes += utf8[copied...]
    self.init(trusted: bytes)
  }
}
