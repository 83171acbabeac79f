import Inspections

/// What inspectors ask for in English, for feeds and calendars, which have no columns for it.
enum AskedWords {
  /// What a report asks for, a sentence each and without full stops: how much of whom, how urgent
  /// that is, and what money it is about; none where it asks for nothing.
  static func summary(of report: Report, in register: Register) -> [String] {
    guard !report.recommendations.isEmpty else { return [] }
    let framework = register.framework(of: report)
    let count = RecommendationWords.count(report.recommendations.count, in: framework)
    let bodies = addressees(of: report).map { RecommendationWords.name(of: $0, in: register) }
    let urgent = priorities(of: report, in: framework).map { "\($0.priority.title) (\($0.count))" }
    return [
      NumberWords.capitalised(count)
        + (bodies.isEmpty ? "" : ", put to \(NumberWords.list(bodies))")
    ] + (urgent.isEmpty ? [] : ["By priority: \(NumberWords.list(urgent))"])
      + AmountSum.all(of: report).map { AmountWords.words($0, in: register) }
  }

  /// How urgent a recommendation is, of whom it is asked, and what money it is about; none of it where
  /// that is not said.
  static func details(
    of recommendation: Recommendation, in report: Report, of register: Register
  ) -> [String] {
    let framework = register.framework(of: report)
    let bodies = RecommendationWords.addressees(of: recommendation, in: register)
    return
      (AmountWords.priority(of: recommendation, in: framework).map { ["priority: \($0)"] } ?? [])
      + (bodies.isEmpty ? [] : ["put to \(bodies)"])
      + recommendation.amounts.map { AmountWords.words($0, in: framework) }
  }

  /// The bodies that a report asks something of, each once, in its order.
  static func addressees(of report: Report) -> [OrganisationID] {
    var known: Set<OrganisationID> = []
    return report.recommendations.flatMap(\.to).map(\.value).filter { known.insert($0).inserted }
  }

  /// The priorities that a report gives, most urgent first, with how often it does.
  static func priorities(
    of report: Report, in framework: Framework?
  ) -> [(priority: Priority, count: Int)] {
    guard let framework, !framework.priorities.isEmpty else { return [] }
    var counts: [PriorityID: Int] = [:]
    for recommendation in report.recommendations {
      if let id = recommendation.priority?.value { counts[id, default: 0] += 1 }
    }
    return framework.priorities.compactMap { priority in
      counts[priority.id.value].map { (priority, $0) }
    }
  }
}
