/// The names of a register, to be found, or nearly found, in running text.
///
/// A name that was written with one mistake keeps its first three bytes or its last three, so two
/// look-ups by these tell for most words of a text that no name is near. Made once for a register.
struct NameIndex: Sendable {
  /// A known name in the form in which names are compared.
  struct Name: Sendable, Hashable {
    /// As its record writes it.
    let text: String
    /// In lower case, with single spaces.
    let key: [UInt8]
    /// The same without small words in front.
    let core: [UInt8]
    /// The same without the small words that join names.
    let bare: [UInt8]
    /// How many words it has.
    let wordCount: Int
  }

  private let names: [Name]
  private let exact: Set<[UInt8]>
  private let heads: [UInt32: [Int]]
  private let tails: [UInt32: [Int]]
  private let marks: EdgeMarks
  /// The names as they are written, by their hashes, to pass over correct ones at once.
  private let written: WordSet
  private let longest: Int

  init(_ texts: some Sequence<String>) {
    var seen: Set<[UInt8]> = []
    var names: [Name] = []
    for text in texts {
      let name = Name(text)
      guard name.key.count >= 6, seen.insert(name.key).inserted else { continue }
      seen.insert(name.core)
      names.append(name)
    }
    var heads: [UInt32: [Int]] = [:]
    var tails: [UInt32: [Int]] = [:]
    for (place, name) in names.enumerated() {
      heads[Self.folded(name.key.prefix(3)), default: []].append(place)
      tails[Self.folded(name.key.suffix(3)), default: []].append(place)
    }
    var marks = EdgeMarks()
    for edge in heads.keys { marks.insert(edge) }
    for edge in tails.keys { marks.insert(edge) }
    self.marks = marks
    written = WordSet(hashes: names.map { WordSet.hash($0.text.utf8) })
    self.names = names
    exact = seen
    self.heads = heads
    self.tails = tails
    longest = names.map(\.wordCount).max() ?? 0
  }

  /// A stretch of text that is nearly a name.
  struct NearName: Hashable {
    /// The stretch as written.
    let written: String
    /// The name it nearly is.
    let name: String
  }

  /// The stretches of a text that are nearly, but not quite, one of the names, each once.
  ///
  /// Complexity: O(n) in the bytes of the text for most texts; more where much is nearly a name.
  func nearNames(in text: [UInt8]) -> [NearName] {
    guard !names.isEmpty, text.count >= 5 else { return [] }
    var found: [NearName] = []
    var phrases = CapitalPhrases(text)
    while phrases.advance() {
      let phrase = phrases.words
      for start in phrase.indices where phrase[start].isCapital {
        for end in start..<min(phrase.count, start + longest + 2) where phrase[end].isCapital {
          let range = phrase[start].bytes.lowerBound..<phrase[end].bytes.upperBound
          guard range.count >= 5,
            marks.contains(head: text, range) || marks.contains(tail: text, range),
            let near = nearName(text[range]), !found.contains(near)
          else { continue }
          found.append(near)
        }
      }
    }
    return found
  }

  /// Another of the names that is one letter away from `name`.
  func other(near name: String) -> String? {
    let written = Name(name)
    let places =
      (heads[Self.folded(written.key.prefix(3))] ?? [])
      + (tails[Self.folded(written.key.suffix(3))] ?? [])
    return places.map { names[$0] }.first { isOneLetterAway($0.key, written.key) }?.text
  }

  private func nearName(_ bytes: ArraySlice<UInt8>) -> NearName? {
    guard !written.contains(WordSet.hash(bytes)) else { return nil }
    let byHead = heads[Self.folded(bytes.prefix(3))] ?? []
    let byTail = tails[Self.folded(bytes.suffix(3))] ?? []
    guard
      byHead.contains(where: { names[$0].mayBeNear(bytes) })
        || byTail.contains(where: { names[$0].mayBeNear(bytes) })
    else { return nil }
    let written = Name(String(decoding: bytes, as: UTF8.self))
    guard !exact.contains(written.core) else { return nil }
    for place in byHead + byTail where names[place].isNear(written) {
      return NearName(written: written.text, name: names[place].text)
    }
    return nil
  }

