import HTML
import Inspections
import Testing

@testable import Site

/// The key of a drawing explains every mark in it, and says nothing that is not true of one.
struct TimelineKeyTests {
  private func area(_ files: [String: String], _ id: String = "north") throws -> String {
    try site(files, on: "2012-01-01").rendered("areas/\(id)/")
  }

  /// The samples of marks that stand in the keys of a page's drawing, with their words: those of rows that open
  /// first, that of the drawing last.
  private func keys(of page: String) throws -> [[(mark: String, words: String)]] {
    try page.ranges(of: "<ul class=\"timeline-key\">").map { start in
      let end = try #require(page[start.upperBound...].range(of: "</ul>"))
      return page[start.upperBound..<end.lowerBound].split(separator: "</li>").compactMap { entry in
        guard let mark = entry.range(of: "#mark.") else { return nil }
        return (
          String(entry[mark.upperBound...].prefix { $0 != "\"" }),
          String(entry.split(separator: "</svg></svg> ").last ?? "")
        )
      }
    }
  }

  @Test func `every mark of a drawing stands in its key`() throws {
    var files = visitFile
    files["areas/north.md"] = """
      title: North
      kind: region
      from: 2009
      to: 2011-12
      successors: [south]
      organisations: [{organisation: agency, from: 2009-02}, {organisation: ofsted, from: 2010-06}]
      """
    files["areas/south.md"] = "title: South\nkind: region\norganisation: agency"
    files["reports/north-2011.md"] = """
      title: Theme of 2011
      kind: thematic
      publisher: ofsted
      framework: round
      form: known-of
      areas: [north]
      published: 2011-05
      """
    files["coverage/news.md"] = """
      title: On North
      outlet: The Paper
      published: 2009-08-01
      address: https://example.org/news
      kind: news
      about: [north-2009]
      """
    let page = try area(files)
    let key = try keys(of: page).flatMap(\.self)
    for (mark, words) in [
      ("report", "a report or a score, drawn without a grade"), ("began", "beginning of the area"),
      ("ended", "end of the area"), ("change", "run by this body from then on"),
      ("press", "an account by others"), ("closed", "closed"),
      ("due", "the date by which it was due"),
    ] {
      #expect(key.contains { $0 == (mark, words) }, "\(mark)")
    }
    let drawn = page.split(separator: "#mark.").dropFirst().map { $0.prefix { $0 != "\"" } }
    let kinds = Set(drawn.map { String($0.prefix { $0 != "-" }) })
    #expect(kinds.isSubset(of: Set(key.map { String($0.mark.prefix { $0 != "-" }) })))
  }

  @Test func `what only rows show that are folded away is explained where they open`() throws {
    let keys = try keys(of: area(visitFile))
    // No report asked for things that are all closed, so no closing is drawn before a row opens.
    #expect(keys.map { key in key.filter { $0.mark == "closed" }.count } == [1, 0])
    #expect(keys.map { key in key.filter { $0.mark == "due" }.count } == [0, 1])
  }

  @Test func `what began before a drawing does is drawn without an end, and so explained`() throws {
    var files = ["areas/north.md": "title: North\nkind: region\nfrom: 1974"]
    let band = "<rect class=\"band\" x=\"-1%\""
    var page = try area(files)
    #expect(page.ranges(of: band).count == 1)
    #expect(page.contains("\(TimelineWords.cut)</li>"))
    files["areas/north.md"] = "title: North\nkind: region\nfrom: 2009-02"
    page = try area(files)
    #expect(!page.contains(band) && !page.contains(TimelineWords.cut))
  }

  @Test(arguments: [
    ("[{id: only, title: Looked at}]", false), ("[{id: a, title: A}, {id: only, title: B}]", true),
  ])
  func `of a conclusion that has no place in an order it is not said how good it is`(
    scale: String, isOrdered: Bool
  ) throws {
    let files = [
      "frameworks/round.md": """
      title: The round of 2009
      inspectorate: ofsted
      grades: [{id: poor, title: Poor}]
      progress: \(scale)
      """,
      "reports/north-2009.md": inspectionOfNorth("recommendations: [{id: 1, text: Think.}]"),
      "reports/north-2010.md": followUpOfNorth(
        "Visit",
        """
        fieldwork: 2010-02-01
        published: 2010-02-10
        progress: [{recommendation: 1, judgement: only}]
        """),
    ]
    let page = try area(files)
    #expect(page.contains("the better on its scale</li>") == isOrdered)
    #expect(page.contains("that has no place in an order</li>") == !isOrdered)
    #expect(page.contains("class=\"mark progress-mark\"") == isOrdered)
  }

  @Test func `a beginning is not drawn as what is closed`() {
    var buffer = HTMLBuffer()
    TimelineSymbols.write([.began, .closed], to: &buffer)
    #expect(buffer.fragment().string.ranges(of: "<circle fill=\"currentColor\"").count == 1)
  }

  @Test func `what a visit judged is not said to be unknown past its date`() throws {
    let page = try area(visitFile)
    #expect(page.contains("past its date, and not closed</li>"))
    #expect(
      page.contains("past its date, with the least progress of its scale when last looked at"))
    #expect(!page.contains("nothing more is known"))
  }

  @Test func `of the time until today nothing is said but that nothing is drawn in it`() throws {
    // The second visit looked at nothing of what the first did, and is drawn at its own time.
    var files = visitFile
    files["reports/north-2011.md"] = followUpOfNorth(
      "Second visit",
      """
      form: known-of
      fieldwork: 2011-05-02
      published: 2011-06
      progress: []
      not_assessed: [1, 2, 3, 4]
      """)
    let page = try site(files).rendered("reports/north-2009/recommendations/1/")
    #expect(page.contains("; this was not looked at."))
    #expect(page.contains("the time until today, in which nothing is drawn; not to scale</li>"))
    #expect(!page.contains("nothing is held"))
  }

  @Test func `dates that are known to the day are not drawn lighter where they are too close`()
    throws
  {
    let marks = (1...4).map { number in
      TimelineMark(
        DateInterval(PartialDate(day("2005-06-0\(number)"))), .report, title: "\(number)", link: nil
      )
    }
    let axis = try #require(
      TimelineAxis(covering: [day("2001-01-01"), day("2010-12-31")], today: day("2011-01-05")))
    let drawn = TimelineDrawing(
      layout: TimelineLayout([TimelineRow(lead: "Reports", marks: marks)], on: axis, breaks: []),
      name: "Reports", same: nil
    ).html().string
    #expect(drawn.contains("#mark.several"))
    #expect(!drawn.contains("fill-opacity=\".35\"") && !drawn.contains(TimelineWords.about))
  }
}
