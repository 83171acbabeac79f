import Diagnostics
import Inspections
import Testing

@testable import Site

/// A status says no more than the record, and what a visit concluded last stands beside it.
struct StatusTests {
  private func followed(
    _ number: PrintedNumber, _ files: [String: String] = [:]
  ) throws -> (history: RecommendationHistory, site: SiteContext) {
    let site = site(files)
    let report = try #require(site.register.reports[ReportID("north-2009")])
    let all = site.histories[report]
    return (try #require(all.first { $0.recommendation.number.value == number }), site)
  }

  private static let ended = [
    "areas/north.md":
      "title: North\nkind: region\norganisation: agency\nto: 2010-04\nsuccessors: unknown"
  ]

  @Test(arguments: [
    (
      1, visitFile,
      "Past its date, not closed; not closed by any document held; when last looked at, "
        + "1–2 February 2010, at least 216 days past its date: Satisfactory progress"
    ),
    (
      1, [:],
      "Past its date, not closed; no follow-up held has looked at it; "
        + "not closed by any document held"
    ),
    (
      3, visitFile,
      "Closed: implemented; closed by the visit of 1–2 February 2010; when last looked at, "
        + "1–2 February 2010, at least 17 days past its date: Satisfactory progress"
    ),
    (4, visitFile, "Open; no date set; not closed by any document held"),
    (
      2, visitFile.merging(ended) { own, _ in own },
      "What became of it is not known; the region ended in April 2010 and no successor is known; "
        + "when last looked at, 1–2 February 2010, at least 124 days past its date: "
        + "Inadequate progress"
    ),
  ])
  func `a status in words says what it follows from and what was concluded last`(
    number: Int, files: [String: String], words: String
  ) throws {
    let (history, site) = try followed(PrintedNumber(number), files)
    #expect(StatusWords.line(history, in: site.register) == words)
  }

  @Test(arguments: [
    ("", "none is closed; three are past their date; one has no date that is set or known"),
    ("1", "one is closed; two are past their date; one has no date that is set or known"),
    ("1, 2, 3, 4", "all are closed"),
  ])
  func `where several stand is told in the same words of an area and above a list`(
    closed: String, words: String
  ) throws {
    let closes = closed.split(separator: ", ").map { "{recommendation: \($0), as: implemented}" }
    let site = site([
      "reports/north-2010.md": followUpOfNorth(
        "Visit",
        """
        fieldwork: 2010-02-01
        published: 2010-02-10
        progress: unknown
        closes: [\(closes.joined(separator: ", "))]
        """)
    ])
    let sentence = "Of four areas for improvement, \(words)."
    #expect(try site.rendered("areas/north/").contains(sentence))
    #expect(
      try site.rendered("recommendations/")
        .contains("<span class=\"worked-out\">\(NumberWords.capitalised(words)).</span>"))
  }

  @Test(arguments: [
    ("due: 2009-07", "It is past its date and not closed."), ("due: 2019", "It is open."),
  ])
  func `where one alone stands is a sentence`(due: String, words: String) throws {
    let files = [
      "reports/north-2009.md": inspectionOfNorth("recommendations: [{id: 1, text: Act., \(due)}]")
    ]
    #expect(try site(files).rendered("recommendations/").contains(">\(words)</span>"))
  }

