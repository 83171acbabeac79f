extension UInt8 {
  /// Whether the byte is a space, tab or line end.
  var isTemplateSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
      || self == UInt8(ascii: "\r")
  }

  /// Whether the byte is a space or tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// The byte with an ASCII capital made small.
  var lowercasedASCII: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// Whether the byte is an ASCII letter.
  var isLetter: Bool {
    lowercasedASCII >= UInt8(ascii: "a") && lowercasedASCII <= UInt8(ascii: "z")
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The offset of the first occurrence of `pattern` at or after `offset`.
  func firstRange(of pattern: [UInt8], from offset: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var index = offset
    while index + pattern.count <= endIndex {
      if self[index] == first, self[index..<index + pattern.count].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// `range` without the spaces at both of its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isTemplateSpace { start += 1 }
    while end > start, self[end - 1].isTemplateSpace { end -= 1 }
    return start..<end
  }

  /// The spaces and tabs that `range` starts with.
  func leadingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, self[end].isBlank { end += 1 }
    return range.lowerBound..<end
  }
}
