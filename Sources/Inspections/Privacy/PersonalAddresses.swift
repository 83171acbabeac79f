/// Where a person can be reached: e-mail and street addresses, postcodes.
extension PersonalDataScanner {
  /// Looks at the address around an `@`; answers where to go on.
  ///
  /// An organisation's mailbox is no finding, nor is an address that a link offers.
  mutating func afterEmail(at index: Int) -> Int {
    var lower = index
    while lower > start, isLocalByte(lower - 1) { lower -= 1 }
    var upper = index + 1
    var lastDot = index
    while isAlphanumeric(upper) || byte(upper) == UInt8(ascii: "-")
      || byte(upper) == UInt8(ascii: ".") && isAlphanumeric(upper + 1)
    {
      if byte(upper) == UInt8(ascii: ".") { lastDot = upper }
      upper += 1
    }
    guard lower < index, lastDot > index, upper - lastDot > 2 else { return index + 1 }
    var first = lower
    while first < index, isLetter(first) { first += 1 }
    let isMailbox = PrivacyWords.mailboxes.contains(hash(lower..<first))
    let isLinkText = matches("](mailto:", at: upper)
    if !isMailbox, !isLinkText { note(.email, lower..<upper) }
    return upper
  }

  private func isLocalByte(_ index: Int) -> Bool {
    let byte = byte(index)
    return isAlphanumeric(index) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }

  /// A postcode in full, like one letter or two, a digit, perhaps one more sign, a blank, a digit and two letters.
  ///
  /// Source: Royal Mail, the format of postcodes; the second part has none of C, I, K, M, O and V.
  func postcode(at index: Int) -> PersonalDataMatch? {
    let area = isCapital(index + 1) ? index..<index + 2 : index..<index + 1
    var cursor = area.upperBound
    guard isDigit(cursor), PrivacyWords.postcodeAreas.contains(hash(area)),
      !PrivacyWords.labels.contains(hash(wordBefore(index)))
    else { return nil }
    cursor += 1
    if isDigit(cursor) || isCapital(cursor) { cursor += 1 }
    guard byte(cursor) == UInt8(ascii: " "), isDigit(cursor + 1), isInward(cursor + 2),
      isInward(cursor + 3), !isAlphanumeric(cursor + 4)
    else { return nil }
    return PersonalDataMatch(kind: .postcode, range: index..<cursor + 4)
  }

  private func isInward(_ index: Int) -> Bool {
    isCapital(index) && ![0x43, 0x49, 0x4B, 0x4D, 0x4F, 0x56].contains(byte(index))
  }

  /// A house number with the name of a street.
  func streetAddress(at index: Int, number last: Int) -> PersonalDataMatch? {
    guard last - index <= 4, !isYear(index, last), byte(index - 1) != UInt8(ascii: "/") else {
      return nil
    }
    var cursor = last
    if isLetter(cursor), !isLetter(cursor + 1) { cursor += 1 }
    for position in 0..<4 {
      guard byte(cursor) == UInt8(ascii: " "), isCapital(cursor + 1) else { return nil }
      var word = word(at: cursor + 1)
      let hash = hash(word)
      cursor = word.upperBound
      if byte(cursor) == UInt8(ascii: "'"), byte(cursor + 1) == UInt8(ascii: "s") { cursor += 2 }
      guard position > 0, PrivacyWords.streets.contains(hash) else { continue }
      word = self.word(at: skipBlanks(cursor))
      guard !PrivacyWords.afterStreet.contains(self.hash(word)),
        !PrivacyWords.labels.contains(self.hash(wordBefore(index)))
      else { return nil }
      return PersonalDataMatch(kind: .streetAddress, range: index..<cursor)
    }
    return nil
  }

  private func isYear(_ index: Int, _ last: Int) -> Bool {
    last - index == 4
      && (matches("19", at: index) || matches("20", at: index))
  }
}
