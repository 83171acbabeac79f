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
    if let order = reversedInterval(text, node) { return order }
    let isWritten = hasDateForm(text)
    return Diagnostic(
      BadDate.check,
      isWritten ? "'\(text)' is not in the calendar" : "'\(text)' is not written as a date is",
      at: Label(node.span), notes: ["allowed: \(expected.words)"],
      help: isWritten
        ? "look the date up in the document, or give the month or the year alone"
        : "write the year first, then month and day as two digits each, as far as they are known")
  }

  /// Two dates that exist, the later first.
  private static func reversedInterval(_ text: String, _ node: Node) -> Diagnostic? {
    let dates = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { PartialDate(String($0)) }
    guard dates.count == 2, let start = dates[0], let end = dates[1] else { return nil }
    return Diagnostic(
      BadDate.check, "'\(text)' ends before it begins", at: Label(node.span),
      help: "write '\(end)/\(start)', or correct one of the two")
  }

  /// Whether a text has the form of one date or of two: numbers are wrong then, not their order.
  private static func hasDateForm(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        let numbers = part.split(separator: "-", omittingEmptySubsequences: false)
        return numbers.count <= 3 && numbers[0].utf8.count == 4
          && numbers.dropFirst().allSatisfy {
            ($0.first == "W" ? $0.dropFirst() : $0).utf8.count == 2
          }
          && part.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x57 }
      }
  }
}
