import Diagnostics
import HTML
import Inspections
import Templates
import Testing

@testable import Site

@Suite struct CitationTests {
  func json(_ bytes: [UInt8]) throws -> Templates.JSONValue {
    let read = JSONValue.parse(SourceText(file: SourceFile(path: "file.json"), bytes: bytes))
    #expect(read.diagnostics.isEmpty)
    return try #require(read.value)
  }

  @Test func `nothing in a title has a meaning for TeX`() {
    #expect(
      BibTeX.escaped(##"50% & $3 {a}_b #1 ~ ^ \x"##)
        == ##"50\% \& \$3 \{a\}\_b \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}x"##)
  }

  @Test func `a citation names who, what, when and where`() throws {
    let site = reportSite(ReportSamples.report("reference: \"07_02\"\nform: digest"))
    let text = String(decoding: try site.reportFile("reports/north/cite.bib"), as: UTF8.self)
    #expect(text.hasPrefix("@techreport{north,\n"))
    #expect(text.contains("title = {{Care \\& <files>}}"))
    #expect(text.contains("number = {07\\_02}"))
    #expect(text.contains("year = {2009}"))
    #expect(text.contains("month = {6}"))
    #expect(
      ReportCitation(of: try site.north(), site: site).text
        == "The Board, Care & <files>, 07_02, 2009. Digest in Register, "
        + "https://example.org/register/reports/north/")
  }

