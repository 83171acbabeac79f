import TestSupport
import Testing

/// What the example theme shows of a register: what only some inspectorates record must be in it as in
/// the built-in theme, or the reference of template names does not suffice.
struct SecondThemeTests {
  private static let everything = Task { try await drawn(.content(of: "everything")) }
  private static let audits = Task { try await drawn(.content(of: "audit-office")) }
  private static let schools = Task { try await drawn(.content(of: "two-languages")) }

  /// The site of a register as the example theme draws it.
  private static func drawn(_ project: Project) async throws -> BuiltSite {
    try project.folder.copy(ThemeTests.gazette, to: "templates")
    return try await project.built()
  }

  @Test(arguments: [
    (
      "areas/north-shore/",
      ["Lamps 7.50", "Last surveyed May 2018", "Staffed yes", "Pilots Sea Department"]
    ),
    ("organisations/lights-board/", ["Berths at its quay 012"]),
    ("reports/north-shore-2019/", ["Weather Fog"]),
    ("responses/north-shore-2019-board/", ["Received: the week of 9 December 2019"]),
    ("coverage/", ["Edition: Late city edition"]), ("glossary/", ["Signs: L.; Lns."]),
    ("pages/about/", ["Reviewed: November 2026"]),
  ])
  func `the site's own fields are shown`(page: String, facts: [String]) async throws {
    let words = try await Self.everything.value.words(page)
    for fact in facts { #expect(words.contains(fact), "\(fact) on \(page)") }
  }

  // The horns and the stores: 1,250.50 and 4,000 pounds, put to the Board.
  @Test(arguments: [
    (
      "reports/north-shore-2019/recommendations/1/",
      [
        "Priority At once", "Task of The keeper of horns", "Cause Nobody was told to listen.",
        "Cost of repair: GBP 1,250.50 Of two horns.",
      ]
    ),
    ("organisations/lights-board/", ["Cost of repair: GBP 5,250.50 in two amounts"]),
    (
      "reports/north-shore-2020-visit/",
      ["Done for Lights Board, 3 February 2020", "Evidence: The log of horns.", "for Lights Board"]
    ),
    (
      "frameworks/harbour-lights-2019/",
      ["Priorities, most urgent first At once", "Sums of money: Cost of repair"]
    ),
    (
      "frameworks/harbour-pilots-2022/",
      ["It calls its reports audit reports", "It gives no grade to the whole", "about 28 days"]
    ),
    ("areas/north-west-shore/", ["Awaiting its first inspection, as of September 2026"]),
    (
      "reports/pilots-2022/",
      ["The text of this report may not be published", "It shows where the boats lie at night"]
    ),
    (
      "reports/pilots-2024/",
      [
        "In another language: Archwiliad y peilotiaid, 2024", "NC-02: Ladders", "87 of 100",
        "Radio Met (A) from Audit of the pilots, 2022",
      ]
    ),
  ])
  func `what only some inspectorates record is shown`(page: String, facts: [String]) async throws {
    let words = try await Self.everything.value.words(page)
    for fact in facts { #expect(words.contains(fact), "\(fact) on \(page)") }
  }

  @Test func `a recommendation to several bodies stands for each of them`() async throws {
    let words = try await Self.audits.value.words("reports/dredging-2024/recommendations/1.1/")
    #expect(words.contains("Ports Authority Closed: implemented"))
    #expect(words.contains("Department of Works Past its date, not closed"))
  }

  @Test func `a title in another language says which`() async throws {
    let site = try await Self.schools.value
    #expect(unmarkedTitles(WelshTitles.all, in: site) == [])
    #expect(
      site.text("reports/hill-2025/index.html")
        .contains("<h1 lang=\"cy\">Ysgol yr Allt ym mis Hydref 2025</h1>"))
  }
}
