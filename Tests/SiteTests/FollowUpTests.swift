import Diagnostics
import Inspections
import Testing

@testable import Site

/// How recommendations fare, against numbers counted by hand.
struct FollowUpTests {
  private let sample = site(followUpSample, on: "2013-06-30")

  private func figures(
    _ scope: FollowUpSubject.Scope = .register
  ) throws -> FollowUpFigures {
    try #require(sample.followUp[scope]).figures
  }

  /// Open, past its date, not known, closed, withdrawn.
  private func numbers(_ counts: StatusCounts) -> [Int] {
    [counts[.open], counts[.pastDate], counts[.notKnown], counts[.closed], counts[.withdrawn]]
  }

  @Test func `what was asked in a year stands somewhere today`() throws {
    let years = try figures().years
    #expect(years.map(\.year) == [2008, 2009, 2012, nil])
    #expect(
      years.map { numbers($0.counts) } == [
        [0, 1, 0, 3, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0],
      ])
    #expect(try numbers(figures().all) == [2, 1, 1, 3, 0])
  }

  @Test func `at the end of a year it counts what had been asked and closed by then`() throws {
    let ends = try figures().ends
    #expect(
      ends.map(\.day) == [
        day("2008-12-31"), day("2009-12-31"), day("2010-12-31"), day("2011-12-31"),
        day("2012-12-31"), day("2013-06-30"),
      ])
    #expect(
      ends.map { numbers($0.counts) } == [
        [1, 2, 0, 1, 0], [1, 1, 0, 3, 0], [0, 1, 1, 3, 0], [0, 1, 1, 3, 0], [1, 1, 1, 3, 0],
        [1, 1, 1, 3, 0],
      ])
    #expect(ends.map(\.counts.unclosed) == [3, 2, 1, 1, 2, 2])
  }

  @Test func `each is compared with its time in one way`() throws {
    let timings = try figures().timings
    #expect(
      timings.map { "\($0.timing.rawValue) \($0.count)" } == [
        "closed-in-time 1", "closed-late 1", "past-date 1", "not-due 1", "no-time-set 2",
        "not-known 1",
      ])
  }

  /// 87 days to 10 June 2008, and twice from 323 to 350 days to a day of February 2009.
  @Test func `a median is as exact as the dates are`() throws {
    let closing = try figures().closing
    #expect(closing.median == 323...350)
    #expect(closing.count == 3 && closing.undated == 0)
    #expect(
      try FigureWords.closing(figures())
        == "The three that are closed took a median of between 323 and 350 days (about 11 to 12 months) "
        + "from asking to closing: at least half of them took that long or less.")
  }

  @Test(arguments: [
    ("2009-06-30", "within 3 months", "2009-09-30", "closed-in-time"),
    ("2009-06-30", "within 3 months", "2009-10-01", "closed-late"),
    ("2009-06", "within 3 months", "2009-08-31", "closed-in-time"),
    ("2009-06", "within 3 months", "2009-09-15", "closed-dates-inexact"),
    ("2009-06", "2009-09", "2009-09-15", "closed-in-time"),
    ("2009-06", "2009-09-15", "2009-09", "closed-dates-inexact"),
    ("2009-06", "2009-09-15", "unknown", "closed-dates-inexact"),
    ("2009-06", "unknown", "2009-09", "due-not-known"),
    ("unknown", "within 3 months", "2009-09", "due-not-known"),
  ])
  func `in time and late are said where every reading of the dates agrees`(
    published: String, due: String, closed: String, timing: String
  ) throws {
    let site = site([
      "reports/north-2009.md": asking(
        "north", published: published, ["{id: 1, text: Do it, due: \(due), to: agency}"]),
      "reports/visit.md": visiting(
        "north-2009", published: closed, ["{recommendation: 1, as: implemented}"]),
    ])
    let timings = try #require(site.followUp[.register]).figures.timings
    #expect(timings.map(\.timing.rawValue) == [timing])
  }

  @Test func `of a closing without a date it is not known when, and that it is closed`() throws {
    let site = site([
      "reports/north-2009.md": asking(
        "north", published: "2009-06", ["{id: 1, text: Do it, to: agency}"]),
      "reports/visit.md": visiting(
        "north-2009", published: "unknown", ["{recommendation: 1, as: implemented}"]),
    ])
    let figures = try #require(site.followUp[.register]).figures
    #expect(figures.ends.map { numbers($0.counts) }.last == [0, 0, 0, 1, 0])
    #expect(
      figures.ends.dropLast().map { numbers($0.counts) }
        == [[0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0]])
    #expect(figures.closing.median == nil && figures.closing.undated == 1)
  }

  @Test func `a year of a week that is in two is not known`() {
    #expect(PartialDate("2009-W01")?.year == nil)
    #expect(PartialDate("2009-W02")?.year == 2009)
  }

  @Test func `a body's figures are of how things stand for it`() throws {
    let site = site([
      "organisations/other.md": "title: The Other\nkind: inspected-body",
      "reports/north-2009.md": asking(
        "north", published: "2009-06",
        [
          "{id: 1, text: Do it, due: 2009-12, to: [agency, other]}",
          "{id: 2, text: And, to: other}",
        ]),
      "reports/visit.md": visiting(
        "north-2009", published: "2010-03",
        ["{recommendation: 1, as: implemented, to: agency}"]),
    ])
    func all(_ scope: FollowUpSubject.Scope) throws -> [Int] {
      try numbers(#require(site.followUp[scope]).figures.all)
    }
    #expect(try all(.register) == [1, 1, 0, 0, 0])
    #expect(try all(.organisation(OrganisationID("agency"))) == [0, 0, 0, 1, 0])
    #expect(try all(.organisation(OrganisationID("other"))) == [1, 1, 0, 0, 0])
    #expect(site.followUp[.organisation(OrganisationID("ofsted"))] == nil)
    let rows = try #require(site.followUp[.register]).figures.ends.map { numbers($0.counts) }
    #expect(rows == [[2, 0, 0, 0, 0], [1, 1, 0, 0, 0], [1, 1, 0, 0, 0], [1, 1, 0, 0, 0]])
  }

  @Test func `a translation counts once`() throws {
    let translated = followUpSample.merging([
      "reports/north-2012-cy.md": asking(
        "north", published: "2012-11-20",
        ["{id: 1, text: Gwnewch lai, due: 2014-01-31, to: agency}"])
        + "\nlanguage: cy\ntranslation_of: north-2012"
    ]) { own, _ in own }
    let figures = try #require(site(translated, on: "2013-06-30").followUp[.register]).figures
    #expect(try figures.all == self.figures().all)
  }

  @Test func `the same words of several reports are asked more than once`() throws {
    let repeats = try #require(sample.followUp[.register]).repeats
    #expect(
      repeats.map { Set($0.map(\.report.id)) } == [[ReportID("north-2008"), ReportID("old-2009")]])
    let often = site(
      [
        "reports/c.md": asking("north", published: "2011", ["{id: 1, text: Do it}"]),
        "reports/d.md": asking("north", published: "2012", ["{id: 1, text: Do it!}"]),
        "reports/e.md": asking("north", published: "2012", ["{id: 1, text: 'DO: it'}"]),
      ].merging(followUpSample) { own, _ in own })
    #expect(try #require(often.followUp[.register]).repeats.map(\.count) == [4, 2])
    let within = site([
      "reports/north-2009.md": asking(
        "north", published: "2009-06", ["{id: 1, text: Do it}", "{id: 2, text: Do it}"])
    ])
    #expect(try #require(within.followUp[.register]).repeats.isEmpty)
  }
}

