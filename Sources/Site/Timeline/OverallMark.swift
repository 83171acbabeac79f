import Inspections

/// The mark of an inspection, by which its grade is told.
enum OverallMark {
  /// The mark of its overall grade, or of its one judgement where nobody looks for such a grade; that of
  /// a report where neither is; nil without a date.
  static func of(_ report: Report, in site: SiteContext) -> TimelineMark? {
    guard let time = report.time else { return nil }
    let register = site.register
    let framework = register.framework(of: report)
    let only = TallyWords.onlyGrade(of: report, in: register).map { JudgedGrade.grade($0.grade) }
    let isGraded = only != nil || register.expectsOverall(report)
    let words =
      ReportWords.overallOrOnly(of: report, in: register)
      ?? ([ReportWords.name(report, in: register)]
      + [TallyWords.grades(of: report, in: register)].compactMap(\.self))
      .joined(separator: "; ")
    let shape = isGraded ? TimelineShape.grade(only ?? report.overall?.value, in: framework) : nil
    return TimelineMark(
      time, shape ?? .report,
      title: "\(ReportWords.time(of: report)): \(words)",
      link: site.addresses.link(.report(report.id, anchor: nil)))
  }
}
