import Foundation
import Testing

@testable import Site

struct DataTests {
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
    let rows: [[DataValue]] = [[.text(text), .list([text]), .number(-1.5), .integer(-2)]]
    let file = String(decoding: CSV.file(["a", "b", "c", "d"], rows: rows), as: UTF8.self)
    #expect(file == "a,b,c,d\r\n\(cell),\(cell),-1.5,-2\r\n")
  }

  @Test func `what is not known is said, what does not arise is empty, lists share a cell`() {
    let file = CSV.file(
      ["a", "b", "c", "d"],
      rows: [
        [.unknown, .absent, .list(["x", "y|z"]), .number(2.5)],
        [.integer(3), .text("t"), .list(["x"]), .number(4)],
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
    for table in DataTable.all {
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

  @Test func `every row has a value for each column, and an id of its own`() {
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
    for table in DataTable.all {
      let rows = table.rows(site)
      #expect(rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
      let ids = rows.compactMap { row in
        if case .text(let id) = row[0] { id } else { nil }
      }
      #expect(Set(ids).count == rows.count, "\(table.name)")
      #expect(table.columns[0].name == "id" && table.columns[0].isRequired)
      for (index, column) in table.columns.enumerated() where column.isRequired {
        #expect(!rows.contains { $0[index] == .absent }, "\(table.name).\(column.name)")
      }
    }
    #expect(DataTable.judgements.rows(site).count == 4)
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
    #expect(reports.contains("\"version\":\"2.0\""))
    #expect(reports.contains("\"title\":\"Care, \\\"as found\\\" <here> & there\""))
    #expect(reports.contains("\"overall\":[\"good\"]"))
  }

  @Test func `tables do not share a name, and a column names a table that exists`() {
    let names = Set(DataTable.all.map(\.name))
    #expect(names.count == DataTable.all.count)
    for table in DataTable.all {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
      for column in table.columns { #expect(column.references.map(names.contains) ?? true) }
    }
  }

  @Test func `a judgement leads to its paragraph only where the register holds the paragraph`() {
    let fields = "paragraphs: 9\njudgements:\n  - {aspect: care, grade: good, paragraph: 4}"
    var files = Sample.files(fields)
    #expect(address(in: files) == "https://example.org/register/reports/north-2009/")
    files["reports/north-2009.md"]? += "\n## Care\n\n4. They cared.\n"
    #expect(address(in: files) == "https://example.org/register/reports/north-2009/#para-4")
  }

  private func address(in files: [String: String]) -> String? {
    guard case .text(let address)? = DataTable.judgements.rows(sampleSite(files)).first?.last else {
      return nil
    }
    return address
  }
}
