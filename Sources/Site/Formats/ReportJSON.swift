import CommonMark
import Diagnostics
import Inspections

/// One report as JSON: its facts by their keys in the content format, its text with the address of
/// each numbered paragraph, and apart from both what is worked out.
enum ReportJSON {
  /// The version of the format: the first number grows when a program that reads it could break, the
  /// second when something is added.
  static let version = Version.current.rawValue

  /// The file of a report.
  static func file(of report: Report, in site: SiteContext) -> [UInt8] {
    var json = JSONBuffer()
    DataValue.object(members.cells(of: report, in: site)).write(to: &json)
    json.newLine()
    return json.bytes
  }

  /// The schema of these files.
  static func schema(in site: SiteContext) -> [UInt8] {
    DataSchema.json(ofReport: fields, in: site).encoded(isIndented: false)
  }

  /// What is in the file, explained as the content format explains it.
  static var fields: [DataField] {
    members.map { $0.field.explained(by: SchemaSubject.collection(.reports).record) }
  }

  /// What is in the file; what is recorded goes by its key there and needs no other meaning.
  private static let members: [DataColumn<Report>] = head + asked + evidence + text

  private static let head: [DataColumn<Report>] = [
    .address("schema", "The address of this schema.") { _ in DataPath.reportSchema },
    DataColumn("version", "The version of this schema.") { _ in Version.current },
    DataColumn("id", "The report's id.") { RowID($0.id.name) },
    .address("Its page.") { .report($0.id, anchor: nil) },
    DataColumn("title") { $0.title },
    DataColumn("kind") { $0.kind },
    DataColumn("form") { $0.form },
    .object("restricted", restriction) { report, _ in report.restriction },
    DataColumn("language") { $0.language },
    DataColumn("translation_of") { $0.translationOf },
    DataColumn("status") { $0.status },
    .object("withdrawal", withdrawal) { report, _ in report.withdrawal },
    DataColumn("publishers", "The organisations that published it.") { $0.publishers },
    DataColumn("framework") { $0.framework },
    DataColumn("areas", "The areas it is about.") { $0.areas },
    DataColumn("paragraphs") { $0.paragraphCount },
    DataColumn("reference") { $0.reference },
    DataColumn("fieldwork") { $0.fieldwork },
    DataColumn("dated") { $0.dated },
    DataColumn("published") { $0.published },
    .objects(
      "people", person, "Those who made or signed it and whose roles are shown in public."
    ) { report, site in report.shownPeople(in: site.register) },
    DataColumn("licence") { $0.licence },
    DataColumn("overall") { $0.overall },
  ]

  private static let asked: [DataColumn<Report>] = [
    .objects("judgements", judgement) { report, _ in report.judgements },
    .objects("recommendations", recommendation) { report, site in
      site.histories[report]
    },
    DataColumn("follows") { $0.visit.map { OneOrMany($0.follows) } },
    .knownObjects("progress", progress) { report, _ in report.visit?.progress?.value },
    .counts("progress_counts") {
      ($0.visit?.progressCounts ?? []).map { ($0.value.grade.name, $0.value.count) }
    },
    DataColumn("not_assessed") { $0.visit?.notAssessed ?? [] },
    DataColumn("overall_progress") { $0.visit?.overall },
    .objects("closes", closure) { report, _ in report.visit?.closes ?? [] },
  ]

  private static let evidence: [DataColumn<Report>] = [
    .objects("samples", sample) { report, _ in report.samples },
    .objects("surveys", survey) { report, _ in report.surveys },
    .objects("indicators", indicator) { report, _ in report.indicators },
    .object("consultation", consultation) { report, _ in report.consultation },
  ]

  private static let text: [DataColumn<Report>] = [
    .objects("changes", change) { report, _ in report.changes },
    .objects("source", source) { report, _ in report.header.sources },
    DataColumn("note") { $0.header.note },
    .objects("extra", extra, "What it says in the fields that the site adds.") {
      report, site in site.register.extras(of: report)
    },
    .object("worked_out", workedOut, "What follows from the record; not recorded.") {
      report, site in WorkedOut(of: report, in: site)
    },
    .object(
      "body", body, "Its text without markup, with the words and figures of what it embeds."
    ) { report, site in
      let text = FilledText(report.header.body, in: ReferenceScope(report), site: site)
      return text.bytes.isEmpty ? nil : (report: report, text: text)
    },
  ]

  private enum Version: String, DataChoice {
    case current = "3.2"
  }

  private static let restriction: [DataColumn<Restriction>] = [
    DataColumn("by") { $0.by },
    DataColumn("reason") { $0.reason },
  ]

  private static let withdrawal: [DataColumn<Withdrawal>] = [
    DataColumn("date") { $0.date.value },
    DataColumn("reason") { $0.reason },
    DataColumn("superseded_by") { $0.supersededBy },
    DataColumn("withhold") { $0.withheld },
  ]

  private static let person: [DataColumn<Person>] = [
    DataColumn("name") { $0.name },
    DataColumn("role") { $0.role },
  ]

  private static let source: [DataColumn<Source>] = [
    DataColumn("title") { $0.title },
    DataColumn("address") { $0.address },
    DataColumn("trust") { $0.trust },
    DataColumn("note") { $0.note },
  ]

  private typealias ReportBody = (report: Report, text: FilledText)

  private static let body: [DataColumn<ReportBody>] = [
    DataColumn("text", "All of it, a line a block.") {
      String(decoding: $0.text.bytes, as: UTF8.self)
    },
    .objects("paragraphs", paragraph, "Its numbered paragraphs.") { said, _ in
      zip(said.report.header.body.paragraphs, said.text.paragraphs).map {
        (report: said.report, paragraph: $0, words: said.text.words(in: $1))
      }
    },
  ]

  private typealias ReportParagraph = (report: Report, paragraph: NumberedParagraph, words: String)

  private static let paragraph: [DataColumn<ReportParagraph>] = [
    DataColumn("number", "The number that is printed.") { $0.paragraph.number },
    .address("Its address.") { $0.report.place(ofParagraph: $0.paragraph.number) },
    DataColumn("text", "Its text without markup.") { $0.words },
  ]

  private static let change: [DataColumn<Change>] = [
    DataColumn("date") { $0.date },
    DataColumn("note") { $0.note },
    DataColumn("paragraphs") { $0.paragraphs },
  ]
}
