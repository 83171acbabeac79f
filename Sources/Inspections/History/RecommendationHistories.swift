/// What came of all that reports ask for, followed once up to a day for everything that shows it.
public struct RecommendationHistories: Sendable {
  /// By the report itself, which a register has once: what is asked for by every row is found faster so
  /// than by an id.
  private let ofReports: [ObjectIdentifier: [RecommendationHistory]]

  /// Follows every recommendation of a register up to `day`.
  ///
  /// Complexity: O(n) in the recommendations and what followed each.
  public init(in register: Register, on day: Day) {
    var all: [ObjectIdentifier: [RecommendationHistory]] = [:]
    for report in register.reports.records where !report.recommendations.isEmpty {
      all[ObjectIdentifier(report)] = histories(of: report, register: register, on: day)
    }
    ofReports = all
  }

  /// What came of each recommendation of a report of the register, in the report's order.
  public subscript(report: Report) -> [RecommendationHistory] {
    ofReports[ObjectIdentifier(report)] ?? []
  }
}
