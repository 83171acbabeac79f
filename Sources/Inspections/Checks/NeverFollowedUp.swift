public import Diagnostics

/// Recommendations whose date has passed without anyone looking.
public enum NeverFollowedUp {
  /// The check `never-followed-up`.
  public static let check = Check(
    "never-followed-up", .recommendations, .notice,
    summary: "A recommendation that has fallen due is followed up.",
    explanation: """
      A date has passed, the report's or the one that the body named, and no monitoring visit in the \
      register has judged or closed the recommendation. That may be the register's gap or the \
      inspectorate's; a reader should know either way. A visit whose items are not known counts as \
      having looked at all of them. Withdrawn reports are left alone. While a report cannot be read that \
      may be the visit, nothing is said: one that follows this report by its front matter, or of which that \
      is not known, unless it is of other areas.

      Example: `due: 2008-06` in a response, and no visit since.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    guard report.status != .withdrawn, !report.recommendations.isEmpty,
      register.original(of: report) === report
    else { return [] }
    let visits = (register.links.visits[report.id] ?? []).compactMap { register.reports[$0] }
    guard !visits.contains(where: { $0.visit?.progress.known() == nil }),
      !register.mayLack(where: { $0.mayFollow(report, in: register) })
    else { return [] }
    var followed: Set<PrintedNumber> = []
    for visit in visits {
      followed.formUnion(register.progress(of: visit, on: report).map(\.recommendation.value))
      for closure in visit.visit?.closes ?? []
      where register.closure(of: closure.recommendation.value, in: report, by: visit) != nil {
        followed.insert(closure.recommendation.value)
      }
    }
    let responses = register.answers(to: report)
    return report.recommendations.compactMap { recommendation in
      let number = recommendation.number.value
      guard !followed.contains(number),
        let due = dueDate(of: recommendation, in: report)
          ?? promisedDate(of: number, in: responses), due.isPast(on: context.now.day)
      else { return nil }
      return .neverFollowedUp(recommendation, due, report, context)
    }
  }
}

extension Diagnostic {
  fileprivate static func neverFollowedUp(
    _ recommendation: Recommendation, _ due: DueDate, _ report: Report, _ context: CheckContext
  ) -> Diagnostic {
    let isOrphaned =
      !report.areas.isEmpty
      && report.areas.allSatisfy {
        context.register.isOrphaned($0.value, on: context.now.day)
      }
    return Diagnostic(
      NeverFollowedUp.check,
      "'\(recommendation.number.value)' was due by \(due.date), and no visit has judged it",
      at: Label(recommendation.number.span, "not followed up"),
      notes: isOrphaned
        ? ["the area has ended, and no successor is known that could be asked"] : [],
      subject: .field(recommendation.path))
  }
}
