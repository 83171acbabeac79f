/// Dates as people write them, read for what they can mean: `1 July 2026`, `July 2026`,
/// `01/07/2026`, `20260701`.
///
///     WrittenDate.readings(of: "1 July 2026")  // 2026-07-01
///     WrittenDate.readings(of: "01/07/2026")  // 2026-07-01 and 2026-01-07
enum WrittenDate {
  /// Every date that a text can mean, days before months; none where it is no date in figures or
  /// English words, or its year is short.
  static func readings(of text: String) -> [PartialDate] {
    guard let parts = parts(of: text) else { return [] }
    let numbers = parts.compactMap(\.number)
    let words = parts.compactMap(\.word)
    let candidates: [String?]
    switch (numbers.count, words.count) {
    case (1, 0) where numbers[0].utf8.count == 8:
      let digits = Array(numbers[0])
      candidates = [iso(String(digits[..<4]), String(digits[4..<6]), String(digits[6...]))]
    case (1, 1):
      candidates = [month(words[0]).flatMap { iso(numbers[0], $0) }]
    case (2, 0):
      candidates = [iso(numbers[0], numbers[1]), iso(numbers[1], numbers[0])]
    case (2, 1) where words[0] == "w" || words[0] == "week":
      let isYearFirst = numbers[0].utf8.count == 4
      candidates = [iso(numbers[isYearFirst ? 0 : 1], "W", numbers[isYearFirst ? 1 : 0])]
    case (2, 1):
      let name = month(words[0])
      candidates = [
        name.flatMap { iso(numbers[1], $0, numbers[0]) },
        // In `July 2026-27` the last number is no day.
        parts[0].isNumber ? name.flatMap { iso(numbers[0], $0, numbers[1]) } : nil,
      ]
    case (3, 0):
      candidates = [
        iso(numbers[0], numbers[1], numbers[2]), iso(numbers[2], numbers[1], numbers[0]),
        iso(numbers[2], numbers[0], numbers[1]),
      ]
    default: candidates = []
    }
    var found: [PartialDate] = []
    for date in candidates.compactMap({ $0.flatMap { PartialDate($0) } })
    where !found.contains(date) {
      found.append(date)
    }
    return found
  }

  /// The two dates that a text like `1 July to 5 July 2026` can only mean, else nil.
  ///
  /// What the first date leaves out it takes from the second.
  static func interval(in text: String) -> DateInterval? {
    guard text.utf8.count <= 80 else { return nil }
    for separator in [" to ", " until ", "–", "—", " - ", "/"] {
      let sides = text.split(separator: separator).map(String.init)
      guard sides.count == 2, let end = only(sides[1]) else { continue }
      let words = sides[1].split(separator: " ").map(String.init)
      for count in (0..<min(3, words.count)).reversed() {
        let start = ([sides[0]] + words.suffix(count)).joined(separator: " ")
        if let start = only(start), let interval = DateInterval("\(start)/\(end)") {
          return interval
        }
      }
    }
    return nil
  }

  /// What a text means as ISO 8601 or in a form that reads in one way.
  private static func only(_ text: String) -> PartialDate? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if let date = PartialDate(trimmed) { return date }
    let readings = readings(of: trimmed)
    return readings.count == 1 ? readings[0] : nil
  }

  /// A number or a word of a date.
  private struct Part {
    let text: String
    var isNumber: Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    var number: String? { isNumber ? text : nil }
    var word: String? { isNumber ? nil : text }
  }

  /// The numbers and words of a short text, without `of`, `the` and the ending of `1st`; nil where
  /// something else stands between them.
  private static func parts(of text: String) -> [Part]? {
    guard text.utf8.count <= 40 else { return nil }
    var parts: [Part] = []
    var run = ""
    var signs: Set<Character> = []
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    func finish() {
      let isEnding = ["st", "nd", "rd", "th"].contains(run) && parts.last?.isNumber == true
      if !run.isEmpty, !isEnding, run != "of", run != "the" { parts.append(Part(text: run)) }
      run = ""
    }
    for character in text.lowercased() {
      if isDigit(character) || ("a"..."z").contains(character) {
        if let last = run.last, isDigit(last) != isDigit(character) { finish() }
        run.append(character)
      } else {
        guard " ,./-".contains(character) else { return nil }
        if "./-".contains(character) { signs.insert(character) }
        finish()
      }
    }
    finish()
    // `2026-06/07` is two months, and `June 2026/27` is no date.
    let isMixed = signs.count > 1 || (signs.contains("/") && parts.contains { !$0.isNumber })
    return isMixed ? nil : parts
  }

  /// The number of a month by its English name or the first three letters or more of it.
  private static func month(_ word: String) -> String? {
    guard word.utf8.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return names.firstIndex { $0.hasPrefix(word) }.map { String($0 + 1) }
  }

  /// ISO 8601 of a year in four digits and shorter numbers; nil for other lengths.
  private static func iso(_ year: String, _ rest: String...) -> String? {
    guard year.utf8.count == 4, rest.allSatisfy({ $0.utf8.count <= 2 }) else { return nil }
    let parts = rest.map { $0.utf8.count == 1 && $0 != "W" ? "0" + $0 : $0 }
    return "\(year)-\(parts.joined(separator: "-"))".replacing("W-", with: "W")
  }
}
