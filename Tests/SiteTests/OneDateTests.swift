import Diagnostics
import Inspections
import Testing

@testable import Site

/// A report is dated by its fieldwork where that is known, the same everywhere.
struct OneDateTests {
  private static func inspection(_ dates: String) -> String {
    """
    title: Inspection in the winter
    kind: inspection
    publisher: ofsted
    framework: round
    form: known-of
    area: north
    \(dates)
    overall: good
    judgements: [{aspect: care, grade: good}]
    recommendations: [{id: 1, text: Mend it., aspect: care, to: [agency]}]
    """
  }

  @Test(arguments: [
    (
      "fieldwork: 2009-12-01/2009-12-04\npublished: 2010-01", "2009-12-04", 2009, "2010-01",
      "inspected 1–4 December 2009, published January 2010"
    ),
    (
      "fieldwork: 2009-12-28/2010-01-08\npublished: 2010", "2010-01-08", 2010, "2010",
      "inspected 28 December 2009 to 8 January 2010, published 2010"
    ),
    ("published: 2010-01\ndated: 2009-12", "2010-01", 2010, "2010-01", "published January 2010"),
    (
      "fieldwork: 2009\npublished: unknown", "2009", 2009, "2009",
      "inspected 2009, date of publication not known"
    ),
    (
      "dated: 2009-12\npublished: unknown", "2009-12", 2009, "2009-12",
      "dated December 2009, date of publication not known"
    ),
  ])
  func `a report is of its fieldwork, else of its publication, else of its cover`(
    dates: String, date: String, year: Int, asked: String, words: String
  ) throws {
    let register = register(["reports/winter.md": Self.inspection(dates)])
    let report = try #require(register.reports[ReportID("winter")])
    #expect(report.date == PartialDate(date))
    #expect(report.year == year)
    #expect(report.asked == PartialDate(asked), "what it asks is asked when it appears")
    #expect(ReportWords.dates(of: report, in: register) == words)
  }

