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
