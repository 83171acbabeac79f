import CommonMark
import Diagnostics

/// One Act of Parliament under two names in one text; a part of ``NearMissName``.
enum ActNames {
  static func diagnostics(of header: RecordHeader, saying text: [UInt8]) -> [Diagnostic] {
    let names = acts(in: text)
    return names.indices.dropFirst().compactMap { place in
      let name = names[place]
      guard let other = names[..<place].first(where: { $0.isNear(name) }) else { return nil }
      return .nearAct(name, other, in: header)
    }
  }

  /// The name of an Act as a text has it.
  struct Act: Hashable {
    /// As written, with its year.
    let text: String
    /// Its words in lower case, without those that only join and without the endings of plurals.
    let words: [String]
    /// Those of the words that stand in brackets and make it another Act, like "(Scotland)".
    let asides: Set<String>
    let year: Int

    /// Whether this is most likely the same Act: the same year, and the same words but for joining
    /// ones, plurals and a letter in each, or but for one word of several that is no aside.
    func isNear(_ other: Act) -> Bool {
      guard year == other.year, text != other.text else { return false }
      if words.count == other.words.count {
        return zip(words, other.words).allSatisfy { left, right in
          left == right || isOneLetterAway(Array(left.utf8), Array(right.utf8))
        }
      }
      let (short, long) =
        words.count < other.words.count ? (words, other.words) : (other.words, words)
      guard short.count >= 3, long.count == short.count + 1 else { return false }
      let more = asides.union(other.asides)
      return long.indices.contains {
        !more.contains(long[$0]) && Array(long[..<$0] + long[($0 + 1)...]) == short
      }
    }
  }

  /// Each name of an Act in a text, once, in order; one pass over the bytes.
  static func acts(in text: [UInt8]) -> [Act] {
    var acts: [Act] = []
    var next = 1
    while next + 8 < text.count,
      let index = text.firstPlace(of: UInt8(ascii: "A"), in: next..<text.count - 8)
    {
      next = index + 1
      if text[index + 1] == UInt8(ascii: "c"),
        text[index + 2] == UInt8(ascii: "t"), text[index - 1] == UInt8(ascii: " "),
        let act = act(endingAt: index, in: text), !acts.contains(act)
      {
        acts.append(act)
      }
    }
    return acts
  }

  /// The Act whose word "Act" stands at a place with a blank and a year after it.
  private static func act(endingAt place: Int, in text: [UInt8]) -> Act? {
    let digits = text[(place + 4)..<(place + 8)]
    guard text[place + 3] == UInt8(ascii: " "),
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    var start = place
    while let word = wordBefore(start, in: text), !text[word].isArticle {
      start = word.lowerBound
    }
    // A name does not begin with a word that joins or opens a sentence.
    let words = named(String(decoding: text[start..<place], as: UTF8.self)).split(separator: " ")
      .drop { joins.contains($0.lowercased()) || leads.contains($0.lowercased()) }.map(String.init)
    guard !words.isEmpty else { return nil }
    let keys = words.map { word -> (key: String, isAside: Bool) in
      let letters = word.lowercased().filter(\.isLetter)
      return (
        letters.hasSuffix("s") ? String(letters.dropLast()) : letters,
        word.contains("(") || word.contains(")")
      )
    }.filter { !joins.contains($0.key) }
    return Act(
      text: (words + ["Act", String(year)]).joined(separator: " "), words: keys.map(\.key),
      asides: Set(keys.filter(\.isAside).map(\.key)), year: year)
  }

  /// What stands after the last bracket that opens and does not close, for a name in brackets.
  private static func named(_ words: String) -> Substring {
    var open: [String.Index] = []
    for index in words.indices {
      if words[index] == "(" { open.append(words.index(after: index)) }
      if words[index] == ")" { _ = open.popLast() }
    }
    return words[(open.last ?? words.startIndex)...]
  }

  /// The word before the blank before a place, where it has a capital, brackets or joins two words.
  private static func wordBefore(_ place: Int, in text: [UInt8]) -> Range<Int>? {
    guard place >= 2, text[place - 1] == UInt8(ascii: " ") else { return nil }
    let end = place - 1
    var start = end
    while start > 0, isWord(text[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    let first = text[start] == UInt8(ascii: "(") ? text[min(start + 1, end - 1)] : text[start]
    let word = text[start..<end]
    let isJoint = joins.contains(String(decoding: word, as: UTF8.self))
    return (0x41...0x5A).contains(first) || isJoint ? start..<end : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "-")
  }

  private static let joins: Set<String> = ["and", "of", "the", "for", "to", "in", "etc"]

  /// Words with which a sentence may begin before the name of an Act.
  private static let leads: Set<String> = [
    "under", "see", "both", "since", "as", "when", "with", "by", "per", "although", "while",
    "unlike", "section", "part", "schedule", "also", "where", "from", "following", "after",
    "before",
    "because", "if", "amended", "on", "how", "what", "does", "until",
  ]
}

extension ArraySlice<UInt8> {
  /// Whether this is "the", which stands before a name and not in it.
  fileprivate var isArticle: Bool { elementsEqual("the".utf8) || elementsEqual("The".utf8) }
}

extension Diagnostic {
  fileprivate static func nearAct(
    _ act: ActNames.Act, _ other: ActNames.Act, in header: RecordHeader
  ) -> Diagnostic {
    let place = header.place(of: act.text)
    return Diagnostic(
      NearMissName.check, "'\(act.text)' is nearly '\(other.text)', which this text names too",
      at: Label(place.span, words: .init(act.text, in: place.range)),
      help: "cite the Act by its short title in both places",
      subject: place.subject)
  }
}
