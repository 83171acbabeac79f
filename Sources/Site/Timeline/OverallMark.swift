import Inspections

/// The mark of an inspection, by which its overall grade is told.
enum OverallMark {
  /// The grade's mark; that of a report where nobody looks for a grade; nil without a date.
  static func of(_ report: Report, in site: SiteContext) -> TimelineMark? {
    guard let time = report.time else { return nil }
    let register = site.register
    let framework = register.framework(of: report)
    let isExpected = register.expectsOverall(report)
    let shape = isExpected ? TimelineShape.grade(report.overall?.value, in: framework) : nil
    let words =
      isExpected
      ? "overall grade: \(ReportWords.overall(of: report, in: register))"
      : ReportWords.name(report, in: register)
    return TimelineMark(
      time, shape ?? .report, title: "\(ReportWords.time(of: report)): \(words)",
      link: site.addresses.link(.report(report.id, anchor: nil)))
  }
}
