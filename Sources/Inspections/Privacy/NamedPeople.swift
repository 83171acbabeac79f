/// Given names and initials with an age or a health word beside them.
extension PersonalDataScanner {
  /// How surely a name stands for a person.
  private enum Certainty {
    /// A letter by itself.
    case letter
    /// A given name, or a letter after a word like "child".
    case sure
  }

  /// Looks at what begins with a capital at `index`; answers where to go on.
  mutating func afterCapitalWord(at index: Int) -> Int {
    let name = word(at: index)
    guard !isAlphanumeric(index - 1) else { return name.upperBound }
    if name.count <= 2, isDigit(name.upperBound) {
      if let code = postcode(at: index) ?? familyCaseNumber(at: index) {
        note(code.kind, code.range)
        return code.range.upperBound
      }
      return name.upperBound
    }
    guard let certainty = certainty(of: name) else { return name.upperBound }
    let found = detail(after: name, certainty) ?? detail(before: name)
    if let found { note(found.kind, found.range) }
    return max(name.upperBound, found?.range.upperBound ?? 0)
  }

  private func certainty(of name: Range<Int>) -> Certainty? {
    if name.count == 1 { return certainty(ofLetter: name.lowerBound) }
    guard PrivacyWords.givenNames.contains(hash(name)),
      !PrivacyWords.officialTitles.contains(hash(titleBefore(name)))
    else { return nil }
    if isNameOfThing(name) { return nil }
    var cursor = afterPossessive(name.upperBound)
    // Who wrote a paper or made a video stands after "by" with a surname.
    let isAuthor = matches("by ", at: name.lowerBound - 3) && isCapital(cursor + 1)
    if isAuthor { return nil }
    for _ in 0..<3 {
      guard byte(cursor) == UInt8(ascii: " "), isCapital(cursor + 1) else { break }
      let next = word(at: cursor + 1)
      if PrivacyWords.organisationWords.contains(hash(next)) { return nil }
      cursor = next.upperBound
    }
    return .sure
  }

  /// Whether a ward, a pump, a lake or another thing has the name: "Lake Alice", "the pump, Alice,",
  /// "a boat called Alice", "Alice ward".
  private func isNameOfThing(_ name: Range<Int>) -> Bool {
    if let next = nextWord(from: afterPossessive(name.upperBound)),
      byte(next.lowerBound - 1) == UInt8(ascii: " "), next.lowerBound <= name.upperBound + 3,
      PrivacyWords.things.contains(hash(next))
    {
      return true
    }
    var cursor = name.lowerBound
    for _ in 0..<4 {
      guard let previous = previousWord(from: cursor) else { return false }
      if PrivacyWords.things.contains(hash(previous)) {
        // "The girl in the next bed, Clara (12)," is no bed.
        return byte(previous.upperBound) != UInt8(ascii: ",") || tells(around: name).ofNobody
      }
      guard PrivacyWords.naming.contains(hash(previous)) else { return false }
      cursor = previous.lowerBound
    }
    return false
  }

  private func titleBefore(_ name: Range<Int>) -> Range<Int> {
    wordBefore(name.lowerBound) { $0 == 0x20 || $0 == 0x2E || $0 == 0x0A }
  }

  private func certainty(ofLetter index: Int) -> Certainty? {
    let letter = bytes[index]
    let next = byte(index + 1)
    let previous = byte(index - 1)
    let joins: [UInt8] = [
      UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "'"),
      UInt8(ascii: "@"), UInt8(ascii: "+"),
    ]
    if joins.contains(previous) { return nil }
    let isPossessive = afterPossessive(index + 1) > index + 1
    if !isPossessive, next != UInt8(ascii: "."), joins.contains(next) { return nil }
    if next == UInt8(ascii: "."), isLetter(index + 2) { return nil }
    let before = wordBefore(index)
    if PrivacyWords.personCues.contains(hash(before)) { return .sure }
    if letter == UInt8(ascii: "I") { return nil }
    // A letter after a capital word is the label of a thing or the middle of a name.
    let isFirst = before.isEmpty || byte(before.upperBound) == UInt8(ascii: ".")
    if !isFirst, isCapital(before.lowerBound) || isDigit(before.lowerBound) { return nil }
    if PrivacyWords.labels.contains(hash(before)) { return nil }
    if isPossessive { return .sure }
    return letter == UInt8(ascii: "A") ? nil : .letter
  }

  /// The place after `'s` or `’s`, or the same place.
  private func afterPossessive(_ index: Int) -> Int {
    if matches("'s", at: index) { return index + 2 }
    if byte(index) == 0xE2, byte(index + 1) == 0x80, byte(index + 2) == 0x99,
      byte(index + 3) == UInt8(ascii: "s")
    {
      return index + 4
    }
    return index
  }
}

