/// Facts about a report that follow from its fields; shown as computed, never as recorded.
public struct ReportFacts: Sendable {
  /// Days from the end of fieldwork to publication: the fewest and the most the dates allow.
  public let publicationLag: ClosedRange<Int>?
  /// How many recommendations a visit found at each conclusion, in the order of the scale.
  public let progressTally: ProgressTally?

  /// Works out the facts of a report.
  public init(of report: Report, in register: Register) {
    publicationLag = Self.lag(of: report)
    progressTally = ProgressTally(
      of: report, scale: register.framework(of: report)?.progress ?? [])
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

/// How a visit's conclusions divide.
public struct ProgressTally: Sendable {
  /// How many got each conclusion, best first, those outside the scale last.
  public let counts: [(grade: ProgressGradeID, count: Int)]
  /// How many conclusions there are in all.
  public let total: Int
  /// Whether the items behind the counts are in the register.
  public let isItemised: Bool

  /// Counts a visit's conclusions; nil for other reports and where nothing is known.
  public init?(of report: Report, scale: [ProgressGrade]) {
    guard let visit = report.visit else { return nil }
    self.init(
      items: visit.progress.known(), counts: visit.progressCounts.map(\.value), scale: scale)
  }

  /// Counts what a visit concludes on the recommendations of some of the reports that it follows; all
  /// that it concludes where none are given, it follows one, or its items are not known.
  public init?(of visit: Report, on asked: [Report], in register: Register) {
    let scale = register.framework(of: visit)?.progress ?? []
    guard !asked.isEmpty, register.followed(by: visit).count > 1,
      visit.visit?.progress.known() != nil
    else {
      self.init(of: visit, scale: scale)
      return
    }
    self.init(
      items: asked.flatMap { register.progress(of: visit, on: register.original(of: $0)) },
      counts: [], scale: scale)
  }

  private init?(
    items: [Progress]?, counts stated: [(grade: ProgressGradeID, count: Int)],
    scale: [ProgressGrade]
  ) {
    let given = items?.map { (grade: $0.judgement.value, count: 1) } ?? stated
    let found = Dictionary(given.map { ($0.grade, $0.count) }, uniquingKeysWith: +)
    guard !found.isEmpty else { return nil }
    isItemised = items != nil
    total = found.values.reduce(0, +)
    var left = Set(found.keys)
    let order = (scale.map(\.id.value) + given.map(\.grade)).filter { left.remove($0) != nil }
    counts = order.map { (grade: $0, count: found[$0] ?? 0) }
  }
}
