import Inspections

/// Where days stand on a drawing: in per cent of the plot's width.
///
/// Today has no place of its own, for a drawing changes when a fact does and not from day to day: a
/// striped band stands for the time in which it lies, between the last day drawn that has come and the
/// first that has not. Where none is to come, the band stands at the end and is not to scale, and a
/// line behind it is today. Where more is to come the band is to scale, and a line in it would tell a
/// wrong date.
struct TimelineAxis: Sendable {
  /// The first day drawn.
  let first: Day
  /// The last day drawn to scale.
  let last: Day
  /// The last day drawn that has come and the first that has not; nil where there is none.
  private let around: (last: Day?, next: Day?)

  /// Whether all that is drawn has come, so that the band stands at the end.
  var endsToday: Bool { around.next == nil }
  /// Where the part to scale ends, in per cent.
  var main: Double { endsToday ? 86 : 97 }
  /// The time in which today lies, in per cent.
  var now: (start: Double, end: Double) {
    guard let next = around.next else { return (main, main + Self.gapWidth) }
    let start = around.last.map { x($0.adding(days: 1)) } ?? Self.start
    return (start, max(x(next), start))
  }
  /// Where lines end that run until today.
  var end: Double { endsToday ? now.end : (now.start + now.end) / 2 }
  /// Where the line that stands for today is drawn; nil where today lies in a band that is to scale.
  var todayX: Double? { endsToday ? now.end + 1 : nil }
  /// Where the part to scale begins, in per cent.
  static let start = 2.0
  /// The width of the band, in per cent.
  static let gapWidth = 7.0

  /// An axis that covers `days`; nil where there are none, for nothing says then which time to draw.
  init?(covering days: [Day], today: Day) {
    guard let earliest = days.min(), let latest = days.max() else { return nil }
    around = (days.filter { $0 <= today }.max(), days.filter { $0 > today }.min())
    // Room for half a mark on both sides, and never less than a year.
    let margin = max((latest.number - earliest.number) / 25, 31)
    let first = Self.quarter(of: earliest.adding(days: -margin))
    self.first = first
    last = Self.quarter(
      of: max(latest.adding(days: margin), first.adding(months: 12)).adding(months: 3))
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
