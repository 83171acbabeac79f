/// What came of all that reports ask for, followed once up to a day for everything that shows it.
public struct RecommendationHistories: Sendable {
  private let ofReports: [ReportID: [RecommendationHistory]]

  /// Follows every recommendation of a register up to `day`.
  ///
  /// Complexity: O(n) in the recommendations and what followed each.
  public init(in register: Register, on day: Day) {
    var all: [ReportID: [RecommendationHistory]] = [:]
    for report in register.reports.records where !report.recommendations.isEmpty {
      all[report.id] = histories(of: report, register: register, on: day)
    }
    ofReports = all
  }

  /// What came of each recommendation of a report, in the report's order.
  public subscript(report: Report) -> [RecommendationHistory] { ofReports[report.id] ?? [] }
}
