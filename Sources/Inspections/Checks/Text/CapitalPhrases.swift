/// A word of a phrase by its bytes.
struct PhraseWord {
  /// Where it stands, without a possessive ending.
  let bytes: Range<Int>
  /// Whether it begins with a capital letter.
  let isCapital: Bool
}

/// The runs of words of a text that can hold a name: words with capitals, and "and", "of", "the" or
/// "for" between them.
///
/// Complexity: O(n) in the bytes of the text.
struct CapitalPhrases: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var index = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> [PhraseWord]? {
    while index < text.count {
      guard Self.isCapital(text[index]), index == 0 || !Self.isWord(text[index - 1]) else {
        index += 1
        continue
      }
      return phrase()
    }
    return nil
  }

  private mutating func phrase() -> [PhraseWord] {
    var words: [PhraseWord] = []
    var isOpen = true
    while isOpen, index < text.count, Self.isWord(text[index]) {
      let start = index
      while index < text.count, Self.isWord(text[index]) { index += 1 }
      var end = index
      if skipPossessive() { isOpen = false }
      let isCapital = Self.isCapital(text[start])
      if !isCapital && !Self.joins(text[start..<end]) { end = start }
      guard end > start else { break }
      words.append(PhraseWord(bytes: start..<end, isCapital: isCapital))
      guard index + 1 < text.count, text[index] == UInt8(ascii: " ") else { break }
      index += 1
    }
    return words
  }

  /// Steps over `'s` or `’s`, which ends a name.
  private mutating func skipPossessive() -> Bool {
    var mark = index
    if mark < text.count, text[mark] == UInt8(ascii: "'") {
      mark += 1
    } else if mark + 2 < text.count, text[mark] == 0xE2, text[mark + 1] == 0x80,
      text[mark + 2] == 0x99
    {
      mark += 3
    } else {
      return false
    }
    if mark < text.count, text[mark] == UInt8(ascii: "s") { mark += 1 }
    index = mark
    return true
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || (byte >= 0x80 && byte != 0xE2) || byte == UInt8(ascii: "-")
  }

  private static func joins(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    let text = String(decoding: word, as: UTF8.self)
    return text == "and" || text == "of" || text == "the" || text == "for"
  }
}
