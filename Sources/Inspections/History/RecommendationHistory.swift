public import Diagnostics

/// One recommendation followed through everything that came after it.
public final class RecommendationHistory: Sendable {
  /// The report that makes it.
  public let report: Report
  /// What is asked.
  public let recommendation: Recommendation
  /// When it is due by the report, or by the body's promise where the report sets no time.
  public let due: DueDate?
  /// When its report is to be answered, by the framework's rule; nil where none says so.
  public let answerDue: AnswerDue?
  /// The answers to it, by date, then by response id.
  public let answers: [Answer]
  /// What each visit concluded, earliest first.
  public let conclusions: [Conclusion]
  /// Where it stands; as a whole closed when it is closed for all that it was asked of.
  public let status: RecommendationStatus
  /// The same for each body it was asked of; empty unless a visit tells them apart.
  public let addressees: [Addressee]
  /// Where among the conclusions those of the last visit stand that assessed it.
  let last: Range<Int>

  init(
    report: Report, recommendation: Recommendation, due: DueDate?, answerDue: AnswerDue?,
    answers: [Answer], conclusions: [Conclusion], status: RecommendationStatus,
    addressees: [Addressee] = []
  ) {
    self.report = report
    self.recommendation = recommendation
    self.due = due
    self.answerDue = answerDue
    self.answers = answers
    self.conclusions = conclusions
    self.status = status
    self.addressees = addressees
    let end = conclusions.lastIndex { $0.progress != nil }.map { $0 + 1 } ?? 0
    let others = conclusions.prefix(end).lastIndex { $0.visit !== conclusions[end - 1].visit }
    last = (others.map { $0 + 1 } ?? 0)..<end
  }

  /// What came of it at one of the bodies that it was asked of.
  public struct Addressee: Sendable {
    /// The body.
    public let organisation: OrganisationID
    /// What concerns it.
    public let history: RecommendationHistory
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
    /// How long it was past due when that was concluded: on the conclusion's own date, else when the
    /// visit began; nil where it was not, or no date is known.
    public let overdueAtVisit: DaysOverdue?
    /// Whether the judgement is the least of a scale that is in order and has several values.
    public let isLeast: Bool

    /// When it was reached, where that is said apart from the visit.
    public var reached: PartialDate? { progress?.date.known() }
  }
}

extension RecommendationHistory {
  /// What it comes to for one of the bodies it was asked of; all of it where nothing is told apart.
  public func concerning(_ organisation: OrganisationID) -> RecommendationHistory {
    addressees.first { $0.organisation == organisation }?.history ?? self
  }

  /// Whether the record itself says that it was not done when its date had passed: the last visit that
  /// judged it came after the date and gave it the least that its scale has.
  public var isSaidNotDone: Bool {
    guard status == .pastDate, !lastConclusions.isEmpty else { return false }
    return lastConclusions.allSatisfy { $0.overdueAtVisit != nil && $0.isLeast }
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
  /// Closed by a visit; the reason is nil where it differs between the bodies it was asked of.
  case closed(Closure.Reason?, by: ReportID)
  /// Not closed, and what became of it is not known: its areas ended and no successor is known.
  case notKnown
  /// Not closed, and its report was withdrawn.
  case withdrawn

  /// A status without its details, the most urgent first; the raw value names it in data files, in
  /// classes and in filters.
  public enum Kind: String, Sendable, CaseIterable {
    case pastDate = "past-date"
    case notKnown = "not-known"
    case open
    case closed
    case withdrawn
  }

  /// Which it is.
  public var kind: Kind {
    switch self {
    case .open: .open
    case .pastDate: .pastDate
    case .closed: .closed
    case .notKnown: .notKnown
    case .withdrawn: .withdrawn
    }
  }
}

/// Follows every recommendation of a report through responses and visits up to `day`, in the
/// report's order.
///
/// Complexity: O(n · (responses + visits of the report)); these are looked up once.
public func histories(
  of report: Report, register: Register, on day: Day
) -> [RecommendationHistory] {
  guard !report.recommendations.isEmpty else { return [] }
  return report.recommendations.map(Following(report, in: register, on: day).history(of:))
}

/// What came after a report, looked up once for all its recommendations.
private struct Following {
  let register: Register
  let report: Report
  let responses: [Response]
  let visits: [Report]
  /// What each of the visits closes of the report, in their order.
  let closures: [[Closure]]
  /// Whether all its areas ended with nobody known to follow them.
  let isOrphaned: Bool
  let answerDue: AnswerDue?
  let day: Day

