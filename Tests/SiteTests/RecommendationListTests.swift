import HTML
import Inspections
import Testing

@testable import Site

struct RecommendationListTests {
  @Test func `a small register has one page a list`() {
    let site = site([:])
    #expect(
      RecommendationsPage.planned(site).map(\.path) == [
        "recommendations/", "recommendations/open/", "recommendations/overdue/",
        "organisations/agency/recommendations/", "areas/north/recommendations/",
      ])
  }

  @Test func `a long list is divided by year, and by month where a year is long`() {
    var files: [String: String] = [:]
    // North 2009 asks for four things, the others for ten each: 140 in 2010, of which 80 in March and 60
    // in June, and 60 in 2011. What a report asks takes about 14 kB, so that March takes two pages.
    for number in 1...20 {
      let items = (1...10).map { "  - {id: \($0), text: Do it.}" }.joined(separator: "\n")
      files["reports/r\(number).md"] = """
        title: Report \(number)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        published: \(number <= 8 ? "2010-03" : number <= 14 ? "2010-06" : "2011-03")
        recommendations:
        \(items)
        """
    }
    let paths = RecommendationsPage.planned(site(files)).map(\.path)
    #expect(
      paths.filter { $0.wholeMatch(of: /recommendations\/([0-9\/]*)/) != nil } == [
        "recommendations/", "recommendations/2011/", "recommendations/2010/",
        "recommendations/2010/06/", "recommendations/2010/03/", "recommendations/2010/03/2/",
        "recommendations/2009/",
      ])
  }

  @Test func `a list counts what is asked for in the framework's word`() throws {
    let site = site([:])
    for list in ["", "areas/north/", "organisations/agency/"] {
      #expect(
        try site.rendered("\(list)recommendations/")
          .contains("Four areas for improvement from one report."), "\(list)")
    }
  }

  @Test func `an area counts what was asked of its neighbours in the framework's word`() throws {
    let site = site([
      "areas/south.md": "title: South\nkind: region\norganisation: agency\nreplaces: [north]"
    ])
    #expect(try site.rendered("areas/south/").contains("one report, four areas for improvement"))
  }

  @Test func `counts of the whole register say so on a page that lists less`() throws {
    let site = site([:])
    let words = "In the whole register:"
    #expect(try site.rendered("areas/north/recommendations/").contains(words))
    #expect(try site.rendered("organisations/agency/recommendations/").contains(words))
    #expect(try !site.rendered("recommendations/").contains(words))
    #expect(try !site.rendered("recommendations/overdue/").contains(words))
  }

  @Test func `filters name values that rows carry`() throws {
    let site = site(visitFile)
    let report = try #require(site.register.reports[ReportID("north-2009")])
    let all = site.histories[report]
    let filters = RecommendationFilter.all(of: all, in: site)
    #expect(filters.map(\.name) == ["status", "due"])
    #expect(filters[0].values.map(\.name) == ["past-date", "open", "closed"])
    #expect(filters[0].values.map(\.count) == [2, 1, 1])
  }

  @Test func `lists by standing, body and area have what stands so, with a table of the same rows`()
    throws
  {
    // Of four recommendations the visit closes the third; the fourth has no date, and the first two
    // are past theirs.
    let site = site(visitFile)
    let lists = site.recommendationLists
    #expect(
      lists.map { "\($0.path) \($0.count)" } == [
        "recommendations/ 4", "recommendations/open/ 3", "recommendations/overdue/ 2",
        "recommendations/closed/ 1",
        "organisations/agency/recommendations/ 4", "areas/north/recommendations/ 4",
      ])
    let everything = try site.everything()
    for (list, numbers) in [
      ("open", ["1", "2", "4"]), ("overdue", ["1", "2"]), ("closed", ["3"]),
    ] {
      let page = try #require(everything["recommendations/\(list)/"])
      for number in ["1", "2", "3", "4"] {
        #expect(page.contains("id=\"north-2009.\(number)\"") == numbers.contains(number), "\(list)")
      }
      let file = try #require(site.file("recommendations/\(list)/recommendations.csv"))
      let rows = file.split(separator: "\r\n").dropFirst()
      #expect(rows.map { String($0.prefix { $0 != "," }) } == numbers)
    }
    let overdue = try #require(site.file("recommendations/overdue/recommendations.csv"))
    #expect(
      overdue.contains("\"Past its date, not closed\",Inadequate progress,1–2 February 2010,"))
  }
}
