import TestSupport
import Testing

/// Two areas of the shipped register whose histories put the timeline to the test.
///
/// What each page must say comes from the published documents, not from the page.
struct ShippedAreaTests {
  static let site = Task { try await Project.shipped().built() }

  @Test(arguments: ["far-south-west", "east-midlands"])
  func `the page of the area is as expected`(_ area: String) async throws {
    let main = try await Self.main(of: area)
    let file = "../Sites/shipped/areas/\(area).html"
    #expect(Snapshot.difference(Array(LongLines.broken(main).utf8), from: file) == nil)
  }

  @Test func `Far South West shows seven areas for improvement, all past due by then`()
    async throws
  {
    let words = Self.words(in: try await Self.main(of: "far-south-west"))
    #expect(words.contains("Seven areas for improvement, addressed to Cafcass."))
    #expect(
      words.contains(
        "Progress in February 2010: Satisfactory progress as a whole. Of seven areas for "
          + "improvement, none is closed; all are past their date."))
    let tally = "counted from its items: of 7: 5 Satisfactory progress, 2 Inadequate progress; "
    #expect(
      words.contains(
        "Recorded overall: Satisfactory progress \(tally)all seven past due by then"),
      "the recorded conclusion stands beside the computed one")
    let rows = words.matches(
      of:
        /(Satisfactory|Inadequate) progress at least [0-9]+ days past its date then Past its date, not/
    )
    #expect(rows.count == 7, "what the visit concluded stands beside every status")
    #expect(words.contains("Status of all seven: not closed by any document held."))
    #expect(words.ranges(of: "Past its date, not closed").count == 7)
    #expect(!words.contains(/overdue/.ignoresCase()))
    #expect(words.contains("Successor: not known."))
  }

  @Test func `East Midlands shows ten recommendations of which it is not known what became`()
    async throws
  {
    let words = Self.words(in: try await Self.main(of: "east-midlands"))
    #expect(words.contains("Ten recommendations, addressed to Cafcass."))
    #expect(
      words.contains(
        "Eight of them fell due after the region had ended, and no successor is known"))
    #expect(
      words.contains(
        "Status of all ten: the region ended in April 2008 and no successor is known."))
    #expect(words.ranges(of: "What became of it is not known").count == 10)
    #expect(!words.contains(/nobody (was|is|to)/), "Cafcass, of which they were asked, exists")
    #expect(words.contains("Successor: not known."))
    #expect(words.contains("Asked in February 2008: 10 – what became of them is not known"))
    #expect(words.ranges(of: "; it is not known what became of it").count == 10)
  }

  @Test func `a number that is not known is nowhere published as a number`() async throws {
    let site = try await Self.site.value
    let folder = "reports/far-south-west-2009/"
    let page = site.text("\(folder)index.html")
    #expect(page.contains("<dt>Reference</dt> <dd><span class=\"unknown\">"))
    for file in ["index.html", "print/index.html", "cite.bib", "cite.json", "report.txt"] {
      let text = site.text("\(folder)\(file)")
      #expect(!text.isEmpty, "\(file)")
      for falsehood in [
        "number = {unknown}", "\"number\":\"unknown", "\"identifier\":\"unknown",
        "Reference: unknown", "<dd>unknown", ", unknown, ",
      ] { #expect(!text.contains(falsehood), "\(file): \(falsehood)") }
    }
  }

  @Test func `East Midlands adds up to the same wherever it is counted`() async throws {
    // Of sixteen judgements two are on the report's sections, practice and systems, whose parts are
    // judged one by one. Of the others user views and prospects have no grade.
    let tally =
      "3 Good, 1 Adequate, 7 Inadequate, 1 between Adequate and Good; 2 looked at and not graded; left out, because "
      + "aspects that are part of them are judged: Practice and Systems"
    let site = try await Self.site.value
    #expect(Self.words(in: try await Self.main(of: "east-midlands")).contains(tally))
    for file in ["index.html", "report.txt", "print/index.html"] {
      #expect(site.text("reports/east-midlands-2008/\(file)").contains(tally), "\(file)")
    }
    for feed in ["feed.xml", "areas/east-midlands/feed.xml"] {
      #expect(site.text(feed).contains("Counted from the judgements: \(tally)."), "\(feed)")
    }
    let rows = site.text("data/judgements.csv").split(separator: "\r\n")
      .filter { $0.hasPrefix("east-midlands-2008/") }
    #expect(rows.count { $0.contains(",graded,inadequate,yes,") } == 7)
    #expect(rows.count { $0.contains(",graded,inadequate,section,") } == 2)
  }

  /// What stands between the header and the footer of the area's page.
  private static func main(of area: String) async throws -> String {
    let page = try await site.value.text("areas/\(area)/index.html")
    let start = try #require(page.range(of: "<main"))
    let end = try #require(page.range(of: "</main>"))
    return String(page[start.lowerBound..<end.upperBound]) + "\n"
  }

  /// The text without markup and drawings, with single spaces.
  private static func words(in html: String) -> String {
    html.replacing(/<figure class="timeline-frame"[\s\S]*?<\/figure>/, with: "")
      .replacing(/<svg[\s\S]*?<\/svg>/, with: "").replacing(/<[^>]+>/, with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" ;", with: ";").replacing(" .", with: ".").replacing(" ,", with: ",")
  }
}
