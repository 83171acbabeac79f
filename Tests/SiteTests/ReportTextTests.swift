import Inspections
import Testing

@testable import Site

struct ReportTextTests {
  private func text(_ fields: String, with others: [String: String] = [:]) throws -> [String] {
    let site = reportSite(ReportSamples.report(fields).merging(others) { $1 })
    let bytes = try site.reportFile("reports/north/report.txt")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `samples, surveys and indicators have their figures in the text`() throws {
    let lines = try text(
      """
      samples:
        - id: files
          title: Case files
          size: 30
          paragraph: 12
          grades: {good: 5, poor: 25}
          splits: [{title: By team, counts: {East: 10, West: 20}}]
          also_printed: [{size: 31, paragraph: 14}]
        - {id: visits, title: Visits}
      surveys:
        - {id: heard, title: Being heard, question: Were you heard?, base: 10, scale: agreement, responses: {agree: 6, neither: 1, disagree: 2, none: 1}, paragraph: 3}
      indicators:
        - {id: hours, title: Hours unlocked, unit: hours a day, value: 6, target: 10, note: On weekdays.}
      """)
    let start = try #require(lines.firstIndex(of: "WHAT THE REPORT RESTS ON"))
    let rows = lines[(start + 1)...].prefix(4)
    #expect(
      rows.first
        == "Case files: 30; Good: 5, Fair: 0, Poor: 25; By team: East: 10, West: 20; also printed: 31, paragraph 14 "
        + "(paragraph 12)")
    #expect(rows.dropFirst().first == "Visits: no figures held")
    let survey = rows.dropFirst(2).first ?? ""
    #expect(survey.hasPrefix("Being heard: Were you heard?; 10; "))
    for part in ["Agree", "6", "Neither", "1", "Disagree", "2", "No answer"] {
      #expect(survey.contains(part), "\(part)")
    }
    let indicator = rows.dropFirst(3).first ?? ""
    #expect(indicator.hasPrefix("Hours unlocked, hours a day: "))
    #expect(
      indicator.contains("6") && indicator.contains("10") && indicator.contains("On weekdays."))
  }

  @Test func `answers stand in the text with where they are`() throws {
    let lines = try text(
      "recommendations: [{id: 1, text: Do it, to: agency}]",
      with: [
        "responses/agency-2010.md": """
        ---
        title: What the Agency will do
        organisation: agency
        report: north
        published: 2010-02
        items: [{recommendation: 1, stance: accepted}]
        ---
        """
      ])
    let start = try #require(lines.firstIndex(of: "WHAT WAS ANSWERED"))
    #expect(
      lines[start + 1]
        == "The Agency, February 2010: What the Agency will do, "
        + "https://example.org/register/responses/agency-2010/")
  }

  @Test func `why something has no date is said once`() throws {
    let lines = try text(
      "recommendations: [{id: 1, text: Do it}, {id: 2, text: Do that, due: 2009-12}]")
    let asked = lines.filter { $0.hasPrefix("1. ") || $0.hasPrefix("2. ") }
    #expect(asked.first == "1. Do it [Open; no date set; not closed by any document held]")
    #expect(asked.last?.contains("; due by the end of December 2009; ") == true)
  }
}
