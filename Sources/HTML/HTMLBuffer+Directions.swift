extension HTMLBuffer {
  /// Appends escaped text whose direction controls end with it.
  ///
  /// An override or isolate that the text opens is closed at its end, and a closing control that
  /// closes nothing is left out, so that a value cannot turn round the words that follow it.
  /// Complexity: O(n); a text without such controls costs one look at its bytes.
  /// Source: Unicode Standard Annex 9, explicit directional formatting characters.
  public mutating func balancedText(_ string: String) {
    let isBalanced = string.withBytes { utf8 in
      guard unsafe !Self.mayHoldControls(utf8) else { return false }
      unsafe text(utf8)
      return true
    }
    if !isBalanced { text(Self.balanced(string)) }
  }

  /// Appends the same text where elements may stand, with each range of numbers in one piece.
  public mutating func words(_ string: String) {
    let isBalanced = string.withBytes { utf8 in
      // Most texts are written as they are.
      guard unsafe !EscapedByte.isPlain(utf8) else {
        unsafe append(utf8, 0..<utf8.count)
        return true
      }
      guard unsafe !Self.mayHoldControls(utf8) else { return false }
      unsafe words(utf8)
      return true
    }
    if !isBalanced { Self.balanced(string).withBytes { unsafe words($0) } }
  }

  private mutating func words(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let range = unsafe NumberRange.first(in: utf8, from: start) {
      unsafe text(UnsafeBufferPointer(rebasing: utf8[start..<range.lowerBound]))
      markup(NumberRange.opening)
      unsafe append(utf8, range)
      markup(NumberRange.closing)
      start = range.upperBound
    }
    unsafe text(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// Whether the bytes hold a direction control.
  ///
  /// Those are U+202A to U+202E and U+2066 to U+2069; dashes and typographic quotes begin with the
  /// same byte and are not among them.
  private static func mayHoldControls(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while let index = unsafe NumberRange.firstPunctuation(in: utf8, from: place) {
      guard index + 2 < utf8.count else { return false }
      let second = unsafe utf8[index + 1]
      let third = unsafe utf8[index + 2]
      if second == 0x80, (0xAA...0xAE).contains(third) { return true }
      if second == 0x81, (0xA6...0xA9).contains(third) { return true }
      place = index + 1
    }
    return false
  }

  private static func balanced(_ string: String) -> String {
    let endOfEmbedding: Unicode.Scalar = "\u{202C}"
    let endOfIsolate: Unicode.Scalar = "\u{2069}"
    var result = String.UnicodeScalarView()
    var open: [Unicode.Scalar] = []
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}":
        open.append(endOfEmbedding)
      case "\u{2066}", "\u{2067}", "\u{2068}":
        open.append(endOfIsolate)
      case endOfEmbedding:
        guard open.last == endOfEmbedding else { continue }
        open.removeLast()
      case endOfIsolate:
        guard let opening = open.lastIndex(of: endOfIsolate) else { continue }
        open.removeSubrange(opening...)
      default:
        break
      }
      result.append(scalar)
    }
    result.append(contentsOf: open.reversed())
    return String(result)
  }
}
