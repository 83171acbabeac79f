import Foundation
import TestSupport
import Testing

/// Small registers of other inspectorates, written as an editor would, and what readers must find.
///
/// What each page and file must say comes from the records, not from the pages.
struct RegimeTests {
  static let prisons = Task { try await Project.content(of: "prisons-follow").built() }
  static let homes = Task { try await Project.content(of: "care").built() }
  static let accidents = Task { try await Project.content(of: "accidents").built() }

  // HMP Fenwick was inspected in March 2023, reviewed in January 2024 and inspected again in October
  // 2025, when inspectors graded anew and judged progress on the concerns of 2023.

  @Test func `the area's latest grades are those of the second inspection`() async throws {
    let page = try await Self.prisons.value.words("areas/hmp-fenwick/")
    let latest = try #require(page.between("Aspect Grade From", "Grades over time"))
    for (aspect, grade) in [
      ("Safety", "2 – not sufficiently good"), ("Respect", "3 – reasonably good"),
      ("Purposeful activity", "1 – poor"), ("Preparation for release", "3 – reasonably good"),
    ] {
      #expect(latest.contains("\(aspect) \(grade)"), "\(aspect)")
    }
    #expect(page.contains("Inspected in 2023 and in 2025 and visited in January 2024."))
  }

  @Test func `the comparison and the timeline show the second inspection`() async throws {
    let site = try await Self.prisons.value
    let comparison = site.words("comparison/")
    for grade in ["2 – not sufficiently good", "3 – reasonably good", "1 – poor"] {
      #expect(comparison.contains(grade))
    }
    #expect(!comparison.contains("2023"), "no grade of the first inspection is the latest")
    let timeline = PageReading(site.text("timeline/index.html")).links
    for report in ["fenwick-2023", "fenwick-2025"] {
      #expect(timeline.contains("/reports/\(report)/"))
    }
    #expect(!timeline.contains("/reports/fenwick-irp-2024/"))
  }

