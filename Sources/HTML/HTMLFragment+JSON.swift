extension HTMLFragment {
  /// Makes JSON text safe to stand in a `script` element.
  ///
  /// `<`, `>` and `&` become escapes of JSON, so that neither `</script>` nor `<!--` can occur, and
  /// so do NUL, and U+2028 and U+2029, which older readers take for line ends. In JSON these characters
  /// stand in strings only, so the value stays the same. Complexity: O(n).
  public init(json utf8: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      switch utf8[index] {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "\\u003C".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "\\u003E".utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "\\u0026".utf8)
      case 0: bytes.append(contentsOf: "\\u0000".utf8)
      case 0xE2 where utf8[index...].starts(with: [0xE2, 0x80, 0xA8]):
        bytes.append(contentsOf: "\\u2028".utf8)
        index += 2
      case 0xE2 where utf8[index...].starts(with: [0xE2, 0x80, 0xA9]):
        bytes.append(contentsOf: "\\u2029".utf8)
        index += 2
      default: bytes.append(utf8[index])
      }
      index += 1
    }
    self.init(trusted: bytes)
  }
}
