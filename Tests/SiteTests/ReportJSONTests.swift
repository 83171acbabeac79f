import Diagnostics
import Inspections
import Templates
import Testing

@testable import Site

@Suite struct ReportJSONTests {
  @Test func `the keys of a report are those of the content format`() {
    let own: Set = ["schema", "version", "id", "address", "extra", "worked_out", "body"]
    let format = SchemaSubject.collection(.reports).record.fields
    let written = ReportJSON.fields
    #expect(own.isSubset(of: written.map(\.key)))
    for field in written where !own.contains(field.key) { hold(field, to: format, in: "report") }
  }

  /// What an author may write and no file has: `publishers` and `areas` stand for one, too;
  /// `release` is past, `contents` and `waivers` are about checks, and `aliases` are served by
  /// themselves.
  private static let notWritten: Set = [
    "publisher", "area", "aspect", "release", "contents", "waivers", "aliases", "part",
  ]

  @Test func `every field of the content format is in the file of a report`() {
    lack(ReportJSON.fields, of: SchemaSubject.collection(.reports).record.fields, in: "report")
  }

  /// Holds the fields that an author may write, and their fields, to the members that a file has.
  private func lack(_ members: [DataField], of fields: [FieldDescription], in place: String) {
    for field in fields where !Self.notWritten.contains(field.key) {
      guard let member = members.first(where: { $0.key == field.key }) else {
        Issue.record("\(place).\(field.key) is in no file")
        continue
      }
      guard let record = field.type.record else { continue }
      lack(member.type.members ?? [], of: record.fields, in: "\(place).\(field.key)")
    }
  }

  /// Holds a member, and the members that it has, to the fields that an author may write.
  private func hold(_ member: DataField, to fields: [FieldDescription], in place: String) {
    let place = "\(place).\(member.key)"
    #expect(!member.meaning.isEmpty, "\(place) is not explained")
    let plain = fields.first { $0.key == member.key }
    guard let field = plain else {
      Issue.record("\(place) is no field of the content format")
      return
    }
    guard let members = member.type.members else { return }
    guard let record = field.type.record else {
      Issue.record("\(place) has members, and no fields in the content format")
      return
    }
    for inner in members where !["address", "worked_out"].contains(inner.key) {
      hold(inner, to: record.fields, in: place)
    }
  }

  @Test func `what is not known is said, and what does not arise is left out`() throws {
    let site = reportSite(
      ReportSamples.report(
        """
        fieldwork: unknown
        overall: none
        judgements:
          - {aspect: care, grade: unknown}
          - {aspect: files, grade: [good, poor]}
        samples: [{id: papers, title: Papers, size: unknown}]
        """))
    let report = try report(in: site)
    #expect(report["fieldwork"] == .string("unknown"))
    #expect(report["overall"] == .string("none"))
    #expect(report["dated"] == nil && report["progress"] == nil && report["body"] == nil)
    #expect(
      report["judgements"]
        == .array([
          .object(["aspects": .array([.string("care")]), "grade": .string("unknown")]),
          .object([
            "aspects": .array([.string("files")]),
            "grade": .array([.string("good"), .string("poor")]),
          ]),
        ]))
    #expect(
      report["samples"]
        == .array([
          .object([
            "id": .string("papers"), "title": .string("Papers"), "size": .string("unknown"),
          ])
        ]))
  }

  @Test func `a visit has its conclusions by number, and apart what they add up to`() throws {
    let visit = """
      ---
      title: A visit
      kind: monitoring
      publisher: board
      framework: round
      area: north
      published: 2010-02
      follows: north
      progress:
        - {recommendation: 1, judgement: enough, further_action: Go on.}
        - {recommendation: 2, judgement: little}
      not_assessed: [3]
      closes: [{recommendation: 1, as: implemented}]
      ---
      """
    let asked = "recommendations: [{id: 1, text: A.}, {id: 2, text: B.}, {id: 3, text: C.}]"
    let site = reportSite(
      ReportSamples.report(asked).merging(["reports/visit.md": visit]) { $1 })
    let report = try report("visit", in: site)
    #expect(report["follows"] == .string("north"))
    #expect(report["not_assessed"] == .array([.number("3")]))
    #expect(
      report["closes"]
        == .array([.object(["recommendation": .number("1"), "as": .string("implemented")])]))
    #expect(
      report["progress"]
        == .array([
          .object([
            "recommendation": .number("1"), "judgement": .string("enough"),
            "further_action": .string("Go on."),
          ]),
          .object(["recommendation": .number("2"), "judgement": .string("little")]),
        ]))
    guard case .object(let worked) = report["worked_out"],
      case .object(let tally) = worked["progress"]
    else {
      Issue.record("nothing is worked out")
      return
    }
    #expect(tally["total"] == .number("2") && worked["date"] == .string("2010-02"))
  }

  @Test func `a site without report files has no schema of them`() throws {
    var files = ReportSamples.report()
    #expect(try reportSite(files).report(files: "data/report-schema.json") == 1)
    files = Sample.files("").merging([
      "site.yml": """
      title: A register
      base_url: https://example.org/register/
      language: en-GB
      publisher: Its editors
      formats: [data]
      """
    ]) { $1 }
    #expect(try sampleSite(files).report(files: "data/report-schema.json") == 0)
  }

  private func report(
    _ id: String = "north", in site: SiteContext
  ) throws -> [String: Templates.JSONValue] {
    let bytes = try site.reportFile("reports/\(id)/report.json")
    let read = JSONValue.parse(SourceText(file: SourceFile(path: "report.json"), bytes: bytes))
    guard case .object(let report) = try #require(read.value) else { return [:] }
    return report
  }
}

extension SiteContext {
  fileprivate func report(files path: String) throws -> Int {
    plannedReportFiles(self).filter { $0.path == path }.count
  }
}

extension DataType {
  /// What the objects that it consists of have; nil where it is no object.
  fileprivate var members: [DataField]? {
    switch self {
    case .object(let members): members
    case .list(let element), .oneOrMany(let element): element.members
    case .text, .choice, .id, .integer, .printedNumber, .number, .date, .interval, .address,
      .counts:
      nil
    }
  }
}
