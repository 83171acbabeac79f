import CommonMark
import HTML
import Inspections
import Testing

@testable import Site

@Suite struct ReportPageTests {
  /// Every value of an attribute in a page.
  func values(of attribute: String, in html: String) -> [String] {
    html.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// The levels of the headings in order.
  func headings(in html: String) -> [Int] {
    html.split(separator: "<h").dropFirst().compactMap { part in
      part.dropFirst().first == ">" || part.dropFirst().first == " "
        ? part.first?.wholeNumberValue : nil
    }
  }

  func checkShape(_ html: String) {
    let ids = values(of: "id", in: html)
    #expect(Set(ids).count == ids.count, "ids come twice: \(ids.sorted())")
    let levels = headings(in: html)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    let links = values(of: "href", in: html).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
    for link in links { #expect(ids.contains(String(link)), "#\(link) leads nowhere") }
  }

  @Test func `a report with nothing that may be missing still has a page`() throws {
    let files = ReportSamples.around.merging([
      "reports/north.md": """
      ---
      title: A round of views
      kind: consultation
      publisher: board
      form: known-of
      published: unknown
      ---
      """
    ]) { $1 }
    let site = reportSite(files)
    for path in ["reports/north/", "reports/north/print/", "reports/"] {
      checkShape(try site.rendered(path))
    }
    let html = try site.rendered("reports/north/")
    #expect(html.contains("known only through others"))
    #expect(html.contains("date not known"))
    #expect(!html.contains("id=\"report.judgements\""))
    #expect(!html.contains("class=\"definitions\""))
  }

  @Test func `sections of the page never take an id from the body`() throws {
    let body = """
      ## Report.cite

      ## Evidence files

      ## Figures 1

      1. [Most](share:2/3) of [care](term:care).

      ## Term care

      ## Contents

      ![Files](chart:files)

      ![Files](table:files)
      """
    let site = reportSite(
      ReportSamples.report(
        """
        samples: [{id: files, title: Files, size: 3, grades: {good: 2, poor: 1}}]
        judgements: [{aspect: care, grade: good, samples: [files], paragraph: 1}]
        """, body: body))
    let html = try site.rendered("reports/north/")
    checkShape(html)
    #expect(html.contains("class=\"definitions\""))
    #expect(html.contains("In this framework “most” means over 65%."))
  }

  @Test func `an embed within running text is a link, for a figure cannot stand there`() throws {
    let site = reportSite(
      ReportSamples.report(
        "samples: [{id: files, title: Files, size: 1, grades: {good: 1}}]",
        body: "See ![the files](chart:files) below."))
    let html = try site.rendered("reports/north/")
    #expect(
      html.contains("See <a href=\"/register/reports/north/#evidence-files\">the files</a> below."))
  }

  @Test func `a withdrawn report keeps its page and says what takes its place`() throws {
    let files = ReportSamples.report(
      "status: withdrawn\nwithdrawal: {date: 2010-02-01, reason: Wrong area., superseded_by: north-2}"
    ).merging([
      "reports/north-2.md": """
      ---
      title: The right one
      kind: inspection
      publisher: board
      framework: round
      area: north
      published: 2010
      changes: [{date: 2011-01-05, note: A word., paragraphs: [4]}]
      ---
      """
    ]) { $1 }
    let site = reportSite(files)
    let withdrawn = try site.rendered("reports/north/")
    #expect(withdrawn.contains("This report was withdrawn."))
    #expect(withdrawn.contains("<a href=\"/register/reports/north-2/\">The right one</a>"))
    #expect(withdrawn.contains("\"creativeWorkStatus\":\"Withdrawn\""))
    let next = try site.rendered("reports/north-2/")
    #expect(next.contains("takes the place of <a href=\"/register/reports/north/\">"))
    #expect(next.contains("Corrected since publication"))
    #expect(next.contains("rel=\"prev\""))
  }

  @Test func `people are shown in visible roles only`() throws {
    let site = reportSite(
      ReportSamples.report(
        "people: [{name: Ada Shown, role: signatory}, {name: Bea Hidden, role: inspector}]"))
    let html = try site.rendered("reports/north/")
    #expect(html.contains("Ada Shown"))
    #expect(!html.contains("Bea Hidden"))
  }

  @Test func `a recommendation is embedded with links inside its wording`() throws {
    let site = reportSite(
      ReportSamples.report(
        "recommendations: [{id: 1, text: \"Look after [care](term:care).\", to: [agency]}]",
        body: "![Recommendation 1](rec:1)"))
    let html = try site.rendered("reports/north/")
    checkShape(html)
    #expect(html.contains("Look after <a href=\"/register/glossary/#care\">care</a>."))
    #expect(html.contains("</a>, to The Agency</p>"))
  }

  @Test func `grades are counted without sections, splits and missing grades by their own words`()
    throws
  {
    let site = reportSite(
      ReportSamples.report(
        """
        judgements:
          - {aspect: work, grade: poor}
          - {aspect: care, grade: [fair, good]}
          - {aspect: files, grade: none}
          - {subject: the plan, grade: good, parts: [{title: Its start, grade: poor}]}
        """))
    let html = try site.rendered("reports/north/")
    #expect(
      html.contains(
        "1 Good, 1 between Fair and Good; 1 looked at and not graded; left out, because aspects that are "
          + "part of it are judged: Work"
      ))
  }

