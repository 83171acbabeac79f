public import Diagnostics

/// Dates that passed after the area had ended, with no successor known.
public enum DueAfterEnd {
  /// The check `due-after-end`.
  public static let check = Check(
    "due-after-end", .dates, .warning,
    summary: "What is due is due while the area, or a successor of it, exists.",
    explanation: """
      A recommendation to an area that ends before its date passes to the successors. Where none is \
      known, the duty is orphaned: what became of it is not known. The dates of the report \
      and those that the inspected body named in its response are looked at; a date in the month in \
      which the area ended is in time.

      Example: `due: 2008-06` in a response about an area with `to: 2008-04` and \
      `successors: unknown`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard report.recommendations.contains(where: { $0.due != nil }),
      let end = orphaned(report, context.register)
    else { return [] }
    return report.recommendations.compactMap { recommendation in
      guard let due = dueDate(of: recommendation, in: report),
        due.date.isCertainlyAfter(end.value), let span = recommendation.due?.span
      else { return nil }
      return .dueAfterEnd(
        Located(due.date, at: span), end, report, subject: .field("\(recommendation.path).due"))
    }
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.responses.records.flatMap { response -> [Diagnostic] in
      guard let report = context.register.reports[response.report.value],
        let end = orphaned(report, context.register)
      else { return [] }
      return response.items.compactMap { item in
        guard let due = item.due, case .known(let date) = due.value,
          date.isCertainlyAfter(end.value)
        else { return nil }
        return .dueAfterEnd(
          Located(date, at: due.span), end, report,
          subject: .field("items.\(item.recommendation.value).due"))
      }
    }
  }

  /// When the last of a report's areas ended, where all did and no successor of any is known.
  private static func orphaned(_ report: Report, _ register: Register) -> Located<PartialDate>? {
    var last: Located<PartialDate>?
    for area in report.areas {
      guard let to = register.areas[area.value]?.life.to, case .known(let end) = to.value else {
        return nil
      }
      if case .known = register.lineage.successors(of: area.value) { return nil }
      if last.map({ end.latest > $0.value.latest }) ?? true { last = Located(end, at: to.span) }
    }
    return last
  }
}

extension Diagnostic {
  fileprivate static func dueAfterEnd(
    _ due: Located<PartialDate>, _ end: Located<PartialDate>, _ report: Report, subject: Subject
  ) -> Diagnostic {
    let areas = report.areas.map { "'\($0.value)'" }.joined(separator: ", ")
    return Diagnostic(
      DueAfterEnd.check,
      "'\(due.value)' is after the end of area \(areas), \(end.value), and no successor is known",
      at: Label(due.span, "what became of it is not known"),
      secondary: [Label(end.span, "ended \(end.value)")],
      help: "name the area's successors if they are known", subject: subject)
  }
}
