import Diagnostics
import HTML
import Inspections
import Templates

/// A sample of a report.
struct SampleRow: TextScope, Sendable {
  let sample: Sample
  let anchor: String
  let report: Report
  let site: SiteContext

  static let view = View<SampleRow>(
    "SampleRow", "Things that inspectors looked at.",
    [
      .text("anchor", "The id of its place on the page; may be empty.") { $0.anchor },
      .html("title", "What was looked at.") { $0.text($0.sample.title) },
      .text("size", "How many, in words; empty where nothing is recorded.") {
        sizeWords($0.sample.size?.value)
      },
      .optionalText("paragraph", "The numbered paragraph that says so.") {
        $0.sample.paragraph?.value.description
      },
      .address("link", "The link to that paragraph, where the page has it.") { row in
        row.sample.paragraph.flatMap { row.report.paragraphLink($0.value) }
      },
      .flag("has-figures", "Whether it is divided in any way.") {
        $0.sample.grades != nil || !$0.sample.splits.isEmpty
      },
      .text("grades", "How many got each grade; empty where that is not known.") { row in
        ReportCharts(report: row.report, site: row.site)
          .distribution(of: row.sample, title: "")?.words ?? ""
      },
      .list("splits", "Other divisions of the whole sample.", splitView) { row in
        row.sample.splits.map { split in
          SplitModel(
            title: split.title.plain,
            words: split.counts.value.map { "\($0.value.name): \($0.value.count)" }
              .joined(separator: ", "))
        }
      },
      .list("also-printed", "Other sizes that the original prints.", AlsoPrintedEntry.view) {
        $0.sample.alsoPrinted.map(AlsoPrintedEntry.init)
      },
      .html("note", "A remark; may be empty.") { $0.text($0.sample.note) },
    ])

  private struct SplitModel: Sendable {
    let title: String
    let words: String
  }

  private static let splitView = View<SplitModel>(
    "SampleSplit", "A division of a sample by something else than its grades.",
    [
      .text("title", "What it is divided by.") { $0.title },
      .text("words", "The parts with their numbers.") { $0.words },
    ])

  static func sizeWords(_ size: Known<Int>?) -> String {
    switch size {
    case .known(let size): String(size)
    case .unknown: "not known"
    case nil: ""
    }
  }

  var scope: ReferenceScope { ReferenceScope(report) }
}

/// Another number that the original prints.
struct AlsoPrintedEntry: Sendable {
  let size: Int
  let paragraph: String
  let note: String

  init(_ printed: AlsoPrinted) {
    size = printed.size.value
    paragraph = printed.paragraph?.value.description ?? ""
    note = printed.note?.plain ?? ""
  }

  static let view = View<AlsoPrintedEntry>(
    "AlsoPrinted", "Another number that the original prints.",
    [
      .number("size", "The other number.") { $0.size },
      .text("paragraph", "The numbered paragraph that prints it; may be empty.") { $0.paragraph },
      .text("note", "A remark; may be empty.") { $0.note },
    ])
}

/// A survey, or one question of it.
struct SurveyEntry: TextScope, Sendable {
  let survey: Survey
  let anchor: String
  let report: Report
  let site: SiteContext

  static let view = View<SurveyEntry>(
    "SurveyEntry", "A survey, or one question of it.",
    [
      .text("anchor", "The id of its place on the page; may be empty.") { $0.anchor },
      .html("title", "What it is called.") { $0.text($0.survey.title) },
      .html("question", "What was asked; may be empty.") { $0.text($0.survey.question) },
      .text("base", "How many were asked or answered; empty where nothing is recorded.") {
        SampleRow.sizeWords($0.survey.base?.value)
      },
      .text("answers", "How many gave each answer; empty where that is not known.") { entry in
        ReportCharts(report: entry.report, site: entry.site)
          .distribution(of: entry.survey, title: "")?.words ?? ""
      },
      .html("results", "What came of it in words; may be empty.") { $0.text($0.survey.results) },
      .optionalText("paragraph", "The numbered paragraph that reports it.") {
        $0.survey.paragraph?.value.description
      },
      .address("link", "The link to that paragraph, where the page has it.") { entry in
        entry.survey.paragraph.flatMap { entry.report.paragraphLink($0.value) }
      },
      .list("also-printed", "Other bases that the original prints.", AlsoPrintedEntry.view) {
        $0.survey.alsoPrinted.map(AlsoPrintedEntry.init)
      },
      .html("note", "A remark; may be empty.") { $0.text($0.survey.note) },
    ])

  var scope: ReferenceScope { ReferenceScope(report) }
}

/// A measured figure.
struct IndicatorEntry: TextScope, Sendable {
  let indicator: Indicator
  let anchor: String
  let report: Report
  let site: SiteContext

  static let view = View<IndicatorEntry>(
    "IndicatorEntry", "A measured figure with its target and what it is compared with.",
    [
      .text("anchor", "The id of its place on the page; may be empty.") { $0.anchor },
      .html("title", "What is measured.") { $0.text($0.indicator.title) },
      .text("figures", "The figure, what it is compared with and the target, in words.") { entry in
        ReportCharts(report: entry.report, site: entry.site)
          .indicator(entry.indicator, title: "").words
      },
      .text("unit", "The unit of every figure.") { $0.indicator.unit },
      .optionalText("paragraph", "The numbered paragraph that gives it.") {
        $0.indicator.paragraph?.value.description
      },
      .address("link", "The link to that paragraph, where the page has it.") { entry in
        entry.indicator.paragraph.flatMap { entry.report.paragraphLink($0.value) }
      },
      .html("note", "A remark; may be empty.") { $0.text($0.indicator.note) },
    ])

  var scope: ReferenceScope { ReferenceScope(report) }
}
