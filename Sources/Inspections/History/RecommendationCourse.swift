import Diagnostics

/// When a recommendation was asked for and when a document closed it: what counts by year are made of.
///
/// Both are days of publication, at the precision that is known. Nothing is taken to be more exact than it is: where the
/// dates leave open how something stood at the end of a year, it was not known how it stood.
public struct RecommendationCourse: Sendable {
  /// When it was asked; nil where no date of its report is known.
  public let asked: PartialDate?
  /// The year of its report, by which lists have it; nil where no date of the report is known.
  public let yearOfReport: Int?
  /// Where it stands on the day it was followed to.
  public let status: RecommendationStatus
  /// When the document that closed it came out; nil while it is not closed, or where that is not known.
  public let closed: PartialDate?
  /// How it compares with the time that was set.
  public let timing: Timing
  private let due: DueDate?
  /// When its report was withdrawn; nil where that stands.
  private let withdrawn: PartialDate?
  /// The first day on which the last of its areas may have ended; nil where one has no known end.
  private let areasEnded: Day?
  /// The same for each body it was asked of; empty unless a visit tells them apart.
  private let addressees: [RecommendationCourse]

  /// How a recommendation compares with the time that was set for it; each has exactly one.
  public enum Timing: String, Sendable, CaseIterable {
    /// Closed by the end of its time, in every reading of the dates.
    case inTime = "closed-in-time"
    /// Closed after its time had passed, in every reading of the dates.
    case late = "closed-late"
    /// Closed, and the dates do not say whether in time.
    case inexact = "closed-dates-inexact"
    /// Past its date and not closed.
    case pastDate = "past-date"
    /// Not closed, and its date has not come.
    case notDue = "not-due"
    /// Neither its report nor a promise sets a time.
    case noTimeSet = "no-time-set"
    /// It has a time, and its date is not known.
    case dueNotKnown = "due-not-known"
    /// What became of it is not known.
    case notKnown = "not-known"
    /// Its report was withdrawn.
    case withdrawn
  }

  /// Follows what is known of a recommendation's dates.
  public init(_ followed: RecommendationHistory, in register: Register) {
    asked = followed.report.asked
    yearOfReport = followed.report.year
    status = followed.status
    due = followed.due
    withdrawn = followed.report.withdrawal?.date.value
    closed = register.closer(of: followed.status)?.asked
    areasEnded = register.end(ofAll: followed.report.areas.map(\.value))
    addressees = followed.addressees.map { RecommendationCourse($0.history, in: register) }
    timing = Self.timing(of: followed, closed: closed)
  }

  /// The year in which it was asked; nil where its date does not say one.
  public var yearAsked: Int? { asked?.year }

  /// Days from asking to closing: the fewest and the most that the dates allow; nil while it is not
  /// closed, and where a date is not known.
  public var daysToClose: ClosedRange<Int>? {
    guard let asked, let closed else { return nil }
    let most = closed.latest.number - asked.earliest.number
    guard most >= 0 else { return nil }
    return max(0, closed.earliest.number - asked.latest.number)...most
  }

  /// Where it stood at the end of a day after it was asked and before the day it was followed to.
  ///
  /// Complexity: O(bodies it was asked of).
  public func standing(at day: Day) -> RecommendationStatus.Kind {
    guard addressees.isEmpty else {
      let kinds = addressees.map { $0.standing(at: day) }
      let rest = kinds.filter { $0 != .closed }
      return RecommendationStatus.Kind.allCases.first(where: rest.contains) ?? .closed
    }
    switch status {
    case .open, .pastDate: return unclosed(at: day)
    case .withdrawn: return standing(at: day, before: withdrawn)
    case .notKnown:
      let isLost = areasEnded.map { $0 <= day } ?? true
      return isLost ? .notKnown : unclosed(at: day)
    case .closed:
      return standing(at: day, before: closed)
    }
  }

  /// Where it stood before the date that brought it its status, on that date and after it.
  private func standing(at day: Day, before date: PartialDate?) -> RecommendationStatus.Kind {
    guard let date else { return .notKnown }
    if date.latest <= day { return status.kind }
    return date.earliest <= day ? .notKnown : unclosed(at: day)
  }

  private func unclosed(at day: Day) -> RecommendationStatus.Kind {
    due?.isPast(on: day) == true ? .pastDate : .open
  }

  private static func timing(
    of followed: RecommendationHistory, closed: PartialDate?
  ) -> Timing {
    let undated: Timing = followed.recommendation.due == nil ? .noTimeSet : .dueNotKnown
    switch followed.status {
    case .pastDate: return .pastDate
    case .notKnown: return .notKnown
    case .withdrawn: return .withdrawn
    case .open: return followed.due == nil ? undated : .notDue
    case .closed:
      guard let due = followed.due else { return undated }
      guard let closed else { return .inexact }
      if closed.earliest > due.date.latest { return .late }
      return closed.latest <= due.firstLimit ? .inTime : .inexact
    }
  }
}

extension DueDate {
  /// The first day that may be the last of the time: a stated month lasts to its end, and a time that is counted from
  /// a month may end on any of its days.
  fileprivate var firstLimit: Day {
    switch basis {
    case .stated, .promised: date.latest
    case .immediately, .within: date.earliest
    }
  }
}

extension PartialDate {
  /// The year it is in; nil for a week that is in two.
  public var year: Int? {
    let year = earliest.components.year
    return latest.components.year == year ? year : nil
  }
}

extension RecommendationStatus {
  /// Why it was closed, where that is one reason, and by what visit; nil while it is not.
  public var closing: (reason: Closure.Reason?, visit: ReportID)? {
    switch self {
    case .closed(let reason, let visit): (reason, visit)
    case .open, .pastDate, .notKnown, .withdrawn: nil
    }
  }
}

extension Register {
  /// The report that closes what has a status; nil while nothing does.
  public func closer(of status: RecommendationStatus) -> Report? {
    status.closing.flatMap { reports[$0.visit] }
  }

  /// The first day on which the last of some areas may have ended; nil where one has no known end.
  fileprivate func end(ofAll areas: [AreaID]) -> Day? {
    knownEnds(of: areas)?.map(\.end.earliest).max()
  }
}
