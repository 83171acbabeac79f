/// Numbers that lead to a person: telephone, NHS and case numbers, dates of birth.
extension PersonalDataScanner {
  /// Looks at the number that begins at `index`; answers where to go on.
  mutating func afterNumber(at index: Int) -> Int {
    var last = index
    while isDigit(last) { last += 1 }
    guard !isAlphanumeric(index - 1) else { return last }
    let isShort = last - index <= 2
    let found =
      telephone(at: index) ?? (isShort ? nil : nhsNumber(at: index)) ?? caseNumber(at: index)
      ?? dateOfBirth(at: index) ?? streetAddress(at: index, number: last)
      ?? (isShort ? agedStranger(at: index, number: last) : nil)
    guard let found else { return last }
    note(found.kind, found.range)
    return max(last, found.range.upperBound)
  }

  /// Digits in groups that single blanks, hyphens or brackets part, up to the first place at which
  /// `isWhole` accepts their number.
  private func groupedDigits(at index: Int, limit: Int, isWhole: (Int) -> Bool) -> Range<Int>? {
    var cursor = index
    var count = 0
    while count <= limit {
      while isDigit(cursor) {
        cursor += 1
        count += 1
      }
      if isWhole(count), !isAlphanumeric(cursor) { return index..<cursor }
      let separator = byte(cursor)
      guard
        separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-")
          || separator == UInt8(ascii: ")") || separator == UInt8(ascii: "(")
      else { return nil }
      cursor += 1
      if byte(cursor) == UInt8(ascii: " ") || byte(cursor) == UInt8(ascii: "(") { cursor += 1 }
      guard isDigit(cursor) else { return nil }
    }
    return nil
  }

  /// A number of a person's line.
  ///
  /// Numbers that begin with 03, 08 or 09 belong to organisations.
  private func telephone(at index: Int) -> PersonalDataMatch? {
    let before = byte(index - 1)
    if before == UInt8(ascii: "+") {
      let found = groupedDigits(at: index, limit: 13) { $0 >= 11 && $0 <= 13 }
      return found.map {
        PersonalDataMatch(kind: .telephone, range: index - 1..<$0.upperBound)
      }
    }
    guard byte(index) == UInt8(ascii: "0"), before != UInt8(ascii: "/"),
      before != UInt8(ascii: "."),
      before != UInt8(ascii: "-")
    else { return nil }
    let second = isDigit(index + 1) ? byte(index + 1) : 0
    guard second == UInt8(ascii: "1") || second == UInt8(ascii: "2") || second == UInt8(ascii: "7")
    else { return nil }
    let found = groupedDigits(at: index, limit: 11) { $0 == 11 }
    guard let found, !hasCue(Self.serials, before: index, within: 20) else { return nil }
    return PersonalDataMatch(kind: .telephone, range: found)
  }

  /// Words before a number that make it the name of a thing or an account.
  private static let serials: [StaticString] = [
    "isbn", "issn", "uprn", "urn", "serial", "batch", "barcode", "ean", "invoice", "vat", "asset",
    "product code", "part n", "order n", "document n", "licence n",
  ]

