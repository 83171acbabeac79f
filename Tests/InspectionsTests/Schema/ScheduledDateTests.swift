import Inspections
import TestSupport
import Testing

/// When a report that waits for its release is published.
@Suite struct ScheduledDateTests {
  private func published(_ fields: String, in zone: SiteTimeZone?) throws -> Known<PartialDate>? {
    let text = """
      ---
      title: A report
      kind: thematic
      publisher: board
      framework: round
      \(fields)
      ---
      """
    let read = readRecord(text, at: "reports/a.md", zone: zone)
    #expect(read.diagnostics.isEmpty)
    guard case .report(let report) = try #require(read.value) else { return nil }
    return report.published?.value
  }

  @Test(arguments: [
    (nil, "2026-12-01"), ("UTC", "2026-12-01"), ("Pacific/Auckland", "2026-12-02"),
    ("America/New_York", "2026-12-01"),
  ])
  func `a scheduled report is published on the day of its release, where the site is`(
    zone: String?, day: String
  ) throws {
    let zone = zone.flatMap { SiteTimeZone($0) }
    let scheduled = "status: scheduled\nrelease: 2026-12-01T23:30:00Z"
    #expect(try published(scheduled, in: zone) == PartialDate(day).map { .known($0) })
  }

  @Test func `what its author says of that day stands`() throws {
    let scheduled = "status: scheduled\nrelease: 2026-12-01T23:30:00Z"
    #expect(
      try published("\(scheduled)\npublished: 2026-12", in: nil)
        == PartialDate("2026-12").map { .known($0) })
    #expect(try published("\(scheduled)\npublished: unknown", in: nil) == .unknown)
    #expect(try published("status: draft\nrelease: 2026-12-01T23:30:00Z", in: nil) == nil)
  }
}
