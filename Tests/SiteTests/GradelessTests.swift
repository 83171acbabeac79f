import Inspections
import Testing

@testable import Site

/// A framework without grades gives none as a whole, whether it says so or not.
struct GradelessTests {
  private static let files = [
    "frameworks/round.md": """
    title: The round of 2009
    inspectorate: ofsted
    aspects: [{id: care, title: Care}]
    progress: [{id: enough, title: Enough progress}]
    """,
    "reports/north-2009.md": inspectionOfNorth(
      """
      recommendations: [{id: 1, text: Wait., due: immediately, to: agency}]
      """),
  ]

  @Test func `no page says anything of an overall grade`() throws {
    let site = site(Self.files)
    #expect(!site.register.givesOverall)
    for (path, page) in try site.renderedPages() where !path.hasPrefix("data/") {
      #expect(!page.lowercased().contains("overall"), "\(path)")
    }
    let home = try site.rendered("")
    #expect(!home.contains("How to read a grade") && home.contains("How to read this register"))
    #expect(!home.contains("Grades of different scales"))
  }

  @Test func `several scales are spoken of where there are several`() throws {
    var files: [String: String] = [:]
    #expect(try !site(files).rendered("").contains("different scales"))
    files["frameworks/other.md"] =
      "title: Other\ninspectorate: ofsted\ngrades: [{id: a, title: A}, {id: b, title: B}]"
    #expect(try site(files).rendered("").contains("Grades of different scales cannot be compared"))
  }
}
