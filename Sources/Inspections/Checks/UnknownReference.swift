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

      A name that leads to a file which could not be read is not reported again: the file's own \
      mistake is.

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
  ///   - subject: the field or paragraph it concerns.
  /// - Returns: the diagnostic, with a replacement where a near name exists and the span is exact.
  static func unknownReference(
    _ text: String, at span: Span, shouldName expectation: String,
    among candidates: some Swift.Collection<String>, subject: Subject? = nil
  ) -> Diagnostic {
    let nearest = NearMiss.of(text, among: candidates)
    return Diagnostic(
      UnknownReference.check, "'\(text)' is not \(expectation)", at: Label(span, "names nothing"),
      notes: candidateNotes(candidates),
      help: nearest.map { "did you mean '\($0)'?" }
        ?? (candidates.isEmpty ? nil : "name one that exists, or add what is meant"),
      fix: nearest.flatMap { replacement(of: text, at: span, with: $0) }, subject: subject)
  }

  /// Says that `text` names a report that is a draft or waits for its release.
  static func hiddenReport(_ text: String, at span: Span, subject: Subject?) -> Diagnostic {
    Diagnostic(
      UnknownReference.check, "'\(text)' is a report that readers cannot see yet",
      at: Label(span, "would lead nowhere"),
      notes: ["drafts, and reports before their release, are part of a build with --drafts only"],
      help: "take the reference out until the report is published", subject: subject)
  }

  /// The names that exist, where a list of them helps more than it tires.
  static func candidateNotes(_ candidates: some Swift.Collection<String>) -> [String] {
    guard !candidates.isEmpty else { return ["there is none"] }
    guard candidates.count <= 40 else { return ["there are \(candidates.count) to choose from"] }
    let names = candidates.joined(separator: ", ")
    return names.utf8.count <= 240
      ? ["known: \(names)"] : ["there are \(candidates.count) to choose from"]
  }

  /// A replacement, where the span holds just the text, in quotes or without.
  static func replacement(of text: String, at span: Span, with name: String) -> Fix? {
    let length = text.utf8.count
    return span.range.count == length || span.range.count == length + 2
      ? Fix(span, replacement: name) : nil
  }
}
