/// Texts cut to the room there is.
enum ShortWords {
  /// A text cut at a word where it is longer than `letters`, with ` …` to show that it goes on; empty
  /// where hardly a word would stay.
  static func shortened(_ text: String, to letters: Int) -> String {
    // A text has at most as many letters as bytes, which are quicker to count.
    guard text.utf8.count > letters else { return text }
    guard letters >= 8 else { return text.count > letters ? "" : text }
    // Where the beginning is ASCII, with one byte behind it, its bytes are its letters.
    let isPlain = text.utf8.prefix(letters + 1).allSatisfy { $0 < 0x80 && $0 != 0x0D }
    let end =
      isPlain
      ? end(of: text.utf8, letters, space: UInt8(ascii: " "))
      : end(of: text, letters, space: " ")
    return end.map { text[..<$0] + " …" } ?? text
  }

  /// Where a text is cut; nil where it is not longer than `letters`.
  private static func end<Letters: BidirectionalCollection>(
    of text: Letters, _ letters: Int, space: Letters.Element
  ) -> Letters.Index? where Letters.Element: Equatable {
    guard let limit = text.index(text.startIndex, offsetBy: letters, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return nil }
    let cut = text[..<text.index(limit, offsetBy: -2)]
    guard let space = cut.lastIndex(of: space),
      letters - 2 - cut.distance(from: space, to: cut.endIndex) >= letters / 2
    else { return cut.endIndex }
    return space
  }
}
