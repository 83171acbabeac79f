/// A whole number that a text states, in digits or in words, with what its words make of it.
struct StatedNumber: Sendable, Hashable {
  /// The number.
  let value: Int
  /// The words that state it, by their position.
  let words: Range<Int>
  /// How the number is meant, and the words that say so.
  var bound = Bound.exactly
}

/// The whole numbers among some words, in order.
///
/// `45`, `1,000`, `forty-five`, `two dozen` and `one hundred and five` are numbers; shares in per
/// cent, decimal fractions, ordinals, measures like `12 weeks` and the word "one", which is more
/// often a pronoun, are not.
func statedNumbers(in words: [Word]) -> [StatedNumber] {
  var numbers: [StatedNumber] = []
  var index = 0
  while index < words.count {
    guard let number = number(at: index, in: words) else {
      index += 1
      continue
    }
    let meant = bounded(number, in: words)
    index = meant.words.upperBound
    if !isMeasured(meant, in: words) { numbers.append(meant) }
  }
  return numbers
}

/// The number that begins with the word at `index`, if one does, as if it were meant exactly.
///
/// Source: the short scale of English number words; `dozen` is 12 and `score` after a number is 20.
func number(at index: Int, in words: [Word]) -> StatedNumber? {
  let text = words[index].text
  var next = index + 1
  var value: Int
  if text == "half", word(next, in: words) == "a", word(next + 1, in: words) == "dozen" {
    return StatedNumber(value: 6, words: index..<index + 3)
  } else if let written = digits(text) ?? below100(text) {
    value = written
  } else if text == "a", scales[word(next, in: words)] != nil, word(next, in: words) != "score" {
    value = 1
  } else if text == "dozen", word(index - 1, in: words) != "a" {
    return StatedNumber(value: 12, words: index..<next)
  } else {
    return nil
  }
  let hasScale = scales[word(next, in: words)] != nil && words[index].gap == .none
  guard text != "one" || hasScale, !isFraction(at: next, in: words) else { return nil }
  var lowest = Int.max
  var total = 0
  while let scale = scales[word(next, in: words)], words[next - 1].gap == .none,
    scale < lowest || value < 100
  {
    let (product, overflows) = value.multipliedReportingOverflow(by: scale)
    if overflows { return nil }
    value = product
    next += 1
    guard scale >= 100 else { break }
    lowest = scale
    let joint = word(next, in: words) == "and" ? next + 1 : next
    guard joint < words.count, words[next - 1].gap == .none,
      let rest = below100(words[joint].text) ?? digits(words[joint].text), rest < scale
    else { break }
    next = joint + 1
    guard scale >= 1000, scales[word(next, in: words)] == 100 else {
      value += rest
      break
    }
    total += value
    value = rest
  }
  return StatedNumber(value: total + value, words: index..<next)
}

/// The text of a word, or nothing outside the words.
func word(_ index: Int, in words: [Word]) -> String {
  words.indices.contains(index) ? words[index].text : ""
}

/// Whether a number and the word after it are a fraction, like "two thirds" or "two and a half".
private func isFraction(at index: Int, in words: [Word]) -> Bool {
  fractions.contains(word(index, in: words))
    || word(index, in: words) == "and" && word(index + 1, in: words) == "a"
      && fractions.contains(word(index + 2, in: words))
}

/// Whether a number counts units of a measure, or is a share.
func isMeasured(_ number: StatedNumber, in words: [Word]) -> Bool {
  let next = number.words.upperBound
  return measures.contains(word(next, in: words))
    || word(next, in: words) == "per" && word(next + 1, in: words) == "cent"
}

/// The value of digits with commas between thousands; nil for decimals and for anything else.
private func digits(_ text: String) -> Int? {
  guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 11,
    first != UInt8(ascii: "0") || text.utf8.count == 1
  else { return nil }
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
    groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
  else { return nil }
  return Int(groups.joined())
}

private func below100(_ text: String) -> Int? {
  if let small = smallNumbers[text] { return small }
  let parts = text.split(separator: "-")
  if parts.count == 1 { return tens[text] }
  guard parts.count == 2, let ten = tens[String(parts[0])],
    let unit = smallNumbers[String(parts[1])], (1...9).contains(unit)
  else { return nil }
  return ten + unit
}

/// Numbers below twenty by their words.
let smallNumbers: [String: Int] = [
  "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
  "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
  "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
]

/// The tens from twenty by their words.
let tens: [String: Int] = [
  "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
  "ninety": 90,
]

/// Words that multiply the number before them.
let scales: [String: Int] = [
  "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000,
]

private let fractions: Set<String> = [
  "half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixths",
  "eighths", "tenth", "tenths", "hundredths",
]

/// Words after a number that make it a length of time, a size, a price, or a share.
private let measures: Set<String> = [
  "percent", "percentage", "years", "year", "year-old", "year-olds", "months", "month", "weeks",
  "week", "days", "day", "hours", "hour", "minutes", "minute", "seconds", "times", "metres",
  "miles",
  "kilometres", "km", "m", "mm", "cm", "kg", "litres", "degrees", "pounds", "pence", "o'clock",
  "am",
  "pm", "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
]
