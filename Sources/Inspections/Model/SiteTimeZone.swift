import Diagnostics

/// Where a site's days begin and end: a time zone by its name in the IANA database.
///
/// What a name means comes with the program, so that no machine reads the same site otherwise.
public struct SiteTimeZone: Sendable {
  private let name: String
  /// The offset at the start of 2000, in minutes east of UTC.
  private let first: Int
  /// Each later change that no rule tells: the minute since the start of 2000, and the new offset.
  private let changes: [(minute: Int, offset: Int)]
  /// What comes back every year after the last of these.
  private let yearly: [YearlyChange]

  /// The zone with a name like `Europe/London` or `UTC`; nil where there is none.
  ///
  /// Complexity: O(n) in the table of zones.
  public init?(_ name: String) {
    // Names without a place, such as `EST` or `GMT+1`, mean one offset in summer and winter.
    guard name == "UTC" || name.contains("/") else { return nil }
    let row = Self.rows.first { $0.names.contains { $0 == name } }
    guard let row, row.changes.count == 2 else { return nil }
    self.name = name
    let words = row.changes[0].split(separator: " ")
    first = words.first.flatMap { Int($0) } ?? 0
    changes = words.dropFirst().compactMap { word in
      let parts = word.split(separator: ":")
      guard parts.count == 2, let minute = Int(parts[0], radix: 36), let offset = Int(parts[1])
      else { return nil }
      return (minute, offset)
    }
    yearly = row.changes[1].split(separator: " ").compactMap { YearlyChange($0) }
  }

  /// The zone of clocks that show UTC.
  public static let utc = SiteTimeZone()

  private init() {
    name = "UTC"
    first = 0
    changes = []
    yearly = []
  }

  /// Every name in the table, in the order of their bytes.
  static let names = rows.flatMap(\.names).map { String($0) }.sorted { $0.precedesByBytes($1) }

  /// The lines of the table: the names, and what they mean in two parts.
  private static var rows: [(names: [Substring], changes: [Substring])] {
    TimeZoneTable.rows.split(separator: "\n").map { row in
      let parts = row.split(separator: "|", omittingEmptySubsequences: false)
      return (parts.first?.split(separator: " ") ?? [], Array(parts.dropFirst()))
    }
  }

  /// The day there at an instant.
  public func day(at instant: Instant) -> Day {
    Instant(secondsSince1970: seconds(of: instant) + offset(at: instant)).day
  }

  /// What clocks show there at an instant, as `09:30`.
  public func clock(at instant: Instant) -> String {
    let there = Instant(secondsSince1970: seconds(of: instant) + offset(at: instant))
    return "\(padded(there.second / 3_600, to: 2)):\(padded(there.second / 60 % 60, to: 2))"
  }

  /// The instant at which a day begins there.
  func start(of day: Day) -> Instant {
    let midnight = Instant(day: day)
    // The offset may change on the day itself; what counts is the one of its first moment.
    let first = Instant(secondsSince1970: seconds(of: midnight) - offset(at: midnight))
    let start = Instant(secondsSince1970: seconds(of: midnight) - offset(at: first))
    // Where midnight is left out, the day begins at the hour after it.
    return self.day(at: start) < day ? first : start
  }

  private func seconds(of instant: Instant) -> Int { instant.day.number * 86_400 + instant.second }

  /// Seconds east of UTC at an instant; of the years before 2000, as that year began.
  private func offset(at instant: Instant) -> Int {
    let minute = (instant.day.number - YearlyChange.start) * 1_440 + instant.second / 60
    let last = changes.last?.minute ?? 0
    let year = instant.day.components.year
    let recurring = (year - 1...year + 1).flatMap { year in
      yearly.map { (minute: $0.minute(in: year), offset: $0.offset) }
    }
    let reached =
      recurring.filter { $0.minute > last && $0.minute <= minute }.max { $0.minute < $1.minute }
      ?? changes.last { $0.minute <= minute }
    return 60 * (reached?.offset ?? first)
  }
}

extension SiteTimeZone: Equatable {
  /// Whether both have one name.
  public static func == (left: SiteTimeZone, right: SiteTimeZone) -> Bool {
    left.name == right.name
  }
}

/// A change of clocks that comes back every year, like the one on the last Sunday of March.
private struct YearlyChange {
  /// The month, which of its weeks (5 for the last), and the day of the week, Sunday being 0.
  let month: Int, week: Int, weekday: Int
  /// The minute in UTC, counted from midnight of the day that the rule names; may lie on another day.
  let time: Int
  /// Minutes east of UTC from then on.
  let offset: Int

  /// The first day of 2000, from which minutes are counted.
  static let start = Day(year: 2000, month: 1, day: 1)?.number ?? 0

  /// Reads `3.5.0.60:60`; nil for anything else.
  init?(_ text: Substring) {
    let numbers = text.split { $0 == "." || $0 == ":" }.compactMap { Int($0) }
    guard numbers.count == 5 else { return nil }
    (month, week, weekday) = (numbers[0], numbers[1], numbers[2])
    (time, offset) = (numbers[3], numbers[4])
  }

  /// The minute since the start of 2000 at which it takes effect in a year.
  func minute(in year: Int) -> Int {
    guard let first = Day(year: year, month: month, day: 1) else { return .max }
    var day = first.number + (weekday - first.weekday + 7) % 7 + 7 * (week - 1)
    if day >= first.number + Day.length(ofMonth: month, year: year) { day -= 7 }
    return (day - Self.start) * 1_440 + time
  }
}
