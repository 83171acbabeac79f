import CommonMark
public import Diagnostics

/// Contents lists that do not match the headings.
public enum ContentsList {
  /// The check `contents-list`.
  public static let check = Check(
    "contents-list", .structure, .error,
    summary: "A report's contents list and its headings agree.",
    explanation: """
      `contents:` is the list as it was printed. Every entry must be a heading of the text, in the \
      same order, and a heading must be in the list where others of its level are. A list may stop \
      at any level: headings of a level that is mostly left out are not missed. Upper and lower case \
      and punctuation do not count. A digest may leave sections out, so there entries without a \
      heading are not reported.

      A summary, too, is a list of what follows. Where it takes up aspects one by one, under headings \
      or with `aspect:` links outside boxes, and at least half of those that are graded, each graded \
      aspect that it leaves out is a notice.

      Example: a list that goes from Annex A to Annex C, and a text with an Annex B.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard report.holdsText else { return [] }
    let summary = SummaryAspects.diagnostics(of: report, context.register)
    guard !report.contents.isEmpty else { return summary }
    let headings = report.header.body.headings
    let entries = report.contents.map { plainWords($0.value) }
    let titles = headings.map { plainWords($0.text) }
    var found = summary
    if report.form == .full {
      let known = Set(titles)
      for (entry, words) in zip(report.contents, entries) where !known.contains(words) {
        found.append(.notAHeading(entry, headings))
      }
    }
    let listed = Set(entries)
    let levels = listedLevels(headings, titles, listed)
    for (heading, title) in zip(headings, titles)
    where levels.contains(heading.level) && !listed.contains(title) {
      found.append(.notListed(heading, report.contents))
    }
    return found + disorder(report.contents, entries, titles)
  }

  /// The levels of which at least half of the headings are listed.
  private static func listedLevels(
    _ headings: [Heading], _ titles: [String], _ listed: Set<String>
  ) -> Set<Int> {
    var counts: [Int: (all: Int, listed: Int)] = [:]
    for (heading, title) in zip(headings, titles) {
      counts[heading.level, default: (0, 0)].all += 1
      if listed.contains(title) { counts[heading.level, default: (0, 0)].listed += 1 }
    }
    return Set(counts.filter { $0.value.listed * 2 >= $0.value.all }.keys)
  }

  /// Entries whose heading stands before that of the entry above them.
  private static func disorder(
    _ contents: [Located<String>], _ entries: [String], _ titles: [String]
  ) -> [Diagnostic] {
    var next = 0
    return zip(contents, entries).compactMap { entry, words in
      if let place = titles[next...].firstIndex(of: words) {
        next = place + 1
        return nil
      }
      return titles.contains(words) ? .outOfOrder(entry) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func notAHeading(
    _ entry: Located<String>, _ headings: [Heading]
  ) -> Diagnostic {
    let nearest = NearMiss.of(entry.value, among: headings.map(\.text))
    return Diagnostic(
      ContentsList.check, "'\(entry.value)' is in the contents list and is no heading",
      at: Label(entry.span, "no such heading"), help: nearest.map { "did you mean '\($0)'?" },
      subject: .field("contents"))
  }

  fileprivate static func notListed(
    _ heading: Heading, _ contents: [Located<String>]
  ) -> Diagnostic {
    Diagnostic(
      ContentsList.check, "'\(heading.text)' is a heading and is not in the contents list",
      at: Label(heading.span, "not listed"),
      secondary: contents.first.map { [Label($0.span, "the list begins here")] } ?? [],
      help: "add it to the list, or waive the check if the printed list lacks it",
      subject: .field("contents"))
  }

  fileprivate static func outOfOrder(_ entry: Located<String>) -> Diagnostic {
    Diagnostic(
      ContentsList.check, "'\(entry.value)' stands elsewhere in the text than in the contents list",
      at: Label(entry.span, "out of order"), help: "put the entries in the order of the headings",
      subject: .field("contents"))
  }
}
