import Inspections
import TestSupport
import Testing

@testable import Site

/// What the home page and the lists of bodies leave out, because the register has none of it or it is
/// of another time.
struct HomeAndListsTests {
  /// The North was the Agency's until the end of 2008 and is the Trust's since.
  private static let handedOver = site([
    "areas/north.md": """
    title: North
    kind: region
    from: 2001
    organisations: [{organisation: agency, to: 2008-12-31}, {organisation: trust, from: 2009-01-01}]
    """,
    "organisations/trust.md": "title: The Trust\nkind: inspected-body",
    "reports/north-2007.md": """
    title: Earlier inspection of North
    kind: inspection
    publisher: ofsted
    framework: round
    form: known-of
    area: north
    published: 2007-06
    """,
    "reports/north-2009.md": """
    title: Later inspection of North
    kind: inspection
    publisher: ofsted
    framework: round
    form: known-of
    area: north
    published: 2009-06
    """,
  ])

  @Test(arguments: [
    ("agency", "inspected in 2007", "2009"), ("trust", "inspected in 2009", "2007"),
  ])
  func `the list of a body's areas names reports of the time in which it ran them`(
    body: String, own: String, other: String
  ) throws {
    let page = try Self.handedOver.rendered("organisations/\(body)/")
    let list = try #require(page.range(of: ">Its areas</h2>"))
    let entry = try #require(page[list.upperBound...].range(of: "</ul>"))
    let words = page[list.upperBound..<entry.lowerBound].replacing(/<[^>]+>/, with: "")
    let held = try #require(words.components(separatedBy: "; ").last)
    #expect(held.contains(own), "\(words)")
    #expect(!held.contains(other), "\(words)")
  }

  @Test func `an area's own page names the reports of all times`() throws {
    let page = try Self.handedOver.rendered("areas/north/")
    #expect(page.contains("Earlier inspection of North"))
    #expect(page.contains("Later inspection of North"))
  }

  private static func inspection(in year: Int, month: Int, asking: String = "") -> String {
    """
    title: Inspection of North
    kind: inspection
    publisher: ofsted
    framework: round
    form: known-of
    area: north
    published: \(year)-0\(month)
    \(asking)
    """
  }

  /// Where years stand beside an area, what is before them was before the first of them.
  @Test(arguments: [
    (
      [2014, 2014, 2015, 2015, 2016, 2017, 2017, 2018, 2018], "2016, 2017 and 2018",
      ", and four times"
    ),
    ([2010, 2014, 2015, 2016], "2014, 2015 and 2016", ", and once"),
    ([2014, 2015, 2016, 2016, 2016, 2016], "2014, 2015 and 2016", ""),
  ])
  func `the years of the last inspections are told, and how many were before`(
    years: [Int], last: String, earlier: String
  ) {
    var files = ["reports/north-2009.md": Self.inspection(in: years[0], month: 1)]
    for (place, year) in years.enumerated().dropFirst() {
      files["reports/r\(place).md"] = Self.inspection(in: year, month: place)
    }
    let named = last.replacing(/\d{4}/) { "\($0.output) (published)" }
    #expect(
      HomeWords.reports(on: AreaID("north"), in: site(files).register)
        == "told by others: inspected in \(named)\(earlier.isEmpty ? "" : "\(earlier) before")")
  }

  @Test func `the home page names the reports whose recommendations are past their date`() throws {
    let asked = "recommendations: [{id: 1, text: Do it, due: 2010-01-01}, {id: 2, text: Do that}]"
    var files: [String: String] = [:]
    for year in 2001...2006 {
      files["reports/r\(year).md"] = Self.inspection(in: year, month: 3, asking: asked)
    }
    // With the usual report of June 2009 these are seven, of which five are shown.
    let page = try site(files).rendered("")
    #expect(page.contains("None of 16 areas for improvement is closed by a document held here."))
    #expect(page.contains("<p>The latest five of seven such reports:</p>"))
    #expect(page.contains(">North, published June 2009: three of four areas for improvement</a>"))
    #expect(page.contains(">North, published March 2006: one of two areas for improvement</a>"))
    #expect(!page.contains(">North, March 2002: "))
    #expect(try !site([:]).rendered("").contains("such report"))
  }

  @Test func `the home page explains the scales of the grades that it shows`() throws {
    func scale(_ title: String, _ grades: String) -> String {
      """
      title: \(title)
      inspectorate: ofsted
      grades: [{id: a, title: \(grades)}, {id: b, title: Not \(grades)}]
      aspects: [{id: care, title: Care}]
      """
    }
    var files = [
      "frameworks/old.md": scale("The old round", "Well"),
      "frameworks/new.md": scale("The new round", "Fine"),
      "frameworks/unused.md": scale("The unused round", "Sound"),
      "reports/north-2009.md": judgedInNorth(2019, under: "new", "{aspect: care, grade: a}"),
    ]
    for year in 2001...2008 {
      files["reports/north-\(year).md"] = judgedInNorth(
        year, under: "old", "{aspect: care, grade: b}")
    }
    func scales() throws -> [String] {
      let page = try site(files).rendered("")
      return page.matches(of: /<h3><a href="[^"]*frameworks[^"]*"[^>]*>([^<]*)</).map {
        String($0.1)
      }
    }
    #expect(try scales() == ["The old round", "The new round"])
    for year in 2010...2015 {
      files["reports/north-\(year).md"] = judgedInNorth(
        year, under: "new", "{aspect: care, grade: b}")
    }
    #expect(try scales() == ["The new round"])
    files["frameworks/other.md"] = scale("A round with the same words", "Fine")
    files["reports/north-2020.md"] = judgedInNorth(2020, under: "other", "{aspect: care, grade: a}")
    #expect(try scales() == ["The new round", "A round with the same words"])
  }

  /// A register of one report on no area that asks for nothing.
  private static let bare = sampleSite([
    "organisations/board.md": "---\ntitle: The Board\nkind: inspectorate\n---\n",
    "frameworks/frame.md": Sample.framework,
    "reports/trade-2009.md": """
    ---
    title: The trade
    kind: thematic
    publisher: board
    framework: frame
    published: 2009-06
    ---
    """,
  ])

  @Test func `a home page offers no area and no status where there is none`() throws {
    let page = try Self.bare.rendered("")
    #expect(page.contains("Find a report or a phrase"))
    #expect(!page.contains("Find an area"))
    #expect(!page.contains("Progress and status"))
    #expect(!page.contains("All areas"))
  }

  @Test func `a home page offers areas and explains statuses where there are some`() throws {
    let page = try site([:]).rendered("")
    #expect(page.contains("Find an area, a report or a phrase"))
    #expect(page.contains("Progress and status"))
  }
}
