import Inspections
import Testing

struct MomentTests {
  private func moment(_ instant: String, _ zone: String?) throws -> Moment {
    Moment(.instant(try #require(Instant(instant))), in: zone.flatMap { SiteTimeZone($0) })
  }

  @Test(arguments: [
    ("2026-07-01T23:30:00Z", "Europe/London", "2026-07-02"),
    ("2026-12-31T23:30:00Z", "Europe/London", "2026-12-31"),
    ("2026-07-01T03:59:59Z", "America/New_York", "2026-06-30"),
    ("2026-07-01T04:00:00Z", "America/New_York", "2026-07-01"),
    ("2026-07-01T18:30:00Z", "Asia/Kolkata", "2026-07-02"),
    ("2026-07-01T23:30:00Z", "UTC", "2026-07-01"), ("2026-07-01T23:30:00Z", nil, "2026-07-01"),
  ])
  func `today is the day where the site is`(instant: String, zone: String?, day: String) throws {
    #expect(try moment(instant, zone).day.description == day)
  }

  @Test(arguments: [
    ("2026-07-01T09:59:59Z", nil, "2026-07-01"), ("2026-07-01T10:00:00Z", nil, "2026-07-02"),
    ("2026-07-01T10:00:00Z", "UTC", "2026-07-01"),
    ("2026-07-01T23:30:00Z", "Europe/London", "2026-07-02"),
  ])
  func `where no zone is named, the future begins when no place has that day yet`(
    instant: String, zone: String?, day: String
  ) throws {
    #expect(try moment(instant, zone).latestDay.description == day)
  }

  @Test(arguments: [
    ("Europe/London", "2026-06-30T23:00:00Z"), ("America/New_York", "2026-07-01T04:00:00Z"),
    ("UTC", "2026-07-01T00:00:00Z"),
  ])
  func `a day begins at its midnight where the site is`(zone: String, start: String) throws {
    let day = try #require(Day(year: 2026, month: 7, day: 1))
    let moment = Moment(.day(day), in: SiteTimeZone(zone))
    #expect(moment.day == day)
    #expect(moment.latestDay == day)
    #expect(moment.instant.description == start)
  }

  @Test func `a day on which clocks change begins at its own midnight`() throws {
    let zone = try #require(SiteTimeZone("Europe/London"))
    for (day, start) in [(29, "2026-03-29T00:00:00Z"), (30, "2026-03-29T23:00:00Z")] {
      let day = try #require(Day(year: 2026, month: 3, day: day))
      #expect(Moment(.day(day), in: zone).instant.description == start)
    }
  }
}
