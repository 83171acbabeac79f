public import Diagnostics

/// Words behind the front matter of a report whose text may not be published.
public enum RestrictedText {
  /// The check `restricted-text`.
  public static let check = Check(
    "restricted-text", .privacy, .warning,
    summary: "A report whose text may not be published has no body, or the part that may be.",
    explanation: """
      The body of a report with `form: restricted` is taken for its text and kept back: it reaches no \
      page, feed, index or data file, and no message quotes it. What the fields say is published, for \
      that is what the register records: judgements, recommendations and remarks in words of its own. \
      Where the body is the part of the text that may be read, `restricted: {by: …, reason: …, part: \
      true}` says so.

      Example: a body under `form: restricted` without `part: true`.
      """, canBeWaived: false)

  /// What is said of a body that is kept back.
  static func keptBack(at form: Span) -> Diagnostic {
    Diagnostic(
      check, "'restricted' keeps the body back", at: Diagnostic.Label(form, "not published"),
      help: "write 'part: true' under 'restricted' where readers may see it, or take the body out",
      subject: .field("form"))
  }
}
