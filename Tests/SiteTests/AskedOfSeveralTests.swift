import Diagnostics
import Inspections
import Testing

@testable import Site

/// What was asked of several bodies is one item, whatever is concluded of each, and a body's page has what
/// was put to it.
struct AskedOfSeveralTests {
  /// A report that asks three things of two bodies, and a letter with some conclusions on them.
  private static func files(_ progress: String) -> [String: String] {
    [
      "organisations/board.md": "title: The Board\nkind: other",
      "reports/north-2009.md": inspectionOfNorth(
        """
        recommendations:
          - {id: 1, text: Answer at once., to: [agency, board]}
          - {id: 2, text: Keep records., to: agency}
          - {id: 3, text: Plan ahead., to: board}
        """),
      "reports/letter.md": followUpOfNorth(
        "Letter",
        """
        published: 2010-02-10
        progress: [\(progress)]
        """),
    ]
  }

  private static func tally(_ progress: String, of body: String? = nil) throws -> String? {
    let register = register(files(progress))
    let letter = try #require(register.reports[ReportID("letter")])
    return TallyWords.progress(of: letter, of: body.map { OrganisationID($0) }, in: register)
  }

  private static let both =
    "{recommendation: 1, to: agency, judgement: satisfactory}, {recommendation: 1, to: board, judgement: inadequate}"
  private static let same =
    "{recommendation: 1, to: agency, judgement: inadequate}, {recommendation: 1, to: board, judgement: inadequate}"
  private static let rest =
    "{recommendation: 2, judgement: inadequate}, {recommendation: 3, judgement: satisfactory}"

  private static let counted: [(progress: String, body: String?, words: String?)] = [
    (
      both, nil,
      "Satisfactory progress for The Agency and Inadequate progress for The Board on the one item, 1"
    ),
    (
      "\(both), \(rest)", nil,
      "of 3: 1 Satisfactory progress, 1 Inadequate progress; on item 1 Satisfactory progress for The "
        + "Agency and Inadequate progress for The Board"
    ),
    // One conclusion for all is one, however it is written down.
    ("\(same), \(rest)", nil, "of 3: 1 Satisfactory progress, 2 Inadequate progress"),
    (same, nil, "Inadequate progress on the one item, 1"),
    // What is concluded of one body only is said of that one.
    (
      "{recommendation: 1, to: board, judgement: inadequate}", nil,
      "Inadequate progress for The Board on the one item, 1"
    ),
    ("\(both), \(rest)", "agency", "of 2: 1 Satisfactory progress, 1 Inadequate progress"),
    ("\(both), \(rest)", "board", "of 2: 1 Satisfactory progress, 1 Inadequate progress"),
    (both, "board", "Inadequate progress on the one item, 1"),
    (rest, "board", "Satisfactory progress on the one item, 3"),
    ("{recommendation: 2, judgement: inadequate}", "board", nil),
  ]

  @Test(arguments: counted)
  func `conclusions are counted by item`(
    progress: String, body: String?, words: String?
  ) throws {
    #expect(try Self.tally(progress, of: body) == words)
  }

