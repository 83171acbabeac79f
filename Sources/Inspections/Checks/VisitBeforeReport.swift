public import Diagnostics

/// Monitoring visits that took place before the report they follow.
public enum VisitBeforeReport {
  /// The check `visit-before-report`.
  public static let check = Check(
    "visit-before-report", .dates, .error,
    summary: "A monitoring visit comes after the report whose recommendations it judges.",
    explanation: """
      Progress on a recommendation can be judged only after it was made. A visit that began, or was \
      reported, before the publication of the report it follows has a wrong date or follows the \
      wrong report. Where publication is not known, the end of fieldwork stands in for it.

      Example: a visit of February 2009 that follows a report of June 2009.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    (report.visit?.follows ?? []).compactMap { follows in
      guard let followed = context.register.reports[follows.value], followed !== report else {
        return nil
      }
      return run(report, follows, after: followed)
    }
  }

  private static func run(
    _ report: Report, _ follows: Located<ReportID>, after followed: Report
  ) -> Diagnostic? {
    guard let start = followed.published.known() ?? followed.fieldwork.known()?.end else {
      return nil
    }
    if let fieldwork = report.fieldwork, case .known(let dates) = fieldwork.value,
      dates.start.isCertainlyBefore(start)
    {
      return .visitBeforeReport(
        dates.start, at: fieldwork.span, follows, followed, start, key: "fieldwork")
    }
    if let published = report.published, case .known(let date) = published.value,
      date.isCertainlyBefore(start)
    {
      return .visitBeforeReport(
        date, at: published.span, follows, followed, start, key: "published")
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func visitBeforeReport(
    _ date: PartialDate, at span: Span, _ follows: Located<ReportID>, _ followed: Report,
    _ start: PartialDate, key: String
  ) -> Diagnostic {
    let event = followed.published.known() == nil ? "whose fieldwork ended" : "published"
    return Diagnostic(
      VisitBeforeReport.check, "'\(date)' is before the report that the visit follows, \(start)",
      at: Label(span, "too early"),
      secondary: [Label(follows.span, "\(event) \(start)")],
      help: "correct the date, or the report that 'follows' names", subject: .field(key))
  }
}
