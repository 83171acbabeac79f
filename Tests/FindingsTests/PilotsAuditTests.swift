import Foundation
import TestSupport
import Testing

/// What the site that uses everything says of an audit of pilots: labelled conclusions, a text in two
/// languages, a report that may not be published, and a letter on two reports.
struct PilotsAuditTests {
  private static let everything = GoldenSiteTests.everything

  @Test func `each of several conclusions on one aspect has its label and its address`()
    async throws
  {
    let site = try await Self.everything.value
    let page = site.text("reports/pilots-2024/index.html")
    for (label, grade) in [
      ("NC-01", "Minor nonconformity (B)"), ("NC-02", "Major nonconformity (C)"),
    ] {
      #expect(PageReading(page).ids.contains("judgement.\(label)"))
      #expect(site.words("reports/pilots-2024/").contains("\(label): Ladders \(grade)"))
      for list in ["areas/north-east-shore/", "comparison/"] {
        let words = site.words(list)
        #expect(words.contains(label) && words.contains(grade), "\(list)")
      }
    }
    let rows = try site.rows("data/judgements.csv").filter { $0["aspects"] == "ladders" }
    #expect(rows.map { "\($0["label"] ?? "") \($0["printed"] ?? "")" } == ["NC-01 B", "NC-02 C"])
  }

  @Test func `a translation is linked both ways, marked by its language and counted once`()
    async throws
  {
    let site = try await Self.everything.value
    let (english, welsh) = ("reports/pilots-2024/", "reports/pilots-2024-cy/")
    for page in [english, welsh] {
      let text = site.text("\(page)index.html")
      #expect(
        text.contains("hreflang=\"en-GB\" href=\"https://lights.example.org/register/\(english)\""))
      #expect(
        text.contains("hreflang=\"cy\" href=\"https://lights.example.org/register/\(welsh)\""))
    }
    #expect(site.words(english).contains("In another language: Archwiliad y peilotiaid, 2024"))
    #expect(
      site.words(welsh).contains("This is the report Audit of the pilots, 2024 in another language")
    )
    let text = site.text("\(welsh)index.html")
    #expect(text.contains("<h1 lang=\"cy\">Archwiliad y peilotiaid, 2024</h1>"))
    #expect(text.contains("<div class=\"body\" lang=\"cy\">"))
    #expect(text.contains("\"inLanguage\":\"cy\""))
    #expect(
      site.words("\(welsh)recommendations/1/").contains("3 February 2025 Open—Awaiting Response"),
      "what became of it is said in both languages")
    for list in [
      "reports/", "recommendations/", "areas/north-east-shore/", "timeline/", "comparison/",
      "frameworks/harbour-pilots-2022/", "organisations/rescue-inspectorate/",
    ] {
      #expect(!site.words(list).contains("Archwiliad"), "\(list)")
    }
    for feed in ["feed.xml", "areas/north-east-shore/feed.xml", "data/due-dates.ics"] {
      #expect(!site.text(feed).contains("Archwiliad"), "\(feed)")
    }
    for table in ["reports", "judgements", "recommendations"] {
      #expect(!site.text("data/\(table).csv").contains("pilots-2024-cy"), "\(table)")
    }
    #expect(
      try site.rows("data/translations.csv").map { "\($0["id"] ?? "") \($0["report"] ?? "")" }
        == ["pilots-2024-cy pilots-2024"])
  }

  @Test func `a report that may not be published says who holds it back, and why`() async throws {
    let site = try await Self.everything.value
    let words = "Sea Department : It shows where the boats lie at night."
    #expect(
      site.words("reports/pilots-2022/")
        .contains("The text of this report may not be published. \(words)"))
    #expect(
      site.text("reports/pilots-2022/report.txt")
        .contains("may not be published. Sea Department: It shows where the boats lie at night."))
    #expect(site.words("reports/").contains("Audit report, may not be published"))
    #expect(
      site.text("reports/pilots-2022/report.json").contains(
        "\"restricted\":{\"by\":\"sea-department\""))

  }

  @Test func `a letter on two reports says which of them asked`() async throws {
    let site = try await Self.everything.value
    let letter = site.words("reports/pilots-2025-letter/")
    for asked in [
      "Paint the ladders. asked by Audit of the pilots, 2022",
      "Replace the ladders. asked by Audit of the pilots, 2024",
    ] {
      #expect(letter.contains(asked))
    }
    // The letter closes the one of 2022 and leaves the one of 2024 open.
    #expect(site.words("reports/pilots-2022/recommendations/1/").contains("Closed: superseded"))
    #expect(!site.words("reports/pilots-2024/recommendations/1/").contains("Closed"))
    let rows = try site.rows("data/progress.csv").filter { $0["visit"] == "pilots-2025-letter" }
    #expect(rows.map { $0["recommendation"] } == ["pilots-2022/1", "pilots-2024/1"])
    #expect(Set(rows.map { $0["id"] }).count == 2)
  }
}
