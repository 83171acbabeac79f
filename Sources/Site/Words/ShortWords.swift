/// Texts cut to the room there is.
enum ShortWords {
  /// A text cut at a word where it is longer than `letters`, with ` …` to show that it goes on; empty
  /// where hardly a word would stay.
  static func shortened(_ text: String, to letters: Int) -> String {
    // A text has at most as many letters as bytes, which are quicker to count.
    guard text.utf8.count > letters else { return text }
    guard letters >= 8 else { return text.count > letters ? "" : text }
    guard let limit = text.index(text.startIndex, offsetBy: letters, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return text }
    let cut = text[..<text.index(limit, offsetBy: -2)]
    guard let space = cut.lastIndex(of: " "),
      letters - 2 - cut.distance(from: space, to: cut.endIndex) >= letters / 2
    else { return cut + " …" }
    return cut[..<space] + " …"
  }
}
