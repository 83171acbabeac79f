import Testing

@testable import Site

/// The table of an area's grades over time.
struct GradesOverTimeTests {
  @Test(arguments: [
    (5, "", ""), (6, "five of six", "#area.reports"), (40, "five of 40", "/areas/north/reports/"),
  ])
  func `a table of grades over time says how many reports it leaves out, and where they are`(
    count: Int, shown: String, place: String
  ) throws {
    var files: [String: String] = [:]
    for number in 1...count {
      files["reports/north-\(2009 + number).md"] = """
        title: Inspection \(number)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        fieldwork: \(1960 + number)
        published: 2011
        judgements: [{aspect: care, grade: good}]
        """
    }
    // It judges nothing, and so has no place in the table.
    files["reports/north-2009.md"] =
      "title: Theme\nkind: thematic\npublisher: ofsted\nframework: round\nareas: [north]\npublished: 2009"
    let page = try site(files).rendered("areas/north/")
    let start = try #require(page.range(of: "<details><summary>Grades over time"))
    let end = try #require(page[start.upperBound...].range(of: "</table>"))
    let table = page[start.lowerBound..<end.lowerBound]
    #expect(table.ranges(of: "<th scope=\"col\">").count == min(count, 5) + 1)
    let said =
      "The table has the latest \(shown) reports on this scale. "
      + "What was judged before stands in "
    #expect(table.contains(said) == !shown.isEmpty)
    if !shown.isEmpty {
      let link = table.split(separator: said).last?.prefix { $0 != ">" } ?? ""
      #expect(link.hasPrefix("<a href=\"") && link.contains(place))
    }
  }
}
