import Inspections
import Testing

@testable import Site

/// A date of publication is not told as the day on which inspectors were there, nor the reverse.
struct ToldDateTests {
  private static func inspected(_ dates: String) -> SiteContext {
    site([
      "reports/north-2009.md": inspectionOfNorth(
        """
        form: known-of
        overall: poor
        judgements: [{aspect: care, grade: poor}, {aspect: records, grade: fair}]
        recommendations: [{id: 1, text: Keep records., to: [agency]}]
        """, dates: dates)
    ])
  }

  @Test(arguments: [
    ("published: 2009-03-20", "published on 20 March 2009", "published 20 March 2009"),
    ("published: 2009-01", "published in January 2009", "published January 2009"),
    ("published: 2009", "published in 2009", "published 2009"),
    ("published: unknown\ndated: 2009-01", "dated January 2009", "dated January 2009"),
  ])
  func `what is known only by its publication is nowhere told as inspected then`(
    dates: String, said: String, label: String
  ) throws {
    let site = Self.inspected(dates)
    let area = try site.rendered("areas/north/").withPlainRanges
    #expect(area.contains("Poor, the lowest of three grades, at the inspection \(said)."))
    #expect(area.contains("once, report \(said); overall grade: Poor"))
    #expect(area.contains(">the report \(said)</a>"))
    #expect(area.contains("<title>\(label): overall grade: Poor</title>"))
    #expect(area.contains("<title>\(label): Poor</title>"))
    #expect(try site.rendered("comparison/").contains("<span class=\"standing\">\(label)</span>"))
    #expect(try site.rendered("timeline/").contains("<title>\(label): overall grade: Poor</title>"))
    #expect(
      try site.rendered("reports/north-2009/recommendations/1/").contains(
        "North, \(label): area for improvement 1"))
  }

  @Test(arguments: [
    ("published: unknown", "</b>; when it was published is not known."),
    ("published: unknown\ndated: 2009-07", "</b>, dated July 2009; when it was published is not"),
    ("published: 2009-08", "</b> published in August 2009."),
  ])
  func `what inspectors did is not told as published then`(dates: String, said: String) throws {
    let site = Self.inspected("fieldwork: 2009-06-01/2009-06-04\n\(dates)")
    let area = try site.rendered("areas/north/").withPlainRanges
    #expect(area.contains(said))
    #expect(!area.contains("</b> published."))
    #expect(area.contains("once, 1–4 June 2009; overall grade: Poor"))
  }

  @Test func `of what is known only by its fieldwork it is not said when it was asked`() throws {
    let site = Self.inspected("fieldwork: 2009-06\npublished: unknown")
    let area = try site.rendered("areas/north/")
    #expect(area.contains("Asked after fieldwork in June 2009: 1"))
    #expect(!area.contains("Asked in "))
    let page = try site.rendered("reports/north-2009/recommendations/1/")
    #expect(page.contains("Asked after fieldwork in June 2009"))
    #expect(page.contains("<b>Asked after fieldwork</b>"))
  }

  @Test func `a visit that is known by its report is not told as made when that came out`() throws {
    var files = visitFile
    files["reports/north-2010.md"]?.replace("fieldwork: 2010-02-01/2010-02-02", with: "")
    let site = site(files)
    let area = try site.rendered("areas/north/")
    #expect(area.contains("Progress in the report published on 10 February 2010: "))
    #expect(area.contains("once, report published on 10 February 2010: Satisfactory progress"))
    let page = try site.rendered("reports/north-2009/recommendations/2/")
    #expect(page.contains(">Follow-up published</a>"))
    #expect(page.contains("when last looked at, in the report published on 10 February 2010"))
    #expect(!page.contains(">Visited<"))
    let closed = try site.rendered("reports/north-2009/recommendations/3/")
    #expect(closed.contains("closed by the report published on 10 February 2010"))
  }

  @Test(arguments: ["", "fieldwork: unknown"])
  func `where nothing tells that inspectors went anywhere, no page speaks of a visit`(
    fieldwork: String
  ) throws {
    var files = visitFile
    let letter = try #require(files["reports/north-2010.md"])
    files["reports/north-2010.md"] = letter.replacing("Visit to North", with: "Letter to North")
      .replacing("fieldwork: 2010-02-01/2010-02-02", with: fieldwork)
    let site = site(files)
    let named = /[^<>]*\b[Vv]isit[^<>]*/
    for path in [
      "", "areas/", "areas/north/", "reports/", "reports/north-2009/", "reports/north-2010/",
      "reports/north-2009/recommendations/1/", "reports/north-2009/recommendations/4/",
      "frameworks/round/", "organisations/agency/", "recommendations/", "recommendations/overdue/",
      "recommendations/open/", "progress/", "timeline/", "comparison/",
    ] {
      let page = try site.rendered(path)
      #expect(!page.contains(named), "\(path)")
    }
    // The same with its fieldwork is a visit.
    files["reports/north-2010.md"] = letter
    let visits = register(files)
    #expect(try siteContext(of: visits).rendered("areas/north/").contains(named))
    #expect(try site.rendered("areas/").contains("follow-up of 2010 (published)"))
    let asked = try site.rendered("reports/north-2009/recommendations/4/")
    #expect(asked.contains(">What each follow-up concluded</h2>"))
    #expect(asked.contains("The follow-up did not look at this."))
    #expect(try site.rendered("reports/north-2010/").contains(">Follow-up"))
  }

  @Test(arguments: [
    ("published: 2009-W03", "published in the week of 12 January 2009"),
    ("published: unknown\ndated: 2009-W03", "dated in the week of 12 January 2009"),
    ("fieldwork: 2009-W03\npublished: 2009-W05", "inspected in the week of 12 January 2009"),
    ("fieldwork: 2009-W03\npublished: 2009-W05", "published in the week of 26 January 2009"),
  ])
  func `what happened in a week is told to have happened in it`(
    dates: String, said: String
  ) throws {
    let site = Self.inspected(dates)
    var pages = ""
    for path in [
      "", "areas/", "areas/north/", "reports/", "reports/north-2009/", "comparison/", "timeline/",
      "reports/north-2009/recommendations/1/", "recommendations/", "frameworks/round/",
      "organisations/agency/", "organisations/ofsted/",
    ] {
      pages += try site.rendered(path)
    }
    #expect(pages.contains(said))
    #expect(!pages.contains(/(published|dated|inspected|visited|due|fieldwork) the week/))
  }

  @Test(arguments: [
    ("published: 2009", "the latest report held on this area was published in 2009."),
    ("published: 2009-06-03", "the latest report held on this area was published on 3 June 2009."),
    (
      "fieldwork: 2009-06-01/2009-06-04\npublished: unknown",
      "the latest report held on this area is of 1–4 June 2009."
    ),
    (
      "published: unknown\ndated: 2009-07",
      "the latest report held on this area is dated July 2009."
    ),
    ("published: unknown", "no dated report on this area is held."),
  ])
  func `what is said of the latest report holds whatever is known of its date`(
    dates: String, said: String
  ) throws {
    let page = try Self.inspected(dates).rendered("areas/north/").withPlainRanges
    #expect(page.contains("<b>As things stand</b>: \(said)"))
  }

  @Test func `a report without a date may be later than the latest that has one`() throws {
    var files = visitFile
    files["reports/undated.md"] = inspectionOfNorth("overall: good", dates: "published: unknown")
    let page = try site(files).rendered("areas/north/")
    #expect(
      page.contains(
        "of the reports held on this area that have a date, the latest was published on 10 February 2010."
      ))
  }

  @Test func `visits and letters together are follow-ups`() throws {
    var files = visitFile
    files["reports/north-2011.md"] = followUpOfNorth(
      "Letter", "published: 2011-02-10\nprogress: [{recommendation: 1, judgement: inadequate}]")
    let page = try site(files).rendered("reports/north-2009/recommendations/1/")
    #expect(page.contains(">What each follow-up concluded</h2>"))
    #expect(
      try site(visitFile).rendered("reports/north-2009/recommendations/1/")
        .contains(">What each visit concluded</h2>"))
  }

  @Test func `dates that are recorded as not known are said to be so`() throws {
    var files = visitFile
    files["reports/north-2010.md"] = followUpOfNorth(
      "Visit to North",
      """
      fieldwork: 2010-02-01
      published: 2010-02
      dated: unknown
      progress: [{recommendation: 1, judgement: inadequate, date: unknown}]
      """)
    files["responses/agency.md"] = """
      title: What the Agency says
      report: north-2009
      organisation: agency
      published: unknown
      items: [{recommendation: 1, stance: accepted, due: unknown}]
      """
    let site = site(files)
    let asked = try site.rendered("reports/north-2009/recommendations/1/")
    for said in [
      ", not the inspectorate, date not known; accepted", "Its own date: not known.",
      ", concluded on a date that is not known",
    ] {
      #expect(asked.contains(said), "\(said)")
    }
    #expect(try site.rendered("areas/north/").contains(" answered, date not known; not the"))
    let visit = try site.rendered("reports/north-2010/")
    #expect(visit.contains("the date on the cover is not known"))
    #expect(visit.contains("<span class=\"standing\">date not known</span>"))
  }
}