  @Test func `two accounts on one page do not share ids, and their headings go below the page's`()
    throws
  {
    let account = """
      ---
      title: An account
      outlet: The Paper
      kind: news
      published: 2009
      about: [north]
      claims: [{report: north, overall: good}, {report: north, overall: splendid, says: Splendid.}]
      ---
      ## What it says

      Much.[^1] See [above](#what-it-says).

      [^1]: A note.
      """
    let files = ReportSamples.report("overall: poor").merging([
      "coverage/one.md": account, "coverage/two.md": account,
    ]) { $1 }
    let site = reportSite(files)
    let html = try site.rendered("coverage/")
    checkShape(html)
    #expect(html.contains("<h3 id=\"one.what-it-says\">"))
    #expect(html.contains("Differs from the record."))
    #expect(html.contains("Off the scale."))
    #expect(html.contains("Overall grade: claimed Good; the record has Poor."))
    checkShape(try site.rendered("reports/north/"))
  }

  @Test func `a column of paragraphs stands where any judgement names one`() throws {
    let column = "class=\"number\">Para&shy;graph</th>"
    let without = "<p class=\"unknown\">No number of a paragraph is recorded.</p>"
    for (field, isNamed) in [("", false), (", paragraph: 3", true)] {
      let site = reportSite(
        ReportSamples.report(
          "judgements: [{aspect: care, grade: poor}, {aspect: files, grade: fair\(field)}]"))
      let html = try site.rendered("reports/north/")
      checkShape(html)
      #expect(html.contains(column) == isNamed && html.contains(without) != isNamed)
      #expect(html.contains("no number</span>") == isNamed)
    }
  }

  @Test func `those who made or signed a report stand with their part in it`() throws {
    let site = reportSite(ReportSamples.report("people: [{name: Ann Hart, role: signatory}]"))
    #expect(
      try site.rendered("reports/north/")
        .contains("<dt>Made or signed by</dt> <dd><p>Ann Hart, signatory</p></dd>"))
  }

  @Test func `what a body answered stands under words that fit whatever it says`() throws {
    let files = ReportSamples.report("recommendations: [{id: 1, text: Act., to: [agency]}]")
      .merging([
        "responses/reply.md": """
        ---
        title: The reply
        report: north
        organisation: agency
        published: 2009-07
        items: [{recommendation: 1, stance: partly, actions: [The rule has been postponed.]}]
        ---
        """
      ]) { $1 }
    let site = reportSite(files)
    #expect(
      try site.rendered("reports/north/recommendations/1/")
        .contains("<p>What it answered:</p>\n<ol><li>The rule has been postponed.</li></ol>"))
    #expect(
      try site.rendered("responses/reply/")
        .contains("<dt>It names</dt> <dd><span class=\"worked-out\">one action</span></dd>"))
  }

  @Test func `an answer is marked as the body's own and links each recommendation`() throws {
    let files = ReportSamples.report("recommendations: [{id: 1, text: Act., to: [agency]}]")
      .merging([
        "responses/reply.md": """
        ---
        title: The reply
        report: north
        organisation: agency
        published: unknown
        items: [{recommendation: 1, stance: partly, actions: [Meet., Write.], due: 2010-01}]
        ---
        """
      ]) { $1 }
    let site = reportSite(files)
    let html = try site.rendered("responses/reply/")
    checkShape(html)
    #expect(html.contains("It is no judgement of the inspectorate."))
    #expect(html.contains("href=\"/register/reports/north/recommendations/1/\""))
    #expect(try site.rendered("reports/north/").contains("Answers all that was put to it."))
  }
}
