import Bytes
import Diagnostics

/// One pass over text in search of personal data.
///
/// The loop looks closer only at a digit, a capital letter, `@`, and what opens the address of a
/// link; all other bytes cost a comparison or two.
struct PersonalDataScanner {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  var matches: [PersonalDataMatch] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
  }

  /// Goes through the text once and fills ``matches``.
  mutating func scan() {
    let bytes = bytes
    var index = start
    // Small letters, blanks and whatever is above ASCII are most of any text.
    while index < end,
      let place = bytes.firstPlace(in: index..<end, marks: { $0.marks(of: 0x30...0x5D) })
    {
      index = place
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): index = afterNumber(at: index)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): index = afterCapitalWord(at: index)
      case UInt8(ascii: "@"): index = afterEmail(at: index)
      case UInt8(ascii: "]"), UInt8(ascii: "<"): index = afterLink(at: index)
      default: index += 1
      }
    }
  }

  /// Notes a match unless it overlaps the last one.
  mutating func note(_ kind: PersonalDataMatch.Kind, _ range: Range<Int>) {
    if let last = matches.last, range.lowerBound < last.range.upperBound { return }
    matches.append(PersonalDataMatch(kind: kind, range: range))
  }

  /// Passes over the destination of an inline link or an address in angle brackets.
  private func afterLink(at index: Int) -> Int {
    let close: UInt8
    if bytes[index] == UInt8(ascii: "]") {
      guard byte(index + 1) == UInt8(ascii: "(") else { return index + 1 }
      close = UInt8(ascii: ")")
    } else {
      guard matches("<http", at: index) || matches("<mailto:", at: index) else { return index + 1 }
      close = UInt8(ascii: ">")
    }
    var cursor = index + 1
    while cursor < end, bytes[cursor] != close, bytes[cursor] != UInt8(ascii: "\n") { cursor += 1 }
    return cursor
  }
}

extension PersonalDataScanner {
  /// The byte at a place, or 0 outside the text.
  func byte(_ index: Int) -> UInt8 { index >= start && index < end ? bytes[index] : 0 }

  func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }

  func isCapital(_ index: Int) -> Bool { (0x41...0x5A).contains(byte(index)) }

  func isLetter(_ index: Int) -> Bool {
    let byte = byte(index)
    return (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 || byte >= 0x80
  }

  func isAlphanumeric(_ index: Int) -> Bool { isLetter(index) || isDigit(index) }

  /// A space, a tab or a line ending.
  func isBlank(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether `text`, in lower case, stands at a place, whatever the case there.
  func matches(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index >= start, index + count <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<count {
        let byte = bytes[index + offset]
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        if unsafe lower != wanted[offset] { return false }
      }
      return true
    }
  }

  /// Whether one of some texts, in lower case, begins in the `distance` bytes before a place.
  func hasCue(_ cues: [StaticString], before index: Int, within distance: Int) -> Bool {
    var cursor = max(start, index - distance)
    while cursor < index {
      if !isLetter(cursor - 1), cues.contains(where: { matches($0, at: cursor) }) { return true }
      cursor += 1
    }
    return false
  }

  /// The run of letters that begins at a place.
  func word(at index: Int) -> Range<Int> {
    var cursor = index
    while isLetter(cursor) { cursor += 1 }
    return index..<cursor
  }

  /// The run of letters or digits that ends at or before a place, with only `gaps` between.
  func wordBefore(_ index: Int, gaps: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }) -> Range<Int>
  {
    var upper = index
    while upper > start, gaps(bytes[upper - 1]) { upper -= 1 }
    var lower = upper
    while lower > start, isAlphanumeric(lower - 1) { lower -= 1 }
    return lower..<upper
  }

  /// The hash of a word in lower case, as ``WordSet`` keeps it.
  func hash(_ word: Range<Int>) -> UInt64 { WordSet.hash(bytes[word]) }

  /// The first place after blanks.
  func skipBlanks(_ index: Int) -> Int {
    var cursor = index
    while isBlank(cursor) { cursor += 1 }
    return cursor
  }
}
