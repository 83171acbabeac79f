import Inspections
import Testing

@testable import Site

/// What the comparison of areas says of a verdict on several aspects, and of aspects on several scales.
struct ComparisonTests {
  private static func framework(_ title: String, _ aspects: String) -> String {
    """
    title: \(title)
    inspectorate: ofsted
    grades: [{id: high, title: High}, {id: low, title: Low}]
    aspects: [\(aspects)]
    """
  }

  private static let both = "{aspects: [care, plans], grade: low}"

  private static func page(_ early: String, _ late: String) throws -> String {
    try site([
      "frameworks/early.md": framework("Early", early),
      "frameworks/late.md": framework("Late", late),
      "reports/north-2009.md": judgedInNorth(2009, under: "early", both),
      "reports/north-2011.md": judgedInNorth(
        2011, under: "late", "{aspect: care, grade: high}, {aspect: plans, grade: high}"),
    ]).rendered("comparison/")
  }

  private static let aspects = "{id: care, title: Care}, {id: plans, title: Plans}"

  @Test func `one verdict on several aspects is called so wherever it stands`() throws {
    let page = try Self.page(Self.aspects, Self.aspects)
    let joint = "<span class=\"standing\">one verdict on several aspects</span>"
    // Two aspects in the table of their scale, and the same two across scales.
    #expect(page.components(separatedBy: joint).count == 5)
  }

  @Test func `a wide table has a name, is reached by the keyboard and can say that it scrolls`()
    throws
  {
    // Where it does is for the style sheet to find; without one, nothing is said of it.
    let frame =
      /<div class="table-frame" role="region" tabindex="0" aria-label="[^"]+">\n<p class="scrolls[^>]* hidden[^>]*>[^<]*scrolls sideways\.<\/p>\n<table class="comparison">/
    let page = try Self.page(Self.aspects, Self.aspects)
    #expect(page.matches(of: frame).count == page.ranges(of: "<table class=\"comparison\">").count)
    #expect(page.contains(frame))
    let area = try site(
      [
        "reports/north-2009.md": judgedInNorth(2009, under: "round", "{aspect: care, grade: poor}"),
        "reports/north-2011.md": judgedInNorth(2011, under: "round", "{aspect: care, grade: good}"),
      ]
    ).rendered("areas/north/")
    #expect(area.matches(of: frame).count == 1)
    let sheet = try #require(ThemeFile.builtIn.first { $0.path == "assets/findings.css" })
    #expect(
      String(decoding: sheet.bytes, as: UTF8.self)
        .contains("@container scroll-state(scrollable: x) { .scrolls { display: block; } }"))
  }

  /// The captions of the tables across scales.
  private static func shared(_ page: String) -> [String] {
    page.matches(of: /<table class="records" role="table"><caption>([^<]*)</).map { String($0.1) }
  }

  @Test(arguments: [
    (aspects, ["Care", "Plans"]),
    // One id for what the frameworks call otherwise is not named alike.
    ("{id: care, title: Care and plans}, {id: plans, title: Plans}", ["Plans"]),
    // And what they call alike is, whatever its id and its capitals.
    (
      "{id: care, title: Care}, {id: plans, title: Plans}, {id: other, title: Other}",
      ["Care", "Plans"]
    ),
    ("{id: care, title: PLANS}, {id: plans, title: Care}", ["Care", "Plans"]),
    ("{id: care, title: One}, {id: plans, title: Two}", []),
  ])
  func `across scales stand the aspects that frameworks name alike`(
    early: String, titles: [String]
  ) throws {
    let page = try Self.page(early, Self.aspects)
    #expect(Self.shared(page).sorted() == titles)
    #expect(page.contains("id=\"across\"") == !titles.isEmpty)
  }
}
