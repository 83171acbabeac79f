import CommonMark
import Diagnostics
import Inspections

/// One report as JSON: its facts by their keys in the content format, its text with the address of
/// each numbered paragraph, and apart from both what is worked out.
enum ReportJSON {
  /// The version of the format: the first number grows when a program that reads it could break, the
  /// second when something is added.
  static let version = "2.0"
  /// Where its schema is published, from the root of the site.
  static let schemaPath = "data/report-schema.json"

  /// The file of a report.
  static func file(of report: Report, in site: SiteContext) -> [UInt8] {
    var json = JSONBuffer()
    DataValue.object(members.cells(of: report, in: site)).write(to: &json)
    json.newLine()
    return json.bytes
  }

  /// The schema of these files.
  static func schema(in site: SiteContext) -> [UInt8] {
    DataSchema.json(ofReport: members.map(\.field), in: site).encoded(isIndented: false)
  }

  /// What is in the file.
  static let members: [DataColumn<Report>] = head + asked + evidence + text

  private static let head: [DataColumn<Report>] = [
    .address("schema", "The address of this schema.") { _ in schemaPath },
    DataColumn("version", "The version of this schema.") { _ in Version.current },
    DataColumn("id", "The report's id.") { RowID($0.id.name) },
    .address("Its page.") { .report($0.id, anchor: nil) },
    DataColumn("title", "Its name.") { $0.title },
    DataColumn("kind", "What it is.") { $0.kind },
    DataColumn(
      "form",
      "How much of it the register holds: all, a digest in other words, or nothing but facts."
    ) { $0.form },
    DataColumn("status", "Where it stands.") { $0.status },
    .object("withdrawal", "Why and when it was withdrawn.", withdrawal) { report, _ in
      report.withdrawal
    },
    DataColumn("publishers", "The organisations that published it.") { $0.publishers },
    DataColumn("framework", "The framework it was made under.") { $0.framework },
    DataColumn("areas", "The areas it is about.") { $0.areas },
    DataColumn("paragraphs", "How many numbered paragraphs the original has.") {
      $0.paragraphCount
    },
    DataColumn("reference", "The publisher's number for it.") { $0.reference },
    DataColumn("fieldwork", "When inspectors were at work.") { $0.fieldwork },
    DataColumn("dated", "The date on the cover.") { $0.dated },
    DataColumn("published", "When the public could read it.") { $0.published },
    DataColumn("licence", "Under what terms it may be used.") { $0.licence },
    DataColumn("overall", "The recorded overall grade; `none` where it was not graded.") {
      $0.overall
    },
  ]

  private static let asked: [DataColumn<Report>] = [
    .objects("judgements", "The conclusions on each aspect.", judgement) { report, _ in
      report.judgements
    },
    .objects("recommendations", "What it asks for.", recommendation) { report, site in
      histories(of: report, register: site.register, on: site.now.day)
    },
    DataColumn("follows", "The report whose recommendations it judges.") { $0.visit?.follows },
    .knownObjects("progress", "The conclusion on each recommendation of that report.", progress) {
      report, _ in report.visit?.progress?.value
    },
    .counts("progress_counts", "How many got each conclusion, where the items are not known.") {
      ($0.visit?.progressCounts ?? []).map { ($0.value.grade.name, $0.value.count) }
    },
    DataColumn("not_assessed", "Recommendations it did not look at.") {
      $0.visit?.notAssessed ?? []
    },
    DataColumn("overall_progress", "The recorded conclusion on the whole; never computed.") {
      $0.visit?.overall
    },
    .objects("closes", "Recommendations that it closes.", closure) { report, _ in
      report.visit?.closes ?? []
    },
  ]

  private static let evidence: [DataColumn<Report>] = [
    .objects("samples", "What was looked at.", sample) { report, _ in report.samples },
    .objects("surveys", "Surveys, or the questions of one.", survey) { report, _ in
      report.surveys
    },
    .objects("indicators", "Measured figures against their targets.", indicator) { report, _ in
      report.indicators
    },
  ]

  private static let text: [DataColumn<Report>] = [
    .objects("changes", "Corrections published after release, oldest first.", change) {
      report, _ in report.changes
    },
    .object("worked_out", "What follows from the record; not recorded.", workedOut) {
      report, site in WorkedOut(of: report, in: site)
    },
    .object("body", "Its text without markup.", body) { report, _ in
      report.header.body.text.isEmpty ? nil : report
    },
  ]

  private enum Version: String, DataChoice {
    case current = "2.0"
  }

  private static let withdrawal: [DataColumn<Withdrawal>] = [
    DataColumn("date", "When it was withdrawn.") { $0.date },
    DataColumn("reason", "Why, for readers.") { $0.reason },
    DataColumn("superseded_by", "The report that takes its place.") { $0.supersededBy },
    DataColumn("withhold", "What readers do not get to see any more.") { $0.withheld },
  ]

  private static let body: [DataColumn<Report>] = [
    DataColumn("text", "All of it, a line a block.") {
      String(decoding: $0.header.body.text, as: UTF8.self)
    },
    .objects("paragraphs", "Its numbered paragraphs.", paragraph) { report, _ in
      report.header.body.paragraphs.map { (report: report, paragraph: $0) }
    },
  ]

  private static let paragraph: [DataColumn<(report: Report, paragraph: NumberedParagraph)>] = [
    DataColumn("number", "The number that is printed.") { $0.paragraph.number },
    .address("Its address.") { $0.report.place(ofParagraph: $0.paragraph.number) },
    DataColumn("text", "Its text without markup.") { $0.paragraph.text },
  ]

  private static let change: [DataColumn<Change>] = [
    DataColumn("date", "When it was corrected.") { $0.date },
    DataColumn("note", "What was corrected.") { $0.note },
    DataColumn("paragraphs", "The numbered paragraphs it concerns.") { $0.paragraphs },
  ]
}