  /// Ten digits as 3, 3 and 4 with a right check digit, or ten digits after the words.
  ///
  /// Source: NHS Data Model and Dictionary, NHS NUMBER (modulus 11 check).
  private func nhsNumber(at index: Int) -> PersonalDataMatch? {
    guard byte(index) != UInt8(ascii: "0"), isDigit(index + 2),
      let range = groupedDigits(at: index, limit: 10, isWhole: { $0 == 10 })
    else { return nil }
    let digits = bytes[range].filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
    let isGrouped =
      range.count == 12 && !isDigit(index + 3) && !isDigit(index + 7)
    let sum = zip(digits.dropLast(), (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let isRight = (11 - sum % 11) % 11 == digits[9]
    let isNamed = hasCue(["nhs n", "nhs:", "nhs r"], before: index, within: 32)
    let isAmount = Self.amounts.contains(hash(word(at: skipBlanks(range.upperBound))))
    guard isNamed || isGrouped && isRight && !isAmount else { return nil }
    return PersonalDataMatch(kind: .nhsNumber, range: range)
  }

  private static let amounts = WordSet(
    "bytes copies dollars euros litres people pounds records tonnes")

  /// A number of five digits or more after words like "case number".
  private func caseNumber(at index: Int) -> PersonalDataMatch? {
    var lower = index
    while lower > start, isCaseByte(lower - 1) { lower -= 1 }
    var upper = index
    var digits = 0
    while isCaseByte(upper) {
      if isDigit(upper) { digits += 1 }
      upper += 1
    }
    guard digits >= 5 else { return nil }
    let cues: [StaticString] = [
      "case no", "case number ", "case number:", "case ref", "court no", "court number ",
      "court ref",
      "claim no", "claim number ", "court case",
    ]
    guard hasCue(cues, before: lower, within: 26) else { return nil }
    return PersonalDataMatch(kind: .caseNumber, range: lower..<upper)
  }

  private func isCaseByte(_ index: Int) -> Bool {
    isDigit(index) || isCapital(index) || byte(index) == UInt8(ascii: "/")
      || byte(index) == UInt8(ascii: "-")
  }

  /// A court case number by its form alone: two letters, two digits, a letter, five digits.
  ///
  /// Source: HM Courts and Tribunals Service, the form of family case numbers since 1990.
  func familyCaseNumber(at index: Int) -> PersonalDataMatch? {
    guard isCapital(index), isCapital(index + 1), isDigit(index + 2), isDigit(index + 3),
      isCapital(index + 4), (5...9).allSatisfy({ isDigit(index + $0) }), !isAlphanumeric(index + 10)
    else { return nil }
    return PersonalDataMatch(kind: .caseNumber, range: index..<index + 10)
  }
}

/// Dates of birth.
extension PersonalDataScanner {
  /// A date exact to the day that follows a word for birth.
  private func dateOfBirth(at index: Int) -> PersonalDataMatch? {
    guard let upper = endOfDate(at: index) else { return nil }
    let lower = max(start, index - 28)
    let cues: [StaticString] = ["born", "birth", "dob", "d.o.b", "b."]
    guard
      var cue = (lower..<index).last(where: { place in
        !isLetter(place - 1) && cues.contains { matches($0, at: place) } && !isListed(place)
      })
    else { return nil }
    let cueStart = cue
    // What was born after a day, or as an agency on a day, is no person.
    while cue < index {
      let word = word(at: cue)
      if word.isEmpty {
        if byte(cue) == UInt8(ascii: "."), isBlank(cue + 1), isCapital(skipBlanks(cue)) {
          return nil
        }
        cue += 1
      } else {
        if Self.cohort.contains(hash(word)) { return nil }
        cue = word.upperBound
      }
    }
    var before = cueStart
    for _ in 0..<4 {
      let word = wordBefore(before)
      if word.isEmpty { break }
      if Self.bornThings.contains(hash(word)) { return nil }
      before = word.lowerBound
    }
    return PersonalDataMatch(kind: .dateOfBirth, range: cueStart..<upper)
  }

  /// Whether `b.` at a place is the letter of a list, at the start of a line.
  private func isListed(_ place: Int) -> Bool {
    guard matches("b.", at: place) else { return false }
    var before = place
    while before > start, byte(before - 1) == UInt8(ascii: " ") { before -= 1 }
    return before == start || byte(before - 1) == UInt8(ascii: "\n")
      || byte(before - 1) == UInt8(ascii: ";")
  }

  private static let cohort = WordSet("after and before between from or since until")
  private static let bornThings = WordSet(
    """
    agency association body brand cafcass centre charity committee company department directorate
    division framework hospital idea inspectorate network ofsted organisation partnership plan policy
    practice programme project region scheme service strategy trust unit
    """)

  /// The end of a date that is exact to the day: `3 March 2001`, `March 3, 2001`, `03/03/2001`,
  /// `3.3.01`, `2001-03-03`.
  private func endOfDate(at index: Int) -> Int? {
    var cursor = index
    while isDigit(cursor) { cursor += 1 }
    switch cursor - index {
    case 1, 2: return endOfDayFirst(at: index, afterDay: cursor)
    case 4:
      guard byte(cursor) == UInt8(ascii: "-"), isDigit(cursor + 1), isDigit(cursor + 2),
        byte(cursor + 3) == UInt8(ascii: "-"), isDigit(cursor + 4), isDigit(cursor + 5)
      else { return nil }
      return cursor + 6
    default: return nil
    }
  }

  private func endOfDayFirst(at index: Int, afterDay: Int) -> Int? {
    let separator = byte(afterDay)
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".")
      || separator == UInt8(ascii: "-")
    {
      var month = afterDay + 1
      while isDigit(month) { month += 1 }
      guard (1...2).contains(month - afterDay - 1), byte(month) == separator else { return nil }
      var year = month + 1
      while isDigit(year) { year += 1 }
      return year - month - 1 == 2 || year - month - 1 == 4 ? year : nil
    }
    if PrivacyWords.months.contains(hash(wordBefore(index))) { return afterDay }
    var cursor = isLetter(afterDay) ? word(at: afterDay).upperBound : afterDay
    cursor = skipBlanks(cursor)
    if matches("of ", at: cursor) { cursor += 3 }
    let month = word(at: cursor)
    return PrivacyWords.months.contains(hash(month)) ? month.upperBound : nil
  }
}