  @Test func `a body's page takes the last letter that looked at what was put to it`() throws {
    var files = Self.files(Self.rest)
    files["reports/second.md"] = followUpOfNorth(
      "Second letter",
      """
      published: 2011-03-05
      progress: [{recommendation: 2, judgement: satisfactory}]
      closes: [{recommendation: 2, as: implemented}]
      """)
    let site = site(files)
    let board = try site.rendered("organisations/board/")
    #expect(board.contains(">Followed up in the report published on 10 February 2010</a>"))
    #expect(board.contains("It closes no area for improvement for this body."))
    #expect(!board.contains("5 March 2011"))
    #expect(
      try site.rendered("organisations/board/recommendations/").contains(
        "Followed up in the report published on 10 February 2010"))
    let agency = try site.rendered("organisations/agency/")
    #expect(agency.contains(">Followed up in the report published on 5 March 2011</a>"))
    #expect(!agency.contains("It closes no"))
    #expect(
      try site.rendered("reports/north-2009/")
        .contains("counted from its items: Satisfactory progress on the one item, 2."))
  }

  @Test func `a list names the last visit that looked at any of its rows, and no later one`() throws
  {
    let first = "reports/north-2010/\">Followed up "
    let second = "reports/north-2011/\">Followed up "
    var files = visitFile
    files["reports/north-2011.md"] = followUpOfNorth(
      "Second visit",
      """
      form: known-of
      fieldwork: 2011-03-03
      published: 2011-04
      progress: [{recommendation: 2, judgement: satisfactory}]
      not_assessed: [1, 4]
      closes: [{recommendation: 2, as: implemented}]
      """)
    let site = site(files)
    for (path, named, other) in [
      ("recommendations/open/", first, second), ("recommendations/closed/", second, first),
      ("recommendations/", second, first), ("areas/north/", second, first),
    ] {
      let page = try site.rendered(path)
      #expect(page.contains(named) && !page.contains(other), "\(path)")
    }
  }

  @Test(arguments: ["progress: unknown", "progress: unknown\nprogress_counts: {inadequate: 2}"])
  func `a visit that does not tell what it looked at is named above all that was asked`(
    progress: String
  ) throws {
    let files = [
      "reports/north-2010.md": followUpOfNorth(
        "Visit", "form: known-of\nfieldwork: 2010-02-01\npublished: 2010-03\n\(progress)")
    ]
    #expect(try site(files).rendered("areas/north/").contains("Followed up 1 February 2010</a>"))
  }

  @Test(arguments: [
    ("agency", "{recommendation: 1}, {recommendation: 2}", "all that was put to it"),
    ("agency", "{recommendation: 2}", "1 of 2 that were put to it"),
    ("board", "{recommendation: 3}, {recommendation: 1}", "all that was put to it"),
    // What it answers on another's behalf counts as well.
    ("board", "{recommendation: 3}, {recommendation: 2, to: agency}", "2 of 3 that were put to it"),
  ])
  func `an answer is measured by what was put to the body`(
    body: String, items: String, words: String
  ) throws {
    var files = Self.files(Self.rest)
    files["responses/answer.md"] =
      "title: Answer\nreport: north-2009\norganisation: \(body)\npublished: 2009-08\nitems: [\(items)]"
    let site = site(files)
    #expect(try site.rendered("reports/north-2009/").contains("Answers \(words). "))
    #expect(try site.rendered("responses/answer/").contains(">\(words)</span>"))
  }

  @Test func `answers stand by their dates and not by their names`() throws {
    var files = Self.files(Self.rest)
    for (name, date, stance) in [
      ("a", "2011-05", "rejected"), ("b", "2009-08", "accepted"), ("c", "2010-01", "partly"),
    ] {
      files["responses/\(name).md"] = """
        title: Answer \(name)
        report: north-2009
        organisation: agency
        published: \(date)
        items: [{recommendation: 2, stance: \(stance)}]
        """
    }
    let site = site(files)
    let report = try #require(site.register.reports[ReportID("north-2009")])
    #expect(site.register.answers(to: report).map(\.id.name) == ["b", "c", "a"])
    #expect(
      site.histories[report][1].answers.map(\.item.stance) == [.accepted, .partly, .rejected])
    // The row of a list has room for one, which is the latest.
    #expect(try site.rendered("recommendations/").contains("The Agency answered</a>; rejected"))
  }
}

/// What the last visit concluded of something that was asked of two bodies.
struct LastJudgedTests {
  /// The site where a first letter tells the bodies apart, and a second has these conclusions.
  private func site(_ second: String) -> SiteContext {
    func letter(_ year: Int, _ progress: String) -> String {
      """
      title: Letter of \(year)
      kind: monitoring
      publisher: ofsted
      framework: round
      area: north
      follows: north-2009
      published: \(year)-02-10
      progress: [\(progress)]
      """
    }
    return SiteTests.site([
      "organisations/board.md": "title: The Board\nkind: other",
      "reports/north-2009.md": inspectionOfNorth(
        "recommendations: [{id: 1, text: Answer at once., to: [agency, board]}]"),
      "reports/first.md": letter(
        2010,
        "{recommendation: 1, to: agency, judgement: inadequate}, "
          + "{recommendation: 1, to: board, judgement: satisfactory}"),
      "reports/second.md": letter(2011, second),
    ])
  }

