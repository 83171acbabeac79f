import Inspections
import Testing

@testable import Site

struct WordsTests {
  @Test(arguments: [
    ("1871-12-31", "31 December 1871"), ("1900-01-01", "1 January 1900"),
    ("2008-02-29", "29 February 2008"), ("2099-09-30", "30 September 2099"),
    ("2100-05-09", "9 May 2100"), ("0800-03", "March 800"), ("2010", "2010"),
    ("2009-W03", "the week of 12 January 2009"),
  ])
  func `a date is written out, whenever it was`(date: String, words: String) throws {
    let date = try #require(PartialDate(date))
    #expect(DateWords.words(date) == words)
    let limit = DateWords.limit(date)
    #expect(limit == (date.precision == .day ? "by \(words)" : "by the end of \(words)"))
    #expect(DateWords.limitAsStart(date) == NumberWords.capitalised(limit))
  }

  @Test(arguments: [
    ("area for improvement", "Area for improvement"), ("élan", "Élan"), ("1 – poor", "1 – poor"),
    ("mRNA letter", "mRNA letter"), ("iAction NHS", "iAction NHS"),
    ("letter of the NHS", "Letter of the NHS"),
  ])
  func `a sentence begins with a capital, but for names that have theirs elsewhere`(
    text: String, capitalised: String
  ) {
    #expect(NumberWords.capitalised(text) == capitalised)
  }

