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
    // The partner's grade of 2023 is on another scale, which has a table of its own.
    let own = try #require(comparison.range(of: "Latest grade on each aspect, Expectations"))
    #expect(
      !comparison[own.lowerBound...].contains("2023"),
      "no grade of the first inspection is the latest")
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
      #expect(site.words(list).contains("counted from its judgements: \(tally)"), "\(list)")
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

  @Test func `nothing is said of an overall grade where the framework gives none`() async throws {
    let site = try await Self.prisons.value
    // The page of the data names the columns that there are, and one is for progress as a whole.
    for (path, bytes) in site.files where !path.hasPrefix("data/") {
      guard [".html", ".xml", ".txt"].contains(where: path.hasSuffix) else { continue }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("overall"), "\(path)")
    }
    let head = try #require(site.text("data/reports.csv").split(separator: "\r\n").first)
    #expect(!head.split(separator: ",").contains("overall"))
  }

  @Test func `the number that the scheme prints is in the data, beside the title as it was typed`()
    async throws
  {
    let site = try await Self.prisons.value
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "fenwick-2025" }
    #expect(rows.map { $0["printed"] } == ["2", "3", "1", "3"])
    let grades = try site.rows("data/grades.csv").filter { $0["id"]?.contains("/grade/") == true }
    #expect(
      grades.filter { $0["framework"] == "expectations-2023" }
        .map { "\($0["printed"] ?? "") \($0["title"] ?? "")" } == [
          "4 4 – good", "3 3 – reasonably good", "2 2 – not sufficiently good", "1 1 – poor",
        ])
    for page in ["reports/fenwick-2025/", "areas/hmp-fenwick/", "comparison/"] {
      #expect(!site.words(page).contains("poor (1)"), "a title has its number once: \(page)")
    }
  }

  @Test func `a partner's grade stands on the partner's scale and counts with no other`()
    async throws
  {
    let site = try await Self.prisons.value
    let report = site.words("reports/fenwick-2023/")
    #expect(
      report.contains(
        "Education, skills and work Inadequate on the scale of Education inspection in prisons"))
    // Purposeful activity counts, for what is judged of its part is on another scale: 3, 2, 1 and 1.
    #expect(
      report.contains(
        "1 × “3 – reasonably good”, 1 × “2 – not sufficiently good”, 2 × “1 – poor”; "
          + "not counted, for it is on another scale: Education, skills and work"))
    #expect(
      site.text("reports/fenwick-2023/report.txt")
        .contains(
          "Education, skills and work: Inadequate on the scale of Education inspection in prisons")
    )
    let area = try #require(
      site.words("areas/hmp-fenwick/").between(
        "Education inspection in prisons Scale", "What inspectors"))
    #expect(area.contains("Education, skills and work Inadequate 6–17 March 2023"))
    let rows = try site.rows("data/judgements.csv").filter { $0["aspects"] == "education" }
    #expect(rows.map { $0["framework"] } == ["education-2023"])
    #expect(rows.map { "\($0["grades"] ?? "") \($0["counted"] ?? "")" } == ["inadequate partner"])
  }

  @Test func `reinspection is due five years after the end of the last fieldwork`() async throws {
    #expect(
      try await Self.prisons.value.words("areas/hmp-fenwick/")
        .contains(
          "an inspection is due by 16 October 2030, five years after that of 6–16 October 2025")
    )
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
    let tally = "4 Good, 1 Requires improvement; 2 with a score and no grade"
    #expect(
      site.words("reports/oak-house-2025/").contains("counted from the judgements below: \(tally)"))
    #expect(site.words("areas/oak-house/").contains("counted from the judgements: \(tally)"))
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "oak-house-2025" }
    #expect(rows.allSatisfy { $0["counted"] == "yes" })
    #expect(rows.first { $0["aspects"] == "safe" }?["grades"] == "requires-improvement")
  }

  @Test func `a score stands beside its grade, or instead of one`() async throws {
    let site = try await Self.homes.value
    for page in ["reports/oak-house-2025/", "areas/oak-house/"] {
      let words = site.words(page)
      #expect(words.contains("Safe Requires improvement 59 of 100"), "\(page)")
      #expect(words.contains("Medicines optimisation 2 of 4"), "\(page)")
      #expect(words.contains("Safeguarding 3 of 4"), "\(page)")
      #expect(!words.contains("not graded"), "\(page)")
    }
    let text = site.text("reports/oak-house-2025/report.txt")
    #expect(
      text.contains("Safe: Requires improvement, 59 of 100\nMedicines optimisation: 2 of 4\n"))
    let rows = try site.rows("data/judgements.csv").filter {
      $0["report"] == "oak-house-2025" && $0["score"] != ""
    }
    #expect(
      rows.map { "\($0["aspects"] ?? "") \($0["score"] ?? "")/\($0["score_of"] ?? "")" }
        == ["safe 59/100", "medicines 2/4", "safeguarding 3/4"])
  }

  @Test func `what is carried over is dated and counted as the report's that reached it`()
    async throws
  {
    let site = try await Self.homes.value
    let report = site.words("reports/oak-house-2023/")
    #expect(
      report.contains(
        "Caring Outstanding carried over from Oak House, comprehensive inspection, 2021 , 4–5 May 2021"
      ))
    // Two questions were looked at in 2023; three grades are those of 2021.
    let tally =
      "1 Requires improvement, 1 Inadequate; carried over and counted there: 3 from 4–5 May 2021"
    #expect(report.contains("counted from the judgements below: \(tally)"))
    #expect(
      site.text("areas/oak-house/feed.xml").contains("Counted from the judgements: \(tally)."))
    let area = site.words("areas/oak-house/")
    #expect(area.contains("Caring Outstanding 4–5 May 2021 carried over 14 February 2023"))
    #expect(area.contains("Caring Outstanding Outstanding carried over, reached 4–5 May 2021"))
    #expect(site.words("comparison/").contains("Caring Outstanding 4–5 May 2021"))
    let aspect = site.words("frameworks/key-lines/aspects/caring/")
    #expect(aspect.contains("one judgement") && !aspect.contains("14 February 2023"))
    let rows = try site.rows("data/judgements.csv").filter {
      $0["id"] == "oak-house-2023/caring"
    }
    #expect(
      rows.map { "\($0["carried_from"] ?? "") \($0["date"] ?? "")" } == [
        "oak-house-2021 2021-05-05"
      ])
    #expect(rows.map { $0["counted"] } == ["carried"])
  }

  @Test func `a home under two providers keeps one history`() async throws {
    let site = try await Self.homes.value
    let area = site.words("areas/oak-house/")
    #expect(area.contains("Run by Linden Care Limited , from March 2016 to 30 April 2024"))
    #expect(area.contains("Run by Bramble Homes Limited , since 1 May 2024"))
    #expect(area.contains("Inspected in 2021, in 2023 and in 2025"))
    var rest = try #require(area.between("March 2016 The care home begins.", "Today"))[...]
    for step in [
      "Run by Linden Care Limited", "comprehensive inspection, 2021", "focused inspection, 2023",
      "1 May 2024 Run by Bramble Homes Limited", "assessment, 2025",
    ] {
      let found = try #require(rest.range(of: step), "\(step)")
      rest = rest[found.upperBound...]
    }
    #expect(
      site.words("reports/oak-house-2023/").contains("care home of Linden Care Limited"),
      "a report names the body that ran it then")
    #expect(
      site.words("organisations/linden-care/").contains(
        "Oak House care home, from March 2016 to 30"))
    #expect(
      site.words("organisations/bramble-homes/").contains("Oak House care home, since 1 May 2024"))
    #expect(
      try site.rows("data/tenures.csv").map { "\($0["organisation"] ?? "") \($0["to"] ?? "")" }
        == ["linden-care 2024-04-30", "bramble-homes "])
  }

  @Test func `a home without a report says why, wherever it is listed`() async throws {
    let site = try await Self.homes.value
    let state = "Awaiting inspection, October 2026"
    for page in ["areas/elm-court/", "areas/", "", "organisations/bramble-homes/"] {
      #expect(site.words(page).contains(state), "\(page)")
    }
    #expect(!site.words("areas/").contains("no report held"))
    let row = try #require(try site.rows("data/areas.csv").first { $0["id"] == "elm-court" })
    #expect(row["standing"] == "Awaiting inspection" && row["standing_date"] == "2026-10")
  }

  // The board asked for train control in 2020, had two answers, and classified each in a letter.

  @Test
  func `answers and letters stand in order of time, and the class keeps its dash and capitals`()
    async throws
  {
    let page = try await Self.accidents.value.words(
      "reports/rail-2019-collision/recommendations/1/")
    var rest = try #require(page.between("What happened next", "What each letter concluded"))[...]
    for step in [
      "1 July 2020 Rail Regulator answered", "15 September 2020", "Open—Acceptable Response",
      "20 November 2021 Rail Regulator answered", "3 March 2022", "Open—Unacceptable Response",
    ] {
      let found = try #require(rest.range(of: step), "\(step)")
      rest = rest[found.upperBound...]
    }
    let letter = try await Self.accidents.value.words("reports/r-20-1-2022-03/")
    #expect(letter.contains("of 1: 1 Open—Unacceptable Response"))
  }

  @Test func `accidents have no area, and letters are called letters`() async throws {
    let site = try await Self.accidents.value
    #expect(!site.files.keys.contains { $0.hasPrefix("areas/") && $0 != "areas/index.html" })
    #expect(site.words("reports/r-20-1-2022-03/").contains("letter by Transport Board"))
    #expect(
      site.words("frameworks/safety-recommendations/")
        .contains("Used for one accident report and three letters in this register"))
    for (path, bytes) in site.files where [".html", ".xml", ".txt"].contains(where: path.hasSuffix)
    {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("isited"), "\(path) says that something was visited")
    }
  }

  @Test func `classes without an order have no place in one`() async throws {
    let site = try await Self.accidents.value
    for page in site.files.keys where page.hasSuffix(".html") {
      #expect(!site.text(page).contains("on the progress scale of"), "\(page)")
      #expect(!site.text(page).contains("class=\"mark progress-mark\""), "\(page)")
    }
    #expect(
      try site.rows("data/grades.csv").allSatisfy { $0["scale"] == "progress" && $0["place"] == "" }
    )
    #expect(
      site.words("frameworks/safety-recommendations/")
        .contains("they stand in no order from best to worst"))
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