/// What stands beside a name.
extension PersonalDataScanner {
  /// An age or a health word in the few words after a name, in the same sentence.
  private func detail(after name: Range<Int>, _ certainty: Certainty) -> PersonalDataMatch? {
    if certainty == .sure, let upper = bareAge(after: afterPossessive(name.upperBound)),
      !tells(around: name).ofThingsOnly
    {
      return PersonalDataMatch(kind: .age, range: name.lowerBound..<upper)
    }
    var cursor = afterPossessive(name.upperBound)
    if name.count == 1, byte(cursor) == UInt8(ascii: ".") { cursor += 1 }
    var words = 0
    while words < 7 {
      guard let next = nextWord(from: cursor) else { return nil }
      if let upper = endOfAge(at: next.lowerBound) {
        return PersonalDataMatch(kind: .age, range: name.lowerBound..<upper)
      }
      let hash = hash(next)
      if PrivacyWords.blocking.contains(hash) || PrivacyWords.things.contains(hash) {
        return nil
      }
      if PrivacyWords.health.contains(hash), !isBlocked(after: next) {
        return PersonalDataMatch(kind: .health, range: name.lowerBound..<next.upperBound)
      }
      cursor = next.upperBound
      words += 1
    }
    return nil
  }

  /// What the sentence, or the row of a table, around a name tells of.
  ///
  /// Where it is of things or sources and of nobody, a number by itself beside the name is how many,
  /// or which, and no age.
  private func tells(around name: Range<Int>) -> (ofThingsOnly: Bool, ofNobody: Bool) {
    var lower = name.lowerBound
    while lower > start, name.lowerBound - lower < 400, !endsRow(lower - 1) { lower -= 1 }
    var index = lower
    var isThing = false
    while index < end, index - name.upperBound < 400, !endsRow(index) {
      guard isAlphanumeric(index) else {
        index += 1
        continue
      }
      let word = index..<endOfWord(at: index)
      let hash = hash(word)
      if PrivacyWords.personWords.contains(hash) { return (false, false) }
      if PrivacyWords.things.contains(hash) || PrivacyWords.counted.contains(hash) {
        isThing = true
      }
      index = word.upperBound
    }
    return (isThing, true)
  }

  /// Whether a sentence or a row of a table ends with this byte.
  private func endsRow(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\n")
      ? byte(index + 1) == UInt8(ascii: "\n") || byte(index - 1) == UInt8(ascii: "|")
      : bytes[index] != UInt8(ascii: "|") && bytes[index] != UInt8(ascii: ";")
        && endsSentence(index)
  }

  private func endOfWord(at index: Int) -> Int {
    var upper = index
    while isAlphanumeric(upper) { upper += 1 }
    return upper
  }

  /// Whether a health word belongs to a service or a profession, like "depression clinic".
  private func isBlocked(after word: Range<Int>) -> Bool {
    guard let next = nextWord(from: word.upperBound) else { return false }
    if matches("health", at: next.lowerBound), let third = nextWord(from: next.upperBound) {
      return PrivacyWords.blocking.contains(hash(third))
    }
    return PrivacyWords.blocking.contains(hash(next))
  }

  /// An age or a health word in the few words before a name, in the same sentence.
  private func detail(before name: Range<Int>) -> PersonalDataMatch? {
    var cursor = name.lowerBound
    for distance in 0..<4 {
      guard let previous = previousWord(from: cursor) else { return nil }
      if let upper = endOfAge(at: previous.lowerBound), upper <= name.lowerBound {
        return PersonalDataMatch(kind: .age, range: previous.lowerBound..<name.upperBound)
      }
      let hash = hash(previous)
      if PrivacyWords.blocking.contains(hash) { return nil }
      if distance < 4, PrivacyWords.health.contains(hash), !isBlocked(after: previous) {
        return PersonalDataMatch(kind: .health, range: previous.lowerBound..<name.upperBound)
      }
      cursor = previous.lowerBound
    }
    return nil
  }

  /// The next run of letters or digits in the same sentence.
  private func nextWord(from index: Int) -> Range<Int>? {
    var cursor = index
    while cursor < end, !isAlphanumeric(cursor) {
      if endsSentence(cursor) { return nil }
      cursor += 1
    }
    return cursor < end ? cursor..<endOfWord(at: cursor) : nil
  }

  /// The run of letters or digits before a place in the same sentence.
  private func previousWord(from index: Int) -> Range<Int>? {
    var upper = index
    while upper > start, !isAlphanumeric(upper - 1) {
      upper -= 1
      if endsSentence(upper) { return nil }
    }
    guard upper > start else { return nil }
    var lower = upper
    while lower > start, isAlphanumeric(lower - 1) { lower -= 1 }
    return lower..<upper
  }

