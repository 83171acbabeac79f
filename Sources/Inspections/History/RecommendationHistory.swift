/// One recommendation followed through everything that came after it.
public final class RecommendationHistory: Sendable {
  /// The report that makes it.
  public let report: Report
  /// What is asked.
  public let recommendation: Recommendation
  /// When it is due by the report, or by the body's promise where the report sets no time.
  public let due: DueDate?
  /// The answers to it, in order of response id.
  public let answers: [Answer]
  /// What each visit concluded, earliest first.
  public let conclusions: [Conclusion]
  /// Where it stands.
  public let status: RecommendationStatus

  init(
    report: Report, recommendation: Recommendation, due: DueDate?, answers: [Answer],
    conclusions: [Conclusion], status: RecommendationStatus
  ) {
    self.report = report
    self.recommendation = recommendation
    self.due = due
    self.answers = answers
    self.conclusions = conclusions
    self.status = status
  }

  /// The body's answer to it.
  public struct Answer: Sendable {
    /// The response it stands in.
    public let response: Response
    /// The answer.
    public let item: Response.Item
  }

  /// What one visit says of it.
  public struct Conclusion: Sendable {
    /// The visit's report.
    public let visit: Report
    /// The judgement; nil where the visit did not assess it.
    public let progress: Progress?
    /// Days it was past due when the visit began; nil where it was not, or no date is known.
    public let daysOverdueAtVisit: Int?
    /// Whether the judgement is the least of a scale that is in order and has several values.
    public let isLeast: Bool
  }
}

extension RecommendationHistory {
  /// What the last visit says that assessed it; nil where none did.
  public var lastConclusion: Conclusion? { conclusions.last { $0.progress != nil } }

  /// Whether the record itself says that it was not done when its date had passed: the last visit that
  /// judged it came after the date and gave it the least that its scale has.
  public var isSaidNotDone: Bool {
    guard status == .pastDate, let last = lastConclusion else { return false }
    return last.daysOverdueAtVisit != nil && last.isLeast
  }

  /// Whether it fell due after `area` had ended, in every reading of both dates.
  public func isDueAfterEnd(of area: Area) -> Bool {
    guard let due, let end = area.life.to.known() else { return false }
    return due.date.isCertainlyAfter(end)
  }
}

/// Where a recommendation stands on a day.
public enum RecommendationStatus: Sendable, Hashable {
  /// Asked, and not past its date as far as is known.
  case open
  /// Past its date, and closed by no document held; what was done of it is for visits to say.
  case pastDate
  /// Closed by a visit.
  case closed(Closure.Reason, by: ReportID)
  /// Not closed, and what became of it is not known: its areas ended and no successor is known.
  case notKnown

  /// A status without its details, the most urgent first; the raw value names it in data files, in
  /// classes and in filters.
  public enum Kind: String, Sendable, CaseIterable {
    case pastDate = "past-date"
    case notKnown = "not-known"
    case open
    case closed
  }

  /// Which it is.
  public var kind: Kind {
    switch self {
    case .open: .open
    case .pastDate: .pastDate
    case .closed: .closed
    case .notKnown: .notKnown
    }
  }
}

/// Follows one recommendation through responses and visits up to `day`.
///
/// Complexity: O(responses + visits of the report).
public func history(
  of recommendation: Recommendation, in report: Report, register: Register, on day: Day
) -> RecommendationHistory {
  Following(report, in: register, on: day).history(of: recommendation)
}

/// Follows every recommendation of a report up to `day`, in the report's order.
///
/// Complexity: O(n · (responses + visits of the report)); these are looked up once.
public func histories(
  of report: Report, register: Register, on day: Day
) -> [RecommendationHistory] {
  guard !report.recommendations.isEmpty else { return [] }
  return report.recommendations.map(Following(report, in: register, on: day).history(of:))
}

extension [RecommendationHistory] {
  /// In the order of the recommendations' numbers.
  public var byNumber: [RecommendationHistory] {
    sorted { $0.recommendation.number.value < $1.recommendation.number.value }
  }
}

/// What came after a report, looked up once for all its recommendations.
private struct Following {
  let register: Register
  let report: Report
  let responses: [Response]
  let visits: [Report]
  /// Whether all its areas ended with nobody known to follow them.
  let isOrphaned: Bool
  let day: Day

