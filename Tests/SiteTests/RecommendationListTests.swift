import HTML
import Inspections
import Testing

@testable import Site

struct RecommendationListTests {
  @Test func `a small register has one list, and links lead to its groups`() throws {
    let site = site([:])
    let report = try #require(site.register.reports[ReportID("north-2009")])
    #expect(RecommendationsPage.planned(site).map(\.path) == ["recommendations/"])
    #expect(
      RecommendationsPage.path(for: report, in: site.register) == "recommendations/#north-2009")
  }

  @Test func `a long list is divided by year, and every part is on a page`() {
    var files: [String: String] = [:]
    for number in 1...60 {
      let items = (1...10).map { "  - {id: \($0), text: Do it.}" }.joined(separator: "\n")
      files["reports/r\(number).md"] = """
        title: Report \(number)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        published: \(number <= 40 ? 2010 : 2011)-03
        recommendations:
        \(items)
        """
    }
    let paths = RecommendationsPage.planned(site(files)).map(\.path)
    #expect(
      paths == [
        "recommendations/", "recommendations/2011/", "recommendations/2010/",
        "recommendations/2010/2/", "recommendations/2009/",
      ])
  }

  @Test func `filters name values that rows carry, and rules hide the others`() throws {
    let site = site(visitFile)
    let report = try #require(site.register.reports[ReportID("north-2009")])
    let all = site.histories[report]
    let filters = RecommendationFilter.all(of: all, in: site)
    #expect(filters.map(\.name) == ["status", "due"])
    #expect(filters[0].values.map(\.name) == ["past-date", "open", "closed"])
    #expect(filters[0].values.map(\.count) == [2, 1, 1])
    let rules = String(decoding: RecommendationFilter.rules(for: filters), as: UTF8.self)
    #expect(rules.contains("[value='past-date']"))
  }
}
