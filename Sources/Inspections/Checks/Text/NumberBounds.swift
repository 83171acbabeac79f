/// How a stated number is meant.
enum Bound: Sendable, Hashable {
  case exactly, atLeast, moreThan, atMost, fewerThan
  /// From the number to another, both within.
  case upTo(Int)
  /// What is left out of a whole, as in "all but two".
  case complement
  /// An estimate, some of the part, a denial: words that nothing can be held against.
  case unclear

  /// Whether a value can be what a number with this bound says; `tolerance` is how far a stated
  /// figure may be from it, where it is rounded.
  func holds(_ value: Double, stated: Double, tolerance: Double = 0) -> Bool {
    switch self {
    case .exactly: abs(value - stated) <= tolerance
    case .atLeast: value >= stated - tolerance
    case .moreThan: value > stated
    case .atMost: value <= stated + tolerance
    case .fewerThan: value < stated
    case .upTo(let end): value >= stated - tolerance && value <= Double(end) + tolerance
    case .complement, .unclear: true
    }
  }
}

/// A number with the bound that the words around it set, and these words taken in.
func bounded(_ number: StatedNumber, in words: [Word]) -> StatedNumber {
  if let range = range(from: number, in: words) ?? range(to: number, in: words) { return range }
  let next = number.words.upperBound
  if let bound = bound(after: next, in: words) {
    return StatedNumber(
      value: number.value, words: number.words.lowerBound..<next + 2, bound: bound)
  }
  guard let (bound, start) = bound(before: number.words.lowerBound, in: words) else {
    return number
  }
  return StatedNumber(value: number.value, words: start..<next, bound: bound)
}

/// The bound that the two words straight after a number set: "or more", "or so".
func bound(after index: Int, in words: [Word]) -> Bound? {
  guard index > 0, words[index - 1].gap == .none, word(index, in: words) == "or" else { return nil }
  return boundsAfter[word(index + 1, in: words)]
}

/// The bound that the words straight before a place set, and where these begin.
func bound(before index: Int, in words: [Word]) -> (bound: Bound, start: Int)? {
  for length in (1...3).reversed() where index >= length {
    let start = index - length
    guard words[start..<index].allSatisfy({ $0.gap == .none }) else { continue }
    let phrase = words[start..<index].map(\.text).joined(separator: " ")
    guard let bound = boundsBefore[phrase] else { continue }
    let isAfterNoun =
      places.contains(phrase) && start > 0 && words[start - 1].gap == .none
      && !leads.contains(words[start - 1].text)
    return (isAfterNoun ? .unclear : bound, start)
  }
  return nil
}

/// A range that begins with a number: "five to seven", "five or six", "between 5 and 7", "5–7".
private func range(from number: StatedNumber, in words: [Word]) -> StatedNumber? {
  let next = number.words.upperBound
  let isBetween = word(number.words.lowerBound - 1, in: words) == "between"
  let other: StatedNumber?
  if words[next - 1].gap == .range, next < words.count {
    other = Inspections.number(at: next, in: words)
  } else if words[next - 1].gap == .none, next + 1 < words.count,
    ["to", "or"].contains(words[next].text) || isBetween && words[next].text == "and"
  {
    other = Inspections.number(at: next + 1, in: words)
  } else {
    other = nil
  }
  guard let other, other.value > number.value else { return nil }
  let start = number.words.lowerBound - (isBetween ? 1 : 0)
  return StatedNumber(
    value: number.value, words: start..<other.words.upperBound, bound: .upTo(other.value))
}

/// The range that ends with a number.
private func range(to number: StatedNumber, in words: [Word]) -> StatedNumber? {
  let joint = number.words.lowerBound - 1
  guard joint >= 0 else { return nil }
  let last = words[joint].gap == .range ? joint : joint - 1
  guard last >= 0 else { return nil }
  for start in max(0, last - 3)...last {
    if let first = Inspections.number(at: start, in: words), first.words.upperBound == last + 1,
      let range = range(from: first, in: words), range.words.upperBound == number.words.upperBound
    {
      return range
    }
  }
  return nil
}

private let boundsBefore: [String: Bound] = {
  var bounds: [String: Bound] = [:]
  let phrases: [(Bound, [String])] = [
    (
      .atLeast,
      [
        "at least", "no fewer than", "no less than", "not fewer than", "not less than",
        "a minimum of", "minimum of", "the very least",
      ]
    ),
    (
      .moreThan,
      [
        "more than", "over", "above", "greater than", "higher than", "in excess of", "upwards of",
        "exceeding", "better than",
      ]
    ),
    (
      .atMost,
      [
        "at most", "up to", "no more than", "not more than", "a maximum of", "maximum of",
        "not exceeding", "no greater than",
      ]
    ),
    (
      .fewerThan,
      [
        "fewer than", "less than", "lower than", "under", "below", "short of", "nearly", "almost",
        "not quite", "approaching",
      ]
    ),
    (
      .complement,
      [
        "all but", "all except", "all except for", "all save", "all bar", "all apart from",
        "every one but", "everyone but", "everything but",
      ]
    ),
    (
      .unclear,
      [
        "about", "around", "roughly", "approximately", "circa", "some", "perhaps", "maybe",
        "probably", "possibly", "estimated", "close to", "near", "near to", "towards", "nearer",
        "something like", "another", "further", "other", "first", "last", "next", "remaining",
        "additional", "extra", "these", "those", "following", "not", "none but", "former", "latter",
        "every", "any", "neither", "a couple of", "initial", "final", "same", "new", "previous",
      ]
    ),
  ]
  for (bound, names) in phrases {
    for name in names { bounds[name] = bound }
  }
  return bounds
}()

private let boundsAfter: [String: Bound] = [
  "more": .atLeast, "over": .atLeast, "above": .atLeast, "fewer": .atMost, "less": .atMost,
  "under": .atMost, "below": .atMost, "so": .unclear, "thereabouts": .unclear,
]

/// Bounds that after a noun say something else, as in "children under 12".
private let places: Set<String> = ["over", "above", "under", "below"]

/// Words after which such a bound is one.
private let leads: Set<String> = [
  "of", "in", "by", "from", "to", "at", "with", "and", "or", "but", "only", "just", "well", "far",
  "slightly", "were", "was", "are", "is", "be", "for", "than", "that", "which", "had", "have",
  "has",
  "the", "a", "an", "still", "read", "saw", "looked", "sampled", "between",
]
