/// A tally with the clause and the sentence around it: who says it, of what, and of which time.
struct Passage {
  /// The words of the whole line.
  let words: [Word]
  /// The words of the clause but for those of the tally.
  let clause: [String]
  /// The words of the sentence but for those of the tally.
  private let sentence: [String]
  /// The words from the tally to the end of its clause.
  private let rest: [String]
  private let isQuoted: Bool
  private let years: Set<Int>

  /// Looks at a tally of a line; `years` are those that the text is about where it names none.
  init(_ line: String, _ words: [Word], around tally: StatedTally, years: Set<Int>) {
    self.words = words
    self.years = years
    let clause = Self.stretch(around: tally, in: words) { $0.endsClause }
    let sentence = Self.stretch(around: tally, in: words) { $0.gap == .sentence }
    func texts(_ range: Range<Int>) -> [String] {
      words[range.lowerBound..<tally.words.lowerBound].map(\.text)
        + words[tally.words.upperBound..<range.upperBound].map(\.text)
    }
    self.clause = texts(clause)
    self.sentence = texts(sentence)
    rest = words[tally.words.upperBound..<clause.upperBound].map(\.text)
    isQuoted = isInQuotes(words[tally.words.lowerBound].bytes.lowerBound, of: line)
  }

  private static func stretch(
    around tally: StatedTally, in words: [Word], ends: (Word) -> Bool
  ) -> Range<Int> {
    var start = tally.words.lowerBound
    while start > 0, !ends(words[start - 1]) { start -= 1 }
    var end = tally.words.upperBound
    while end < words.count, !ends(words[end - 1]) { end += 1 }
    return start..<end
  }

  /// Whether the text itself says so, of the time it is about: no denial, hope or quotation.
  var isOwnStatement: Bool {
    !isQuoted && !clause.contains { hedges.contains($0) || $0.hasSuffix("n't") }
      && !rest.contains(where: relatives.contains) && !isReported && !isOfAnotherTime
  }

  /// Whether the whole that is counted is one of `nouns`, or is left to be understood.
  func counts(_ nouns: Set<String>) -> Bool {
    let named = rest.prefix { !predicates.contains($0) }
    return named.isEmpty || named.contains(where: nouns.contains)
  }

  /// Whether somebody else is said to say it.
  private var isReported: Bool {
    guard let verb = sentence.indices.first(where: { isSaying(at: $0) }) else { return false }
    return !sentence[..<verb].contains(where: ourselves.contains)
  }

  private func isSaying(at index: Int) -> Bool {
    let next = index + 1 < sentence.count ? sentence[index + 1] : ""
    return saying.contains(sentence[index])
      || concluding.contains(sentence[index]) && next == "that"
      || sentence[index] == "according" && next == "to"
  }

  private var isOfAnotherTime: Bool {
    if sentence.contains(where: otherTimes.contains) { return true }
    for (word, next) in zip(sentence, sentence.dropFirst())
    where word == "last" && occasions.contains(next) { return true }
    let named = zip(sentence, sentence.dropFirst()).compactMap { word, next in
      dating.contains(word) || months.contains(word) ? Int(next) : nil
    }.filter { (1900...2099).contains($0) }
    return !years.isEmpty && !named.isEmpty && years.isDisjoint(with: named)
  }
}

/// Whether a byte of a line stands between quotation marks, straight or curly; O(n).
func isInQuotes(_ place: Int, of line: String) -> Bool {
  var depth = 0
  var isOpen = false
  let bytes = Array(line.utf8)
  for index in 0..<min(place, bytes.count) {
    if bytes[index] == UInt8(ascii: "\"") { isOpen.toggle() }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { continue }
    switch bytes[index + 2] {
    case 0x98, 0x9C: depth += 1
    case 0x9D: depth = max(0, depth - 1)
    case 0x99 where !(index + 3 < bytes.count && isLetter(bytes[index + 3])):
      depth = max(0, depth - 1)
    default: break
    }
  }
  return isOpen || depth > 0
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private let hedges: Set<String> = [
  "not", "no", "nor", "neither", "never", "without", "hardly", "barely", "least", "than", "about",
  "nearly", "almost", "over", "better", "worse", "or", "either", "if", "whether", "unless",
  "should",
  "might", "could", "would", "will", "may", "must", "cannot", "failed", "fails", "expected",
  "hoped",
  "hope", "hopes", "aim", "aims", "intends", "intended", "plans", "planned", "target", "until",
  "rather", "instead", "short", "far", "less", "elsewhere", "other",
]

private let relatives: Set<String> = ["that", "which", "who", "whose", "where", "when"]

private let saying: Set<String> = [
  "said", "says", "say", "told", "tells", "tell", "claimed", "claims", "claim", "claiming",
  "asserted", "asserts", "argued", "argues", "maintained", "maintains", "believed", "believes",
  "believe", "thought", "thinks", "think", "felt", "feels", "feel", "wrote", "writes", "stated",
  "states", "estimated", "estimates", "self-assessment", "self-evaluation", "self-assessed",
  "account", "view", "opinion", "words", "reckons", "reckoned", "regards", "regarded", "considers",
  "considered", "rated", "rates", "describes", "described",
]

private let concluding: Set<String> = [
  "reported", "reports", "report", "reporting", "concluded", "concludes", "judged", "judges",
  "noted", "notes", "found", "finds", "showed", "shows", "announced", "announces", "confirmed",
]

private let ourselves: Set<String> = [
  "we", "our", "us", "inspectors", "inspector", "inspection", "inspectors'", "report", "visit",
  "ofsted", "inspectorate", "auditors", "letter",
]

private let otherTimes: Set<String> = [
  "previous", "previously", "earlier", "formerly", "ago", "hitherto", "originally", "initially",
  "then", "beforehand", "afterwards", "later", "once",
]

private let occasions: Set<String> = [
  "inspection", "visit", "year", "month", "time", "report", "audit", "review", "round", "week",
]

private let dating: Set<String> = ["in", "since", "by", "until", "of", "from", "during", "before"]

private let months: Set<String> = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december",
]

/// Words that go on from a whole without naming what it is of.
private let predicates: Set<String> = [
  "are", "is", "was", "were", "be", "been", "being", "has", "have", "had", "show", "shows",
  "showed",
  "shown", "showing", "made", "make", "makes", "making", "get", "got", "received", "receive",
  "given",
  "graded", "found", "assessed", "deemed", "achieved", "reached", "remain", "remained", "remains",
  "now", "still", "already", "as", "at", "with", "in", "on", "and", "to", "came", "come",
  "progress",
  "judged", "stand", "stood", "count", "counted", "also",
]