  /// Whether a sentence, a cell or a paragraph ends with this byte.
  private func endsSentence(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return isBlank(index + 1) || index + 1 >= end
    case UInt8(ascii: ";"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "\n"): return byte(index + 1) == UInt8(ascii: "\n")
    default: return false
    }
  }
}

/// Ages.
extension PersonalDataScanner {
  /// The end of ` (9)` or `, 9,` straight after a name.
  private func bareAge(after index: Int) -> Int? {
    guard
      let opening = matches(" (", at: index)
        ? index + 2 : matches(", ", at: index) ? index + 2 : nil
    else { return nil }
    var cursor = opening
    while isDigit(cursor) { cursor += 1 }
    guard (1...2).contains(cursor - opening), bytes[opening] != UInt8(ascii: "0") else {
      return nil
    }
    let close = byte(cursor)
    if byte(index + 1) == UInt8(ascii: "(") { return close == UInt8(ascii: ")") ? cursor + 1 : nil }
    return close == UInt8(ascii: ",") || close == UInt8(ascii: ".") && !isDigit(cursor + 1)
      ? cursor : nil
  }

  /// The end of an age that begins with a word.
  ///
  /// Like `aged 7`, `age 7`, `7-year-old`, `seven years old`, `7 months old`; the ages of groups, like
  /// `aged 5 to 11`, are none.
  private func endOfAge(at index: Int) -> Int? {
    if matches("aged ", at: index) || matches("age ", at: index) {
      var number = word(at: index).upperBound + 1
      if matches("of ", at: number) { number += 3 }
      return endOfAgeNumber(at: number).flatMap { isGroup(after: $0) ? nil : $0 }
    }
    guard let last = endOfAgeNumber(at: index) else { return nil }
    var cursor = last
    guard byte(cursor) == UInt8(ascii: " ") || byte(cursor) == UInt8(ascii: "-") else { return nil }
    cursor += 1
    guard matches("year", at: cursor) || matches("month", at: cursor) || matches("week", at: cursor)
    else { return nil }
    cursor = word(at: cursor).upperBound
    guard
      matches(" old", at: cursor) || matches("-old", at: cursor) || matches(" of age", at: cursor)
    else { return nil }
    cursor += matches(" of age", at: cursor) ? 7 : 4
    return isLetter(cursor) ? nil : cursor
  }

  private func endOfAgeNumber(at index: Int) -> Int? {
    var cursor = index
    while isDigit(cursor) { cursor += 1 }
    if cursor > index { return cursor - index <= 2 && !isLetter(cursor) ? cursor : nil }
    let number = word(at: index)
    return PrivacyWords.numbers.contains(hash(number)) ? number.upperBound : nil
  }

  /// Whether what follows makes the number the lower end of the ages of a group.
  private func isGroup(after index: Int) -> Bool {
    let next = skipBlanks(index)
    if byte(next) == UInt8(ascii: "-") || byte(next) == UInt8(ascii: "+") || byte(next) == 0xE2 {
      return isDigit(next + 1) || byte(next) == UInt8(ascii: "+") || isDigit(next + 3)
    }
    return matches("to ", at: next) || matches("or ", at: next) || matches("and over", at: next)
      || matches("and under", at: next) || matches("and above", at: next)
      || matches("upwards", at: next)
  }

  /// A capital word that is no known name, straight before `, aged 7`.
  func agedStranger(at index: Int, number last: Int) -> PersonalDataMatch? {
    guard byte(index - 1) == UInt8(ascii: " "), byte(index - 2) == UInt8(ascii: "d"),
      !isLetter(last), !isGroup(after: last)
    else { return nil }
    let aged = wordBefore(index)
    guard matches("aged", at: aged.lowerBound), aged.count == 4 else { return nil }
    let opening = aged.lowerBound - 2
    guard matches(", ", at: opening) || matches(" (", at: opening) else { return nil }
    let name = wordBefore(opening)
    guard name.count > 1, isCapital(name.lowerBound), !isCapital(name.lowerBound + 1),
      name.upperBound == opening, !PrivacyWords.months.contains(hash(name))
    else { return nil }
    let before = wordBefore(name.lowerBound) { $0 == 0x20 || $0 == 0x2C || $0 == 0x0A }
    guard !Self.places.contains(hash(before)), !Self.people.contains(hash(name)),
      !PrivacyWords.things.contains(hash(name)), !PrivacyWords.things.contains(hash(before)),
      !Self.spans.contains(hash(word(at: skipBlanks(last))))
    else { return nil }
    return PersonalDataMatch(kind: .age, range: name.lowerBound..<last)
  }

  /// Lengths of time that things are kept for.
  private static let spans = WordSet("day days hour hours week weeks")
  private static let places = WordSet("around at by for from in near of outside the to within")
  private static let people = WordSet(
    "adults anyone boys children clients everyone families girls parents people pupils staff those users"
  )
}
