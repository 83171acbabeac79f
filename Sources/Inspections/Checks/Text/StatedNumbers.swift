/// A whole number that a text states, in digits or in words.
struct StatedNumber: Sendable, Hashable {
  /// The number.
  let value: Int
  /// The words that state it, by their position.
  let words: Range<Int>
}

/// The whole numbers among some words, in order.
///
/// `45`, `1,000`, `forty-five` and `one hundred and five` are numbers; shares in per cent, decimal
/// fractions, ordinals and the word "one", which is more often a pronoun, are not.
func statedNumbers(in words: [Word]) -> [StatedNumber] {
  var numbers: [StatedNumber] = []
  var index = 0
  while index < words.count {
    guard let number = number(at: index, in: words) else {
      index += 1
      continue
    }
    index = number.words.upperBound
    if !isShare(at: index, in: words) { numbers.append(number) }
  }
  return numbers
}

/// The number that begins with the word at `index`, if one does.
func number(at index: Int, in words: [Word]) -> StatedNumber? {
  let text = words[index].text
  if let value = digits(text) { return StatedNumber(value: value, words: index..<index + 1) }
  let hasHundred = isHundred(at: index + 1, in: words)
  guard let first = text == "a" && hasHundred ? 1 : below100(text), text != "one" || hasHundred
  else { return nil }
  guard hasHundred else {
    return StatedNumber(value: first, words: index..<index + 1)
  }
  var rest = index + 2
  if rest < words.count, words[rest].text == "and" { rest += 1 }
  if rest < words.count, let remainder = below100(words[rest].text) {
    return StatedNumber(value: first * 100 + remainder, words: index..<rest + 1)
  }
  return StatedNumber(value: first * 100, words: index..<index + 2)
}

private func isHundred(at index: Int, in words: [Word]) -> Bool {
  index < words.count && words[index].text == "hundred"
}

private func isShare(at index: Int, in words: [Word]) -> Bool {
  guard index < words.count else { return false }
  return words[index].text == "percent"
    || words[index].text == "per" && index + 1 < words.count && words[index + 1].text == "cent"
}

/// The value of digits with commas between thousands; nil for decimals and for anything else.
private func digits(_ text: String) -> Int? {
  guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 11 else {
    return nil
  }
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
