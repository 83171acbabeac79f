/// When a site is built for, before its time zone is known.
public enum BuildTime: Sendable, Hashable {
  /// A moment.
  case instant(Instant)
  /// A day, wherever the site is: from its first moment on.
  case day(Day)
}

/// The moment a site is built for, with what is "today" where the site is.
///
/// Nothing else says what day it is: not the machine's clock or zone, nor the day in UTC.
public struct Moment: Sendable {
  /// The moment itself.
  public let instant: Instant
  /// Today: the day in the site's time zone, in UTC where it names none.
  public let day: Day
  /// The last day that it may be somewhere, the site's own where it says where it is.
  ///
  /// What lies beyond is in the future for everybody.
  public let latestDay: Day

  /// The moment of a time where the site is.
  public init(_ time: BuildTime, in zone: SiteTimeZone?) {
    switch time {
    case .instant(let instant):
      self.instant = instant
      day = zone?.day(at: instant) ?? instant.day
    case .day(let day):
      instant = zone?.start(of: day) ?? Instant(day: day)
      self.day = day
    }
    // The first to have a new day are the Line Islands, 14 hours before UTC.
    let isNextDay = zone == nil && instant.second >= 10 * 3600
    latestDay = isNextDay ? day.adding(days: 1) : day
  }
}
