/// What stands in place of each letter that must not be shown.
let coveredLetter: Character = "•"

/// Diagnostics without the words that a confidential check found.
///
/// The lines of a file are covered where they are shown. Here it is the words of other checks, which
/// may quote the same: messages are covered, and a replacement that holds them is not offered. Logs
/// of builds are often public.
func redacted(_ diagnostics: [Diagnostic], hiding hidden: HiddenWords) -> [Diagnostic] {
  guard !hidden.isEmpty else { return diagnostics }
  func cover(_ text: String) -> String { hidden.covered(text) }
  func cover(_ label: Diagnostic.Label) -> Diagnostic.Label {
    Diagnostic.Label(label.span, cover(label.text))
  }
  return diagnostics.map { diagnostic in
    Diagnostic(
      diagnostic.check, level: diagnostic.level, cover(diagnostic.message),
      at: cover(diagnostic.primary), secondary: diagnostic.secondary.map(cover),
      notes: diagnostic.notes.map(cover), help: diagnostic.help.map(cover),
      fix: diagnostic.fix.flatMap { cover($0.replacement) == $0.replacement ? $0 : nil },
      subject: diagnostic.subject)
  }
}

/// Words that must not be shown, by how long they are: a large register has thousands.
struct HiddenWords {
  private let byLength: [(length: Int, words: Set<ArraySlice<Character>>)]

  init(_ words: Set<String>) {
    // A letter or two say nothing of anybody and stand everywhere.
    let letters = words.map { Array($0)[...] }.filter { $0.count > 2 }
    byLength = Dictionary(grouping: letters, by: \.count).map { ($0.key, Set($0.value)) }
  }

  var isEmpty: Bool { byLength.isEmpty }

  /// A text with each occurrence of the words covered; O(n × lengths).
  func covered(_ text: String) -> String {
    let letters = Array(text)
    var shown = letters
    for (length, words) in byLength where letters.count >= length {
      for start in 0...(letters.count - length) {
        let end = start + length
        guard words.contains(letters[start..<end]) else { continue }
        for place in start..<end where letters[place] != " " { shown[place] = coveredLetter }
      }
    }
    return String(shown)
  }
}
