import Bytes
import Diagnostics

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
struct CapitalPhrases {
  /// The words of the phrase that was found last.
  private(set) var words: [PhraseWord] = []
  private let text: [UInt8]
  private var index = 0

  init(_ text: [UInt8]) { self.text = text }

  /// Goes to the next phrase; false at the end of the text.
  mutating func advance() -> Bool {
    words.removeAll(keepingCapacity: true)
    while index < text.count,
      let place = text.firstPlace(in: index..<text.count, marks: { $0.marks(of: 0x41...0x5A) })
    {
      index = place
      if index == 0 || !Self.isWord(text[index - 1]) {
        readPhrase()
        return true
      }
      index += 1
    }
    index = text.count
    return false
  }

  private mutating func readPhrase() {
    var isOpen = true
    while isOpen, index < text.count, Self.isWord(text[index]) {
      let start = index
      let isCapital = Self.isCapital(text[start])
      // A word that is neither is passed over from its first letter on: no capital within it begins one.
      guard isCapital || joins(at: start) else { return }
      while index < text.count, Self.isWord(text[index]) { index += 1 }
      words.append(PhraseWord(bytes: start..<index, isCapital: isCapital))
      if skipPossessive() { isOpen = false }
      guard index + 1 < text.count, text[index] == UInt8(ascii: " ") else { return }
      index += 1
    }
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

  /// Whether the word that begins at a place is one of those that join the words of names.
  private func joins(at start: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "o"): isWhole("of", at: start)
    case UInt8(ascii: "a"): isWhole("and", at: start)
    case UInt8(ascii: "t"): isWhole("the", at: start)
    case UInt8(ascii: "f"): isWhole("for", at: start)
    default: false
    }
  }

  private func isWhole(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    guard end <= text.count, end == text.count || !Self.isWord(text[end]) else { return false }
    return word.withUTF8Buffer { unsafe text[start..<end].elementsEqual($0) }
  }
}
