import Foundation
import TestSupport
import Testing

/// Small registers of an audit office, of food hygiene, of clinical audits and of schools whose reports
/// are in two languages; each was written from the content reference alone.
///
/// What each page and file must say comes from the records, not from the pages.
struct OtherRegimeTests {
  static let audits = Task { try await Project.content(of: "audit-office").built() }
  static let kitchens = Task { try await Project.content(of: "food-hygiene").built() }
  static let clinics = Task { try await Project.content(of: "clinical-audit").built() }
  static let schools = Task { try await Project.content(of: "two-languages").built() }

  /// The pages, feeds and texts for readers whose words hold a word, in any capitals.
  func files(of site: BuiltSite, saying word: String) -> [String] {
    site.files.keys.filter { path in
      // The page of the data names the columns that there are.
      !path.hasPrefix("data/") && [".html", ".xml", ".txt"].contains(where: path.hasSuffix)
        && site.text(path).lowercased().contains(word)
    }.sorted()
  }

  // The audit on dredging asked for three things, and that on customs for two. The status reports of
  // December 2024, June 2025 and December 2025 leave one open: 1.1, for one of two bodies.

  @Test func `a recommendation stands for each body as the last status report has it`() async throws
  {
    let site = try await Self.audits.value
    #expect(
      try site.rows("data/addressees.csv").map {
        "\($0["id"] ?? "") \($0["status"] ?? "") \($0["closed_as"] ?? "") \($0["closed_by"] ?? "")"
      } == [
        "customs-2025/R-1/customs-service closed implemented status-2025-12",
        "customs-2025/R-2/customs-service closed no-longer-applicable status-2025-06",
        "dredging-2024/1.1/ports-authority closed implemented status-2024-12",
        "dredging-2024/1.1/works-department past-date  ",
        "dredging-2024/1.2/ports-authority closed implemented status-2025-06",
        "dredging-2024/2.1/works-department closed not-implemented status-2025-06",
      ])
    let first = site.words("reports/dredging-2024/recommendations/1.1/")
    // Six months from 12 March 2024.
    #expect(first.contains("Due By 12 September 2024"))
    #expect(first.contains("For Ports Authority Closed: implemented"))
    #expect(first.contains("For Department of Works Past its date, not closed"))
    #expect(first.contains("for Ports Authority, concluded on 15 October 2024 Implemented"))
    #expect(first.contains("Evidence: Bank statement of the Authority of 11 October 2024."))
    #expect(first.contains("Owner Director of Contracts") && first.contains("High priority"))
    #expect(
      site.words("organisations/works-department/").contains("Past its date, not closed"))
    #expect(
      !site.words("organisations/ports-authority/").contains("Past its date, not closed"))
    #expect(
      site.words("").contains("Four of five recommendations are closed by a document held here."))
    // Published in March 2024 and February 2025, after fieldwork of 2023 and 2024; 2.1 has no date.
    let figures = site.words("progress/")
    #expect(figures.contains("Of five recommendations asked for since 2024, four are closed"))
    #expect(figures.contains("For one no time was set.") && !figures.contains("this is not known"))
    #expect(
      site.words("recommendations/")
        .contains(
          "Five recommendations from two reports. "
            + "Four are closed; one is past its date."))
  }

  @Test func `a status report on two audits is counted on each for that audit alone`() async throws
  {
    let site = try await Self.audits.value
    // December 2025: of dredging 1.1 is under way, of customs R-1 is implemented.
    // 1.1 was asked of the Ports Authority as well, of which nothing is concluded.
    let dredging = "counted from its items: Action under way"
    let works = "on the one item, 1.1; past due by then"
    let customs =
      "counted from its items: Implemented on the one item, R-1; past due by then"
    for (page, body) in [
      ("reports/dredging-2024/", " for Department of Works"),
      ("organisations/works-department/", ""),
    ] {
      let words = site.words(page)
      #expect(words.contains("\(dredging)\(body) \(works)") && !words.contains(customs), "\(page)")
    }
    for page in ["reports/customs-2025/", "organisations/customs-service/"] {
      #expect(site.words(page).contains(customs) && !site.words(page).contains(dredging), "\(page)")
    }
    let next = try #require(
      site.words("reports/customs-2025/").between("What happened next Status", "What was answered"))
    #expect(next.contains("of 2: 1 Action under way, 1 Overtaken by events"), "June 2025")
    #expect(
      site.words("reports/status-2025-06/").contains(
        "Progress of 5: 1 Implemented, 1 Action under way, 1 No agreement reached, "
          + "1 Overtaken by events; on item 1.1 Action under way for Department of Works"))
    let june = site.words("reports/status-2025-06/")
    #expect(
      june.contains(
        "Not looked at: 1.1 for Ports Authority of Dredging of the outer harbour ."))
    #expect(
      june.contains("Number R-2 of Collection of customs duties : Closed: no longer applicable"))
  }

  @Test func `what was closed is not past due when a later status report passes over it`()
    async throws
  {
    let site = try await Self.audits.value
    let page = site.words("reports/dredging-2024/recommendations/1.2/")
    // Due on 31 December 2024; judged on 20 January and 18 July 2025, and closed then.
    #expect(
      page.contains(
        "20 January 2025 Status report published : Action under way 20 days past its date"))
    #expect(
      page.contains(
        "22 January 2026 Status report published ; this was not looked at. today As things stand")
    )
    #expect(!page.contains("387"))
    // 1.1 was open for one body at the last: 497 days after 12 September 2024.
    #expect(
      site.words("reports/dredging-2024/recommendations/1.1/").contains("497 days past its date"))
  }

  @Test func `sums of money are added by kind and currency, and never beyond`() async throws {
    let site = try await Self.audits.value
    let dredging = site.words("reports/dredging-2024/")
    for sum in [
      "Questioned costs: EUR 1,310,000 in two amounts", "Questioned costs: EUR 1,250,000",
      "Questioned costs: EUR 60,000 Funds put to better use: EUR 340,000.50",
      "Questioned costs: USD 95,000 Funds put to better use: USD 800,000",
    ] { #expect(dredging.contains(sum), "\(sum)") }
    let all = site.words("recommendations/")
    #expect(all.contains("Funds put to better use: EUR 2,340,000.50 in two amounts"))
    #expect(all.contains("Questioned costs: EUR 1,310,000 in two amounts"))
    // Euros and dollars of one kind, of both kinds, and both kinds of euros together.
    for sum in ["1,405,000", "3,140,000", "1,140,000", "895,000", "3,650,000", "1,650,000"] {
      #expect(files(of: site, saying: sum).isEmpty, "\(sum)")
    }
    #expect(
      try site.rows("data/amounts.csv").map {
        "\($0["recommendation"] ?? "") \($0["kind"] ?? "") \($0["value"] ?? "") \($0["currency"] ?? "")"
      } == [
        "customs-2025/R-1 better-use 2000000 EUR",
        "dredging-2024/1.1 questioned-costs 1250000 EUR",
        "dredging-2024/1.2 questioned-costs 60000 EUR",
        "dredging-2024/1.2 better-use 340000.5 EUR",
        "dredging-2024/2.1 questioned-costs 95000 USD",
        "dredging-2024/2.1 better-use 800000 USD",
      ])
  }

  @Test func `labels are in addresses as printed, and nothing is overall or visited`() async throws
  {
    let site = try await Self.audits.value
    for label in ["dredging-2024/recommendations/1.1", "customs-2025/recommendations/R-2"] {
      #expect(site.files["reports/\(label)/index.html"] != nil, "\(label)")
    }
    let page = PageReading(site.text("reports/dredging-2024/index.html"))
    #expect(
      page.ids.filter { $0.hasPrefix("para-") } == ["para-1.1", "para-1.2", "para-1.3", "para-2.1"])
    #expect(page.links.contains { $0.hasSuffix("#para-1.1") })
    #expect(files(of: site, saying: "overall").isEmpty)
    #expect(files(of: site, saying: "visited").isEmpty)
    #expect(files(of: site, saying: "on the progress scale of").isEmpty)
    #expect(
      site.words("frameworks/performance-audits/")
        .contains("Used for two performance audits and three status reports in this register"))
    #expect(
      try site.rows("data/recommendations.csv").map {
        "\($0["number"] ?? "") \($0["priority"] ?? "")"
      }
        == ["R-1 high", "R-2 medium", "1.1 high", "1.2 medium", "2.1 medium"])
    #expect(
      try site.rows("data/progress.csv").filter { $0["date"] != "" }
        .map { "\($0["number"] ?? "") \($0["to"] ?? "") \($0["date"] ?? "")" } == [
          "1.1 ports-authority 2024-10-15", "1.2  2025-05-02", "R-1  2025-12-04",
        ])
  }
}