  fileprivate static func folded(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }
}

/// The first and the last three bytes of names as bits, to pass over most words of a text at once.
private struct EdgeMarks: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ edge: UInt32) {
    let place = Self.place(of: edge)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  func contains(head text: [UInt8], _ range: Range<Int>) -> Bool {
    contains(text, from: range.lowerBound)
  }

  func contains(tail text: [UInt8], _ range: Range<Int>) -> Bool {
    contains(text, from: range.upperBound - 3)
  }

  private func contains(_ text: [UInt8], from start: Int) -> Bool {
    let edge =
      UInt32(text[start] | 0x20) << 16 | UInt32(text[start + 1] | 0x20) << 8
      | UInt32(text[start + 2] | 0x20)
    let place = Self.place(of: edge)
    return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  private static func place(of edge: UInt32) -> Int { Int((edge &* 2_654_435_761) >> 16) }
}

extension NameIndex.Name {
  init(_ text: String) {
    let words = words(of: text).map(\.text)
    self.text = text
    key = Array(words.joined(separator: " ").utf8)
    core = Array(
      words.drop { joiningWords.contains($0) }.joined(separator: " ").utf8)
    bare = Array(words.filter { !joiningWords.contains($0) }.joined(separator: " ").utf8)
    wordCount = words.count
  }

  /// Whether what was written is this name with one mistake: a letter, or in a long name a small
  /// word that is missing or too much.
  ///
  /// Digits and the endings of plurals and possessives are no mistakes.
  func isNear(_ written: Self) -> Bool {
    if bare == written.bare { return wordCount >= 4 && key != written.key }
    guard wordCount == written.wordCount else { return false }
    return isOneLetterAway(key, written.key)
  }
}

extension NameIndex.Name {
  /// Whether a text can be this name with one mistake, as far as its length and its ends tell.
  ///
  /// They tell where the text is nothing but words with single spaces.
  fileprivate func mayBeNear(_ text: ArraySlice<UInt8>) -> Bool {
    if wordCount >= 4 { return true }
    if abs(key.count - text.count) <= 1, sharesAllButTwo(with: text) { return true }
    return !text.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x20
    }
  }

  /// Whether nothing but two neighbouring bytes can differ, capitals aside.
  private func sharesAllButTwo(with text: ArraySlice<UInt8>) -> Bool {
    let shared = min(key.count, text.count)
    var head = 0
    while head < shared, key[head] == text[text.startIndex + head] | 0x20 { head += 1 }
    var tail = 0
    while tail < shared - head,
      key[key.count - 1 - tail] == text[text.endIndex - 1 - tail] | 0x20
    {
      tail += 1
    }
    return head + tail + 2 >= max(key.count, text.count)
  }
}

private let joiningWords: Set<String> = ["and", "of", "the", "for", "in", "to"]

/// Whether two words or names differ by one letter: one more, one less, another, or two swapped.
///
/// Complexity: O(n).
func isOneLetterAway(_ known: [UInt8], _ written: [UInt8]) -> Bool {
  guard abs(known.count - written.count) <= 1, known != written else { return false }
  var head = 0
  while head < min(known.count, written.count), known[head] == written[head] { head += 1 }
  var tail = 0
  while tail < min(known.count, written.count) - head,
    known[known.count - 1 - tail] == written[written.count - 1 - tail]
  {
    tail += 1
  }
  let left = known[head..<known.count - tail]
  let right = written[head..<written.count - tail]
  guard (left + right).allSatisfy({ isLetter($0) }) else { return false }
  if left.isEmpty, head == known.count, right == [UInt8(ascii: "s")] { return false }
  if left.count <= 1, right.count <= 1 { return true }
  return left.count == 2 && right.count == 2 && left.first == right.last && left.last == right.first
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