  init(_ report: Report, in register: Register, on day: Day) {
    self.register = register
    self.report = report
    self.day = day
    answerDue = Inspections.answerDue(to: register.original(of: report), in: register)
    let original = register.original(of: report).id
    responses = register.answers(to: report)
    visits = (register.links.visits[original] ?? []).compactMap { register.reports[$0] }
    closures = visits.map { register.closures(of: report, by: $0) }
    isOrphaned =
      !report.areas.isEmpty
      && report.areas.allSatisfy { register.isOrphaned($0.value, on: day) }
  }

  /// What came of a recommendation as a whole, and for each body where a visit tells them apart.
  func history(of recommendation: Recommendation) -> RecommendationHistory {
    let whole = history(of: recommendation, for: nil)
    guard recommendation.to.count > 1, tellsApart(recommendation.number.value) else {
      return whole
    }
    let addressees = recommendation.to.map { body in
      RecommendationHistory.Addressee(
        organisation: body.value, history: history(of: recommendation, for: body.value))
    }
    return RecommendationHistory(
      report: report, recommendation: recommendation, due: whole.due, answerDue: answerDue,
      answers: whole.answers, conclusions: whole.conclusions,
      status: together(addressees.map(\.history.status)), addressees: addressees)
  }

  /// Whether a visit says of one body what it does not say of another.
  private func tellsApart(_ number: PrintedNumber) -> Bool {
    let original = register.original(of: report)
    return visits.contains { visit in
      register.progress(of: visit, on: original).contains {
        $0.recommendation.value == number && !$0.to.isEmpty
      }
        || (visit.visit?.closes ?? []).contains {
          $0.recommendation.value == number && !$0.to.isEmpty
        }
    }
  }

  /// Closed when closed for all, by the visit that closed it last; else the most urgent of the rest.
  private func together(_ all: [RecommendationStatus]) -> RecommendationStatus {
    let rest = all.filter { $0.kind != .closed }
    guard rest.isEmpty else {
      return RecommendationStatus.Kind.allCases.lazy
        .compactMap { kind in rest.first { $0.kind == kind } }.first ?? .open
    }
    var reasons: Set<Closure.Reason?> = []
    var closing: Set<ReportID> = []
    for case .closed(let reason, let visit) in all {
      reasons.insert(reason)
      closing.insert(visit)
    }
    let last = visits.last { closing.contains($0.id) }?.id ?? report.id
    return .closed(reasons.count == 1 ? reasons.first ?? nil : nil, by: last)
  }

  /// What came of a recommendation for one body; for all together where none is given.
  private func history(
    of recommendation: Recommendation, for body: OrganisationID?
  ) -> RecommendationHistory {
    let number = recommendation.number.value
    let concerned = responses.filter { response in
      body == nil || response.organisation.value == body
        || response.items.contains { $0.recommendation.value == number && $0.to.names(body) }
    }
    let due = dueDate(of: recommendation, in: report) ?? promisedDate(of: number, in: concerned)
    return RecommendationHistory(
      report: report, recommendation: recommendation, due: due, answerDue: answerDue,
      answers: concerned.flatMap { response in
        response.items.filter { $0.recommendation.value == number }
          .map { RecommendationHistory.Answer(response: response, item: $0) }
      },
      conclusions: conclusions(on: recommendation, for: body, due: due),
      status: closure(of: number, for: body) ?? openStatus(due: due))
  }

  /// The end that the first visit to close it gives it; nil where none does.
  private func closure(of number: PrintedNumber, for body: OrganisationID?) -> RecommendationStatus?
  {
    for (visit, closures) in zip(visits, closures) {
      if let closure = closures.first(of: number, for: body) {
        return .closed(closure.reason, by: visit.id)
      }
    }
    return nil
  }

  /// What the visits conclude; what was closed before for the bodies that it is about is not past due.
  private func conclusions(
    on recommendation: Recommendation, for body: OrganisationID?, due: DueDate?
  ) -> [RecommendationHistory.Conclusion] {
    let asked = body.map { [$0] } ?? recommendation.to.map(\.value)
    var closed = ClosedBodies()
    return zip(visits, closures).flatMap { visit, closures in
      let found = entries(of: visit, on: recommendation.number.value, for: body).map { entry in
        let about = entry.map { $0.to.isEmpty ? asked : $0.to.map(\.value) } ?? asked
        return conclusion(entry, of: visit, due: closed.hold(all: about) ? nil : due)
      }
      for closure in closures
      where closure.recommendation.value == recommendation.number.value && closure.to.concerns(body)
      {
        closed.add(body.map { [$0] } ?? closure.to.map(\.value))
      }
      return found
    }
  }

  /// The bodies for which a recommendation was closed so far.
  private struct ClosedBodies {
    private var isWhole = false
    private var bodies: Set<OrganisationID> = []

