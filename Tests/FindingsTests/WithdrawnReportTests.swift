import TestSupport
import Testing

/// A report that was withdrawn keeps its page, and nothing that it said is counted, compared or waited for.
struct WithdrawnReportTests {
  private static let report = "north-shore-2019"

  /// The golden site with its one graded report of the North Shore as it is, or withdrawn.
  private func site(withdrawn: Bool) async throws -> BuiltSite {
    let project = try Project.golden("everything")
    if withdrawn {
      try project.edit(
        "content/reports/\(Self.report).md", "\nstatus: published\n",
        """

        status: withdrawn
        withdrawal: {date: 2026-08-01, reason: It was about another shore.}

        """)
    }
    return try await project.built()
  }

  @Test func `what it asked for is neither open nor past its date`() async throws {
    for (isWithdrawn, waiting) in [(false, true), (true, false)] {
      let site = try await site(withdrawn: isWithdrawn)
      let rows = try site.rows("data/recommendations.csv").filter { $0["report"] == Self.report }
      let statuses = Set(rows.compactMap { $0["status"] })
      #expect(!statuses.isDisjoint(with: ["open", "past-date"]) == waiting)
      #expect(statuses.contains("withdrawn") != waiting)
      #expect(site.text("data/due-dates.ics").contains(Self.report) == waiting)
    }
  }

  @Test func `its page keeps what it found, and its recommendations say what became of them`()
    async throws
  {
    let site = try await site(withdrawn: true)
    let page = site.words("reports/\(Self.report)/")
    #expect(page.contains("This report was withdrawn."))
    #expect(page.contains("Good"))
    #expect(
      site.words("reports/\(Self.report)/recommendations/3/").contains(
        "Withdrawn with its report its report was withdrawn on 1 August 2026"))
  }

  @Test func `its grades are not compared, drawn or told of its area`() async throws {
    for (isWithdrawn, counts) in [(false, true), (true, false)] {
      let site = try await site(withdrawn: isWithdrawn)
      for path in ["comparison/index.html", "timeline/index.html"] {
        #expect(site.text(path).contains("/areas/north-shore/\"") == counts, "\(path)")
      }
      let area = site.words("areas/north-shore/")
      #expect(area.contains("overall grade: Good") == counts)
      #expect(area.contains("Withdrawn since."), "the report of 2016 was withdrawn, too")
      #expect(area.contains("Inspected by no report that stands") != counts)
    }
  }

  @Test func `an area of which nothing stands says so`() async throws {
    let site = try await site(withdrawn: false)
    let page = site.words("areas/coast/")
    #expect(page.contains("What the register holds on this area was withdrawn."))
    #expect(page.contains("In the register One withdrawn report"))
  }

  @Test func `a visit that was withdrawn concludes and closes nothing`() async throws {
    let project = try Project.golden("everything")
    try project.edit(
      "content/reports/north-shore-2020-visit.md", "\npublished: 2020-02-20\n",
      """

      published: 2020-02-20
      status: withdrawn
      withdrawal: {date: 2020-08-01, reason: Nobody had gone there.}

      """)
    let site = try await project.built()
    let rows = try site.rows("data/recommendations.csv").filter { $0["report"] == Self.report }
    #expect(!rows.isEmpty && rows.allSatisfy { $0["status"] != "closed" })
    #expect(
      site.words("reports/\(Self.report)/").contains("No progress is recorded."))
  }

  @Test func `a letter that names no area is told of the area whose reports it follows up`()
    async throws
  {
    let site = try await site(withdrawn: false)
    let page = site.words("areas/north-east-shore/")
    #expect(!page.contains("Followed up by no report in this register"))
    #expect(page.contains("the latest report held on this area was published on 3 February 2025"))
    #expect(!site.words("reports/pilots-2024/").contains("Later on this area: none held"))
    #expect(site.text("areas/north-east-shore/feed.xml").contains("pilots-2025-letter"))
  }

  @Test func `two inspectorates' frameworks side by side are no change of scale`() async throws {
    let page = try await site(withdrawn: false).words("areas/north-east-shore/")
    #expect(
      !page.contains("Before and after: Inspection of harbour lights, 2019 to 2023 and Audit"))
  }

  @Test func `a thematic report is no inspection`() async throws {
    let page = try await site(withdrawn: false).words("areas/north-west-shore/")
    #expect(!page.contains("Inspected once, January to March 2021"))
  }

  @Test func `a kind that is a noun stays one`() async throws {
    let project = try Project.golden("everything")
    try project.edit("content/areas/north-shore.md", "\nkind: ", "\nkind: hospital # ")
    let site = try await project.built()
    let page = site.words("areas/north-shore/")
    #expect(page.contains("Hospital") && !page.lowercased().contains("hospital area"))
  }
}
