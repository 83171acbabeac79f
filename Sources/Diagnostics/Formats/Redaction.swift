/// What stands in place of each letter that must not be shown.
let coveredLetter: Character = "•"

/// Diagnostics without the words that a confidential check found.
///
/// The lines of a file are covered where they are shown. Here it is the words of other checks, which
/// may quote the same: messages are covered, and a replacement that holds them is not offered. Logs
/// of builds are often public.
func redacted(_ diagnostics: [Diagnostic], places: Places) -> [Diagnostic] {
  // A letter or two say nothing of anybody and stand everywhere.
  let hidden = places.hiddenWords.filter { $0.count > 2 }.map(Array.init)
    .sorted { ($1.count, String($0)) < ($0.count, String($1)) }
  guard !hidden.isEmpty else { return diagnostics }
  func cover(_ text: String) -> String { covered(text, hidden) }
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

/// A text with each occurrence of some words covered, the longer words first; O(n × words).
private func covered(_ text: String, _ hidden: [[Character]]) -> String {
  var letters = Array(text)
  for words in hidden where letters.count >= words.count {
    for start in 0...(letters.count - words.count)
    where letters[start..<start + words.count].elementsEqual(words) {
      for place in start..<start + words.count where letters[place] != " " {
        letters[place] = coveredLetter
      }
    }
  }
  return String(letters)
}
