import Diagnostics
import Foundation
import Inspections
import Testing

@testable import Site

struct DataTests {
  private func csv(_ heads: [String], rows: [[DataValue]]) -> [UInt8] {
    FileContents.pieces { put in CSV.write(heads, rows: rows, to: put) }.bytes
  }

  private func excel(_ heads: [String], rows: [[DataValue]]) -> [UInt8] {
    FileContents.pieces { put in SpreadsheetCSV.write(heads, rows: rows, to: put) }.bytes
  }

  @Test func `a file that grows with the register is handed over in pieces of bounded size`() {
    let rows = (0..<40_000).map { number in
      [DataValue.integer(number), .text(String(repeating: "x", count: 90))]
    }
    var pieces: [[UInt8]] = []
    CSV.write(["a", "b"], rows: rows) { pieces.append($0) }
    #expect(pieces.count > 3)
    #expect(pieces.allSatisfy { $0.count < PlannedFile.mostOfPiece + 200 })
    let lines = String(decoding: pieces.joined(), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 40_001)
    #expect(
      lines.dropFirst().enumerated().allSatisfy { place, line in line.hasPrefix("\(place),xxx") })
  }

  @Test(arguments: [
    ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
    ("it's; fine", "it's; fine"),
  ])
  func `a field with a comma, a quote or a line end stands in quotes`(text: String, field: String) {
    var bytes: [UInt8] = []
    CSV.field(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == field)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\n=1", "\"'\n=1\""), ("a=1", "a=1"), ("'=1", "'=1"),
    ("＝1+1", "'＝1+1"), ("＋44", "'＋44"), ("－x", "'－x"), ("＠SUM(A1)", "'＠SUM(A1)"),
  ])
  func `a text that a spreadsheet takes for a formula has an apostrophe before it`(
    text: String, cell: String
  ) {
    let rows: [[DataValue]] = [[.text(text), .list([.text(text)]), .number(-1.5), .integer(-2)]]
    let file = String(decoding: csv(["a", "b", "c", "d"], rows: rows), as: UTF8.self)
    #expect(file == "a,b,c,d\r\n\(cell),\(cell),-1.5,-2\r\n")
  }

  @Test func `what is not known is said, what does not arise is empty, lists share a cell`() {
    let file = csv(
      ["a", "b", "c", "d"],
      rows: [
        [.unknown, .absent, .list([.text("x"), .text("y|z")]), .number(2.5)],
        [.integer(3), .text("t"), .list([.text("x")]), .number(4)],
      ])
    #expect(String(decoding: file, as: UTF8.self) == "a,b,c,d\r\nunknown,,x|y/z,2.5\r\n3,t,x,4\r\n")
  }

  @Test func `a file for Excel says that it is UTF-8, has titles beside ids and changes no number`()
    throws
  {
    let files = Sample.files(
      "reference: '070205'\nfieldwork: 2009-05\noverall: good\njudgements: [{aspect: care, grade: [good, poor]}]"
    ).merging(["organisations/board.md": "---\ntitle: Älvsjö Board\nkind: inspectorate\n---\n"]) {
      $1
    }
    let site = sampleSite(files)
    for table in site.tables.map(\.table) {
      let excel = try #require(site.file("data/\(table.name).excel.csv"))
      let plain = try #require(site.file("data/\(table.name).csv"))
      #expect(excel.unicodeScalars.first == "\u{FEFF}" && plain.unicodeScalars.first != "\u{FEFF}")
    }
    let reports = try #require(site.file("data/reports.excel.csv"))
    #expect(
      reports.contains(
        ",publishers,publishers (title),framework,framework (title),areas,areas (title),"))
    #expect(
      reports.contains(
        ",board,Älvsjö Board,frame,A framework,north,North,'070205,'2009-05,'2009-06,"))
    #expect(reports.contains(",good,Good,"))
    let judgements = try #require(site.file("data/judgements.excel.csv"))
    #expect(judgements.contains(",care,Care,"))
    #expect(judgements.contains(",split,good|poor,Good|Poor,"))
    #expect(try #require(site.file("data/csv-metadata.json")).contains("excel") == false)
  }

  @Test func `every row has a value for each column, and an id of its own`() throws {
    let site = sampleSite(
      Sample.files(
        """
        judgements:
          - {aspect: care, grade: good, parts: [{title: A part, grade: poor}]}
          - {aspect: care, grade: [good, poor]}
          - {subject: the plan, grade: unknown}
        recommendations:
          - {id: 1, text: "Do it, now", due: within 3 months}
        samples:
          - {id: files, title: Files, size: 3, grades: {good: 1, poor: 2}}
        """))
    for filled in site.tables {
      let (table, rows) = (filled.table, Array(filled.rows.plain(site)))
      #expect(rows.count == filled.rows.count)
      #expect(rows.allSatisfy { $0.map(\.key) == table.columns.map(\.key) }, "\(table.name)")
      #expect(Set(rows.map { $0.first?.value.text }).count == rows.count, "\(table.name)")
      #expect(table.columns.first.map { $0.key == "id" && $0.isRequired } == true)
      for column in table.columns where column.isRequired {
        #expect(!rows.contains { $0.contains(DataCell(key: column.key, value: .absent)) })
      }
    }
    #expect(try site.rows(of: "judgements").count == 4)
  }

  @Test func `a date of what is carried over is said to be the other report's`() throws {
    let columns = DataTable.judgements.columns
    for key in ["published", "date"] {
      let column = try #require(columns.first { $0.key == key })
      #expect(column.meaning.contains("carried over"), "\(key)")
    }
  }

  @Test func `JSON files are JSON and name the schema's version`() throws {
    let site = sampleSite(Sample.files("overall: good"))
    for path in [
      "data/reports.json", "data/register.json", "data/schema.json", "data/csv-metadata.json",
    ] {
      let text = try #require(site.file(path))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    let reports = try #require(site.file("data/reports.json"))
    #expect(reports.contains("\"version\":\"3.3\""))
    #expect(reports.contains("\"title\":\"Care, \\\"as found\\\" <here> & there\""))
    #expect(reports.contains("\"overall\":[\"good\"]"))
  }

  @Test
  func `a large register has the tables of reports by year too, which together are the whole`()
    throws
  {
    var files = Sample.files("", published: "unknown")
    for number in 0..<60 {
      let items = (1...100).map { "  - {id: \($0), text: Do it.}" }.joined(separator: "\n")
      files["reports/r\(number).md"] = Sample.report(
        "recommendations:\n\(items)", published: number < 20 ? "2010-03" : "2011")
    }
    let site = sampleSite(files)
    func lines(_ path: String) throws -> [Substring] {
      try #require(site.file(path), "\(path)").split(separator: "\r\n")
    }
    let years = DataYear.all(in: site)
    #expect(years.map(\.folder) == ["data/2011/", "data/2010/", "data/undated/"])
    #expect(try lines("data/2010/recommendations.csv").count == 1 + 20 * 100)
    for table in ["reports", "recommendations", "judgements"] {
      let whole = try lines("data/\(table).csv")
      let parts = try years.flatMap { year in
        let part = try lines("\(year.folder)\(table).csv")
        #expect(part.first == whole.first)
        return part.dropFirst()
      }
      #expect(parts.sorted() == whole.dropFirst().sorted())
    }
    let json = try #require(site.file("data/2011/register.json"))
    #expect(json.contains("\"r59/100\"") && !json.contains("\"r19/100\""))
  }

  @Test func `a small register has no files by year`() {
    #expect(DataYear.all(in: sampleSite(Sample.files(""))).isEmpty)
  }

  @Test func `tables do not share a name, and a column names a table that exists`() {
    let tables = sampleSite(Sample.files("overall: good")).tables.map(\.table)
    let names = Set(DataTable.all.map(\.name))
    #expect(names.count == DataTable.all.count)
    for table in tables {
      #expect(Set(table.columns.map(\.key)).count == table.columns.count)
      for column in table.columns { #expect(column.references.map(names.contains) ?? true) }
    }
  }

  @Test func `a judgement leads to its paragraph only where the register holds the paragraph`()
    throws
  {
    let fields = "paragraphs: 9\njudgements:\n  - {aspect: care, grade: good, paragraph: 4}"
    var files = Sample.files(fields)
    #expect(try address(in: files) == "https://example.org/register/reports/north-2009/")
    files["reports/north-2009.md"]? += "\n## Care\n\n4. They cared.\n"
    #expect(try address(in: files) == "https://example.org/register/reports/north-2009/#para-4")
  }

  private func address(in files: [String: String]) throws -> String? {
    try sampleSite(files).rows(of: "judgements").first?.last?.value.text
  }

  @Test func `what a column is follows from the type of what fills it`() {
    func field<Fact: DataFact & Sendable>(_ fact: Fact) -> DataField {
      DataColumn<Int>("key", "Meaning.") { _ in fact }.field
    }
    let certain = field(Report.Kind.inspection)
    #expect(certain.isRequired && certain.references == nil)
    guard case .choice(let words) = certain.type else {
      Issue.record("a kind is no choice")
      return
    }
    #expect(words == ["inspection", "thematic", "monitoring", "consultation"])
    let published = field(Known.known(PartialDate("2009")))
    #expect(published.mayBeUnknown && published.mayBeAbsent)
    #expect(field(Known<String>.unknown).mayBeAbsent == false)
    #expect(field(ReportID("north")).references == "reports")
    #expect(field([ReportID("north")]).references == nil)
    #expect(field([ReportID("north")]).mayBeAbsent)
    #expect(field(OrganisationID("board")).references == nil)
  }

  @Test func `the data page shows names of columns as code, and schemas have the text as it is`()
    throws
  {
    let site = site([:])
    let page = try site.rendered("data/")
    #expect(!page.contains("`"))
    #expect(page.contains("(see <code>addressees</code>)"))
    #expect(page.contains("from <code>closed_in_time</code> to <code>withdrawn</code>"))
    #expect(try #require(site.file("data/schema.json")).contains("(see `addressees`)"))
  }

  @Test func `a column of ids brings the column of their titles`() {
    let site = sampleSite(Sample.files(""))
    let areas = DataColumn<[AreaID]>("areas", "Areas.") { $0 }
    #expect(
      areas.titled.cells(of: [AreaID("north"), AreaID("gone")], in: site) == [
        DataCell(key: "areas", value: .list([.text("north"), .text("gone")])),
        DataCell(key: "areas (title)", value: .list([.text("North"), .text("gone")])),
      ])
    #expect(DataColumn<RowID>("id", "An id.") { $0 }.titled.count == 1)
  }

  @Test func `in a cell an object is JSON, in a row null stands for what an object leaves out`() {
    let object = DataValue.object([
      DataCell(key: "a", value: .text("say \"so\"")), DataCell(key: "b", value: .absent),
      DataCell(key: "c", value: .unknown),
    ])
    let file = csv(["x"], rows: [[object]])
    #expect(
      String(decoding: file, as: UTF8.self)
        == "x\r\n\"{\"\"a\"\":\"\"say \\\"\"so\\\"\"\"\",\"\"c\"\":\"\"unknown\"\"}\"\r\n")
    var json = JSONBuffer()
    json.object {
      $0.write([DataCell(key: "x", value: object), DataCell(key: "y", value: .absent)])
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"x":{"a":"say \"so\"","c":"unknown"},"y":null}"#)
  }
}

extension SiteContext {
  /// The rows of a table.
  fileprivate func rows(of table: String) throws -> [[DataCell]] {
    Array(try #require(tables.first { $0.table.name == table }).rows.plain(self))
  }
}

extension DataValue {
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
