/// The address of a link or an image at a place, whole or half typed: what stands between `](` and `)`.
struct LinkContext: Sendable, Hashable {
  /// Whether it is an image, which shows something in place.
  let isEmbed: Bool
  /// The bytes of the address.
  let address: Range<Int>
  /// What the address is up to the place.
  let typed: String
  /// The whole address.
  let whole: String
}

extension LinkContext {
  /// Looks for an address around a byte, in its line.
  ///
  /// Complexity: O(bytes of the line).
  init?(_ text: PlacedText, at offset: Int) {
    let bytes = text.bytes
    let line = text.line(text.lineNumber(at: offset))
    guard line.contains(offset) || line.upperBound == offset else { return nil }
    let closing: Int
    if let bracket = Self.bracket(before: offset, in: bytes[line]) {
      // In angle brackets an address may have blanks, as names of files do.
      let end = bytes[offset..<line.upperBound].firstIndex(of: UInt8(ascii: ">"))
      address = bracket + 1..<(end ?? line.upperBound)
      closing = bracket - 2
    } else {
      var (start, end) = (offset, offset)
      while start > line.lowerBound, !bytes[start - 1].endsAddress { start -= 1 }
      while end < line.upperBound, !bytes[end].endsAddress { end += 1 }
      address = start..<end
      closing = start - 2
    }
    guard closing >= line.lowerBound, bytes[closing] == UInt8(ascii: "]"),
      bytes[closing + 1] == UInt8(ascii: "(")
    else { return nil }
    isEmbed = Self.isImage(bytes, closing: closing, from: line.lowerBound)
    typed = String(decoding: bytes[address.lowerBound..<offset], as: UTF8.self)
    whole = String(decoding: bytes[address], as: UTF8.self)
  }

  /// The scheme that is typed, if its colon is.
  var scheme: String? {
    typed.firstIndex(of: ":").map { typed[..<$0].lowercased() }
  }

  /// The `<` in front of an address that is still open at a place of a line.
  private static func bracket(before offset: Int, in line: ArraySlice<UInt8>) -> Int? {
    guard let bracket = line[..<offset].lastIndex(of: UInt8(ascii: "<")),
      bracket >= line.startIndex + 2, line[bracket - 1] == UInt8(ascii: "("),
      !line[bracket..<offset].contains(UInt8(ascii: ">"))
    else { return nil }
    return bracket
  }

  /// Whether the bracket that closes at a byte opens with `![`.
  private static func isImage(_ bytes: [UInt8], closing: Int, from start: Int) -> Bool {
    var depth = 0
    var index = closing
    while index >= start {
      if bytes[index] == UInt8(ascii: "]") { depth += 1 }
      if bytes[index] == UInt8(ascii: "[") {
        depth -= 1
        if depth == 0 { return index > start && bytes[index - 1] == UInt8(ascii: "!") }
      }
      index -= 1
    }
    return false
  }
}

extension UInt8 {
  /// Whether an address cannot go on with this byte.
  fileprivate var endsAddress: Bool {
    switch self {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: " "), UInt8(ascii: "\t"):
      true
    default: false
    }
  }
}
