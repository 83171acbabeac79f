import TestSupport
import Testing

/// What the files for programs and for spreadsheets hold of the records: all of it, and nothing
/// else.
struct HeldInFilesTests {
  private static let everything = GoldenSiteTests.everything

  /// The row of a table with an id, as the JSON file of the table has it.
  private static func row(_ id: String, of table: String, in site: BuiltSite) throws -> Substring {
    try #require(
      site.text("data/\(table).json").split(separator: "\n").first {
        $0.contains("\"id\":\"\(id)\",")
      })
  }

  @Test func `how a consultation was held is in every file of its report, and in a table`()
    async throws
  {
    let site = try await Self.everything.value
    let folder = "reports/lamps-consultation-2022/"
    let json = site.text("\(folder)report.json")
    #expect(
      json.contains(
        "\"consultation\":{\"open\":\"2022-01-10/2022-03-04\","
          + "\"responses\":{\"online\":12,\"paper\":5},\"respondents\":{\"keepers\":9,\"skippers\":8}}"
      ))
    let text = site.text("\(folder)report.txt")
    for fact in [
      "Open for replies: 10 January to 4 March 2022", "Returns: online: 12, paper: 5",
      "Who replied: keepers: 9, skippers: 8",
    ] {
      #expect(text.contains("\n\(fact)\n"), "\(fact)")
    }
    #expect(
      try site.rows("data/consultation-returns.csv").map {
        "\($0["by"] ?? "") \($0["name"] ?? "") \($0["count"] ?? "")"
      } == [
        "responses online 12", "responses paper 5", "respondents keepers 9",
        "respondents skippers 8",
      ])
    let row = try Self.row("lamps-consultation-2022", of: "reports", in: site)
    #expect(row.contains("\"consulted\":\"2022-01-10/2022-03-04\""))
  }

  @Test func `sources, remarks and those who sign are in the files of a report`() async throws {
    let site = try await ShippedAreaTests.site.value
    let json = site.text("reports/east-midlands-2008/report.json")
    #expect(json.contains("\"people\":[{\"name\":\"Michael Hart\",\"role\":\"signatory\"}]"))
    #expect(json.contains("\"trust\":\"reported\"") && json.contains("\"trust\":\"record\""))
    #expect(json.contains("\"note\":\"The report gives no overall grade and sets no dates"))
    let text = site.text("reports/east-midlands-2008/report.txt")
    #expect(text.contains("\nMade or signed by: Michael Hart, signatory\n"))
    #expect(text.contains("\nSOURCES\n") && text.contains("communitycare.co.uk/2008/05/22/"))
    // The boatman's role is not shown in public.
    let everything = try await Self.everything.value
    for file in ["json", "txt"] {
      #expect(!everything.text("reports/north-shore-2019/report.\(file)").contains("Tam Orr"))
    }
  }

  @Test func `what others wrote never stands as the source of what was asked`() async throws {
    let site = try await ShippedAreaTests.site.value
    for list in ["", "areas/east-midlands/"] {
      let file = site.text("\(list)recommendations/recommendations.csv")
      #expect(!file.contains("communitycare"), "\(list)")
      #expect(file.ranges(of: "(070205), January 2008").count == 10, "\(list)")
    }
  }

  @Test func `a list says on which day something was concluded, and of each body what was`()
    async throws
  {
    let audits = try await OtherRegimeTests.audits.value.text("recommendations/recommendations.csv")
    #expect(audits.contains(",Implemented,4 December 2025,") && audits.contains(",2 May 2025,"))
    #expect(
      audits.contains(
        ",Implemented for Ports Authority; Action under way for Department of Works,"
          + "15 October 2024; published 22 January 2026,"))
    let clinics = try await OtherRegimeTests.clinics.value.text(
      "recommendations/recommendations.csv")
    for day in [12, 14] {
      #expect(clinics.contains(",Verified effective,\(day) May 2025,"), "\(day)")
    }
    let everything = try await Self.everything.value.text("recommendations/recommendations.csv")
    #expect(everything.contains(",Done,3 February 2020,"))
  }

  @Test func `what bodies differ in is no progress of the whole`() async throws {
    let site = try await OtherRegimeTests.audits.value
    let rows = try site.rows("data/recommendations.csv").filter { $0["id"] == "dredging-2024/1.1" }
    #expect(rows.count == 1)
    for row in rows {
      #expect(row["progress"] == "" && row["progress_visit"] == "" && row["progress_date"] == "")
    }
    let json = site.text("reports/dredging-2024/report.json")
    let standing = try #require(json.between("\"id\":\"1.1\"", "\"id\":\"1.2\""))
    #expect(standing.ranges(of: "\"last_conclusion\"").count == 2, "of each body, and not of both")
    #expect(standing.contains("\"judgement\":\"implemented\""))
    #expect(standing.contains("\"judgement\":\"under-way\""))
  }

  @Test func `plain text says what a visit follows, and whose number it speaks of`() async throws {
    let everything = try await Self.everything.value
    let letter = everything.text("reports/pilots-2025-letter/report.txt")
    for line in [
      "Follows: Audit of the pilots, 2022", "Follows: Audit of the pilots, 2024",
      "1 of “Audit of the pilots, 2022”: Open—Awaiting Response",
      "1 of “Audit of the pilots, 2024”: Open—Awaiting Response",
      "1 of “Audit of the pilots, 2022”: Closed: superseded. By that of 2024.",
    ] {
      #expect(letter.contains("\n\(line)\n"), "\(line)")
    }
    let audits = try await OtherRegimeTests.audits.value
    #expect(
      audits.text("reports/status-2025-12/report.txt").contains(
        "\nNot looked at: 1.1 for Ports Authority, 1.2 and 2.1 of “Dredging of the outer harbour”; R-2 of “"
      ))
    #expect(
      audits.words("reports/status-2025-12/").contains(
        "Not looked at: 1.1 for Ports Authority, 1.2 and 2.1 of Dredging of the outer harbour ; R-2 of "
      ))
  }

  @Test func `whether a text is there is told apart from what the record is made to hold`()
    async throws
  {
    let site = try await Self.everything.value
    for (id, form, text) in [
      ("north-shore-2019", "full", "yes"), ("pilots-2025-letter", "full", "no"),
      ("light-ships-2015", "full", "withheld"), ("pilots-2022", "restricted", "no"),
    ] {
      let row = try Self.row(id, of: "reports", in: site)
      #expect(row.contains("\"form\":\"\(form)\",\"text\":\"\(text)\","), "\(id)")
    }
  }

  @Test func `that a report was looked at and not graded is in the data`() async throws {
    let site = try await Self.everything.value
    for (id, outcome) in [
      ("night-watch-2021", "\"not-graded\""), ("north-shore-2019", "\"graded\""),
      ("far-isles-2021", "\"unknown\""), ("pilots-2024", "null"),
    ] {
      let row = try Self.row(id, of: "reports", in: site)
      #expect(row.contains("\"overall_outcome\":\(outcome)"), "\(id)")
    }
  }

  @Test func `no day is made up of a week`() async throws {
    let page = try await Self.everything.value.text("reports/far-isles-2021/index.html")
    #expect(page.contains("\"datePublished\":\"2021-02\""))
  }

  @Test func `questions of the same words are told apart by who was asked`() async throws {
    let site = try await Self.everything.value
    let file = site.text("reports/north-shore-2019/figures/answers-agreement-5.csv")
    for asked in ["Skippers", "Harbour masters"] {
      #expect(file.contains("\r\n\(asked): Can fog signals be relied on?,"), "\(asked)")
      #expect(
        site.words("reports/north-shore-2019/").contains("\(asked): Can fog signals be relied on?"))
    }
  }
}
