public import Diagnostics

/// When a recommendation is due, and how that date follows.
public struct DueDate: Sendable, Hashable {
  /// How a due date follows from what was written.
  public enum Basis: Sendable, Hashable {
    /// The report names the date.
    case stated
    /// The report says "immediately": due on its publication.
    case immediately(published: PartialDate)
    /// The report gives a time, counted from its publication.
    case within(Duration, published: PartialDate)
    /// The report sets none; the body named the date in its response.
    case promised(ResponseID)
  }

  /// The date at the precision that is known.
  public let date: PartialDate
  /// How it follows.
  public let basis: Basis

  /// Whole days from the last day the date may mean to `day`; 0 or less while it is not past.
  public func daysOverdue(on day: Day) -> Int { day.number - date.latest.number }

  /// How long the date had passed when `time` began, in every reading; nil where it may not have.
  ///
  /// Due by 30 May and looked at on 12 May of the next year, that is 347 days; looked at from 12 to 14
  /// May, or due in May, at least as many.
  func overdue(during time: DateInterval) -> DaysOverdue? {
    let start = time.start.earliest
    guard isPast(on: start) else { return nil }
    return DaysOverdue(
      count: daysOverdue(on: start),
      isLeast: date.precision != .day || time.end.latest != start)
  }

  /// Whether the date has passed on `day` in every reading.
  public func isPast(on day: Day) -> Bool { daysOverdue(on: day) > 0 }
}

/// How long something was past due when it was looked at.
public struct DaysOverdue: Sendable, Hashable {
  /// Whole days, one or more.
  public let count: Int
  /// Whether it may have been more, because one of the two dates is not a single day.
  public let isLeast: Bool
}

/// When a recommendation is due by its report; nil where the report sets no time or its publication
/// is not known.
public func dueDate(of recommendation: Recommendation, in report: Report) -> DueDate? {
  guard let due = recommendation.due.known() else { return nil }
  let published = report.published.known()
  switch due {
  case .by(let date):
    return DueDate(date: date, basis: .stated)
  case .immediately:
    return published.map { DueDate(date: $0, basis: .immediately(published: $0)) }
  case .within(let duration):
    return published.map {
      DueDate(date: $0.adding(duration), basis: .within(duration, published: $0))
    }
  }
}

/// When the body promised to have done what a recommendation asks; nil where it named no date.
public func promisedDate(of number: PrintedNumber, in responses: [Response]) -> DueDate? {
  for response in responses {
    for item in response.items where item.recommendation.value == number {
      if let date = item.due.known() {
        return DueDate(date: date, basis: .promised(response.id))
      }
    }
  }
  return nil
}