  @Test func `every list, page, feed and table has a report in one year and says when it appeared`()
    throws
  {
    let site = site([
      "reports/winter.md": Self.inspection("fieldwork: 2009-12-01/2009-12-04\npublished: 2010-01")
    ])
    let both = "inspected 1–4 December 2009, published January 2010"
    for path in [
      "", "reports/", "reports/winter/", "areas/north/", "frameworks/round/",
      "frameworks/round/aspects/care/", "timeline/", "organisations/ofsted/",
    ] {
      #expect(try site.rendered(path).withPlainRanges.contains(both), "/\(path)")
    }
    let reports = try site.rendered("reports/")
    #expect(!reports.contains("year-2010"))
    #expect(try site.rendered("").contains("inspected in 2009 (published) and 2009"))
    #expect(try site.rendered("areas/").contains("inspected in 2009 (published) and 2009"))
    #expect(try site.rendered("comparison/").withPlainRanges.contains("1–4 December 2009"))
    #expect(
      try site.rendered("recommendations/").withPlainRanges.contains("North, 1–4 December 2009"))
    #expect(!(try site.rendered("recommendations/")).contains("data-year=\"2010\""))
    #expect(try #require(site.file("feed.xml")).contains(both))
    // With the usual report of June 2009 these are five, all in reports of 2009, one asked for in 2010.
    let figures = try site.rendered("progress/")
    #expect(figures.contains("Of five areas for improvement asked for since 2009, "))
    #expect(figures.contains("By the year of the report <span class=\"base\">(the year in which "))
    #expect(figures.contains(">Year of the report</th>") && !figures.contains(">Asked</th>"))
    let years = try #require(site.file("data/follow-up-by-year.csv")).split(separator: "\r\n")
    #expect(years.filter { $0.hasPrefix("register") }.count == 1)
    #expect(years.contains { $0.hasPrefix("register/2009,") })
    // Nothing stood open at the end of the year before it was published.
    let ends = try #require(site.followUp[.register]).figures.ends
    #expect(ends.first.map { $0.counts.total } == 4)
    #expect(ends.dropFirst().first.map { $0.counts.total } == 5)
    for table in ["reports", "judgements"] {
      let csv = try #require(site.file("data/\(table).csv")).split(separator: "\r\n")
      let place = try #require(csv.first?.split(separator: ",").firstIndex(of: "date"))
      let row = try #require(csv.first { $0.hasPrefix("winter") })
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.dropFirst(place).contains("2009-12-04"), "\(table)")
    }
  }

  @Test func `reports stand in one order, those of which no date is known before all`() {
    let register = register([
      "reports/a-2014.md": Self.inspection("fieldwork: 2014-02\npublished: unknown"),
      "reports/b-2012.md": Self.inspection("fieldwork: 2012-12\npublished: 2016"),
      "reports/c-none.md": Self.inspection("published: unknown"),
      "reports/d-2013.md": Self.inspection("published: 2013"),
    ])
    let order = ["c-none", "north-2009", "b-2012", "d-2013", "a-2014"]
    #expect(register.links.reportsByDate.map(\.id.name) == order)
    #expect(register.reportsInOrder(of: AreaID("north")).map(\.id.name) == order)
    #expect(register.links.reportsNewestFirst.map(\.id.name) == order.reversed())
  }

  @Test(arguments: [
    ("fieldwork: 2011-03-01/2011-03-04\npublished: 2011", "1–4 March 2011"),
    ("fieldwork: 2011-03\npublished: 2011-03-01", "March 2011"),
    ("fieldwork: 2011-03-01\npublished: unknown", "1 March 2011"),
    ("published: 2011", "2011"),
  ])
  func `a report stands once in an area's history, by its one date, with what it asked`(
    dates: String, when: String
  ) throws {
    let text = Self.inspection(dates).replacing(
      "to: [agency]", with: "due: 2011-03-02, to: [agency]")
    let site = site(["reports/winter.md": text])
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    let entries = AreaEntries(overview: overview, site: site).entries()
    let winter = entries.filter { $0.link?.contains("reports/winter/") == true }
    #expect(winter.map(\.when) == [when])
    #expect(winter.first?.asked?.items.first?.note.hasPrefix("due by 2 March 2011") == true)
    #expect(entries.last?.isToday == true)
  }

  @Test func `reinspection counts from the end of the fieldwork on the page and in the check`()
    throws
  {
    let rule = """
      title: The round of 2009
      inspectorate: ofsted
      grades: [{id: good, title: Good}]
      aspects: [{id: care, title: Care}]
      rules: [{rule: reinspect-within, value: 5 years, status: in force}]
      """
    let files = [
      "frameworks/round.md": rule,
      "reports/north-2009.md": Self.inspection(
        "fieldwork: 2025-09-29/2025-10-09\npublished: 2026-01-20"),
    ]
    let site = site(files, on: "2026-06-01")
    let page = try site.rendered("areas/north/")
    #expect(page.contains("an inspection is due by 9 October 2030"))
    #expect(!page.contains("nothing that is known of"), "an inspection is known of")
    for (end, isDue) in [("2030-10-10", true), ("2030-10", false), ("2028", false)] {
      var ending = files
      ending["areas/north.md"] = "title: North\nkind: region\nfrom: 2001\nto: \(end)"
      let site = SiteTests.site(ending, on: "2031-01-01")
      #expect((Reinspection(of: AreaID("north"), in: site.register) != nil) == isDue, "\(end)")
      #expect(
        try site.rendered("areas/north/").contains("an inspection was due by 9 October 2030")
          == isDue)
      let found = checkRegister(in: CheckContext(register: site.register, now: site.now))
      #expect(found.contains { $0.check.name == "reinspection-overdue" } == isDue, "\(end)")
    }
    for (now, isOverdue) in [("2030-10-09", false), ("2030-10-10", true)] {
      let moment = Moment(.instant(try #require(Instant("\(now)T00:00:00Z"))), in: nil)
      let found = checkRegister(in: CheckContext(register: site.register, now: moment))
        .filter { $0.check.name == "reinspection-overdue" }
      #expect(found.isEmpty != isOverdue, "\(now)")
    }
  }

  @Test func `what is new is what was published last`() throws {
    let site = site([
      "reports/late.md": Self.inspection("fieldwork: 2009-01\npublished: 2011-12"),
      "reports/prompt.md": Self.inspection("fieldwork: 2011-01\npublished: 2011-02"),
    ])
    let home = try site.rendered("")
    let new = try #require(home.range(of: "id=\"new\""))
    let late = try #require(home[new.upperBound...].range(of: "reports/late/"))
    let prompt = try #require(home[new.upperBound...].range(of: "reports/prompt/"))
    #expect(late.lowerBound < prompt.lowerBound)
  }
}
