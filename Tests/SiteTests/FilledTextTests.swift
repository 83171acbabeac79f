import Inspections
import Testing

@testable import Site

/// What a text embeds is in its plain forms too, in the words of its page.
struct FilledTextTests {
  private static let fields = """
    recommendations:
      - {id: R-1, text: Answer letters., to: agency}
      - {id: R-2, text: Plan ahead.}
    samples:
      - id: files
        title: Files read
        size: 4
        paragraph: 2
        grades: {good: 1, poor: 3}
        splits: [{title: By town, counts: {East: 1, West: 3}}]
        also_printed: [{size: 5, paragraph: 3}]
    surveys:
      - {id: calls, title: Calls, question: How often?, base: 3, scale: frequency, responses: {often: 2, never: 1}}
    indicators:
      - {id: days, title: Days, unit: days, value: 7, target: 5, comparators: [{title: Elsewhere, value: 6}]}
    """

  private static func text(_ body: String) throws -> String {
    let site = reportSite(ReportSamples.report(fields, body: body))
    let text = String(decoding: try site.reportFile("reports/north/report.txt"), as: UTF8.self)
    let rest = try #require(text.range(of: "\nTEXT\n\n"))
    return text[rest.upperBound...].components(separatedBy: "\n\nWHAT THE REPORT RESTS ON").first
      ?? ""
  }

  @Test(arguments: [
    ("1. See ![](rec:R-1).", "1. See recommendation R-1."),
    ("1. See ![that](rec:R-1) too.", "1. See that too."),
    (
      "1. To the agency: ![](rec:R-1)\n\n2. More.", "1. To the agency: recommendation R-1\n2. More."
    ),
    ("1. ![](rec:R-1) is late.", "1. recommendation R-1 is late."),
    ("1. One ![](rec:R-1) two ![](rec:R-2).", "1. One recommendation R-1 two recommendation R-2."),
    ("See ![](rec:R-2)\n\n1. First.", "See recommendation R-2\n1. First."),
    (
      "1. First.\n\n![](rec:R-1)\n\n2. Second.",
      "1. First.\nRecommendation R-1\n  Answer letters.\n2. Second."
    ),
    (
      "1. First.\n\n   ![](rec:R-1)\n\n2. Second.",
      "1. First.\nRecommendation R-1\n  Answer letters.\n2. Second."
    ),
    ("1. ![](rec:R-1)\n\n2. Second.", "1. Recommendation R-1\n  Answer letters.\n2. Second."),
    ("1. First.\n\n![](rec:R-2)", "1. First.\nRecommendation R-2\n  Plan ahead."),
    (
      "![What was read](chart:files)\n\n1. First.",
      "What was read\n  4 in all, paragraph 2\n  Good: 1\n  Fair: 0\n  Poor: 3\n1. First."
    ),
    ("![](table:calls)", "Calls\n  3 answers\n  Often: 2\n  Never: 1"),
    (
      "![How long](indicator:days)",
      "How long\n  days; period not stated\n  North: 7\n  Elsewhere: 6\n  Target: 5"
    ),
  ])
  func `an embed has its words and figures in plain text`(body: String, text: String) throws {
    #expect(try Self.text(body) == text)
  }

  @Test func `each paragraph of the JSON has what it embeds, and no other has`() throws {
    let site = reportSite(
      ReportSamples.report(
        Self.fields,
        body:
          "1. To the agency: ![](rec:R-1)\n\n2. Second.\n\n   ![Files](chart:files)\n\n3. Third.\n")
    )
    let report = try #require(site.register.reports[ReportID("north")])
    let text = FilledText(report.header.body, in: ReferenceScope(report), site: site)
    #expect(
      text.paragraphs.map(text.words(in:)) == [
        "To the agency: recommendation R-1",
        "Second.\nFiles\n  4 in all, paragraph 2\n  Good: 1\n  Fair: 0\n  Poor: 3", "Third.",
      ])
  }

  @Test func `samples, surveys and indicators stand in plain text with all their figures`() throws {
    let site = reportSite(ReportSamples.report(Self.fields, body: "Words.\n"))
    let text = String(decoding: try site.reportFile("reports/north/report.txt"), as: UTF8.self)
    #expect(
      text.contains(
        """

        WHAT THE REPORT RESTS ON

        Files read
          4 in all, paragraph 2
          Good: 1
          Fair: 0
          Poor: 3
          By town: East: 1, West: 3
          also printed: 5, paragraph 3
        Calls
          How often?
          3 answers
          Often: 2
          Never: 1
        Days
          days; period not stated
          North: 7
          Elsewhere: 6
          Target: 5

        """))
  }

  @Test func `why there is no date is said once`() throws {
    let site = reportSite(ReportSamples.report(Self.fields, body: "![](rec:R-2)\n"))
    let text = String(decoding: try site.reportFile("reports/north/report.txt"), as: UTF8.self)
    #expect(text.contains("R-2 Plan ahead. [Open; no date set; not closed by any document held]\n"))
    let page = try site.rendered("reports/north/")
    let shown = try #require(page.firstRange(of: "aria-label=\"Recommendation R-2\""))
    let aside = page[shown.upperBound...].prefix { $0 != "\n" }
    #expect(aside.components(separatedBy: "no date set").count == 2)
  }

  @Test func `what a field embeds has a name where there is no markup`() throws {
    let site = reportSite(
      ReportSamples.report(
        "recommendations: [{id: R-1, text: Wait.}, {id: R-2, text: 'As ![](rec:R-1) says.'}]"))
    let report = try #require(site.register.reports[ReportID("north")])
    #expect(report.recommendations[1].text.value.plain == "As R-1 says.")
  }
}
