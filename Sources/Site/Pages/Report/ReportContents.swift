import Diagnostics
import CommonMark
import Inspections
import Templates

/// The contents list of a report: the headings of its body with the paragraphs below each, then the
/// sections that the register adds.
struct ReportContents: Sendable {
  /// A line of the list.
  struct Entry: Sendable {
    let title: String
    let link: String
    let range: String
    /// The language of a heading; empty where it is the site's, and for sections of the page.
    var language = ""
    var parts: [Part] = []
  }

  /// A line below another.
  struct Part: Sendable {
    let title: String
    let link: String
    let range: String
    let language: String
  }

  let entries: [Entry]
  /// Every tenth numbered paragraph of a text of more than twenty.
  let steps: [RecordLink]

  /// Lists the headings of levels 2 and 3 of `report`, then `sections`.
  init(of report: Report, sections: [(title: String, anchor: String)]) {
    var entries: [Entry] = []
    let language = report.language?.value ?? ""
    let headings = report.header.body.headings
    let paragraphs = report.header.body.paragraphs
    steps =
      paragraphs.count > 2 * Self.step
      ? stride(from: 0, to: paragraphs.count, by: Self.step).map {
        let number = paragraphs[$0 == 0 ? 0 : $0 - 1].number
        return RecordLink(title: "\(number)", link: "#para-\(number)")
      } : []
    for (index, heading) in headings.enumerated() where heading.level <= 3 || entries.isEmpty {
      let inner = headings[(index + 1)...].prefix { $0.level > heading.level }
      let all = [heading] + inner
      let range = Self.range(
        all.lazy.compactMap(\.firstParagraph).first, all.lazy.compactMap(\.lastParagraph).last)
      if heading.level == 2 || entries.isEmpty {
        entries.append(
          Entry(title: heading.text, link: "#\(heading.id)", range: range, language: language))
      } else {
        entries[entries.count - 1].parts.append(
          Part(title: heading.text, link: "#\(heading.id)", range: range, language: language))
      }
    }
    let notes = report.header.body.notes
    if let first = notes.first, report.header.body.anchors.contains("note-\(first.label)") {
      entries.append(
        Entry(
          title: "Notes", link: "#note-\(first.label)",
          range: Self.range(1, PrintedNumber(notes.count))))
    }
    self.entries =
      entries + sections.map { Entry(title: $0.title, link: "#\($0.anchor)", range: "") }
  }

  private static let step = 10

  static let view = View<Entry>(
    "ContentsEntry", "A line of a contents list.",
    [
      .text("title", "The heading.") { $0.title },
      .language { $0.language },
      .address("link", "Where it stands on the page.") { $0.link },
      .text("range", "The numbered paragraphs below it, like `7–18`; may be empty.") { $0.range },
      .list("parts", "The headings below it.", partView) { $0.parts },
    ])

  private static let partView = View<Part>(
    "ContentsPart", "A line below another of a contents list.",
    [
      .text("title", "The heading.") { $0.title },
      .language { $0.language },
      .address("link", "Where it stands on the page.") { $0.link },
      .text("range", "The numbered paragraphs below it; may be empty.") { $0.range },
    ])

  private static func range(_ first: PrintedNumber?, _ last: PrintedNumber?) -> String {
    guard let first, let last else { return "" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}
