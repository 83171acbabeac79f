import Inspections
import Testing

/// Instants, which say to the minute when a report may appear.
struct InstantTests {
  @Test(arguments: [
    ("2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z"), ("2026-12-01T09:30Z", "2026-12-01T09:30:00Z"),
    ("2026-06-01T09:30+01:00", "2026-06-01T08:30:00Z"),
    ("2026-12-01T00:15:30+05:45", "2026-11-30T18:30:30Z"),
    ("2026-12-31T22:00-03:00", "2027-01-01T01:00:00Z"),
  ])
  func `a time is read with its zone`(text: String, utc: String) {
    #expect(Instant(text)?.description == utc)
  }

  @Test(arguments: [
    "2026-12-01", "2026-12-01T09:30", "2026-12-01T9:30Z", "2026-12-01T24:00Z", "2026-12-01T09:60Z",
    "2026-12-01T09Z", "2026-12-01T09:30:00:00Z", "2026-12-01 09:30Z", "2026-12T09:30Z",
    "2026-12-01T09:30+1:00", "2026-12-01T09:30+0100", "2026-12-01T09:30+24:00", "2026-12-01T09:30z",
    "2026-13-01T09:30Z", "2026-12-01T09:30ZZ", "2026-12-01T+1:30Z", "T09:30Z", "",
  ])
  func `a time without its zone, and what is no time, is none`(text: String) {
    #expect(Instant(text) == nil)
  }
}
