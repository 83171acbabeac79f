import Foundation
import HTML
import Inspections
import Testing

@testable import Site

struct TimelineTests {
  private func overview(
    _ files: [String: String], on day: String = "2012-01-01"
  ) throws -> (AreaOverview, SiteContext) {
    let site = site(files, on: day)
    let area = try #require(site.register.areas[AreaID("north")])
    return (AreaOverview(of: area, in: site.register, on: site.now.day), site)
  }

  private func drawing(_ files: [String: String]) throws -> String {
    let (overview, site) = try overview(files)
    return String(
      decoding: AreaTimeline(site: site).drawing(of: overview, bringsDefinitions: true).bytes,
      as: UTF8.self)
  }

  private func rows(_ files: [String: String]) throws -> [TimelineLayout.Row] {
    let (overview, site) = try overview(files)
    return try #require(AreaRows(of: overview, in: site).layout()).rows
  }

  private func entries(_ files: [String: String]) throws -> [TimelineEntry] {
    let (overview, site) = try overview(files)
    return AreaEntries(overview: overview, site: site).entries()
  }

  private func axis(_ first: String, _ last: String, today: String) throws -> TimelineAxis {
    try #require(TimelineAxis(covering: [day(first), day(last)], today: day(today)))
  }

  @Test func `what an earlier report asked leads to the report where it does not open`() throws {
    func asking(_ year: Int) -> String {
      let items = (1...20).map { "{id: \($0), text: Do it}" }.joined(separator: ", ")
      return """
        title: North in \(year)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        published: \(year)-06
        recommendations: [\(items)]
        """
    }
    // Forty are more than an area opens to, so that the earlier twenty stand in their report alone.
    let files = ["reports/north-2009.md": asking(2009), "reports/north-2010.md": asking(2010)]
    let drawn = try rows(files).map(\.row).filter { $0.lead.hasPrefix("Asked in ") }
    #expect(drawn.map(\.items.count) == [0, 20])
    #expect(drawn.map(\.link) == ["/register/reports/north-2009/", nil])
    #expect(drawn.map { $0.rest.hasSuffix("; each stands in the report") } == [true, false])
    let listed = try entries(files).compactMap(\.asked)
    #expect(listed.map(\.link) == ["/register/reports/north-2009/", nil])
    #expect(listed.map { $0.standing.hasSuffix("; each stands in the report") } == [true, false])
  }

  @Test func `a month is as wide as the month`() throws {
    let axis = try axis("2009-01-01", "2010-12-31", today: "2011-01-05")
    let june = axis.span(day("2009-06-01")...day("2009-06-30"))
    #expect(abs(june.x + june.width - axis.x(day("2009-07-01"))) < 0.001)
    let one = axis.span(day("2009-06-01")...day("2009-06-01"))
    #expect(june.width > 25 * one.width / 30)
  }

  @Test(arguments: ["2010-02-01", "2010-05-01", "2026-11-23"])
  func `where all has come, a band at the end stands for the time until today`(today: String) throws
  {
    let axis = try axis("2009-06-01", "2010-02-01", today: today)
    #expect(axis.endsToday)
    #expect(axis.x(day("2010-02-01")) < axis.now.start)
    let today = try #require(axis.todayX)
    #expect(axis.now.end == axis.end && axis.end < today && today < 100)
  }

  @Test func `a due date to come lies after today, and what has come before it`() throws {
    let axis = try axis("2009-06-01", "2010-12-31", today: "2009-08-01")
    #expect(!axis.endsToday)
    #expect(axis.now.start == axis.x(day("2009-06-02")))
    #expect(axis.now.end == axis.x(day("2010-12-31")))
    // The years stand at their places, so a line for today would be at a date that is not today's.
    #expect(axis.todayX == nil)
    #expect(axis.now.start < axis.end && axis.end < axis.now.end)
  }

  @Test func `today comes before everything where nothing has come`() throws {
    let axis = try axis("2031-03-01", "2031-03-31", today: "2026-11-23")
    #expect(axis.now.start == TimelineAxis.start)
    #expect(axis.todayX == nil && axis.end < axis.x(day("2031-03-01")))
  }

  @Test(arguments: [("2009-08-01", "2010-12-30"), ("2011-01-01", "2026-11-23")])
  func `a drawing is the same on every day between two dates`(first: String, last: String) throws {
    let (one, other) = (
      try axis("2009-06-01", "2010-12-31", today: first),
      try axis("2009-06-01", "2010-12-31", today: last)
    )
    #expect(one.todayX == other.todayX && one.end == other.end)
    #expect(one.first == other.first && one.last == other.last)
    #expect(one.x(day("2010-01-01")) == other.x(day("2010-01-01")))
  }

