import Diagnostics

/// A part and its whole as a text states them, like "five of the seven".
struct StatedTally: Sendable, Hashable {
  /// The part.
  let count: Int
  /// The whole.
  let total: Int
  /// The words that state it, by their position.
  let words: Range<Int>
}

/// The tallies among some words: a number, "of" or "out of", an article perhaps, another number.
///
/// Here "one of the seven" counts, for "of" shows that the word is a number.
func statedTallies(in words: [Word]) -> [StatedTally] {
  var tallies: [StatedTally] = []
  for index in words.indices where words[index].text == "of" && index > 0 {
    var before = index - 1
    if words[before].text == "out", before > 0 { before -= 1 }
    guard let count = numberEnding(at: before, in: words) else { continue }
    var after = index + 1
    if after < words.count, articles.contains(words[after].text) { after += 1 }
    guard after < words.count, let total = number(at: after, in: words) else { continue }
    tallies.append(
      StatedTally(
        count: count.value, total: total.value,
        words: count.words.lowerBound..<total.words.upperBound))
  }
  return tallies
}

/// The number whose last word stands at `index`.
private func numberEnding(at index: Int, in words: [Word]) -> StatedNumber? {
  if words[index].text == "one" { return StatedNumber(value: 1, words: index..<index + 1) }
  if words[index].text == "none" { return StatedNumber(value: 0, words: index..<index + 1) }
  for start in max(0, index - 3)...index {
    if let number = number(at: start, in: words), number.words.upperBound == index + 1 {
      return number
    }
  }
  return nil
}

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
  (Array(smallNumbers.keys) + Array(tens.keys) + ["hundred", "none", "out"])
    .joined(separator: " "))
