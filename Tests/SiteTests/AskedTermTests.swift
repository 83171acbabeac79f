import Inspections
import TestSupport
import Testing

@testable import Site

/// What is asked for has the framework's own word wherever all of it is of such frameworks.
@Suite struct AskedTermTests {
  private static func files(_ other: String) -> [String: String] {
    [
      "frameworks/other.md": """
      title: The other round
      inspectorate: ofsted
      grades: [{id: good, title: Good}]
      progress: [{id: done, title: Done}]
      aspects: [{id: care, title: Care}]
      recommendation_term: \(other)
      """,
      "areas/south.md": "title: South\nkind: region\norganisation: trust",
      "organisations/trust.md": "title: The Trust\nkind: inspected-body",
      "reports/south-2010.md": """
      title: South
      kind: inspection
      publisher: ofsted
      framework: other
      area: south
      published: 2010-06
      fieldwork: 2010-05
      recommendations: [{id: 1, text: Mend the roof., to: trust}]
      """,
    ]
  }

  @Test func `lists, headings, menus and figures have the one word of all frameworks`() throws {
    let site = site(Self.files("{one: area for improvement, many: areas for improvement}"))
    let list = try site.rendered("recommendations/")
    #expect(list.contains("<h1>Areas for improvement</h1>"))
    #expect(list.contains("aria-label=\"Lists of areas for improvement\""))
    #expect(!list.contains("by another name"))
    #expect(
      try site.rendered("recommendations/open/").contains(
        "<h1>Areas for improvement open or past their date</h1>"))
    let figures = try site.rendered("progress/")
    #expect(figures.contains("<h1>How areas for improvement fare</h1>"))
    #expect(figures.contains(">All areas for improvement, one by one</a>"))
    let home = try site.rendered("")
    #expect(home.contains(">All areas for improvement</a>"))
    #expect(home.contains("href=\"/register/recommendations/\">Areas for improvement</a>"))
    for (path, page) in try site.renderedPages() where path != "data/" {
      #expect(!page.lowercased().contains(">recommendations"), "\(path)")
    }
  }

  @Test func `where frameworks differ the usual word stands, but where one is alone`() throws {
    let site = site(Self.files("{one: requirement, many: requirements}"))
    let list = try site.rendered("recommendations/")
    #expect(list.contains("<h1>Recommendations</h1>"))
    #expect(list.contains("A framework may call recommendations by another name."))
    #expect(try site.rendered("progress/").contains("<h1>How recommendations fare</h1>"))
    #expect(
      try site.rendered("organisations/trust/progress/")
        .contains("<h1>How requirements to The Trust fare</h1>"))
    #expect(
      try site.rendered("organisations/trust/recommendations/").contains("One requirement from one")
    )
  }
}
