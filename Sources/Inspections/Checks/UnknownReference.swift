public import Diagnostics

/// Names of records, and of named parts of records, that lead nowhere.
public enum UnknownReference {
  /// The check `unknown-reference`.
  public static let check = Check(
    "unknown-reference", .references, .error,
    summary: "Every id and every link of the register leads to something that exists.",
    explanation: """
      Front matter names other records by their ids: the publisher and the area of a report, the \
      report that a response answers, a licence of `site.yml`, the recommendations that a visit \
      judges. Bodies do so in links such as `report:east-midlands-2008` or `term:public-law`. What \
      leads nowhere would be a dead link, or a fact about nothing.

      Where the words are the title of exactly one record, or another name of it, its id is put in by
      `findings fix`. What merely looks like an id is suggested, and the choice is left to you:
      `pool-3` may be near `pool-1` and is another pool.

      A name that leads to a file which could not be read is not reported again: the file's own \
      mistake is. A draft, and a report before its release, is there and cannot be named yet by what \
      readers see; of all fields that name one, that is said once.

      Example: `area: east-midland`, where the area is called `east-midlands`.
      """)
}

extension Diagnostic {
  /// Says that `text` names nothing.
  ///
  /// - Parameters:
  ///   - text: the author's words, such as an id or the target of a link.
  ///   - span: where they stand.
  ///   - expectation: what they should name, with its article, like `an area of this register`.
  ///   - candidates: the names that exist, from which the nearest is suggested.
  ///   - titled: the name of the only record that the author's words are a title of, which is put in
  ///     their place where the span is exact; the nearest of the others is a suggestion.
  ///   - subject: the field or paragraph it concerns.
  /// - Returns: the diagnostic.
  static func unknownReference(
    _ text: String, at span: Span, shouldName expectation: String,
    among candidates: some Swift.Collection<String>, titled: String? = nil,
    subject: Subject? = nil
  ) -> Diagnostic {
    let nearest = titled ?? NearMiss.of(text, among: candidates)
    return Diagnostic(
      UnknownReference.check, "'\(text)' is not \(expectation)", at: Label(span, "names nothing"),
      notes: candidateNotes(candidates),
      help: nearest.map { "did you mean '\($0)'?" }
        ?? (candidates.isEmpty ? nil : "name one that exists, or add what is meant"),
      fix: titled.flatMap { replacement(of: text, at: span, with: $0) }, subject: subject)
  }

  /// Says that `text` names nothing, where a list of all that there is would not help.
  static func unnamedReference(
    _ text: String, at span: Span, shouldName expectation: String, help: String, fix: Fix? = nil,
    subject: Subject?
  ) -> Diagnostic {
    Diagnostic(
      UnknownReference.check, "'\(text)' is not \(expectation)", at: Label(span, "names nothing"),
      help: help, fix: fix, subject: subject)
  }

  /// Says that an entry of the navigation leads to no page among `addresses`.
  public static func unknownAddress(
    _ entry: NavigationEntry, among addresses: some Swift.Collection<String>
  ) -> Diagnostic {
    unknownReference(
      entry.to.value, at: entry.to.span, shouldName: "an address of this site", among: addresses,
      subject: .field("navigation"))
  }

  /// Says that `text` names a record that is a draft, or a report that waits for its release, and how many
  /// `others` name it, too.
  public static func hiddenRecord(
    _ text: String, _ key: RecordKey, at span: Span, subject: Subject?, others: Int = 0
  ) -> Diagnostic {
    let besides = others == 1 ? "one other file names it" : "\(others) other files name it"
    return Diagnostic(
      UnknownReference.check,
      "'\(text)' is \(key.collection.singularWithArticle) that readers cannot see yet",
      at: Label(span, "would lead nowhere"),
      notes: ["drafts, and reports before their release, are no part of what readers see"]
        + (others > 0 ? ["\(besides), too"] : []),
      help: key.collection == .reports
        ? "take the reference out until the report is published"
        : "take 'draft: true' out of '\(key.name).md', or take the reference out until then",
      subject: subject)
  }

  /// The names that exist, where a list of them helps more than it tires.
  static func candidateNotes(_ candidates: some Swift.Collection<String>) -> [String] {
    guard !candidates.isEmpty else { return ["there is none"] }
    guard candidates.count <= 40 else { return ["there are \(candidates.count) to choose from"] }
    let names = candidates.joined(separator: ", ")
    return names.utf8.count <= 240
      ? ["known: \(names)"] : ["there are \(candidates.count) to choose from"]
  }

  /// The one name of which some words are a title, capitals and punctuation aside; nil where two are
  /// called so.
  static func onlyName(
    in titles: some Sequence<(name: String, words: [String])>, called text: String
  ) -> String? {
    let wanted = plainWords(text)
    guard !wanted.isEmpty else { return nil }
    let names = titles.filter { $0.words.contains { plainWords($0) == wanted } }.map(\.name)
    return names.count == 1 ? names.first : nil
  }

  /// A replacement, where the span holds just the text, in quotes or without.
  static func replacement(of text: String, at span: Span, with name: String) -> Fix? {
    let length = text.utf8.count
    return span.range.count == length || span.range.count == length + 2
      ? Fix(span, replacement: name) : nil
  }
}
