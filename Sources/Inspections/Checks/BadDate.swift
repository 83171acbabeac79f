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
      between two dates, the earlier first, and stand only where a field takes two. A day that the \
      calendar does not have, or a date in another order, could be read in two ways: `01/07/2026` is \
      the first of July to some and the seventh of January to others. What reads in one way, such as \
      `1 July 2026`, `July 2026` or `31/07/2026`, is offered in its ISO form, which `findings fix` \
      puts in. What a release waits for is an instant: the day, `T`, the time of day and its zone, \
      `2026-12-03T09:30Z`; other fields take no time of day.

      Example: `published: 1 July 2026`. Source: ISO 8601-1:2019.
      """, canBeWaived: false)

  /// Whether a text has the form of one date or of two: numbers are wrong then, not their order.
  static func hasDateForm(_ text: String) -> Bool {
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

extension Diagnostic {
  static func badDate(_ text: String, _ node: Node, expected: TypeDescription) -> Diagnostic {
    if text.allSatisfy(\.isWhitespace) { return wrongType(node, expected: expected) }
    if case .instant = expected { return WrittenInstant(text).diagnostic(node, expected: expected) }
    if let pair = pair(text, node, expected: expected) { return pair }
    if let timed = timed(text, node, expected: expected) { return timed }
    if let written = written(text, node, expected: expected) { return written }
    if case .due = expected, let due = due(text, node, expected: expected) { return due }
    let isWritten = BadDate.hasDateForm(text)
    return Diagnostic(
      BadDate.check,
      isWritten ? "'\(text)' is not in the calendar" : "'\(text)' is not written as a date is",
      at: Label(node.span), notes: ["allowed: \(expected.words)"],
      help: isWritten
        ? "look the date up in the document, or give the month or the year alone"
        : "write the year first, then month and day as two digits each, as far as they are known")
  }

  /// A length of time where a recommendation says by when, without the word before it: `in 12 months`.
  private static func due(
    _ text: String, _ node: Node, expected: TypeDescription
  ) -> Diagnostic? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    let length =
      Duration(words.suffix(2).joined(separator: " ")) ?? WrittenDuration.reading(of: text)
    let isAtOnce = words.contains { atOnce.contains($0) }
    guard length != nil || isAtOnce || NearMiss.of(text, among: ["immediately"]) != nil else {
      return nil
    }
    return Diagnostic(
      BadDate.check, "'\(text)' does not say by when", at: Label(node.span),
      notes: ["allowed: \(expected.words)"],
      help: "write '\(length.map { "within \($0)" } ?? "immediately")'")
  }

  private static let atOnce: Set<String> = ["now", "once", "immediate", "forthwith"]

  /// Two dates that exist: the later first, or where one belongs.
  private static func pair(
    _ text: String, _ node: Node, expected: TypeDescription
  ) -> Diagnostic? {
    let dates = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { PartialDate(String($0)) }
    guard dates.count == 2, let start = dates[0], let end = dates[1] else { return nil }
    if case .interval = expected {
      return Diagnostic(
        BadDate.check, "'\(text)' ends before it begins", at: Label(node.span),
        help: "write '\(end)/\(start)', or correct one of the two")
    }
    return Diagnostic(
      BadDate.check, "'\(text)' is two dates, and one belongs here", at: Label(node.span),
      notes: ["allowed: \(expected.words)"], help: "write the one that is meant")
  }

  /// A day with a time of day, which no date has.
  private static func timed(
    _ text: String, _ node: Node, expected: TypeDescription
  ) -> Diagnostic? {
    let written = WrittenInstant(text)
    guard written.time != nil, let day = written.day else { return nil }
    return Diagnostic(
      BadDate.check, "'\(text)' has a time of day, and a date has none", at: Label(node.span),
      notes: ["allowed: \(expected.words)"], help: "write '\(day)'")
  }

  /// A date in words or in another order, with the ISO form of what it can mean.
  private static func written(
    _ text: String, _ node: Node, expected: TypeDescription
  ) -> Diagnostic? {
    var readings = WrittenDate.readings(of: text).map(\.description)
    if case .interval = expected, readings.isEmpty {
      readings = WrittenDate.interval(in: text).map { [$0.description] } ?? []
    }
    guard let first = readings.first else { return nil }
    return Diagnostic(
      BadDate.check, "'\(text)' is not written as a date is", at: Label(node.span),
      notes: ["allowed: \(expected.words)"],
      help: readings.count == 1
        ? "write '\(first)'"
        : "write \(readings.map { "'\($0)'" }.joined(separator: " or ")), whichever is meant",
      fix: readings.count == 1 ? Fix(node.span, replacement: first) : nil)
  }
}