  @Test(arguments: [
    ("{recommendation: 1, to: agency, judgement: satisfactory}", " for The Agency"),
    (
      "{recommendation: 1, to: agency, judgement: satisfactory}, "
        + "{recommendation: 1, to: board, judgement: satisfactory}",
      " for The Agency and The Board"
    ),
    ("{recommendation: 1, judgement: satisfactory}", ""),
  ])
  func `the last conclusion says for which bodies it is, where they were told apart`(
    second: String, bodies: String
  ) throws {
    let site = site(second)
    let words = "in the report published on 10 February 2011: Satisfactory progress\(bodies)"
    #expect(
      try site.rendered("reports/north-2009/recommendations/1/")
        .contains("when last looked at, \(words)</span>"))
    #expect(
      try site.rendered("recommendations/")
        .contains(">Satisfactory progress</span></span>\(bodies)<br>"))
    let file = try #require(site.file("recommendations/recommendations.csv"))
    // What the last visit is silent about was concluded of the other body before.
    let before = bodies == " for The Agency" ? "Satisfactory progress for The Board; " : ""
    let dates =
      (before.isEmpty ? "" : "published 10 February 2010; ") + "published 10 February 2011"
    #expect(file.contains(",\(before)Satisfactory progress\(bodies),\(dates),"))
    #expect(
      try site.rendered("organisations/agency/")
        .contains(">Satisfactory progress</span></span><br>"))
  }
}

/// What is closed for one body and for no other.
struct ClosedForOneBodyTests {
  private static let published: SiteContext = site([
    "organisations/board.md": "title: The Board\nkind: other",
    "reports/north-2009.md": inspectionOfNorth(
      "recommendations: [{id: 1, text: Answer at once., to: [agency, board]}]"),
    "reports/letter.md": followUpOfNorth(
      "Letter",
      """
      published: 2010-02-10
      progress:
        - {recommendation: 1, to: agency, judgement: satisfactory}
        - {recommendation: 1, to: board, judgement: inadequate}
      closes: [{recommendation: 1, to: agency, as: implemented}]
      """),
  ])

  /// A row of the tables of how recommendations fare: its head, and what it counts under each head.
  private static func rows(of page: String) -> [(name: String, counts: [(String, Int)])] {
    let rows =
      /<tr role="row"><th role="rowheader" scope="row"><a[^>]*>([^<]*)<\/a><\/th>(.*?)<\/tr>/
    return page.matches(of: rows).map { row in
      let cells = row.2.matches(of: /data-column="([^"]*)"><div>(\d+)</)
      return (String(row.1), cells.map { (String($0.1), Int($0.2) ?? -1) })
    }
  }

  @Test func `the columns of every count add up to all that it counts`() throws {
    let rows = Self.rows(of: try Self.published.rendered("progress/"))
    #expect(rows.map(\.name) == ["The Agency", "The Board", "The round of 2009"])
    for row in rows {
      #expect(row.counts.first?.0 == "In all")
      #expect(row.counts.dropFirst().reduce(0) { $0 + $1.1 } == row.counts.first?.1, "\(row)")
    }
    #expect(rows[0].counts.contains { $0 == ("Closed", 1) })
  }

  @Test func `a conclusion that differs between bodies says for which it is`() throws {
    let page = try Self.published.rendered("reports/north-2009/recommendations/1/")
    #expect(
      page.contains(
        "Satisfactory progress for The Agency and published 10 February 2010: Inadequate progress"))
    #expect(page.contains("Inadequate progress for The Board"))
  }
}
