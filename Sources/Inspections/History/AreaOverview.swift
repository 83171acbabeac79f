/// What the register holds on an area, worked out once for everything that shows it.
///
/// A class for the same reason as ``Report``; it never changes.
public final class AreaOverview: Sendable {
  /// The area.
  public let area: Area
  /// Everything that happened, in order of time.
  public let history: AreaHistory
  /// Its reports in the order of ``Links/reportsByDate``.
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
    history = AreaHistory(of: area, reports, in: register)
    recommendations = reports.reversed().flatMap {
      histories(of: $0, register: register, on: day)
    }
    judgements = JudgementSeries.all(of: reports, on: area.id, in: register)
  }

  private init(
    area: Area, history: AreaHistory, reports: [Report], recommendations: [RecommendationHistory],
    judgements: [JudgementSeries]
  ) {
    self.area = area
    self.history = history
    self.reports = reports
    self.recommendations = recommendations
    self.judgements = judgements
  }

  /// Its reports that stand, in the same order.
  public var standing: [Report] { reports.filter(\.stands) }

  /// What belongs to the last `count` reports, with all that is known of the area itself.
  ///
  /// Complexity: O(n) in what the register holds on it.
  public func latest(_ count: Int) -> AreaOverview {
    guard reports.count > count else { return self }
    let kept = Array(reports.suffix(count))
    let ids = Set(kept.map(\.id))
    let start = kept.lazy.compactMap(\.time).first?.start.earliest
    return AreaOverview(
      area: area, history: history.since(start, of: ids), reports: kept,
      recommendations: recommendations.filter { ids.contains($0.report.id) },
      judgements: judgements.compactMap { $0.limited(to: ids) })
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
}

extension Register {
  /// The reports that say what became of what was asked of an area: those on it, and others that follow one of
  /// its reports up, in order of time.
  ///
  /// Complexity: O(n log n) in these.
  public func followUps(of overview: AreaOverview) -> [Report] {
    let own = overview.reports.filter { followsUp($0, on: overview.area.id) }
    let known = Set(own.map(\.id))
    let others = Set(overview.reports.flatMap { links.visits[$0.id] ?? [] }).subtracting(known)
    guard !others.isEmpty else { return own }
    return (own + others.compactMap { reports[$0] }).byDate()
  }

  /// An area's reports in the order of ``Links/reportsByDate``.
  ///
  /// Complexity: O(n) in the area's reports.
  public func reportsInOrder(of area: AreaID) -> [Report] {
    (links.reportsOfArea[area] ?? []).compactMap { reports[$0] }
  }
}
