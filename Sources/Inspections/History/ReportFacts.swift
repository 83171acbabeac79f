/// Facts about a report that follow from its fields; shown as computed, never as recorded.
public struct ReportFacts: Sendable {
  /// Days from the end of fieldwork to publication: the fewest and the most the dates allow.
  public let publicationLag: ClosedRange<Int>?
  /// How what a visit concludes on recommendations divides.
  public let progressTally: ProgressTally?

  /// Works out the facts of a report.
  public init(of report: Report, in register: Register) {
    publicationLag = Self.lag(of: report)
    progressTally = ProgressTally(of: report, in: register)
  }

  private static func lag(of report: Report) -> ClosedRange<Int>? {
    guard let end = report.fieldwork.known()?.end, let published = report.published.known() else {
      return nil
    }
    let longest = published.latest.number - end.earliest.number
    guard longest >= 0 else { return nil }
    return max(0, published.earliest.number - end.latest.number)...longest
  }
}