  @Test func `judgements add up to the same wherever they are counted`() async throws {
    let site = try await Self.prisons.value
    // Purposeful activity has a part in the framework, which nobody judged: it counts.
    let tally = "2 × “3 – reasonably good”, 1 × “2 – not sufficiently good”, 1 × “1 – poor”"
    #expect(
      site.words("reports/fenwick-2025/").contains("counted from the judgements below: \(tally)"))
    #expect(site.words("areas/hmp-fenwick/").contains("counted from the judgements: \(tally)"))
    #expect(
      site.text("reports/fenwick-2025/report.txt")
        .contains("Counted from the judgements below: \(tally)"))
    for list in ["reports/", "timeline/"] {
      #expect(
        site.words(list).contains("none given counted from its judgements: \(tally)"), "\(list)")
    }
    for feed in ["feed.xml", "areas/hmp-fenwick/feed.xml", "frameworks/expectations-2023/feed.xml"]
    {
      #expect(site.text(feed).contains("Counted from the judgements: \(tally)."), "\(feed)")
    }
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "fenwick-2025" }
    #expect(
      rows.map { "\($0["aspects"] ?? "") \($0["grades"] ?? "") \($0["counted"] ?? "")" } == [
        "safety not-sufficiently-good yes", "respect reasonably-good yes",
        "purposeful-activity poor yes", "release reasonably-good yes",
      ])
  }

  @Test func `the second inspection's progress stands beside its grades`() async throws {
    let site = try await Self.prisons.value
    let tally = "of 4: 1 Good progress, 2 Reasonable progress, 1 No meaningful progress"
    let report = site.words("reports/fenwick-2025/")
    #expect(report.contains("Judgements at a glance") && report.contains("Progress at a glance"))
    #expect(report.contains(tally))
    let area = site.words("areas/hmp-fenwick/")
    #expect(area.contains("counted from its items: \(tally)"))
    #expect(
      area.contains(
        "Progress in October 2025: of four concerns, Good progress on one, Reasonable progress on two "
          + "and No meaningful progress on one."))
    #expect(
      site.text("reports/fenwick-2025/report.txt").contains("Counted from the items: \(tally)"))
    #expect(site.text("areas/hmp-fenwick/feed.xml").contains("Progress: \(tally)."))
    let first = site.words("reports/fenwick-2023/")
    #expect(first.contains("HMP Fenwick, full inspection, October 2025"), "what happened next")
    let progress = try site.rows("data/progress.csv").filter { $0["visit"] == "fenwick-2025" }
    #expect(progress.map { $0["judgement"] } == ["good", "none", "reasonable", "reasonable"])
  }

  @Test func `a report that says nothing of progress as a whole has nothing said of it`()
    async throws
  {
    let site = try await Self.prisons.value
    for page in ["reports/fenwick-2025/", "reports/fenwick-irp-2024/"] {
      #expect(!site.words(page).contains("Overall progress"), "\(page)")
    }
  }

  // Oak House was assessed in 2025: Safe requires improvement; its two quality statements were scored
  // and not graded.

  @Test func `a question whose statements are not graded is counted`() async throws {
    let site = try await Self.homes.value
    let tally = "4 Good, 1 Requires improvement; 2 looked at and not graded"
    #expect(
      site.words("reports/oak-house-2025/").contains("counted from the judgements below: \(tally)"))
    #expect(site.words("areas/oak-house-2/").contains("counted from the judgements: \(tally)"))
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "oak-house-2025" }
    #expect(rows.allSatisfy { $0["counted"] == "yes" })
    #expect(rows.first { $0["aspects"] == "safe" }?["grades"] == "requires-improvement")
  }

  // The board asked for train control in 2020, had two answers, and classified each in a letter.

  @Test
  func `answers and letters stand in order of time, and the class keeps its dash and capitals`()
    async throws
  {
    let page = try await Self.accidents.value.words(
      "reports/rail-2019-collision/recommendations/R-20-1/")
    var rest = try #require(page.between("What happened next", "What each visit concluded"))[...]
    for step in [
      "1 July 2020 Rail Regulator answered", "15 September 2020", "Open—Acceptable Response",
      "20 November 2021 Rail Regulator answered", "3 March 2022", "Open—Unacceptable Response",
    ] {
      let found = try #require(rest.range(of: step), "\(step)")
      rest = rest[found.upperBound...]
    }
    let today = try #require(page.between("Where it stands today", "Priority"))
    #expect(today.contains("3 March 2022: Open—Unacceptable Response"))
  }

  @Test func `a label as printed is the id in text, links and data`() async throws {
    let site = try await Self.accidents.value
    let report = PageReading(site.text("reports/rail-2019-collision/index.html"))
    #expect(
      report.links.contains("/reports/rail-2019-collision/recommendations/R-20-1/")
        && report.links.contains("#para-1.1"))
    let words = site.words("reports/rail-2019-collision/")
    // An embed inside a sentence is a link with words.
    #expect(words.contains("2.1 To the regulator: safety recommendation R-20-1"))
    #expect(words.contains("R-20-1 Require positive train control on sidings."))
    let text = site.text("reports/rail-2019-collision/report.txt")
    #expect(
      text.contains("2.1 To the regulator:")
        && text.contains("R-20-1 Require positive train control on sidings."))
    #expect(
      try site.rows("data/recommendations.csv").map { $0["number"] } == ["R-20-1", "R-20-2"])
    let json = site.text("reports/rail-2019-collision/report.json")
    #expect(json.contains("\"R-20-1\"") && json.contains("#para-2.1"))
  }

  @Test func `what is closed for one and open for another is not closed as a whole`() async throws {
    let site = try await Self.accidents.value
    let page = site.words("reports/rail-2019-collision/recommendations/R-20-2/")
    let today = try #require(page.between("Where it stands today", "Priority"))
    #expect(
      today.hasPrefix(
        " Open closed as implemented for Northern Railroad (30 May 2024) and open for Association of "
          + "Signal Makers; when last looked at, 30 May 2024: Closed—Acceptable Action for Northern "
          + "Railroad and Open—Await Response for Association of Signal Makers "))
    #expect(today.contains("For Northern Railroad Closed: implemented"))
    #expect(today.contains("For Association of Signal Makers Open no date set"))
    #expect(page.contains("30 May 2024, for Northern Railroad, concluded 28 May 2024"))
    #expect(page.contains("Evidence: Records of inspections of 2023."))
    let standing = try site.rows("data/addressees.csv").map {
      [$0["recommendation"], $0["organisation"], $0["status"], $0["progress"], $0["closed_as"]]
    }
    #expect(
      standing == [
        ["rail-2019-collision/R-20-1", "rail-regulator", "open", "oua", ""],
        ["rail-2019-collision/R-20-2", "northern-railroad", "closed", "caa", "implemented"],
        ["rail-2019-collision/R-20-2", "signal-makers", "open", "oar", ""],
      ])
    #expect(
      try site.rows("data/recommendations.csv").map { [$0["status"], $0["closed_as"]] }
        == [["open", ""], ["open", ""]])
    #expect(
      try site.rows("data/progress.csv").filter { $0["outcome"] == "judged" }
        .map { [$0["id"], $0["to"], $0["date"]] } == [
          ["r-20-1-2020-09/R-20-1", "", ""], ["r-20-1-2022-03/R-20-1", "", ""],
          ["r-20-2-2024-05/R-20-2/northern-railroad", "northern-railroad", "2024-05-28"],
          ["r-20-2-2024-05/R-20-2/signal-makers", "signal-makers", ""],
        ])
  }

  @Test(arguments: [
    ("northern-railroad", "R-20-2", "Closed: implemented", "Northern Railroad answered ; accepted"),
    ("signal-makers", "R-20-2", "Open no date set", "Open—Await Response"),
    ("rail-regulator", "R-20-1", "Open no date set", "Rail Regulator answered ; accepted"),
  ])
  func `an organisation's page lists what was put to it, as it stands for it`(
    body: String, number: String, status: String, answer: String
  ) async throws {
    let page = try await Self.accidents.value.words("organisations/\(body)/")
    let asked = try #require(page.between("What was put to it", "Status today"))
    #expect(asked.contains("One safety recommendation"))
    let row = page.components(separatedBy: "Status today").last ?? ""
    #expect(row.hasPrefix(" \(number) "))
    #expect(row.contains(status) && row.contains(answer))
    let other = number == "R-20-1" ? "R-20-2" : "R-20-1"
    #expect(!page.contains(other))
  }

  @Test func `priority and addressee narrow the overview, and money is added by currency`()
    async throws
  {
    let site = try await Self.accidents.value
    let overview = site.words("recommendations/")
    #expect(
      overview.contains(
        "Asked of All Association of Signal Makers (1) Northern Railroad (1) Rail Regulator (1)"))
    #expect(overview.contains("Priority All Urgent (1) Standard (1)"))
    let rules = site.text("recommendations/filters.css")
    #expect(rules.contains("[data-to~='signal-makers']"))
    #expect(rules.contains("[data-priority~='safety-recommendations.urgent']"))
    // USD 1,200,000 and 300,000; the CAD 90,000.50 stand alone and are added to nothing.
    let report = site.text("reports/rail-2019-collision/index.html")
    #expect(
      report.contains(
        "<span class=\"worked-out\">Added up: Damage avoided a year: USD 1,500,000 in two amounts.")
    )
    #expect(!report.contains("1,590,000"))
    #expect(
      site.words("reports/rail-2019-collision/recommendations/R-20-1/")
        .contains("Damage avoided a year: CAD 90,000.50"))
    #expect(
      try site.rows("data/amounts.csv").map { [$0["kind"], $0["value"], $0["currency"]] } == [
        ["saved", "1200000", "USD"], ["saved", "90000.5", "CAD"], ["saved", "300000", "USD"],
      ])
  }
}

extension BuiltSite {
  /// The words of a page's main part, without markup and drawings, with single spaces.
  fileprivate func words(_ address: String) -> String {
    let page = text("\(address)index.html")
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else {
      return ""
    }
    return page[start.lowerBound..<end.lowerBound]
      .replacing(/<svg[\s\S]*?<\/svg>/, with: "").replacing(/<[^>]+>/, with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The rows of a CSV file without quoted cells that hold commas, each by its columns' names.
  fileprivate func rows(_ path: String) throws -> [[String: String]] {
    let lines = text(path).split(separator: "\r\n")
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
  }
}

extension String {
  /// What stands between two texts; nil where either is missing.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard let from = range(of: start), let to = range(of: end, range: from.upperBound..<endIndex)
    else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