  @Test func `a worked-out due date quotes the words it follows from`() throws {
    let site = site([:])
    let report = try #require(site.register.reports[ReportID("north-2009")])
    let words = report.recommendations.map {
      dueDate(of: $0, in: report).flatMap(DueWords.workedOut)
    }
    #expect(
      words == [
        "“immediately”, from publication in June 2009",
        "“within three months”, from publication in June 2009", nil, nil,
      ])
  }

  @Test func `a visit's conclusions are counted, and how many were past due`() throws {
    let site = site(visitFile)
    let visit = try #require(site.register.reports[ReportID("north-2010")])
    let words = VisitWords(of: visit, in: site)
    #expect(words.tally == "of 3: 2 Satisfactory progress, 1 Inadequate progress")
    #expect(words.pastDue == "all three past due by then")
    #expect(words.closes == "It closes area for improvement 3: implemented.")
  }

  private static let single = [
    "reports/north-2009.md": inspectionOfNorth(
      "recommendations: [{id: A1, text: Mend it., due: 2010-01-15, to: [agency]}]"),
    "reports/north-2010.md": followUpOfNorth(
      "Visit",
      """
      fieldwork: 2010-02-01/2010-02-02
      published: 2010-02-10
      progress: [{recommendation: A1, judgement: inadequate}]
      """),
  ]

  @Test(arguments: ["areas/north/", "reports/north-2009/"])
  func `a list says what a visit concluded on the one item that it looked at`(
    path: String
  ) throws {
    let page = try site(Self.single).rendered(path)
    #expect(page.contains("Inadequate progress</span></span> on area for improvement A1, <span"))
    #expect(page.contains("\"worked-out\">at least 17 days past its date"))
    #expect(page.contains("It closes no area for improvement."))
    #expect(!page.contains("counted from its items: "))
  }

  @Test func `a recommendation's row counts many visits and tells the last`() throws {
    func row(_ months: ClosedRange<Int>) throws -> String {
      var files: [String: String] = [:]
      for month in months {
        files["reports/visit-\(month).md"] = followUpOfNorth(
          "Visit",
          """
          fieldwork: 2010-0\(month)-05
          published: 2010-06
          progress: [{recommendation: 1, judgement: \(month > 2 ? "inadequate" : "satisfactory")}]
          """)
      }
      let page = try site(files).rendered("reports/north-2009/recommendations/1/")
      return try #require(page.firstMatch(of: /Visited <span class="quiet">([^<]*)</)).1.description
    }
    #expect(
      try row(1...2)
        == "5 January 2010: Satisfactory progress and 5 February 2010: Satisfactory progress")
    #expect(try row(1...3) == "three times, last on 5 March 2010: Inadequate progress")
  }

  @Test func `what is next due leads to the remark on why no report is there`() throws {
    func due(_ standing: String) throws -> String {
      let area = "title: West\nkind: home\norganisation: agency\n\(standing)"
      let page = try site(["areas/west.md": area]).rendered("areas/west/")
      return try #require(page.firstMatch(of: /<dt>Next due<\/dt> <dd>([^<]*)</)).1.description
    }
    #expect(try due("") == "nothing that is known of")
    #expect(
      try due("standing: {state: Awaiting inspection, note: It comes within a year.}")
        == "no date that is known; see what is said under Standing")
  }

  private static let sixClosed = (1...6).map { "{recommendation: \($0), as: superseded}" }

  @Test(arguments: [
    ("", "It closes no area for improvement."),
    ("{recommendation: 1, as: implemented}", "It closes area for improvement 1: implemented."),
    (
      "{recommendation: 7, as: not-implemented}, {recommendation: 2, as: implemented}, "
        + "{recommendation: 1, as: implemented}",
      "It closes areas for improvement 1 and 2: implemented; area for improvement 7: not implemented."
    ),
    (
      (sixClosed + ["{recommendation: 7, as: superseded}", "{recommendation: 8, as: superseded}"])
        .joined(separator: ", "),
      "It closes eight areas for improvement: superseded."
    ),
  ])
  func `a list says what a visit closes, and why`(closes: String, words: String) throws {
    let asked = (1...8).map { "{id: \($0), text: Do \($0)., to: [agency]}" }
    let site = site([
      "reports/north-2009.md": inspectionOfNorth(
        "recommendations: [\(asked.joined(separator: ", "))]"),
      "reports/north-2010.md": followUpOfNorth(
        "Visit", "fieldwork: 2010-02-01\npublished: 2010-03\nprogress: unknown\ncloses: [\(closes)]"
      ),
    ])
    for path in ["areas/north/", "reports/north-2009/"] {
      #expect(try site.rendered(path).contains(words), "\(path)")
    }
  }

  @Test func `an area's page first says its grade, what was found later and what is open`() throws {
    let site = site(visitFile)
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    #expect(
      AreaSummary(of: overview, in: site).words
        == "Poor, the lowest of three grades, at the inspection published in June 2009. "
        + "Progress in February 2010: Satisfactory progress as a whole. "
        + "Of four areas for improvement, one is closed; two are past their date; "
        + "one has no date that is set or known.")
  }

  private static func summary(_ files: [String: String]) throws -> String {
    let site = site(files.merging(visitFile) { own, _ in own })
    let area = try #require(site.register.areas[AreaID("north")])
    return AreaSummary(of: AreaOverview(of: area, in: site.register, on: site.now.day), in: site)
      .words
  }

  @Test func `progress on some of what was asked is told of these, after the count of all`() throws
  {
    let words = try Self.summary([
      "reports/north-2005.md": asking("north", published: "2005", ["{id: 1, text: Do it}"])
    ])
    #expect(
      words.hasSuffix(
        "Of five areas for improvement, one is closed; two are past their date; two have no date that "
          + "is set or known. Progress in February 2010 on the four asked for in June 2009: Satisfactory "
          + "progress as a whole."))
  }

  @Test func `progress is not told once a later inspection came`() throws {
    let words = try Self.summary([
      "reports/north-2011.md": asking("north", published: "2011", ["{id: 1, text: Do it}"])
    ])
    #expect(words.contains("2011") && !words.contains("Progress") && !words.contains("Visited"))
  }

  @Test func `what was asked of the area before is told beside what was asked of this one`() throws
  {
    let old = "title: Old\nkind: region\norganisation: agency\nto: 2008"
    let files = [
      "areas/old.md": old,
      "areas/north.md":
        "title: North\nkind: region\norganisation: agency\nfrom: 2008\nreplaces: [old]",
      "reports/old-2005.md": asking("old", published: "2005", ["{id: 1, text: Do it}"]),
    ]
    #expect(
      try Self.summary(files).hasSuffix(
        " One more was asked for in reports on Old, whose place it took."))
    let unasked = files.merging(
      ["reports/north-2009.md": inspectionOfNorth("form: known-of"), "reports/north-2010.md": ""]
    ) { _, own in own }.filter { !$0.value.isEmpty }
    #expect(
      try site(unasked).rendered("areas/north/").contains(
        "One area for improvement was asked for in reports on Old, whose place it took."))
  }

  @Test func `what is open is told apart by whether it has a date`() {
    let term = PublicTerm.recommendation
    func words(closed: Int, open: Int, notDue: Int) -> String {
      let counts: [(kind: RecommendationStatus.Kind, count: Int)] = [
        (.open, open), (.closed, closed),
      ]
      return StatusWords.standing(
        of: counts.filter { $0.count > 0 }, notDue: notDue, called: term)
    }
    #expect(
      words(closed: 0, open: 3, notDue: 3)
        == "Of three recommendations, none is closed; none is due yet.")
    #expect(
      words(closed: 0, open: 2, notDue: 0)
        == "Of two recommendations, none is closed; none has a date that is set or known.")
    #expect(
      words(closed: 2, open: 0, notDue: 0) == "Of two recommendations, both are closed.")
    #expect(
      words(closed: 1, open: 3, notDue: 1)
        == "Of four recommendations, one is closed; one is not yet due; two have no date that is set or known."
    )
  }

  @Test func `what is closed is said of the documents that are held`() {
    let end = "closed by a document held here."
    #expect(
      StatusWords.closed(0, of: 4077, called: .recommendation)
        == "None of 4,077 recommendations is \(end)")
    #expect(
      StatusWords.closed(1, of: 2, called: .recommendation)
        == "One of two recommendations is \(end)")
    #expect(
      StatusWords.closed(2, of: 2, called: .recommendation) == "Both recommendations are \(end)")
    #expect(StatusWords.share(2, of: 2, called: .recommendation) == "both recommendations")
    #expect(StatusWords.share(1, of: 1, called: .recommendation) == "one recommendation")
    #expect(
      StatusWords.closed(3, of: 3, called: .recommendation)
        == "All three recommendations are \(end)")
    #expect(
      StatusWords.closed(0, of: 1, called: .recommendation)
        == "The one recommendation is not \(end)")
    #expect(
      StatusWords.closed(1, of: 1, called: .recommendation) == "The one recommendation is \(end)")
  }

  @Test func `scales are comparable only where someone published how`() {
    let other = "title: Another round\ninspectorate: ofsted\ngrades: [{id: fine, title: Fine}]"
    let apart = register(["frameworks/other.md": other])
    #expect(
      ScaleWords.comparison(of: FrameworkID("round"), and: FrameworkID("other"), in: apart)
        .hasPrefix("Their grades are not comparable"))
    let mapped = register([
      "frameworks/other.md": other
        + "\nmappings: [{to: round, grades: {fine: good}, source: The Inspectorate}]"
    ])
    #expect(
      ScaleWords.comparison(of: FrameworkID("round"), and: FrameworkID("other"), in: mapped)
        == "A published equivalence exists: The Inspectorate.")
  }
}