  @Test func `a citation as CSL-JSON gives the date as far as it is known`() throws {
    let site = reportSite(ReportSamples.report())
    guard case .array(let items) = try json(try site.reportFile("reports/north/cite.json")),
      case .object(let item) = items.first
    else {
      Issue.record("no item")
      return
    }
    #expect(item["type"] == .string("report"))
    #expect(
      item["issued"]
        == .object(["date-parts": .array([.array([.number("2009"), .number("6")])])]))
  }

  @Test(arguments: [
    ("2009-03-05", [2009, 3, 5]), ("2009-03", [2009, 3]), ("2009", [2009]),
    ("2009-W03", [2009, 1]),
    // From 30 March to 5 April, and from 29 December 2008 to 4 January.
    ("2009-W14", [2009]), ("2009-W01", []),
  ])
  func `citations name no month and no day that a week does not`(
    date: String, certain: [Int]
  ) throws {
    #expect(try #require(PartialDate(date)).certain == certain)
    let report = ReportSamples.report().mapValues {
      $0.replacing("published: 2009-06", with: "published: \(date)")
    }
    let site = reportSite(report)
    let bibtex = String(decoding: try site.reportFile("reports/north/cite.bib"), as: UTF8.self)
    #expect(bibtex.contains("month = ") == (certain.count > 1))
    #expect(bibtex.contains("year = {\(certain.isEmpty ? "2008 or 2009" : "2009")}"))
    guard case .array(let items) = try json(try site.reportFile("reports/north/cite.json")),
      case .object(let item) = items.first
    else {
      Issue.record("no item")
      return
    }
    let parts = certain.map { JSONValue.number("\($0)") }
    #expect(
      item["issued"]
        == (parts.isEmpty ? nil : .object(["date-parts": .array([.array(parts)])])))
  }

  @Test func `a citation of what was withdrawn says so`() throws {
    let site = reportSite(
      ReportSamples.report(
        "form: digest\nstatus: withdrawn\nwithdrawal: {date: 2010-02-01, reason: Wrong area.}"))
    let remark = "Digest in a register, not the published text; withdrawn on 1 February 2010"
    let bibtex = String(decoding: try site.reportFile("reports/north/cite.bib"), as: UTF8.self)
    #expect(bibtex.contains("note = {\(remark)}"))
    let csl = String(decoding: try site.reportFile("reports/north/cite.json"), as: UTF8.self)
    #expect(csl.contains("\"note\":\"\(remark)\""))
    let line =
      "The Board, Care & <files>, 2009, withdrawn on 1 February 2010. Digest in Register, "
      + "https://example.org/register/reports/north/"
    #expect(ReportCitation(of: try site.north(), site: site).text == line)
    let text = String(decoding: try site.reportFile("reports/north/report.txt"), as: UTF8.self)
    #expect(text.hasSuffix("CITE\n\n\(line)\n"))
    #expect(
      try site.rendered("reports/north/").contains(
        "The Board, <cite>Care &amp; &lt;files&gt;</cite>, 2009, withdrawn on 1 February 2010. Digest "
          + "in Register, <span class=\"address\">"))
  }

  @Test(arguments: [
    ("form: full", "1. Words.", nil), ("form: full", "", "Record"), ("form: digest", "", "Digest"),
    ("form: known-of", "", "Record"),
    (
      "form: full\nstatus: withdrawn\nwithdrawal: {date: 2010-02-01, reason: Wrong., withhold: text}",
      "1. Words.", "Record"
    ),
  ])
  func `a citation of what the register does not hold says so in every form`(
    fields: String, body: String, form: String?
  ) throws {
    let report = ReportSamples.report(
      fields + "\nrecommendations: [{id: 1, text: Do it., aspect: care}]", body: body)
    let site = reportSite(report)
    let place = form.map { "\($0) in Register" } ?? "In Register"
    let note = form.map { "\($0) in a register, not the published text" }
    for path in ["reports/north/", "reports/north/recommendations/1/"] {
      #expect(try site.rendered(path).contains(". \(place), <span class=\"address\">"), "\(path)")
    }
    for (file, words) in [
      ("report.txt", ". \(place), "), ("cite.bib", note ?? "institution"),
      ("cite.json", note ?? "author"),
    ] {
      let text = String(decoding: try site.reportFile("reports/north/\(file)"), as: UTF8.self)
      #expect(text.contains(words), "\(file)")
      #expect(text.contains("not the published text") == (file != "report.txt" && form != nil))
    }
  }

  @Test func `a report as JSON is valid, with an address for each paragraph`() throws {
    let site = reportSite(
      ReportSamples.report(
        """
        overall: none
        judgements: [{aspect: care, grade: unknown}]
        samples: [{id: files, title: "A \\"quoted\\" \\\\ title", size: unknown}]
        indicators: [{id: days, title: Days, unit: days, value: 2.5, target: unknown}]
        """, body: "1. One \"line\".\n"))
    guard case .object(let report) = try json(try site.reportFile("reports/north/report.json"))
    else {
      Issue.record("no object")
      return
    }
    #expect(report["overall"] == .string("none"))
    guard case .object(let body) = report["body"] else {
      Issue.record("no text")
      return
    }
    #expect(
      body["paragraphs"]
        == .array([
          .object([
            "number": .number("1"), "text": .string("One \"line\"."),
            "address": .string("https://example.org/register/reports/north/#para-1"),
          ])
        ]))
  }

  @Test func `data for search engines is valid JSON that cannot end its element`() throws {
    let files = ReportSamples.around.merging([
      "reports/north.md":
        "---\ntitle: '\\</script>\\<b>'\nkind: consultation\npublisher: board\npublished: 2009-W03\n---\n"
    ]) { $1 }
    let site = reportSite(files)
    guard case .object(let data) = try json(SchemaOrg.report(try site.north(), site: site)) else {
      Issue.record("no object")
      return
    }
    #expect(data["@type"] == .string("Report"))
    #expect(data["datePublished"] == .string("2009-01"))
    let html = try site.rendered("reports/north/")
    #expect(html.contains("\\u003C/script\\u003E"))
  }

  @Test func `plain text numbers its paragraphs and underlines its headings`() throws {
    let site = reportSite(
      ReportSamples.report(
        "judgements: [{aspect: care, grade: [fair, poor], paragraph: 2}]",
        body: "## Care\n\n1. First.\n\n2. Second:\n\n    - a part.\n"))
    let text = String(decoding: try site.reportFile("reports/north/report.txt"), as: UTF8.self)
    #expect(text.contains("\nCare\n----\n1. First.\n2. Second:\n"))
    #expect(text.contains("Care: Fair to Poor (paragraph 2)"))
    #expect(text.contains("Published: June 2009"))
  }
}