  @Test func `the list has one entry a report, in order of time, which opens to what was asked`()
    throws
  {
    let entries = try entries(visitFile)
    #expect(
      entries.map(\.lead) == [
        "The region begins.", "Inspection of North", "Visit to North", "As things stand",
      ])
    let asked = try #require(entries[1].asked)
    #expect(asked.lead == "Asked in June 2009: 4")
    #expect(asked.standing == "1\u{a0}closed, 2\u{a0}past their date and 1\u{a0}open")
    #expect(
      asked.items.map(\.title) == [
        "1. Answer at once.", "2. Keep records.", "3. Plan ahead.", "4. Think.",
      ])
    #expect(asked.items[2].note == "due by 15 January 2010; closed on 10 February 2010")
    #expect(entries[2].followUp?.workedOut.hasPrefix("counted from its items: of 3:") == true)
  }

  @Test func `the drawing has the same rows, folded the same way`() throws {
    let rows = try rows(visitFile)
    #expect(
      rows.map(\.row.lead) == [
        "The round of 2009", "Region", "Inspected", "Care", "Records", "Visited",
        "Asked in June 2009: 4",
      ])
    #expect(rows[2].row.rest == "once, report published in June 2009; overall grade: Poor")
    #expect(rows[2].marks.map(\.marks[0].shape) == [.grade(filled: 1, steps: 3)])
    #expect(rows[4].marks.map(\.marks[0].shape) == [.grade(filled: 2, steps: 3)])
    #expect(rows[5].marks.map(\.marks[0].shape) == [.progress(place: 0, steps: 2)])
    #expect(rows[6].items.map(\.row.lead).first == "1. Answer at once.")
  }

  @Test func `every mark that leads somewhere has a name, and no key stops at it`() throws {
    let svg = try drawing(visitFile)
    let links = svg.ranges(of: "tabindex=\"-1\">").count
    #expect(links == svg.ranges(of: "tabindex=\"-1\"><title>").count)
    // The inspection, two aspects, the visit, and its conclusions on three items.
    #expect(links == 7)
  }

  @Test func `what is past its date is a thin line, hatched where a visit found it not done`()
    throws
  {
    func kinds(_ files: [String: String]) throws -> [[TimelineStroke.Kind]] {
      let asked = try #require(try rows(files).last)
      return asked.items.map { $0.strokes.map(\.kind) }
    }
    let thin: [TimelineStroke.Kind] = [.about, .asked, .pastDate, .due]
    #expect(
      try kinds([:]) == [thin, thin, [.about, .asked, .pastDate, .due], [.about, .undated]])
    let hatched: [TimelineStroke.Kind] = [.about, .asked, .notDone, .due]
    #expect(try kinds(visitFile) == [thin, hatched, thin, [.about, .undated]])
    let third = try #require(try rows(visitFile).last?.items[2])
    #expect(third.marks.map(\.marks[0].shape) == [.closed])
    #expect(
      third.marks[0].marks[0].title
        == "published 10 February 2010: Satisfactory progress; Closed: implemented")
  }

  @Test func `a closing is on the day of its publication in drawing, list and counts alike`() throws
  {
    // Nothing is judged by the second visit, which closes what the first passed over.
    var files = visitFile
    files["reports/north-2011.md"] = followUpOfNorth(
      "Last visit to North",
      """
      form: known-of
      fieldwork: 2010-12-12
      published: 2011-01-30
      progress: unknown
      closes: [{recommendation: 4, as: implemented}]
      """)
    let (overview, site) = try overview(files)
    let asked = try #require(
      overview.recommendations.first { $0.recommendation.text.value.plain == "Think." })
    let closed = day("2011-01-30")
    #expect(RecommendationCourse(asked, in: site.register).closed == PartialDate(closed))
    let line = AskedLine(of: asked, in: site)
    #expect(line.strokes.last?.to == closed)
    #expect(line.closing?.days == closed...closed)
    let timeline = RecommendationTimeline(followed: asked, site: site)
    let entry = try #require(timeline.entries().first { $0.lead == "Closed: implemented" })
    #expect(entry.when == "30 January 2011")
    #expect(entry.said == " by " && entry.links.map(\.title) == ["Last visit to North"])
    let drawn = timeline.drawing().string
    #expect(drawn.contains("Closed: implemented <span class=\"quiet\">on 30 January 2011</span>"))
    #expect(!drawn.contains("Today"))
  }

  @Test func `what was asked of several areas is lost when the last of them ends`() throws {
    var files = [
      "reports/north-2009.md": inspectionOfNorth(
        "recommendations: [{id: 1, text: Think., due: 2012}]"
      )
      .replacing("area: north", with: "areas: [north, a1, a2, a3, a4]")
      .replacing("kind: inspection", with: "kind: thematic"),
      "areas/north.md": "title: North\nkind: region\nto: 2011-06-30\nsuccessors: unknown",
    ]
    for number in 1...4 {
      files["areas/a\(number).md"] =
        "title: A \(number)\nkind: region\nto: 2010-0\(number)-15\nsuccessors: unknown"
    }
    let (overview, site) = try overview(files)
    let asked = try #require(overview.recommendations.first)
    #expect(asked.status == .notKnown)
    let line = AskedLine(of: asked, in: site)
    #expect(line.strokes.first { $0.kind == .asked }?.to == day("2011-06-30"))
    #expect(
      StatusWords.ground(asked, in: site.register)
        == "the last of its areas ended on 30 June 2011 and no successor is known")
    let timeline = RecommendationTimeline(followed: asked, site: site)
    let ends = timeline.entries().filter { $0.lead.contains("end") }
    #expect(
      ends.map { "\($0.when): \($0.lead)" } == [
        "15 February 2010: Two more of its areas had ended", "15 March 2010: A 3 ends.",
        "15 April 2010: A 4 ends.", "30 June 2011: North ends.",
      ])
    #expect(timeline.drawing().string.contains("Two more of its areas had ended"))
    let rows = try #require(AreaRows(of: overview, in: site).layout()).rows
    let row = try #require(rows.last { $0.row.lead.hasPrefix("Asked") })
    #expect(row.items.first?.strokes.contains { $0.kind == .notKnown } == true)
  }

  @Test func `what is closed for one body is closed in the list, too`() throws {
    let files = [
      "organisations/board.md": "title: The Board\nkind: inspected-body",
      "reports/north-2009.md": inspectionOfNorth(
        "recommendations: [{id: 1, text: Think., to: [agency, board]}]"),
      "reports/north-2010.md": followUpOfNorth(
        "Visit to North",
        """
        fieldwork: 2010-02-01
        published: 2010-02-10
        progress: unknown
        closes: [{recommendation: 1, to: board, as: superseded}]
        """),
    ]
    let (overview, site) = try overview(files)
    let asked = try #require(overview.recommendations.first)
    #expect(asked.status == .open)
    let entries = RecommendationTimeline(followed: asked, site: site).entries()
    let entry = try #require(entries.first { $0.lead == "Closed: superseded" })
    #expect(entry.when == "10 February 2010" && entry.said == " for The Board by ")
    #expect(
      AskedRowWords.item(asked, in: site.register)
        == "no date set; open for The Agency and closed as superseded for The Board (published 10 February 2010)"
    )
  }

  @Test func `the drawing of a recommendation has the answers and visits that its list has`() throws
  {
    var files = visitFile
    func answer(_ published: String) -> String {
      "title: Answer\nreport: north-2009\norganisation: agency\npublished: \(published)\n"
        + "items: [{recommendation: 4, stance: accepted}]"
    }
    files["responses/first.md"] = answer("2009-09-01")
    files["responses/second.md"] = answer("unknown")
    files["reports/north-2011.md"] = followUpOfNorth(
      "Later visit",
      """
      form: known-of
      published: unknown
      progress: [{recommendation: 4, judgement: inadequate}]
      not_assessed: [1, 2, 3]
      """)
    let page = try site(files).rendered("reports/north-2009/recommendations/4/").withPlainRanges
    let list = try #require(page.range(of: "<ol class=\"timeline-list\""))
    let (drawing, entries) = (page[..<list.lowerBound], page[list.lowerBound...])
    #expect(entries.ranges(of: ">The Agency answered</a>").count == 2)
    #expect(
      drawing.contains(
        "Answered <span class=\"quiet\">date not known: The Agency, accepted and 1 September 2009: "
          + "The Agency, accepted</span>"))
    #expect(entries.contains("; this was not looked at."))
    #expect(
      drawing.contains(
        "Followed up, <span class=\"quiet\">date not known: Inadequate progress and 1–2 February 2010: "
          + "this was not looked at</span>"))
    for mark in ["answer", "visit"] {
      #expect(drawing.ranges(of: "</title><use href=\"#mark.\(mark)\"").count == 1, "\(mark)")
      #expect(drawing.contains("<svg id=\"mark.\(mark)\""), "\(mark)")
    }
  }

  @Test func `no line crosses a break`() throws {
    let axis = try axis("2009-01-01", "2010-12-31", today: "2011-01-05")
    let stroke = TimelineStroke(kind: .asked, from: day("2009-02-01"), to: day("2010-10-01"))
    let gap = TimelineBreak(day: day("2010-01-01"), reason: .scale)
    let layout = TimelineLayout(
      [TimelineRow(lead: "Asked", strokes: [stroke])], on: axis, breaks: [gap])
    let pieces = try #require(layout.rows.first).strokes
    #expect(pieces.count == 2)
    #expect(abs(pieces[1].from - pieces[0].to - TimelineBreak.gap) < 0.001)
    #expect(abs(pieces[1].from - axis.x(day("2010-01-01"))) < 0.001)
  }

  @Test(
    arguments: [
      ("from: 2008-07\nto: 2011-03", "from: 2010-10", "2011-03-31", "2010-10-01"),
      ("from: 2008-07\nto: 2011-09", "", "2011-09-30", "2011-05-01"),
      ("from: 2008-07\nto: 2010-01", "from: 2010-02", "2010-01-31", "2010-02-01"),
      ("from: 2008-07", "from: 2010-10", nil, "2010-10-01"),
      ("", "", "2011-04-30", "2011-05-01"),
    ] as [(String, String, String?, String)])
  func `rules are drawn by their own dates, and another scale begins where the list has it`(
    older: String, newer: String, end: String?, change: String
  ) throws {
    func framework(_ life: String) -> String {
      "title: Rules\ninspectorate: ofsted\n\(life)\n"
        + "grades: [{id: good, title: Good}, {id: poor, title: Poor}]"
    }
    let (overview, site) = try overview(
      [
        "frameworks/round.md": framework(older), "frameworks/later.md": framework(newer),
        "reports/north-2009.md": inspectionOfNorth("overall: good"),
        "reports/north-2011.md": inspectionOfNorth("overall: good")
          .replacing("framework: round", with: "framework: later")
          .replacing("published: 2009-06", with: "published: 2011-05"),
      ])
    let layout = try #require(AreaRows(of: overview, in: site).layout())
    let bands = layout.rows[0...1].map { $0.row.strokes.filter { $0.kind == .band } }
    #expect(bands[0].map(\.to) == [end.map { day($0) }])
    #expect(older.isEmpty || bands[0].map(\.from) == [day("2008-07-01")])
    #expect(bands[1].map(\.to) == [nil])
    #expect(layout.breaks.map(\.day) == [day(change)])
    let drawn = try #require(layout.breaks.first).x(on: layout.axis) + TimelineBreak.gap
    #expect(abs(drawn - layout.axis.x(day(change))) < 0.001)
    let entry = try #require(
      AreaEntries(overview: overview, site: site).entries()
        .first { $0.lead == "The scale changes" })
    #expect(!entry.date.isEmpty && change.hasPrefix(entry.date))
  }

  @Test func `a new framework is a break that says why in the list`() throws {
    let later = [
      "frameworks/later.md": """
      title: The round of 2011
      inspectorate: ofsted
      grades: [{id: fine, title: Fine}, {id: bad, title: Bad}]
      """,
      "reports/north-2011.md": """
      title: Second inspection
      kind: inspection
      publisher: ofsted
      framework: later
      form: known-of
      area: north
      published: 2011-05
      overall: fine
      """,
    ]
    let change = try #require(try entries(later).first { $0.lead == "The scale changes" })
    #expect(change.isBreak)
    #expect(change.said.contains("not comparable"))
    let svg = try drawing(later)
    #expect(svg.contains("class=\"break\""))
    #expect(svg.contains(TimelineWords.anotherScale))
  }

  @Test func `an unknown beginning comes first and an unknown end fades`() throws {
    let files = [
      "areas/north.md":
        "title: North\nkind: region\nfrom: unknown\nto: unknown\nsuccessors: unknown"
    ]
    let entries = try entries(files)
    #expect(entries.first?.lead == "The region begins.")
    #expect(entries.first?.isUnknown == true)
    let life = try #require(try rows(files).first { $0.row.lead == "Region" })
    #expect(life.strokes.map(\.kind) == [.fadeIn, .band, .fadeOut])
  }

  @Test(
    arguments: [
      ("", "", [.band]), ("to: unknown", "", [.band, .fadeOut]), ("to: 2011", "", [.band]),
      ("from: unknown\nto: unknown", "", [.fadeIn, .band, .fadeOut]),
      ("", "to: unknown", [.band, .fadeOut]), ("to: 2011", "to: unknown", [.band]),
    ] as [(String, String, [TimelineStroke.Kind])])
  func `rules that ended nobody knows when fade, and are not drawn until today`(
    rules: String, area: String, kinds: [TimelineStroke.Kind]
  ) throws {
    let rows = try rows([
      "frameworks/round.md": """
      title: The round of 2009
      inspectorate: ofsted
      \(rules)
      grades: [{id: good, title: Good}, {id: fair, title: Fair}, {id: poor, title: Poor}]
      aspects: [{id: care, title: Care}, {id: records, title: Records}]
      """,
      "areas/north.md": "title: North\nkind: region\n\(area)",
    ])
    #expect(rows.first?.strokes.map(\.kind) == kinds)
  }

  @Test func `what a partner judges stands in a row that names its scale`() throws {
    let files = [
      "frameworks/schooling.md": """
      title: Schooling
      inspectorate: ofsted
      grades: [{id: fine, title: Fine}, {id: bad, title: Bad}]
      aspects: [{id: care, title: Care}, {id: lessons, title: Lessons}]
      """,
      "reports/north-2009.md": inspectionOfNorth(
        """
        judgements:
          - {aspect: care, grade: poor}
          - {aspect: care, grade: fine, framework: schooling}
          - {aspect: lessons, grade: bad, framework: schooling}
        """),
    ]
    let parts = try rows(files).filter { $0.row.place == .part }
    let scale = "on the scale of Schooling"
    #expect(parts.map(\.row.lead) == ["Care", "Care", "Lessons"])
    #expect(parts.map(\.row.rest) == ["", scale, scale])
    #expect(parts[0].marks.map(\.marks[0].shape) == [.grade(filled: 1, steps: 3)])
    #expect(parts[1].marks.map(\.marks[0].shape) == [.grade(filled: 2, steps: 2)])
  }

  @Test func `a beginning long before the first report does not squeeze the rest`() throws {
    let svg = try drawing(["areas/north.md": "title: North\nkind: region\nfrom: 1974"])
    #expect(!svg.contains(">1974<"))
    #expect(svg.contains("since 1974"))
  }

  @Test func `long texts are cut at a word, and say that they go on`() {
    #expect(ShortWords.shortened("Share plans with families", to: 20) == "Share plans with …")
    #expect(ShortWords.shortened("Share", to: 3) == "")
  }

  @Test(arguments: 8..<40)
  func `a text of ASCII is cut where one of as many other letters is`(letters: Int) {
    let text = "Share plans with families, at once and in words that children know"
    let other = text.replacingOccurrences(of: "a", with: "e\u{301}")
    let (cut, otherCut) = (
      ShortWords.shortened(text, to: letters), ShortWords.shortened(other, to: letters)
    )
    #expect(cut.replacingOccurrences(of: "a", with: "e\u{301}") == otherCut)
    #expect(cut.count <= letters && cut.hasSuffix(" …"))
  }

  @Test func `marks that would meet take two lanes, and then share a count`() throws {
    let axis = try axis("2001-01-01", "2010-12-31", today: "2011-01-05")
    let marks = (1...9).map { number in
      TimelineMark(
        DateInterval(PartialDate(day("2005-06-0\(number)"))), .report, title: "\(number)",
        link: nil)
    }
    let layout = TimelineLayout(
      [TimelineRow(lead: "Inspected", marks: marks)], on: axis, breaks: [])
    #expect(layout.rows[0].marks.map(\.lane) == [0, 1])
    #expect(layout.rows[0].marks.map(\.marks.count) == [1, 8])
  }

  @Test func `of very many items as many are drawn as can be read, and the rest counted`() throws {
    let items = (1...300).map { "  - {id: \($0), text: Do \($0)., due: within \($0) days}" }
    let report = """
      title: Inspection of North
      kind: inspection
      publisher: ofsted
      framework: round
      form: known-of
      area: north
      published: 2009-06-01
      recommendations:
      \(items.joined(separator: "\n"))
      """
    let asked = try #require(try rows(["reports/north-2009.md": report]).last)
    #expect(asked.row.lead == "Asked in June 2009: 300")
    #expect(asked.items.count == 31)
    #expect(asked.items.last?.row.lead == "270 more, not drawn")
    #expect(asked.strokes.count { $0.kind == .due } == 2)
  }

  @Test(arguments: [(0.0, "0"), (12.5, "12.5"), (-3.25, "-3.25"), (7.04, "7.04"), (99.999, "100")])
  func `numbers have at most two decimals`(value: Double, text: String) {
    var buffer = HTMLBuffer()
    buffer.decimal(value)
    #expect(buffer.fragment().string == text)
  }
}
