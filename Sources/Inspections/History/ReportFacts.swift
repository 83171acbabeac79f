/// Facts about a report that follow from its fields; shown as computed, never as recorded.
public struct ReportFacts: Sendable {
  /// Days from the end of fieldwork to publication: the fewest and the most the dates allow.
  public let publicationLag: ClosedRange<Int>?
  /// How many judgements on aspects got each grade, in the order of the scale; grades nobody got
  /// are left out.
  public let gradeTally: [(grade: GradeID, count: Int)]
  /// How many recommendations a visit found at each conclusion, in the order of the scale.
  public let progressTally: ProgressTally?

  /// Works out the facts of a report.
  public init(of report: Report, in register: Register) {
    publicationLag = Self.lag(of: report)
    gradeTally = Self.grades(of: report, scale: register.framework(of: report)?.grades ?? [])
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

  private static func grades(
    of report: Report, scale: [Grade]
  ) -> [(grade: GradeID, count: Int)] {
    var counts: [GradeID: Int] = [:]
    for judgement in report.judgements {
      if case .grade(let grade) = judgement.grade.value, case .aspects = judgement.subject {
        counts[grade, default: 0] += 1
      }
    }
    return scale.compactMap { grade in
      counts[grade.id.value].map { (grade: grade.id.value, count: $0) }
    }
  }
}

/// How a visit's conclusions divide.
public struct ProgressTally: Sendable {
  /// How many got each conclusion, best first; conclusions nobody got are left out.
  public let counts: [(grade: ProgressGradeID, count: Int)]
  /// How many conclusions there are in all.
  public let total: Int
  /// Whether the items behind the counts are in the register.
  public let isItemised: Bool

  /// Counts a visit's conclusions; nil for other reports and where nothing is known.
  public init?(of report: Report, scale: [ProgressGrade]) {
    guard let visit = report.visit else { return nil }
    var found: [ProgressGradeID: Int] = [:]
    let items = visit.progress.known()
    for item in items ?? [] { found[item.judgement.value, default: 0] += 1 }
    if items == nil {
      for entry in visit.progressCounts {
        found[entry.value.grade, default: 0] += entry.value.count
      }
    }
    guard !found.isEmpty else { return nil }
    isItemised = items != nil
    total = found.values.reduce(0, +)
    counts = scale.compactMap { grade in
      found[grade.id.value].map { (grade: grade.id.value, count: $0) }
    }
  }
}
