import Diagnostics
import Inspections

/// What is said of corrections and withdrawals.
enum ChangeWords {
  /// What was done, in a word.
  static func deed(_ change: PublishedChange) -> String {
    switch change.deed {
    case .corrected: "Corrected"
    case .withdrawn: "Withdrawn"
    }
  }

  /// What was done to which report.
  static func headline(_ change: PublishedChange) -> String {
    "\(deed(change)): \(change.report.title.value.plain)"
  }

  /// What is said of it, in a feed.
  static func summary(_ change: PublishedChange) -> String {
    guard case .corrected(let note, _) = change.deed, !note.paragraphs.isEmpty else {
      return change.note.plain
    }
    let numbers = NumberWords.list(note.paragraphs.map(\.value.description))
    return
      "\(change.note.plain) (\(note.paragraphs.count == 1 ? "paragraph" : "paragraphs") \(numbers))"
  }
}
