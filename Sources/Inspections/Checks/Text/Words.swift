/// A word of a text with the place where it stands.
struct Word: Sendable, Hashable {
  /// The word in lower case, with straight apostrophes.
  let text: String
  /// Its bytes in the UTF-8 of the text.
  let bytes: Range<Int>
  /// What stands between it and the next word.
  let gap: Gap

  /// What parts two words.
  enum Gap: Sendable, Hashable {
    /// Blanks, or signs that part nothing.
    case none
    /// An en dash or a stroke between two numbers.
    case range
    /// A comma, a bracket or a dash.
    case clause
    /// The end of a sentence or of the text.
    case sentence
  }

  /// Whether a clause ends with it.
  var endsClause: Bool { gap == .clause || gap == .sentence }
}

/// The words of a text: runs of letters and digits, with apostrophes, hyphens and points inside, and a
/// sign of per cent at the end.
///
/// Complexity: O(n) in the bytes of the text.
func words(of text: String) -> [Word] {
  let bytes = Array(text.utf8)
  var words: [Word] = []
  var index = 0
  while index < bytes.count {
    guard isWordByte(bytes[index]) else {
      index += 1
      continue
    }
    let start = index
    index = endOfWord(bytes, from: start)
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    words.append(
      Word(text: folded(word), bytes: start..<index, gap: gap(bytes, after: index)))
  }
  return words
}

/// The words of a text with single spaces between them, for comparing wordings.
func plainWords(_ text: String) -> String {
  words(of: text).map(\.text).joined(separator: " ")
}

/// Whether a byte belongs to a word: an ASCII letter or digit, or part of a letter beyond ASCII.
///
/// Punctuation beyond ASCII begins with E2 80 and is taken for a gap by ``endOfWord(_:from:)``.
@inline(__always)
private func isWordByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    || (byte >= 0xC3 && byte != 0xE2)
}

private func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    if isWordByte(byte) || (0x80...0xBF).contains(byte) {
      index += 1
    } else if isJoint(byte), index + 1 < bytes.count, isWordByte(bytes[index + 1]) {
      guard byte != UInt8(ascii: ",") && byte != UInt8(ascii: ".") || joinsDigits(bytes, at: index)
      else { return index }
      index += 1
    } else if isCurlyApostrophe(bytes, at: index), index + 3 < bytes.count,
      isWordByte(bytes[index + 3])
    {
      index += 3
    } else {
      return byte == UInt8(ascii: "%") ? index + 1 : index
    }
  }
  return index
}

private func isJoint(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",")
    || byte == UInt8(ascii: ".")
}

/// Whether digits stand on both sides of a joint, which is `width` bytes long.
private func joinsDigits(_ bytes: [UInt8], at index: Int, width: Int = 1) -> Bool {
  index > 0 && index + width < bytes.count && (0x30...0x39).contains(bytes[index - 1])
    && (0x30...0x39).contains(bytes[index + width])
}

private func isCurlyApostrophe(_ bytes: [UInt8], at index: Int) -> Bool {
  index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
    && bytes[index + 2] == 0x99
}

/// What stands after a word that ends at `index`; two numbers with a dash between them are a range.
private func gap(_ bytes: [UInt8], after index: Int) -> Word.Gap {
  var place = index
  var gap = Word.Gap.none
  while place < bytes.count, !isWordByte(bytes[place]) {
    switch bytes[place] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): return .sentence
    case UInt8(ascii: "."): gap = beginsSentence(bytes, at: place + 1) ? .sentence : .clause
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      gap = .clause
    case UInt8(ascii: "/") where place == index: gap = .range
    case 0xE2 where place + 2 < bytes.count && (0x92...0x94).contains(bytes[place + 2]):
      gap = place == index && joinsDigits(bytes, at: place, width: 3) ? .range : .clause
    default: break
    }
    if gap == .sentence { return gap }
    place += 1
  }
  return place >= bytes.count ? .sentence : gap
}

/// Whether what follows a stop is a blank and then anything but a small letter.
private func beginsSentence(_ bytes: [UInt8], at start: Int) -> Bool {
  var index = start
  while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
  return index >= bytes.count
    || index > start && !(0x61...0x7A).contains(bytes[index])
}

private func folded(_ word: String) -> String {
  let lower = word.lowercased()
  return lower.utf8.contains(0xE2)
    ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
}