  @Test func `what is so of several is said of several`() throws {
    let asked = "due: 2010-01-15, to: [agency]"
    let site = site([
      "reports/north-2009.md": inspectionOfNorth(
        """
        recommendations:
          - {id: 1, text: Answer at once., \(asked)}
          - {id: 2, text: Keep records., \(asked)}
        """)
    ])
    let page = try site.rendered("reports/north-2009/")
    #expect(page.contains("The dates are as the report says."))
    #expect(
      page.contains(
        "Status of both: no follow-up held has looked at them; not closed by any document held."))
  }

  @Test func `a conclusion that closes leaves nothing past its date`() throws {
    let visit = """
      title: Letter
      kind: monitoring
      publisher: ofsted
      framework: letters
      form: known-of
      area: north
      follows: north-2009
      fieldwork: 2010-02-01
      published: 2010-03
      progress: [{recommendation: 1, judgement: caa}, {recommendation: 2, judgement: oaa}]
      """
    let letters = """
      title: Letters
      inspectorate: ofsted
      progress:
        - {id: caa, title: Closed—Acceptable Action, closes: implemented}
        - {id: oaa, title: Open—Acceptable Response}
      """
    let files = ["frameworks/letters.md": letters, "reports/letter.md": visit]
    let (first, site) = try followed(1, files)
    #expect(first.status == .closed(.implemented, by: ReportID("letter")))
    #expect(StatusWords.line(first, in: site.register).hasPrefix("Closed: implemented; "))
    #expect(try followed(2, files).history.status == .pastDate)
  }

  @Test(arguments: [
    ("satisfactory", "2010-02-01", false), ("inadequate", "2010-02-01", true),
    ("inadequate", "2009-06-29", false), ("under-way", "2010-02-01", false),
  ])
  func `the mark is hatched only where a visit after the date found it not done`(
    judgement: String, visited: String, isSaidNotDone: Bool
  ) throws {
    let visit = followUpOfNorth(
      "Visit",
      """
      form: known-of
      fieldwork: \(visited)
      published: 2010-03
      progress: [{recommendation: 1, judgement: \(judgement)}]
      """)
    let scale = """
      title: The round of 2009
      inspectorate: ofsted
      progress:
        - {id: satisfactory, title: Satisfactory progress}
        - {id: under-way, title: Under way}
        - {id: inadequate, title: Inadequate progress}
      """
    let (history, _) = try followed(
      1,
      [
        "frameworks/round.md": scale, "reports/visit.md": visit,
        "reports/north-2009.md": inspectionOfNorth(
          """
          recommendations: [{id: 1, text: Answer at once., due: immediately}]
          """),
      ])
    #expect(history.status == .pastDate)
    #expect(history.isSaidNotDone == isSaidNotDone)
    let mark = StatusMark.html(of: history)
    let text = String(decoding: mark.bytes, as: UTF8.self)
    #expect(text.contains("not-done") == isSaidNotDone)
    // A date that has passed parts the ring, and hatching says that it was not done.
    #expect(text.contains("d=\"M10 2v16M") == isSaidNotDone)
    #expect(text.contains("d=\"M10 2v16\"") != isSaidNotDone)
    let unseen = try followed(1).history
    #expect(unseen.status == .pastDate && !unseen.isSaidNotDone)
  }

  @Test func `each status has a mark of its own`() {
    let marks = [
      StatusMark.html(.open), StatusMark.html(.pastDate),
      StatusMark.html(.pastDate, isSaidNotDone: true),
      StatusMark.html(.closed(.implemented, by: ReportID("visit"))), StatusMark.html(.notKnown),
    ].map { mark in
      String(decoding: mark.bytes, as: UTF8.self).components(separatedBy: "</svg>")[0]
        .components(separatedBy: "aria-hidden")[1]
    }
    #expect(Set(marks).count == marks.count)
  }

  @Test func `no page, feed or file has a bare status, and none says that nobody is there`() throws
  {
    for files in [visitFile, visitFile.merging(Self.ended) { own, _ in own }] {
      let site = site(files)
      let everything = try site.everything()
      for (path, text) in everything {
        let words = text.replacing("recommendations/overdue/", with: "")
        #expect(!words.contains(/overdue|nobody to ask|nobody is left/.ignoresCase()), "\(path)")
      }
      for path in [
        "recommendations/", "areas/north/", "reports/north-2009/", "reports/north-2009/print/",
      ] {
        let text = try #require(everything[path]).withPlainRanges
        #expect(text.contains(/Followed up 1–2 February 2010/), "\(path)")
        let row = try #require(
          text.split(separator: "<tr").first { $0.contains("north-2009.2\"") }, "\(path)")
        #expect(row.contains("Inadequate progress"), "\(path)")
        #expect(row.contains("past its date then"), "\(path)")
      }
      for path in [
        "reports/north-2009/recommendations/2/", "reports/north-2009/report.txt",
        "data/due-dates.ics", "",
      ] {
        let text = try #require(everything[path]).replacing("\r\n ", with: "").withPlainRanges
        #expect(text.contains(/when last looked at\\?, 1–2 February 2010/), "\(path)")
      }
      let row = try #require(
        site.file("data/recommendations.csv")?.split(separator: "\r\n")
          .first { $0.hasPrefix("north-2009/2,") })
      #expect(row.contains(",inadequate,north-2010,2010-02-02,"))
    }
  }
}
