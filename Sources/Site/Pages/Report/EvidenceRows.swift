import Diagnostics
import HTML
import Inspections
import Templates

/// What a report prints of something that inspectors looked at, asked about or measured.
protocol PrintedEvidence: Sendable {
  var title: InlineText { get }
  var paragraph: Located<PrintedNumber>? { get }
  var note: InlineText? { get }
}

extension Sample: PrintedEvidence {}
extension Survey: PrintedEvidence {}
extension Indicator: PrintedEvidence {}

/// A sample, a survey or an indicator of a report.
struct EvidenceEntry<Item: PrintedEvidence>: TextScope, Sendable {
  let item: Item
  let anchor: String
  let report: Report
  let site: SiteContext

  var scope: ReferenceScope { ReferenceScope(report) }

  fileprivate var charts: ReportCharts { ReportCharts(report: report, site: site) }

  /// The view of one kind: what each entry has, around what that kind alone has.
  fileprivate static func view(
    _ name: String, _ documentation: String, title: String, paragraph: String,
    _ own: [View<Self>.Field]
  ) -> View<Self> {
    let head: [View<Self>.Field] = [
      .text("anchor", "The id of its place on the page; may be empty.") { $0.anchor },
      .html("title", title) { $0.text($0.item.title) },
    ]
    let foot: [View<Self>.Field] = [
      .optionalText("paragraph", paragraph) { $0.item.paragraph?.value.description },
      .address("link", "The link to that paragraph, where the page has it.") { entry in
        entry.item.paragraph.flatMap { entry.report.paragraphLink($0.value) }
      },
      .html("note", "A remark; may be empty.") { $0.text($0.item.note) },
    ]
    return View(name, documentation, head + own + foot)
  }
}

extension EvidenceEntry {
  fileprivate func others(_ printed: [AlsoPrinted]) -> [OtherNumber] {
    printed.map { OtherNumber(printed: $0, note: text($0.note)) }
  }
}

/// A division of a sample with the report that it stands in.
private struct EvidenceSplit: Sendable {
  let split: Split
  let report: Report
}

/// Another number that the original prints for a sample or a survey.
private struct OtherNumber: Sendable {
  let printed: AlsoPrinted
  let note: HTMLFragment

  static let view = View<OtherNumber>(
    "AlsoPrinted", "Another number that the original prints.",
    [
      .number("size", "The other number.") { $0.printed.size.value },
      .text("paragraph", "The numbered paragraph that prints it; may be empty.") {
        $0.printed.paragraph?.value.description ?? ""
      },
      .html("note", "A remark; may be empty.") { $0.note },
    ])
}

/// The views of each kind of evidence.
enum EvidenceViews {
  static let sample = EvidenceEntry<Sample>.view(
    "SampleRow", "Things that inspectors looked at.", title: "What was looked at.",
    paragraph: "The numbered paragraph that says so.",
    [
      .text("size", "How many, in words; empty where nothing is recorded.") {
        sizeWords($0.item.size?.value)
      },
      .flag("has-figures", "Whether it is divided in any way.") {
        $0.item.grades != nil || !$0.item.splits.isEmpty
      },
      .html("grades", "How many got each grade; empty where that is not known.") {
        $0.charts.distribution(of: $0.item, title: "")?.marked ?? .empty
      },
      .list("splits", "Other divisions of the whole sample.", split) { entry in
        entry.item.splits.map { EvidenceSplit(split: $0, report: entry.report) }
      },
      .list("also-printed", "Other sizes that the original prints.", OtherNumber.view) {
        $0.others($0.item.alsoPrinted)
      },
    ])

  static let survey = EvidenceEntry<Survey>.view(
    "SurveyEntry", "A survey, or one question of it.", title: "What it is called.",
    paragraph: "The numbered paragraph that reports it.",
    [
      .html("question", "What was asked; may be empty.") { $0.text($0.item.question) },
      .text("base", "How many were asked or answered; empty where nothing is recorded.") {
        sizeWords($0.item.base?.value)
      },
      .html("answers", "How many gave each answer; empty where that is not known.") {
        $0.charts.distribution(of: $0.item, title: "")?.marked ?? .empty
      },
      .html("results", "What came of it in words; may be empty.") { $0.text($0.item.results) },
      .list("also-printed", "Other bases that the original prints.", OtherNumber.view) {
        $0.others($0.item.alsoPrinted)
      },
    ])

  static let indicator = EvidenceEntry<Indicator>.view(
    "IndicatorEntry", "A measured figure with its target and what it is compared with.",
    title: "What is measured.", paragraph: "The numbered paragraph that gives it.",
    [
      .html("figures", "The figure, what it is compared with and the target, in words.") {
        $0.charts.indicator($0.item, title: "").marked
      },
      .text(
        "about", "Which direction is better, when it was measured, and what is not known of it."
      ) {
        $0.charts.indicator($0.item, title: "").about
      },
      .html("unit", "The unit of every figure.") { $0.report.wording($0.item.unit).html },
    ])

  private static let split = View<EvidenceSplit>(
    "SampleSplit", "A division of a sample by something else than its grades.",
    [
      .html("title", "What it is divided by.") { $0.report.wording($0.split.title).html },
      .html("words", "The parts with their numbers.") {
        $0.report.wording(words($0.split)).html
      },
    ])

  /// The parts of a sample with their numbers.
  static func words(_ split: Split) -> String {
    split.counts.value.map { "\($0.value.name): \($0.value.count)" }.joined(separator: ", ")
  }

  static func sizeWords(_ size: Known<Int>?) -> String {
    switch size {
    case .known(let size): String(size)
    case .unknown: "not known"
    case nil: ""
    }
  }
}
