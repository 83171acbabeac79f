import Inspections

/// Phrases of ours and sentences of the record in one line.
enum PhraseWords {
  /// Parts of a line, those that there are, with semicolons between and a new sentence beside what is one
  /// already.
  ///
  /// Like `asked of Cafcass; owner: The director` and `Done. Evidence: The log.`
  static func joined(_ parts: [String?]) -> String {
    var line = ""
    for case .some(let part) in parts where !part.isEmpty {
      if line.isEmpty {
        line = part
      } else if endsSentence(line) {
        line += " " + NumberWords.capitalised(part)
      } else if endsSentence(part) {
        line += ". " + NumberWords.capitalised(part)
      } else {
        line += "; " + part
      }
    }
    return line
  }

  /// Whether a text ends as a sentence does, a quotation mark or a bracket behind the stop aside.
  private static func endsSentence(_ text: String) -> Bool {
    let last = text.last { !"”’)]\"'".contains($0) }
    return last.map { ".!?…".contains($0) } ?? false
  }
}