/// The pages and the files of these figures.
struct FollowUpPageTests {
  private let sample = site(followUpSample, on: "2013-06-30")

  @Test func `the page begins with a sentence of the figures`() throws {
    let page = try sample.rendered("progress/")
    #expect(
      page.contains(
        "Of seven areas for improvement asked for since 2008 or in a year that is not known, three are closed "
          + "by a document held here; one is past its date; one is not yet due; one has no date that is "
          + "set or known; what became of one is not known."))
    #expect(
      page.contains(
        "Documents held here close one of three (33%) within the time that was set. If more was done, "
          + "no document held here says so. For two no time was set. For one the time that was set is "
          + "not over yet. Of one more this is not known; the figures below say why."
      ))
    #expect(
      page.contains("Why they were closed: two implemented and one superseded by something else."))
    #expect(page.contains("One wording was asked in more than one report;"))
  }

  @Test func `years in which nothing changed are one row, today one of its own`() throws {
    let page = try sample.rendered("progress/")
    let heads = page.split(separator: "<th scope=\"row\">").dropFirst().map {
      $0.prefix { $0 != "<" }
    }
    #expect(heads.prefix(4) == ["2008", "2009", "2012", "Not known"])
    #expect(heads.contains("2010 to 2011") && heads.contains("2013 so far"))
    #expect(page.contains("without one asked in a year that is not known"))
  }

  @Test func `a framework's page has its own word`() throws {
    let page = try sample.rendered("frameworks/round/progress/")
    #expect(page.contains("<h1>How areas for improvement under The round of 2009 fare</h1>"))
    #expect(page.contains("Of seven areas for improvement asked for since 2008"))
  }

  @Test func `pages lead to the figures, where there are any`() throws {
    for path in ["", "recommendations/", "organisations/agency/", "frameworks/round/"] {
      let figures = path.hasPrefix("organ") || path.hasPrefix("frame") ? path : ""
      #expect(try sample.rendered(path).contains("href=\"/register/\(figures)progress/\""))
    }
    #expect(try !sample.rendered("organisations/ofsted/").contains("progress/"))
    let empty = site(["reports/north-2009.md": asking("north", published: "2009-06", [])])
    #expect(!empty.pages.contains { $0.path.hasSuffix("progress/") })
    #expect(try !empty.rendered("recommendations/").contains("progress/"))
  }

  @Test func `beside a page stand the rows of its tables`() throws {
    let address = "https://example.org/register/organisations/agency/progress/"
    #expect(
      sample.file("organisations/agency/progress/follow-up-by-year.csv")
        == """
        id,scope,organisation,framework,year,asked,past_date,not_known,open,closed,withdrawn,address\r
        organisations/agency/2008,organisation,agency,,2008,4,1,0,0,3,0,\(address)\r
        organisations/agency/2009,organisation,agency,,2009,1,0,1,0,0,0,\(address)\r
        organisations/agency/2012,organisation,agency,,2012,1,0,0,1,0,0,\(address)\r
        organisations/agency/unknown,organisation,agency,,unknown,1,0,0,1,0,0,\(address)\r

        """)
    let all = try #require(sample.file("data/follow-up-year-ends.csv"))
    #expect(all.contains("\nregister/2008,register,,,2008-12-31,4,2,0,1,1,0,"))
    #expect(all.contains("\nframeworks/round/2013,framework,,round,,6,1,1,1,3,0,"))
    let times = try #require(sample.file("progress/follow-up-times.csv"))
    #expect(times.contains("\nregister,register,,,7,1,1,0,1,1,2,0,1,0,323,350,3,0,"))
  }
}

