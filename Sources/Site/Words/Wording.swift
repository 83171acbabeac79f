import HTML
import Inspections

/// Words that stand by themselves, with their language where that is not the site's.
///
/// Words of ours are literals; those of a record come from it, for it knows its language:
///
/// ```swift
/// let ours: Wording = "Overall"
/// let theirs = report.wording(sample.title)
/// ```
struct Wording: Sendable, Hashable {
  let text: String
  /// Empty where it is the site's.
  let language: String

  init(_ text: String, in language: String = "") {
    self.text = text
    self.language = language
  }
}

extension Wording: ExpressibleByStringLiteral, CustomStringConvertible {
  init(stringLiteral text: String) { self.init(text) }

  /// The words alone, for places that have no mark of a language.
  var description: String { text }
}

extension Wording {
  /// The words as HTML, marked with their language.
  var html: HTMLFragment {
    var buffer = HTMLBuffer(capacity: text.utf8.count + 32)
    buffer.words(self)
    return buffer.fragment()
  }
}

extension HTMLBuffer {
  /// Appends words, marked with their language where that is not the site's.
  mutating func words(_ wording: Wording) {
    guard !wording.language.isEmpty else { return words(wording.text) }
    markup("<span")
    language(wording.language)
    markup(">")
    words(wording.text)
    markup("</span>")
  }

  /// Appends words with a figure behind each: `Good: 3, Poor: 1`.
  mutating func counted(_ figures: [(title: Wording, figure: String)]) {
    for (place, (title, figure)) in figures.enumerated() {
      if place > 0 { markup(", ") }
      words(title)
      words(": \(figure)")
    }
  }
}

extension Record {
  /// Words of the record, in its language.
  func wording(_ words: String) -> Wording { Wording(words, in: language?.value ?? "") }

  /// A text of the record, in the language with which it is marked from end to end, or the record's.
  func wording(_ text: InlineText) -> Wording {
    Wording(text.plain, in: text.language ?? language?.value ?? "")
  }
}
