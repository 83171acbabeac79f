import Inspections
import Testing

@testable import Site

/// What the page of press coverage says of claims, and of their number.
struct CoverageTests {
  private static func account(_ day: String, _ claims: String) -> String {
    """
    title: An article
    outlet: A newspaper
    published: \(day)
    kind: news
    about: [north-2009]
    claims:
    \(claims)
    """
  }

  private static let dates = """
      - organisation: ofsted
        together: {reports: [north-2009, north-2010], within: 1 year}
        says: Two reports came within a year.
        agrees: A year is about right.
    """

  private static let published: SiteContext = site([
    "reports/north-2010.md": """
    title: Inspection of North, again
    kind: inspection
    publisher: ofsted
    framework: round
    area: north
    published: 2010-06
    overall: fair
    """,
    "reports/north-2009.md": inspectionOfNorth("overall: poor"),
    "coverage/one.md": account(
      "2009-07",
      """
        - {report: north-2009, overall: poor}
        - {report: north-2009, overall: good}
        - {report: north-2009, overall: dim}
        - {report: north-2009, says: It was long., untested: Nobody counts the pages.}
        - {report: north-2009, says: It was late.}
      """),
    "coverage/two.md": account("2010-07", dates),
  ])

  @Test func `what is counted at the head is what the page lists`() throws {
    let page = try Self.published.rendered("coverage/")
    #expect(
      page.contains(
        "six claims: two agree, one differs, one is off the scale, one cannot be tested and one is not "
          + "held against the record yet; the editors judged two of them</span>"))
    let verdicts = page.matches(of: /<span class="verdict">([^<]*)<\/span>/).map { String($0.1) }
    #expect(
      verdicts == [
        "Agrees, as the editors judge.", "Agrees with the record.", "Differs from the record.",
        "Off the scale.", "Cannot be tested, as the editors judge.",
        "Not held against the record yet.",
      ])
  }

  @Test func `an editor may judge what the dates of the record leave open`() throws {
    let page = try Self.published.rendered("coverage/")
    #expect(
      page.contains(
        "<p>Time between reports: claimed 1 year; the dates of the record, June 2009 to June 2010, leave "
          + "it open.</p>"))
    #expect(!page.contains("the record does not say"))
  }

  @Test func `the order of several accounts is told, where they are listed and on a report's page`()
    throws
  {
    let order = "comes first; what has no known date comes last."
    #expect(try Self.published.rendered("coverage/").contains("<p>The newest \(order)</p>"))
    #expect(
      try Self.published.rendered("reports/north-2009/").contains(" The earliest \(order)</p>"))
    let one = site([
      "coverage/one.md": Self.account("2009-07", "  - {report: north-2009, overall: poor}")
    ])
    #expect(try !one.rendered("coverage/").contains(order))
    #expect(try !one.rendered("reports/north-2009/").contains(order))
  }
}
