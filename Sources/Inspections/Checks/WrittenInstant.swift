import Diagnostics
import FrontMatter

/// A text where an instant belongs, taken apart into its day, its time of day and its zone, as far as
/// they are there.
struct WrittenInstant {
  private let text: String
  /// What stands before the time of day.
  private let dayText: String
  /// The day, where the text has one that can be read in one way.
  let day: PartialDate?
  /// The time of day as `hours:minutes` or with seconds, where there is one.
  let time: String?
  /// What follows the time of day.
  private let zone: String

  /// Takes a text apart at the first `:` between digits.
  init(_ text: String) {
    self.text = text
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    let colon = text.firstIndex(of: ":")
    let hour = colon.map { text[..<$0].reversed().prefix(while: isDigit).count } ?? 0
    guard let colon, hour > 0 else {
      (dayText, time, zone) = (text, nil, "")
      day = Self.day(in: text)
      return
    }
    let start = text.index(colon, offsetBy: -hour)
    let end = text[start...].firstIndex { !isDigit($0) && $0 != ":" } ?? text.endIndex
    dayText = String(text[..<start].reversed().drop { "Tt ,".contains($0) }.reversed())
    day = Self.day(in: dayText)
    time = (hour == 1 ? "0" : "") + String(text[start..<end])
    let typed = text[end...].filter { $0 != " " }.uppercased()
    zone = Self.namedZones[typed] ?? typed
  }

  private static let namedZones = ["GMT": "Z", "UTC": "Z", "BST": "+01:00"]

  /// The only day that some words can mean.
  private static func day(in text: String) -> PartialDate? {
    let readings = PartialDate(text).map { [$0] } ?? WrittenDate.readings(of: text)
    return readings.count == 1 && readings[0].precision == .day ? readings[0] : nil
  }

  /// What is missing from the text, or wrong in it.
  func diagnostic(_ node: Node, expected: TypeDescription) -> Diagnostic {
    guard let day else {
      let isDate = BadDate.hasDateForm(dayText) && dayText.utf8.count > 7
      return told(
        isDate
          ? "'\(dayText)' is not in the calendar"
          : PartialDate(dayText) == nil
            ? "'\(text)' is not written as an instant is" : "'\(text)' does not say on which day",
        node, expected,
        help: isDate
          ? "look the day up"
          : "write the day, 'T', the time of day and its zone, like '2026-12-03T09:30Z'")
    }
    guard let time else {
      return told(
        "'\(text)' has no time of day", node, expected,
        help: "write the time of day and its zone behind it, like '\(day)T09:30Z'")
    }
    guard Instant("\(day)T\(time)Z") != nil else {
      return told(
        "'\(time)' is no time of day", node, expected, help: "write hours and minutes, like '09:30'"
      )
    }
    let meant = "\(day)T\(time)\(zone)"
    guard Instant(meant) != nil else {
      return told(
        zone.isEmpty
          ? "'\(text)' does not say in which zone its time is"
          : "'\(text)' does not end with a zone that can be read",
        node, expected,
        help: "write '\(day)T\(time)Z' where that is UTC, or '\(day)T\(time)+01:00' where clocks "
          + "are an hour ahead of it")
    }
    return told(
      "'\(text)' is not written as an instant is", node, expected, help: "write '\(meant)'",
      fix: Diagnostic.Fix(node.span, replacement: meant))
  }

  private func told(
    _ message: String, _ node: Node, _ expected: TypeDescription, help: String,
    fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      BadDate.check, message, at: Diagnostic.Label(node.span),
      notes: ["allowed: \(expected.words)"], help: help, fix: fix)
  }
}
