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

  /// The width of the plot to scale, in per cent.
  var main: Double { hasGap ? 88 : 98 }
  /// Where lines end that run until today.
  var end: Double { hasGap ? main + 7 : x(today) }
  /// Where today stands.
  var todayX: Double { hasGap ? 95.2 : x(today) }
  /// The width of the band, in per cent.
  static let gapWidth = 7.0
  /// Days without an event before a band stands for them.
  static let quietDays = 200

  /// An axis that covers `days` and today, with room for words before `labelled`.
  ///
  /// The words before the day `labelled` need the share `room` of the plot's width.
  init(covering days: [Day], labelled: Day? = nil, room: Double = 0.38, today: Day) {
    let earliest = days.min() ?? today
    let latest = days.max() ?? today
    let hasGap = today.number - latest.number > Self.quietDays
    let start = Self.quarter(of: earliest.adding(days: -31))
    let rest = hasGap ? latest.adding(days: 45) : max(latest, today).adding(days: 20)
    let last = Self.quarter(of: max(rest, start.adding(months: 12))).adding(months: 3)
    let room = room / (hasGap ? 0.88 : 0.98)
    let needed = labelled.map { day in
      day.adding(days: -Int(room / (1 - room) * Double(last.number - day.number)))
    }
    // More than as much again as the time drawn is too much to pay for words.
    let limit = start.adding(days: start.number - last.number)
    let moved = needed.map { Self.quarter(of: max($0, limit)) } ?? start
    self.first = min(start, moved)
    self.last = last
    self.today = today
    self.hasGap = hasGap
  }

  /// Where a day begins.
  func x(_ day: Day) -> Double {
    let share = Double(day.number - first.number) / Double(max(last.number - first.number, 1))
    return min(max(share, 0), 1) * main
  }

  /// A time from its first to its last day: a month is as wide as the month.
  func span(_ earliest: Day, _ latest: Day) -> (x: Double, width: Double) {
    let start = x(earliest)
    return (start, max(x(latest.adding(days: 1)) - start, 0.4))
  }

  /// The first of January of each year drawn, thinned where there are many.
  var years: [Day] {
    let from = first.components
    let start = from.month == 1 && from.day == 1 ? from.year : from.year + 1
    let end = last.components.year
    guard start <= end else { return [] }
    let count = end - start + 1
    let step = count <= 14 ? 1 : count <= 40 ? 5 : 10
    return (start...end).filter { $0 % step == 0 }.compactMap { Day(year: $0, month: 1, day: 1) }
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