/// The drawing of figures.
struct SegmentsChartTests {
  private func chart(_ rows: [[Int]]) -> SegmentsChart {
    SegmentsChart(
      title: "Figures", base: "", rowName: "Year", totalName: "All",
      parts: [.init(title: "One", pattern: .ramp(5)), .init(title: "Two", pattern: .none)],
      rows: rows.map { SegmentsChart.Row(title: "", counts: $0) })
  }

  @Test func `bars begin at zero and have one scale`() {
    let chart = chart([[1, 3], [2, 0], [0, 0]])
    #expect(
      chart.rows.map(chart.segments(of:)) == [
        [.init(part: 0, start: 0, width: 25), .init(part: 1, start: 25, width: 75)],
        [.init(part: 0, start: 0, width: 50)], [],
      ])
    #expect(self.chart([[0, 0]]).segments(of: .init(title: "", counts: [0, 0])).isEmpty)
  }

  @Test func `a number that has no room above its segment is in the table alone`() {
    #expect(SegmentsChart.label(of: .init(part: 0, start: 0, width: 4), count: 7) == nil)
    #expect(SegmentsChart.label(of: .init(part: 0, start: 0, width: 5), count: 7) == "7")
    #expect(SegmentsChart.label(of: .init(part: 0, start: 0, width: 18), count: 1234) == nil)
    #expect(SegmentsChart.label(of: .init(part: 0, start: 0, width: 20), count: 1234) == "1,234")
  }
}
