import Foundation
import TestSupport
import Testing

/// A small register of an inspectorate of care homes, and what readers must find.
///
/// What each page and file must say comes from the records, not from the pages.
struct CareRegimeTests {
  static let homes = Task { try await Project.content(of: "care").built() }

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
    #expect(rows.map { $0["outcome"] } == ["graded", "scored", "scored"])
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
    #expect(area.contains("Caring Outstanding Outstanding carried over from 4–5 May 2021"))
    #expect(site.words("comparison/").contains("Caring Outstanding 4–5 May 2021"))
    // The other scale's framework has the published table, and this one says so.
    let mapped = site.words("frameworks/single-framework/")
    #expect(
      mapped.contains("How the grades of Key lines of enquiry correspond to these is published"))
    #expect(!mapped.contains("No published word on how these grades correspond"))
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
    #expect(area.contains("In the register Inspected in 2021, 2023 and 2025; visited in 2023"))
    var rest = try #require(area.between("March 2016 The care home begins.", "As things stand"))[
      ...]
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
    let row = try #require(try site.rows("data/areas.csv").first { $0["id"] == "oak-house" })
    #expect(row["organisation"] == "bramble-homes", "the body that runs it")
    #expect(row["organisations"] == "linden-care|bramble-homes")
  }

  @Test func `a home without a report says why, wherever it is listed`() async throws {
    let site = try await Self.homes.value
    let state = "Awaiting inspection, as of October 2026"
    for page in ["areas/elm-court/", "areas/", "", "organisations/bramble-homes/"] {
      #expect(site.words(page).contains(state), "\(page)")
    }
    #expect(!site.words("areas/").contains("no report held"))
    let row = try #require(try site.rows("data/areas.csv").first { $0["id"] == "elm-court" })
    #expect(row["standing"] == "Awaiting inspection" && row["standing_date"] == "2026-10")
  }
}
