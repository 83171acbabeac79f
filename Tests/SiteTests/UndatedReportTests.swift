import Foundation
import Inspections
import Testing

@testable import Site

/// A report whose date nobody knows is the latest of nothing that has a dated one.
struct UndatedReportTests {
  private static let files = [
    "reports/earlier.md": inspectionOfNorth(
      """
      form: known-of
      overall: inadequate
      judgements: [{aspect: care, grade: inadequate}]
      """, dates: "published: unknown"),
    "reports/north-2010.md": inspectionOfNorth(
      "overall: good\njudgements: [{aspect: care, grade: good}]",
      dates: "fieldwork: 2010-05\npublished: 2010-06"),
  ]

  @Test func `no page takes its grades for the latest`() throws {
    let site = site(Self.files)
    let area = try site.rendered("areas/north/")
    let latest = area.part(from: "id=\"area.judgements\"", to: "</table>")
    #expect(latest.contains("Good") && !latest.contains("Inadequate"))
    #expect(area.contains("Good, the best of"), "the first sentence")
    let comparison = try site.rendered("comparison/")
    let cells = comparison.part(from: "<tbody>", to: "</tbody>")
    #expect(cells.contains("Good") && !cells.contains("Inadequate"))
    #expect(!(try site.rendered("areas/")).contains("Inadequate"))
    #expect(try site.rendered("").contains(", 2010 and a year that is not known"))
  }

  @Test func `what it concludes is not what was concluded last`() throws {
    var files = visitFile
    files["reports/letter.md"] = followUpOfNorth(
      "Letter", "published: unknown\nprogress: [{recommendation: 1, judgement: inadequate}]")
    let site = site(files)
    let north = try #require(site.register.reports[ReportID("north-2009")])
    let first = try #require(site.histories[north].first)
    #expect(first.lastConclusions.map(\.visit.id.name) == ["north-2010"])
    #expect(first.conclusions.map(\.visit.id.name) == ["letter", "north-2010"])
  }

  @Test func `an answer without a date is not the last of a body`() throws {
    let answer = { (date: String, stance: String) in
      """
      title: What the Agency says
      report: north-2009
      organisation: agency
      published: \(date)
      items: [{recommendation: 1, stance: \(stance)}]
      """
    }
    let site = site([
      "responses/undated.md": answer("unknown", "rejected"),
      "responses/dated.md": answer("2009-09", "accepted"),
    ])
    let north = try #require(site.register.reports[ReportID("north-2009")])
    let first = try #require(site.histories[north].first)
    #expect(first.latestAnswers.map(\.response.id.name) == ["dated"])
  }
}

extension String {
  /// What stands from the first `start` to the next `end`; empty where either is missing.
  fileprivate func part(from start: String, to end: String) -> String {
    let after = components(separatedBy: start).dropFirst().joined(separator: start)
    let parts = after.components(separatedBy: end)
    return parts.count > 1 ? parts[0] : ""
  }
}
