/// Text whose long lines are broken, so that a person can read a change to it.
///
/// A line that goes on the one before begins with a backslash: nothing is lost.
enum LongLines {
  /// How many bytes of a line are left as they are.
  private static let limit = 320
  private static let mark: Character = "\\"

  /// Breaks long lines before tags and after spaces, commas and line breaks that are spelt `\\n`.
  static func broken(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.utf8.count <= limit ? String($0) : folded($0) }.joined(separator: "\n")
  }

  /// What ``broken(_:)`` was made from, where no line of that began with a backslash.
  static func joined(_ text: String) -> String {
    text.replacingOccurrences(of: "\n\(mark)", with: "")
  }

  private static func folded(_ line: Substring) -> String {
    var pieces: [String] = []
    var piece = ""
    var after = line.makeIterator()
    var next = after.next()
    while let character = next {
      next = after.next()
      let opensTag = character == "<" && next?.isLetter == true
      let ends = piece.hasSuffix(" ") || piece.hasSuffix(",") || piece.hasSuffix("\\n")
      let isDue = piece.utf8.count > 80 && opensTag || piece.utf8.count > 160 && ends
      if isDue || piece.utf8.count > limit {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return (pieces + [piece]).joined(separator: "\n\(mark)")
  }
}
