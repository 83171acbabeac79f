import Foundation
import Inspections
import Testing

struct TimeZoneTests {
  /// The instant at which a day begins somewhere.
  private func start(_ day: String, in zone: String) throws -> String {
    let instant = try #require(Instant("\(day)T00:00:00Z"))
    let place = try #require(SiteTimeZone(zone))
    return Moment(.day(instant.day), in: place).instant.description
  }

  @Test(arguments: [
    ("Europe/London", "2005-03-28", "2005-03-27T23:00:00Z"),
    ("Europe/London", "2005-03-27", "2005-03-27T00:00:00Z"),
    // Until 2006 the United States changed their clocks in April and October.
    ("America/New_York", "2006-03-20", "2006-03-20T05:00:00Z"),
    ("America/New_York", "2007-03-20", "2007-03-20T04:00:00Z"),
    // In Ireland winter is what differs from the standard.
    ("Europe/Dublin", "2026-01-10", "2026-01-10T00:00:00Z"),
    ("Europe/Dublin", "2026-07-10", "2026-07-09T23:00:00Z"),
    // Summer spans the new year.
    ("Australia/Sydney", "2026-01-01", "2025-12-31T13:00:00Z"),
    ("Australia/Sydney", "2026-07-01", "2026-06-30T14:00:00Z"),
    ("Asia/Kathmandu", "2026-07-01", "2026-06-30T18:15:00Z"),
    // Samoa left out 30 December 2011.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
    ("Europe/London", "2090-07-01", "2090-06-30T23:00:00Z"),
  ])
  func `a day begins where the site is`(zone: String, day: String, expected: String) throws {
    #expect(try start(day, in: zone) == expected)
  }

  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo", "Pacific/Auckland"])
  func `days begin when the system says`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    for month in 1...12 {
      for year in 2000...2037 {
        let date = try #require(
          calendar.date(from: DateComponents(year: year, month: month, day: 15)))
        let day = try #require(Day(year: year, month: month, day: 15))
        let moment = Moment(.day(day), in: SiteTimeZone(name))
        let seconds = Int(date.timeIntervalSince1970)
        #expect(moment.instant == Instant(secondsSince1970: seconds))
      }
    }
  }

  @Test(arguments: ["EST", "Europe/Lundon", "GMT+1", "", "Europe/", "europe/london"])
  func `what is no place is no zone`(name: String) {
    #expect(SiteTimeZone(name) == nil)
  }
}
