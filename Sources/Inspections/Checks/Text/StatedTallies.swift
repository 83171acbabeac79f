import Diagnostics

/// A part and its whole as a text states them, like "five of the seven".
struct StatedTally: Sendable, Hashable {
  /// The part; what is left of the whole after "all but".
  let count: Int
  /// The whole.
  let total: Int
  /// The words that state it, by their position.
  let words: Range<Int>
  /// How the part is meant.
  let bound: Bound

  /// Whether a part of the same whole can be the one that is stated.
  func holds(for part: Int) -> Bool { bound.holds(Double(part), stated: Double(count)) }
}

/// The tallies among some words: a number, "of" or "out of", an article perhaps, another number.
///
/// Here "one of the seven" counts, for "of" shows that the word is a number: it may be one of
/// several, unless "only" or "just" stands before it.
func statedTallies(in words: [Word]) -> [StatedTally] {
  words.indices.compactMap { index in
    guard words[index].text == "of", index > 0 else { return nil }
    let before = words[index - 1].text == "out" && index > 1 ? index - 2 : index - 1
    guard let count = numberEnding(at: before, in: words) else { return nil }
    let isArticled = articles.contains(word(index + 1, in: words))
    let after = isArticled ? index + 2 : index + 1
    guard after < words.count, let exact = number(at: after, in: words) else { return nil }
    let total = bounded(exact, in: words)
    guard total.words.lowerBound >= after, !isMeasured(total, in: words) else { return nil }
    let isKnown = total.bound == .exactly
    let isComplement = count.bound == .complement && count.value <= total.value
    return StatedTally(
      count: isComplement ? total.value - count.value : count.value, total: total.value,
      words: count.words.lowerBound..<total.words.upperBound,
      bound: !isKnown ? .unclear : isComplement ? .exactly : count.bound)
  }
}

/// The number whose last word stands at `index`, with what its words make of it.
private func numberEnding(at index: Int, in words: [Word]) -> StatedNumber? {
  if ["one", "none"].contains(words[index].text) {
    let isOne = words[index].text == "one"
    let number = bounded(StatedNumber(value: isOne ? 1 : 0, words: index..<index + 1), in: words)
    let isOnly = !isOne || onlys.contains(word(index - 1, in: words))
    return number.bound == .exactly && !isOnly
      ? StatedNumber(value: 1, words: number.words, bound: .atLeast) : number
  }
  let isOpen = index > 1 && words[index - 1].text == "or"
  let last = isOpen && number(at: index, in: words) == nil ? index - 2 : index
  for start in max(0, last - 7)...last {
    if let number = number(at: start, in: words), number.words.upperBound == last + 1 {
      return labels.contains(word(start - 1, in: words)) ? nil : bounded(number, in: words)
    }
  }
  return nil
}

private let onlys: Set<String> = ["only", "just", "exactly", "precisely", "but"]

/// Words before a number that make it the name of a thing.
let labels: Set<String> = [
  "section", "sections", "paragraph", "paragraphs", "annex", "appendix", "part", "chapter",
  "question", "questions", "note", "page", "pages", "form", "item", "article", "regulation",
  "recommendation", "recommendations", "figure", "table", "aged", "age", "ages", "grade", "band",
  "phase", "stage", "year", "years", "number", "no", "nos", "version", "ward", "wing", "room",
  "unit",
  "house", "team", "group", "level", "tier", "category", "class", "box", "schedule", "standard",
  "step", "volume", "column", "row", "line", "theme", "day", "week", "month", "source", "reference",
  "engine", "station", "crew", "bay", "bed", "pump", "well", "site", "zone", "sector", "district",
]

private let articles: Set<String> = ["the", "these", "those", "its", "their", "all", "our"]

/// The lines of a text in which a number may stand before "of"; most texts have none.
///
/// Complexity: O(n) in the bytes of the text.
func linesWithTallies(_ text: [UInt8]) -> [String] {
  var lines: [String] = []
  var next = 3
  while let index = nextOf(in: text, from: next) {
    guard endsWithNumber(text[..<(index - 2)]) else {
      next = index + 1
      continue
    }
    let end = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let start = text[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    lines.append(String(decoding: text[start..<end], as: UTF8.self))
    next = end + 1
  }
  return lines
}

/// Where the `f` of the next " of " stands, from a place that is at least 3.
private func nextOf(in text: [UInt8], from start: Int) -> Int? {
  var next = start
  while next + 1 < text.count,
    let index = text.firstPlace(of: UInt8(ascii: "f"), in: next..<text.count - 1)
  {
    if text[index - 1] == UInt8(ascii: "o"), text[index - 2] == UInt8(ascii: " "),
      text[index + 1] == UInt8(ascii: " ")
    {
      return index
    }
    next = index + 1
  }
  return nil
}

/// Whether the last word of a text is a number, or "out" as in "five out of seven".
private func endsWithNumber(_ text: ArraySlice<UInt8>) -> Bool {
  guard let last = text.last else { return false }
  if (0x30...0x39).contains(last) { return true }
  var start = text.endIndex
  while start > text.startIndex, (0x61...0x7A).contains(text[start - 1] | 0x20) { start -= 1 }
  guard (2...9).contains(text.endIndex - start) else { return false }
  return lastNumberWords.contains(WordSet.hash(text[start...]))
}

private let lastNumberWords = WordSet(
  (Array(smallNumbers.keys) + Array(tens.keys) + Array(scales.keys)
    + ["none", "out", "more", "fewer", "less", "so"]).joined(separator: " "))
