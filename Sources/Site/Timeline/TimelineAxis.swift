import Inspections

/// Where days stand on a drawing: in per cent of the plot's width.
///
/// Where nothing happened for long before today, a striped band at the end stands for that time.
struct TimelineAxis: Sendable {
  /// The first day drawn.
  let first: Day
  /// The last day drawn to scale.
  let last: Day
  /// The day the site was built for.
  let today: Day
  /// Whether a band stands for the time between the last day and today.
  let hasGap: Bool

  /// Where the part to scale ends, in per cent.
  var main: Double { hasGap ? 86 : 97 }
  /// Where lines end that run until today.
  var end: Double { hasGap ? main + Self.gapWidth : x(today) }
  /// Where today stands.
  var todayX: Double { hasGap ? main + Self.gapWidth + 1 : x(today) }
  /// Where the part to scale begins, in per cent.
  static let start = 2.0
  /// The width of the band, in per cent.
  static let gapWidth = 7.0
  /// Days without an event before a band stands for them.
  static let quietDays = 200

  /// An axis that covers `days` and today.
  init(covering days: [Day], today: Day) {
    let earliest = min(days.min() ?? today, today)
    let latest = days.max() ?? today
    hasGap = today.number - latest.number > Self.quietDays
    let rest = hasGap ? latest : max(latest, today)
    // Room for half a mark on both sides, and never less than a year.
    let margin = max((rest.number - earliest.number) / 25, 31)
    let first = Self.quarter(of: earliest.adding(days: -margin))
    self.first = first
    last = Self.quarter(
      of: max(rest.adding(days: margin), first.adding(months: 12)).adding(months: 3))
    self.today = today
  }

  /// Where a day begins.
  func x(_ day: Day) -> Double {
    let share = Double(day.number - first.number) / Double(max(last.number - first.number, 1))
    return Self.start + min(max(share, 0), 1) * (main - Self.start)
  }

  /// A time from its first to its last day: a month is as wide as the month.
  func span(_ days: ClosedRange<Day>) -> (x: Double, width: Double) {
    let start = x(days.lowerBound)
    return (start, max(x(days.upperBound.adding(days: 1)) - start, 0.4))
  }

  /// The first of January of each year drawn, at least `room` per cent apart.
  func years(apart room: Double) -> [Day] {
    let from = first.components
    let start = from.month == 1 && from.day == 1 ? from.year : from.year + 1
    let end = last.components.year
    guard start <= end else { return [] }
    let width = (main - Self.start) * 365.25 / Double(max(last.number - first.number, 1))
    let step = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500].first { Double($0) * width >= room } ?? 1000
    let origin = step < 5 ? start : 0
    return (start...end).filter { ($0 - origin) % step == 0 }
      .compactMap { Day(year: $0, month: 1, day: 1) }
  }

  /// The first days of the other quarters; empty where they would stand too close.
  var quarters: [Day] {
    guard last.number - first.number < 1500 else { return [] }
    var days: [Day] = []
    var day = first
    while day <= last {
      if day.components.month != 1 { days.append(day) }
      day = day.adding(months: 3)
    }
    return days
  }

  private static func quarter(of day: Day) -> Day {
    let date = day.components
    return Day(year: max(date.year, 1), month: (date.month - 1) / 3 * 3 + 1, day: 1) ?? day
  }
}