  init(_ report: Report, in register: Register, on day: Day) {
    self.register = register
    self.report = report
    self.day = day
    let original = register.original(of: report).id
    responses = (register.links.responses[original] ?? []).compactMap { register.responses[$0] }
    visits = (register.links.visits[original] ?? []).compactMap { register.reports[$0] }
    isOrphaned =
      !report.areas.isEmpty
      && report.areas.allSatisfy { register.isOrphaned($0.value, on: day) }
  }

  func history(of recommendation: Recommendation) -> RecommendationHistory {
    let number = recommendation.number.value
    let due = dueDate(of: recommendation, in: report) ?? promisedDate(of: number, in: responses)
    return RecommendationHistory(
      report: report, recommendation: recommendation, due: due,
      answers: responses.flatMap { response in
        response.items.filter { $0.recommendation.value == number }
          .map { RecommendationHistory.Answer(response: response, item: $0) }
      },
      conclusions: visits.compactMap { conclusion(of: $0, on: number, due: due) },
      status: closure(of: number) ?? openStatus(due: due))
  }

  /// The end that the first visit to close it gives it; nil where none does.
  private func closure(of number: Int) -> RecommendationStatus? {
    for visit in visits {
      if let closure = register.closure(of: number, in: report, by: visit) {
        return .closed(closure.reason, by: visit.id)
      }
    }
    return nil
  }

  private func conclusion(
    of visit: Report, on number: Int, due: DueDate?
  ) -> RecommendationHistory.Conclusion? {
    let original = register.original(of: report)
    let progress = register.progress(of: visit, on: original).first {
      $0.recommendation.value == number
    }
    guard progress != nil || register.isNotAssessed(number, of: original, by: visit) else {
      return nil
    }
    let start = visit.time?.start.earliest
    let days = start.flatMap { day in due.map { $0.daysOverdue(on: day) } } ?? 0
    let framework = register.framework(of: visit)
    let scale = framework?.isProgressOrdered == true ? framework?.progress ?? [] : []
    return RecommendationHistory.Conclusion(
      visit: visit, progress: progress, daysOverdueAtVisit: days > 0 ? days : nil,
      isLeast: scale.count > 1 && scale.last?.id.value == progress?.judgement.value)
  }

  private func openStatus(due: DueDate?) -> RecommendationStatus {
    if isOrphaned { return .notKnown }
    return due?.isPast(on: day) == true ? .pastDate : .open
  }
}

extension Register {
  /// What a report closes: what it says so of, then what it judges with a conclusion that closes.
  public func closures(by report: Report) -> [Closure] {
    guard let visit = report.visit else { return [] }
    let scale = (framework(of: report)?.progress ?? []).filter { $0.closes != nil }
    guard !scale.isEmpty, let progress = visit.progress.known() else { return visit.closes }
    let stated = Set(visit.closes.map { closed(by: $0, of: report) })
    return visit.closes
      + progress.compactMap { entry in
        let closure = scale.first { $0.id.value == entry.judgement.value }?.closes.map {
          Closure(entry, $0)
        }
        return closure.flatMap { stated.contains(closed(by: $0, of: report)) ? nil : $0 }
      }
  }

  /// How `visit` closes a recommendation of `report`; nil where it does not.
  public func closure(of number: Int, in report: Report, by visit: Report) -> Closure? {
    let place = Closed(report: original(of: report).id, number: number)
    return closures(by: visit).first { closed(by: $0, of: visit) == place }
  }

  private func closed(by closure: Closure, of visit: Report) -> Closed {
    let number = closure.recommendation.value
    return Closed(
      report: subject(of: number, named: closure.report?.value, in: visit)?.id, number: number)
  }

  private struct Closed: Hashable {
    let report: ReportID?
    let number: Int
  }

  /// Whether an area is known to have ended by `day` and no successor of it is known.
  ///
  /// An end recorded as not known counts as none: nobody can be said to be out of reach for certain.
  public func isOrphaned(_ id: AreaID, on day: Day) -> Bool {
    guard let end = areas[id]?.life.to.known(), end.latest < day else { return false }
    if case .known = lineage.successors(of: id) { return false }
    return true
  }
}
