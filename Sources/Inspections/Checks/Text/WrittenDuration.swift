/// Lengths of time as people write them: `6 wks`, `six-weeks`, `Within 3 mths`.
///
///     WrittenDuration.reading(of: "6 wks")  // 6 weeks
///     WrittenDuration.reading(of: "10 working days")  // nil, for no rule counts them
enum WrittenDuration {
  /// The only length that a text can mean; nil where it means none, or says more.
  static func reading(of text: String) -> Duration? {
    guard text.utf8.count <= 40 else { return nil }
    var words = words(of: text)
    words.removeAll { fillers.contains($0) }
    // A number may stand in words and in figures: six (6) weeks.
    if words.count == 3, let first = Duration("\(words[0]) days"),
      first == Duration("\(words[1]) days")
    {
      words.remove(at: 0)
    }
    guard words.count == 2 else { return nil }
    let count = words[0] == "a" || words[0] == "an" ? "one" : words[0]
    return units[words[1]].flatMap { Duration("\(count) \($0.rawValue)") }
  }

  /// The runs of letters and of digits in lower case; none where other signs stand between them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var run = ""
    for character in text.lowercased() {
      let isDigit = ("0"..."9").contains(character)
      guard isDigit || ("a"..."z").contains(character) || " -.()".contains(character) else {
        return []
      }
      let isWord = isDigit || character.isLetter
      if !run.isEmpty, !isWord || isDigit != ("0"..."9").contains(run[run.startIndex]) {
        words.append(run)
        run = ""
      }
      if isWord { run.append(character) }
    }
    return run.isEmpty ? words : words + [run]
  }

  private static let fillers: Set<String> = ["within", "in", "about", "of", "time"]

  private static let units: [String: Duration.Unit] = [
    "d": .day, "day": .day, "days": .day, "w": .week, "wk": .week, "wks": .week, "week": .week,
    "weeks": .week, "mo": .month, "mos": .month, "mth": .month, "mths": .month, "mnth": .month,
    "mnths": .month, "month": .month, "months": .month, "y": .year, "yr": .year, "yrs": .year,
    "year": .year, "years": .year,
  ]
}
