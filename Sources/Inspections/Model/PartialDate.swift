/// A date at the precision that is known: a year, a month, a week or a day.
///
/// Two dates of different precision are compared by the days they may mean, so that a comparison
/// says "after" only where no reading of the two can be otherwise.
public struct PartialDate: Sendable, Hashable {
  /// How exactly a date is known.
  public enum Precision: Sendable, Hashable {
    case year, month, week, day
  }

  /// How exactly it is known.
  public let precision: Precision
  /// The first day it may mean.
  public let earliest: Day
  /// The last day it may mean.
  public let latest: Day

  /// One exact day.
  public init(_ day: Day) {
    precision = .day
    earliest = day
    latest = day
  }

  /// The month that holds `day`.
  public init(monthOf day: Day) {
    let date = day.components
    let first = day.adding(days: 1 - date.day)
    precision = .month
    earliest = first
    latest = first.adding(days: Day.length(ofMonth: date.month, year: date.year) - 1)
  }

  /// Reads `2008`, `2008-01`, `2008-02-15` or `2009-W03`; nil for anything else.
  public init?(_ text: String) { self.init(Substring(text).utf8) }

  /// Reads the bytes of a date: registers have many, and characters would be taken apart one by one.
  fileprivate init?(_ text: Substring.UTF8View) {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let year = Self.digits(parts[0], count: 4), year > 0,
      let first = Day(year: year, month: 1, day: 1)
    else { return nil }
    switch parts.count {
    case 1:
      self.init(
        precision: .year, earliest: first, latest: first.adding(months: 12).adding(days: -1))
    case 2 where parts[1].first == UInt8(ascii: "W"):
      guard let week = Self.digits(parts[1].dropFirst(), count: 2),
        let monday = Self.monday(ofWeek: week, year: year)
      else { return nil }
      self.init(precision: .week, earliest: monday, latest: monday.adding(days: 6))
    case 2:
      guard let month = Self.digits(parts[1], count: 2),
        let start = Day(year: year, month: month, day: 1)
      else { return nil }
      self.init(monthOf: start)
    case 3:
      guard let month = Self.digits(parts[1], count: 2), let day = Self.digits(parts[2], count: 2),
        let date = Day(year: year, month: month, day: day)
      else { return nil }
      self.init(date)
    default:
      return nil
    }
  }

  /// Whether every reading of this date lies after every reading of `other`.
  public func isCertainlyAfter(_ other: PartialDate) -> Bool { earliest > other.latest }

  /// Whether every reading of this date lies before every reading of `other`.
  public func isCertainlyBefore(_ other: PartialDate) -> Bool { latest < other.earliest }

  /// The date `duration` later, at the coarser of both precisions.
  ///
  /// Days and weeks added to a month, a week or a year shift both ends; see ``isShifted``.
  public func adding(_ duration: Duration) -> PartialDate {
    switch (duration.unit, precision) {
    case (.day, .day), (.week, .day):
      return PartialDate(earliest.adding(days: duration.days))
    case (.month, .day), (.year, .day):
      return PartialDate(earliest.adding(months: duration.months))
    case (.month, .month), (.year, .month):
      return PartialDate(monthOf: earliest.adding(months: duration.months))
    case (_, .year):
      return PartialDate(
        precision: .year, earliest: duration.shift(earliest), latest: duration.shift(latest))
    case (_, .month), (_, .week):
      return PartialDate(
        precision: precision, earliest: duration.shift(earliest), latest: duration.shift(latest))
    }
  }

  /// Its year, its month and its day as far as each is certain, for what knows no weeks: of a week
  /// that lies in two months the year alone, of one that lies in two years nothing.
  public var certain: [Int] {
    let (first, last) = (earliest.components, latest.components)
    guard first.year == last.year else { return [] }
    guard first.month == last.month else { return [first.year] }
    return first.day == last.day
      ? [first.year, first.month, first.day] : [first.year, first.month]
  }

  /// Whether its days are no month, week or year of the calendar, but one to which days were added; all
  /// that can be said of such a date is the last day that it may mean.
  public var isShifted: Bool {
    // Nearly all dates are days, of which nothing needs to be worked out.
    var next: Day { latest.adding(days: 1) }
    return switch precision {
    case .day: false
    case .week: earliest.weekday != 1
    case .month: earliest.components.day != 1 || next.components.day != 1
    case .year: !earliest.isFirstOfYear || !next.isFirstOfYear
    }
  }

  private init(precision: Precision, earliest: Day, latest: Day) {
    self.precision = precision
    self.earliest = earliest
    self.latest = latest
  }

  private static func digits(_ text: Substring.UTF8View, count: Int) -> Int? {
    guard text.count == count, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Week 1 is the week with the year's first Thursday (ISO 8601).
  private static func monday(ofWeek week: Int, year: Int) -> Day? {
    guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
    let thursday = monday.adding(days: 3)
    guard week >= 1, thursday.components.year == year else { return nil }
    return monday
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601 at the known precision; of a shifted date, its last day.
  public var description: String {
    if isShifted { return latest.description }
    let date = earliest.components
    switch precision {
    case .year: return padded(date.year, to: 4)
    case .month: return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))"
    case .week:
      let thursday = earliest.adding(days: 3)
      let year = thursday.components.year
      let first = Day(year: year, month: 1, day: 1) ?? thursday
      return "\(padded(year, to: 4))-W\(padded((thursday.number - first.number) / 7 + 1, to: 2))"
    case .day: return earliest.description
    }
  }
}

/// A span of time with both ends at the precision that is known, or one date that stands for both.
public struct DateInterval: Sendable, Hashable {
  /// Where it begins.
  public let start: PartialDate
  /// Where it ends.
  public let end: PartialDate

  /// Reads `2007-06/2007-07`, or a single date; nil where the end lies before the start.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = PartialDate(parts[0]),
      let end = parts.count == 2 ? PartialDate(parts[1]) : start,
      !end.isCertainlyBefore(start)
    else { return nil }
    self.start = start
    self.end = end
  }

  /// One date.
  public init(_ date: PartialDate) {
    start = date
    end = date
  }
}

extension DateInterval: CustomStringConvertible {
  /// ISO 8601; one date where both ends are the same.
  public var description: String { start == end ? "\(start)" : "\(start)/\(end)" }
}
