/// What the register holds on an area, worked out once for everything that shows it.
///
/// A class for the same reason as ``Report``; it never changes.
public final class AreaOverview: Sendable {
  /// The area.
  public let area: Area
  /// Everything that happened, in order of time.
  public let history: AreaHistory
  /// Its reports, earliest first; those without any date come last.
  public let reports: [Report]
  /// What was asked, newest report first, each report's by number.
  public let recommendations: [RecommendationHistory]
  /// Its judgements, the framework of the newest report first.
  public let judgements: [JudgementSeries]

  /// Gathers what the register holds on `area` as of `day`.
  ///
  /// Complexity: O(n log n) in the area's events, judgements and recommendations.
  public init(of area: Area, in register: Register, on day: Day) {
    self.area = area
    reports = register.reportsInOrder(of: area.id)
    let followed = reports.map { report in
      (report: report, asked: histories(of: report, register: register, on: day))
    }
    history = AreaHistory(of: area, followed, in: register)
    recommendations = followed.reversed().flatMap { _, asked in asked.byNumber }
    judgements = JudgementSeries.all(of: reports, in: register)
  }

  /// What falls due next, all of it due on one date; empty where nothing lies ahead.
  public func nextDue(on day: Day) -> [RecommendationHistory] {
    let ahead = recommendations.filter { followed in
      guard case .open = followed.status, let due = followed.due else { return false }
      return !due.isPast(on: day)
    }
    let next = ahead.compactMap(\.due?.date).min { $0.latest < $1.latest }
    return ahead.filter { $0.due?.date == next }
  }

  /// When the area is to be inspected again, by its last inspection's framework.
  public func reinspection(in register: Register) -> Reinspection? {
    let inspections = reports.filter(\.inspects)
    guard let last = inspections.last(where: { $0.knownDate != nil }), let date = last.knownDate,
      let framework = register.framework(of: last),
      let rule = framework.rules.first(where: { $0.name.value == "reinspect-within" }),
      case .duration(let duration) = rule.value.value
    else { return nil }
    return Reinspection(
      due: date.adding(duration), within: duration, after: last, rule: rule, framework: framework)
  }

  /// A next inspection that follows from a rule.
  public struct Reinspection: Sendable {
    /// By when.
    public let due: PartialDate
    /// The time the rule allows.
    public let within: Duration
    /// The inspection the time is counted from.
    public let after: Report
    /// The rule, which may be no more than a proposal.
    public let rule: Rule
    /// The framework that holds the rule.
    public let framework: Framework
  }
}

extension Report {
  /// The date that places the report in time: its publication, else its cover, else the end of the
  /// inspectors' work; nil where none is known.
  public var knownDate: PartialDate? {
    published.known() ?? dated.known() ?? fieldwork.known()?.end
  }
}

extension Register {
  /// An area's reports, earliest first by ``Report/knownDate``; those without any date come last.
  ///
  /// Complexity: O(n log n) in the area's reports.
  public func reportsInOrder(of area: AreaID) -> [Report] {
    let dated = (links.reportsOfArea[area] ?? []).compactMap { reports[$0] }.map {
      (report: $0, day: $0.knownDate?.earliest.number ?? .max)
    }
    return dated.sorted { ($0.day, $0.report.id) < ($1.day, $1.report.id) }.map(\.report)
  }
}
