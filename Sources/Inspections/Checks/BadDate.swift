public import Diagnostics
import FrontMatter

/// Dates that no calendar has.
public enum BadDate {
  /// The check `bad-date`.
  public static let check = Check(
    "bad-date", .syntax, .error,
    summary: "A date is ISO 8601 at the precision that is known, and exists.",
    explanation: """
      Dates are written `2008`, `2008-01`, `2008-02-15` or the week `2009-W03`; intervals have `/` \
      between two dates, the earlier first. A day that the calendar does not have, or a date in \
      another order, could be read in two ways.

      Example: `published: 31/02/2008`. Source: ISO 8601-1:2019.
      """, canBeWaived: false)
}

extension Diagnostic {
  static func badDate(_ text: String, _ node: Node, expected: TypeDescription) -> Diagnostic {
    Diagnostic(
      BadDate.check, "'\(text)' is not a date that exists", at: Label(node.span),
      notes: ["allowed: \(expected.words)"],
      help: "write the year first, then month and day as two digits each, as far as they are known")
  }
}