    /// Adds those of one closure, of which no body means all.
    mutating func add(_ more: [OrganisationID]) {
      isWhole = isWhole || more.isEmpty
      bodies.formUnion(more)
    }

    func hold(all asked: [OrganisationID]) -> Bool {
      isWhole || !asked.isEmpty && asked.allSatisfy(bodies.contains)
    }
  }

  /// What a visit says of it: what it concludes, one nil where it says that it did not look at it.
  private func entries(
    of visit: Report, on number: PrintedNumber, for body: OrganisationID?
  ) -> [Progress?] {
    let original = register.original(of: report)
    let judged = register.progress(of: visit, on: original).filter {
      $0.recommendation.value == number && $0.to.concerns(body)
    }
    if judged.isEmpty, register.isNotAssessed(number, of: original, by: visit) { return [nil] }
    return judged
  }

  private func conclusion(
    _ progress: Progress?, of visit: Report, due: DueDate?
  ) -> RecommendationHistory.Conclusion {
    let framework = register.framework(of: visit)
    let scale = framework?.isProgressOrdered == true ? framework?.progress ?? [] : []
    let reached = progress?.date.known().map(DateInterval.init) ?? visit.time
    return RecommendationHistory.Conclusion(
      visit: visit, progress: progress,
      overdueAtVisit: reached.flatMap { due?.overdue(during: $0) },
      isLeast: scale.count > 1 && scale.last?.id.value == progress?.judgement.value)
  }

  private func openStatus(due: DueDate?) -> RecommendationStatus {
    if !report.stands { return .withdrawn }
    if isOrphaned { return .notKnown }
    return due?.isPast(on: day) == true ? .pastDate : .open
  }
}

extension [Located<OrganisationID>] {
  /// Whether an entry that names these bodies, or none and so all, is about one; about any, for nil.
  public func concerns(_ body: OrganisationID?) -> Bool {
    isEmpty || body == nil || names(body)
  }

  /// Whether a body is among them.
  public func names(_ body: OrganisationID?) -> Bool { contains { $0.value == body } }

  /// Whether two entries are about a body in common.
  func meets(_ other: Self) -> Bool {
    isEmpty || other.isEmpty || contains { other.names($0.value) }
  }
}

extension [Closure] {
  /// The first that is of a recommendation of one report, for a body, for any where none is given.
  fileprivate func first(of number: PrintedNumber, for body: OrganisationID?) -> Closure? {
    first { $0.recommendation.value == number && $0.to.concerns(body) }
  }
}

extension Register {
  /// What a report closes: what it says so of, then what it judges with a conclusion that closes.
  public func closures(by report: Report) -> [Closure] {
    guard let visit = report.visit else { return [] }
    let scale = (framework(of: report)?.progress ?? []).filter { $0.closes != nil }
    guard !scale.isEmpty, let progress = visit.progress.known() else { return visit.closes }
    return visit.closes
      + progress.compactMap { entry in
        let closure = scale.first { $0.id.value == entry.judgement.value }?.closes.map {
          Closure(entry, $0)
        }
        return closure.flatMap { own in
          let isStated = visit.closes.contains {
            closed(by: $0, of: report) == closed(by: own, of: report) && $0.to.meets(own.to)
          }
          return isStated ? nil : own
        }
      }
  }

  /// How `visit` closes a recommendation of `report` for a body, for any where none is given; nil
  /// where it does not.
  public func closure(
    of number: PrintedNumber, in report: Report, for body: OrganisationID? = nil, by visit: Report
  ) -> Closure? {
    closures(of: report, by: visit).first(of: number, for: body)
  }

  /// What `visit` closes of what `report` asked.
  public func closures(of report: Report, by visit: Report) -> [Closure] {
    let original = original(of: report).id
    return closures(by: visit).filter { closed(by: $0, of: visit).report == original }
  }

  private func closed(by closure: Closure, of visit: Report) -> Closed {
    let number = closure.recommendation.value
    return Closed(
      report: subject(of: number, named: closure.report?.value, in: visit)?.id, number: number)
  }

  private struct Closed: Hashable {
    let report: ReportID?
    let number: PrintedNumber
  }

  /// Which of a report's areas ended last, and when; nil where one has no known end.
  public func lastEnded(of report: Report) -> (area: Area, end: PartialDate)? {
    knownEnds(of: report.areas.map(\.value))?.max { $0.end.latest < $1.end.latest }
  }

  /// When each of some areas ended; nil where one has no known end.
  func knownEnds(of ids: [AreaID]) -> [(area: Area, end: PartialDate)]? {
    let ends = ids.compactMap { id in
      areas[id].flatMap { area in area.life.to.known().map { (area: area, end: $0) } }
    }
    return ends.count == ids.count ? ends : nil
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
