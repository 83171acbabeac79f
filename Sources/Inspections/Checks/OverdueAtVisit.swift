public import Diagnostics

/// Recommendations past their dates when inspectors came to judge progress.
public enum OverdueAtVisit {
  /// The check `overdue-at-visit`.
  public static let check = Check(
    "overdue-at-visit", .dates, .notice,
    summary: "What a visit judges is not yet past its date.",
    explanation: """
      A visit judges progress; it does not say that a recommendation was carried out. Where the date \
      had passed before the visit began, a reader may want to know that satisfactory progress still \
      means late. The date is the report's, or the body's own where the report sets none. This is \
      something to know and no mistake, and of a visit in two languages it is said once. A conclusion \
      with a `date` of its own is held against that date, and what was closed before is not late.

      Example: a recommendation due within three months, and a visit eight months later.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    guard register.original(of: report) === report else { return [] }
    return register.followed(by: report).flatMap { followed in
      var seen: Set<PrintedNumber> = []
      // Of a number that is there twice the first is meant, and the second told of elsewhere.
      let all = histories(of: followed, register: register, on: context.now.day)
        .filter { seen.insert($0.recommendation.number.value).inserted }
      return all.flatMap { history in
        history.conclusions.compactMap { conclusion -> Diagnostic? in
          guard conclusion.visit === report, let entry = conclusion.progress,
            let late = conclusion.overdueAtVisit, let due = history.due
          else { return nil }
          return .overdueAtVisit(entry, due, late, history.recommendation)
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func overdueAtVisit(
    _ entry: Progress, _ due: DueDate, _ late: DaysOverdue, _ recommendation: Recommendation
  ) -> Diagnostic {
    let days = "\(late.isLeast ? "at least " : "")\(late.count) \(late.count == 1 ? "day" : "days")"
    return Diagnostic(
      OverdueAtVisit.check,
      "'\(entry.recommendation.value)' was due by \(due.date), \(days) before "
        + (entry.date.known() == nil ? "the visit" : "the conclusion"),
      at: Label(entry.recommendation.span, "past its date"),
      secondary: recommendation.due.map { [Label($0.span, "due \(due.date)")] } ?? [],
      subject: .field("progress.\(entry.recommendation.value)"))
  }
}
