internal import Foundation

/// Where a site's days begin and end: a time zone by its name in the IANA database.
public struct SiteTimeZone: Sendable {
  private let zone: TimeZone

  /// The zone with a name like `Europe/London` or `UTC`; nil where there is none.
  public init?(_ name: String) {
    // Names without a place, such as `EST` or `GMT+1`, mean one offset in summer and winter.
    guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else {
      return nil
    }
    self.zone = zone
  }

  /// The names that most places go by.
  static let names = TimeZone.knownTimeZoneIdentifiers

  /// The day there at an instant.
  func day(at instant: Instant) -> Day {
    Instant(secondsSince1970: seconds(of: instant) + offset(at: instant)).day
  }

  /// The instant at which a day begins there.
  func start(of day: Day) -> Instant {
    let midnight = Instant(day: day)
    // The offset may change on the day itself; what counts is the one of its first moment.
    let first = Instant(secondsSince1970: seconds(of: midnight) - offset(at: midnight))
    return Instant(secondsSince1970: seconds(of: midnight) - offset(at: first))
  }

  private func seconds(of instant: Instant) -> Int { instant.day.number * 86_400 + instant.second }

  private func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds(of: instant))))
  }
}
