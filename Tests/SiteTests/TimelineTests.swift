import HTML
import Inspections
import Testing

@testable import Site

struct TimelineTests {
  private func drawing(_ files: [String: String], on day: String = "2012-01-01") throws -> String {
    let site = site(files, on: day)
    let area = try #require(site.register.areas[AreaID("north")])
    return String(decoding: AreaTimeline(site: site).drawing(of: area).bytes, as: UTF8.self)
  }

  private func entries(_ files: [String: String]) throws -> [TimelineEntry] {
    let site = site(files)
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    return AreaEntries(overview: overview, site: site).entries()
  }

  @Test func `a month is as wide as the month`() {
    let axis = TimelineAxis(
      covering: [day("2009-01-01"), day("2010-12-31")], today: day("2011-01-05"))
    let june = axis.span(day("2009-06-01"), day("2009-06-30"))
    #expect(abs(june.x + june.width - axis.x(day("2009-07-01"))) < 0.001)
    #expect(june.width > 25 * axis.span(day("2009-06-01"), day("2009-06-01")).width / 30)
  }

  @Test func `a long quiet time before today is a band, a short one is drawn`() {
    let days = [day("2009-06-01"), day("2010-02-01")]
    #expect(TimelineAxis(covering: days, today: day("2026-11-23")).hasGap)
    let close = TimelineAxis(covering: days, today: day("2010-05-01"))
    #expect(!close.hasGap)
    #expect(close.x(day("2010-05-01")) == close.todayX)
  }

  @Test func `a due date to come lies after today`() {
    let axis = TimelineAxis(
      covering: [day("2009-06-01"), day("2010-12-31")], today: day("2009-08-01"))
    #expect(axis.todayX < axis.x(day("2010-12-31")))
  }

  @Test func `events stand in the order of time, in the drawing and in the list`() throws {
    let leads = try entries(visitFile).map(\.lead)
    #expect(
      leads == [
        "The region begins.", "Inspection of North", "Due", "Due", "Due", "Inspectors at work",
        "Visit to North", "Today",
      ])
    let svg = try drawing(visitFile)
    let report = try #require(svg.range(of: "Inspection of North, published June 2009"))
    let visit = try #require(svg.range(of: "1–2 February 2010: Visit to North"))
    #expect(report.lowerBound < visit.lowerBound)
  }

  @Test func `the label of a second inspection leaves its room to that of the first`() throws {
    func second(_ fieldwork: String) -> [String: String] {
      [
        "reports/north-2011.md": """
        title: North again
        kind: inspection
        publisher: ofsted
        framework: round
        area: north
        fieldwork: \(fieldwork)
        published: 2011-09-15
        """
      ]
    }
    for fieldwork in ["2011-07", "unknown"] {
      let svg = try drawing(second(fieldwork))
      #expect(!svg.contains("text-anchor=\"end\">Report"), "\(fieldwork)")
    }
  }

  @Test func `every element that says something is a link with a name`() throws {
    let svg = try drawing(visitFile)
    let links = svg.components(separatedBy: "<a href=").count - 1
    let names = svg.components(separatedBy: "<title>").count - 1
    // The link to the list stands before the drawing and is named by its words.
    #expect(links == names + 1)
    #expect(names >= 8)
  }

  @Test func `what is past its date is a thin line, hatched where a visit found it not done`()
    throws
  {
    func count(_ name: String, in svg: String) -> Int {
      svg.components(separatedBy: "class=\"\(name)\"").count - 1
    }
    let unseen = try drawing([:])
    #expect(count("past-date", in: unseen) == 3)
    #expect(count("not-done", in: unseen) == 0)
    let visited = try drawing(visitFile)
    #expect(
      count("past-date", in: visited) == 2, "one after satisfactory progress, one until closed")
    #expect(count("not-done", in: visited) == 1)
    #expect(visited.contains("Closed: implemented"))
  }

  @Test func `no line crosses a break`() {
    let axis = TimelineAxis(
      covering: [day("2009-01-01"), day("2010-12-31")], today: day("2011-01-05"))
    let pieces = axis.pieces(
      from: axis.x(day("2009-02-01")), to: axis.x(day("2010-10-01")),
      without: [TimelineBreak(day: day("2010-01-01"), words: "break")])
    #expect(pieces.count == 2)
    #expect(pieces[0].end == axis.x(day("2010-01-01")))
    #expect(abs(pieces[1].start - pieces[0].end - TimelineBreak.gap) < 0.001)
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
    #expect(try drawing(later).contains("class=\"break\""))
  }

  @Test func `an unknown beginning comes first and an unknown end fades`() throws {
    let files = [
      "areas/north.md":
        "title: North\nkind: region\nfrom: unknown\nto: unknown\nsuccessors: unknown"
    ]
    let entries = try entries(files)
    #expect(entries.first?.lead == "The region begins.")
    #expect(entries.first?.isUnknown == true)
    let svg = try drawing(files)
    #expect(svg.contains("class=\"unsure\""))
    #expect(svg.contains("class=\"unsure-end\""))
  }

  @Test func `a beginning long before the first report does not squeeze the rest`() throws {
    let svg = try drawing(["areas/north.md": "title: North\nkind: region\nfrom: 1974"])
    #expect(!svg.contains(">1974<"))
    #expect(svg.contains("since 1974"))
  }

  @Test func `long names are cut at a word, and the whole name is in the title`() throws {
    #expect(TimelineCanvas.shortened("Share plans with families", to: 20) == "Share plans with …")
    #expect(TimelineCanvas.shortened("Share", to: 3) == "")
    let name = Array(repeating: "Administration", count: 20).joined(separator: " ")
    let files = ["areas/north.md": "title: \(name)\nkind: region\nfrom: 2001"]
    #expect(try drawing(files).contains(name))
  }

  @Test func `many recommendations share rows, and no drawing grows without bound`() throws {
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
    let svg = try drawing(["reports/north-2009.md": report])
    #expect(svg.components(separatedBy: "class=\"due\"").count - 1 == AskedRow.mostRows)
  }

  @Test(arguments: [(0.0, "0"), (12.5, "12.5"), (-3.25, "-3.25"), (7.04, "7.04"), (99.999, "100")])
  func `numbers have at most two decimals`(value: Double, text: String) {
    var buffer = HTMLBuffer()
    buffer.decimal(value)
    #expect(buffer.fragment().string == text)
  }
}
