import Diagnostics

/// How recommendations fare, counted: by the year of the report that asked, at the end of each year, and against the time
/// that was set.
///
/// Everything is counted somewhere: what is not known is counted as not known, and each count adds up to ``all``.
public struct FollowUpFigures: Sendable {
  /// The day it is worked out for.
  public let day: Day
  /// Where they all stand on that day.
  public let all: StatusCounts
  /// Where they stand on that day by the year of their report (``Report/year``), as lists have it, earliest first; those
  /// whose year is not known last.
  public let years: [ReportYear]
  /// Where they stood at the end of each year, the last of them on that day; without the `undated`.
  public let ends: [YearEnd]
  /// The years in which they were asked, from the first to the last; nil where none is known.
  public let yearsOfAsking: ClosedRange<Int>?
  /// How many were asked in a year that is not known.
  public let undated: Int
  /// How they compare with the time that was set, in the order of the cases; those that none has are left
  /// out.
  public let timings: [(timing: RecommendationCourse.Timing, count: Int)]
  /// How many are of a timing.
  public func count(of timing: RecommendationCourse.Timing) -> Int {
    timings.first { $0.timing == timing }?.count ?? 0
  }

  /// How long it took from asking to closing.
  public let closing: ClosingTime
  /// Why those that are closed were, in the order of the reasons; nil where it differs between bodies.
  public let reasons: [(reason: Closure.Reason?, count: Int)]

  /// What the reports of a year asked.
  public struct ReportYear: Sendable {
    /// The year; nil for reports of a year that is not known.
    public let year: Int?
    /// Where it stands today.
    public let counts: StatusCounts
  }

  /// Where everything that had been asked stood at the end of a year.
  public struct YearEnd: Sendable {
    /// The last day of the year, or the day that the figures are of.
    public let day: Day
    /// Whether the year has ended, so that the day is its last.
    public let isOver: Bool
    /// Where it stood, all that had been asked by then.
    public let counts: StatusCounts
  }

  /// How long it took from asking to closing.
  public struct ClosingTime: Sendable {
    /// The median in days, which may be a half: the least and the greatest that the dates allow;
    /// nil where there is none.
    public let median: ClosedRange<Double>?
    /// How many it is the median of.
    public let count: Int
    /// How many more are closed, of which a date is not known.
    public let undated: Int
  }

  /// More years than this before the day are not told apart at their ends; what was asked in them is counted from the first
  /// that is.
  static let mostYears = 60

  /// Counts.
  ///
  /// Complexity: O(n · years) for at most ``mostYears``.
  public init(of courses: [RecommendationCourse], on day: Day) {
    var all = StatusCounts()
    var years: [Int?: StatusCounts] = [:]
    var timings: [RecommendationCourse.Timing: Int] = [:]
    var reasons: [Closure.Reason?: Int] = [:]
    for course in courses {
      all.count(course.status.kind)
      years[course.yearOfReport, default: StatusCounts()].count(course.status.kind)
      timings[course.timing, default: 0] += 1
      if let closing = course.status.closing { reasons[closing.reason, default: 0] += 1 }
    }
    self.day = day
    self.all = all
    self.years = years.sorted { $0.key ?? .max < $1.key ?? .max }.map {
      ReportYear(year: $0.key, counts: $0.value)
    }
    let asked = courses.map { $0.yearAsked }
    ends = Self.ends(of: courses, asked: asked, on: day)
    let known = asked.compactMap(\.self)
    yearsOfAsking = known.min().flatMap { first in known.max().map { first...$0 } }
    undated = asked.count - known.count
    self.timings = RecommendationCourse.Timing.allCases.compactMap { timing in
      timings[timing].map { (timing, $0) }
    }
    closing = ClosingTime(courses.filter { $0.status.kind == .closed })
    self.reasons = (Closure.Reason.allCases + [nil]).compactMap { reason in
      reasons[reason].map { (reason, $0) }
    }
  }

  private static func ends(
    of courses: [RecommendationCourse], asked: [Int?], on day: Day
  ) -> [YearEnd] {
    let last = day.components.year
    guard let first = asked.compactMap(\.self).min(), first <= last else { return [] }
    return (max(first, last - mostYears + 1)...last).map { year in
      let end = Day(year: year, month: 12, day: 31).map { min($0, day) } ?? day
      var counts = StatusCounts()
      for (course, asked) in zip(courses, asked) where asked ?? .max <= year {
        counts.count(end == day ? course.status.kind : course.standing(at: end))
      }
      return YearEnd(day: end, isOver: end < day, counts: counts)
    }
  }
}

extension FollowUpFigures.ClosingTime {
  /// Both ends of the median are medians: of the fewest days and of the most.
  fileprivate init(_ closed: [RecommendationCourse]) {
    let days = closed.compactMap(\.daysToClose)
    count = days.count
    undated = closed.count - days.count
    let least = Self.median(days.map(\.lowerBound))
    let most = Self.median(days.map(\.upperBound))
    median = least.flatMap { least in most.map { least...max(least, $0) } }
  }

  /// The middle value, half way between the two middle ones where there are two.
  private static func median(_ values: [Int]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// How many recommendations have each status.
public struct StatusCounts: Sendable, Hashable {
  private var open = 0
  private var pastDate = 0
  private var closed = 0
  private var notKnown = 0
  private var withdrawn = 0

  /// Counts one more.
  mutating func count(_ kind: RecommendationStatus.Kind) {
    switch kind {
    case .open: open += 1
    case .pastDate: pastDate += 1
    case .closed: closed += 1
    case .notKnown: notKnown += 1
    case .withdrawn: withdrawn += 1
    }
  }

  /// How many have a status.
  public subscript(kind: RecommendationStatus.Kind) -> Int {
    switch kind {
    case .open: open
    case .pastDate: pastDate
    case .closed: closed
    case .notKnown: notKnown
    case .withdrawn: withdrawn
    }
  }

  /// How many there are.
  public var total: Int { open + pastDate + closed + notKnown + withdrawn }

  /// How many are not closed, whether past their date or not; those of which it is not known are none of
  /// them.
  public var unclosed: Int { self[.open] + self[.pastDate] }
}
