import Diagnostics
import Inspections

/// Recommendations in words: what they are called, who must act, and by when.
enum RecommendationWords {
  /// `recommendation 3`, in the framework's own term.
  static func name(_ number: PrintedNumber, in framework: Framework?) -> String {
    "\((framework?.recommendationTerm ?? .recommendation).one) \(number)"
  }

  /// `ten recommendations`, in the framework's own term.
  static func count(_ number: Int, in framework: Framework?) -> String {
    let term = framework?.recommendationTerm ?? .recommendation
    return NumberWords.count(number, term.one, term.many)
  }

  /// Who must act.
  static func addressees(of recommendation: Recommendation, in register: Register) -> String {
    NumberWords.list(recommendation.to.map { name(of: $0.value, in: register) })
  }

  /// What a body is called.
  static func name(of body: OrganisationID, in register: Register) -> String {
    register.organisations[body]?.title.value.plain ?? body.name
  }

  /// ` for Northern Railroad`: the bodies that an entry is about; empty where it names none.
  static func forBodies(_ bodies: [Located<OrganisationID>], in register: Register) -> String {
    bodies.isEmpty
      ? "" : " for \(NumberWords.list(bodies.map { name(of: $0.value, in: register) }))"
  }

  /// For which bodies the one conclusion of the last visit is, like ` for Northern Railroad`; empty where
  /// it is for all that were asked.
  static func forJudged(_ followed: RecommendationHistory, in register: Register) -> String {
    let bodies = followed.lastConclusions.map { $0.progress?.to ?? [] }
    guard !followed.addressees.isEmpty, !bodies.contains(where: \.isEmpty) else { return "" }
    return forBodies(bodies.flatMap(\.self), in: register)
  }

  /// What was concluded last, of each body where that is told apart, and when it was reached: on
  /// its own date where the record has one, else what is known of when the visit was.
  static func latest(
    of followed: RecommendationHistory, in register: Register
  ) -> [(words: String, day: String)] {
    let isOne = followed.onlyConclusion != nil
    return followed.latestConclusions.compactMap { conclusion in
      conclusion.progress.map { progress in
        let bodies =
          isOne ? forJudged(followed, in: register) : forBodies(progress.to, in: register)
        let framework = register.framework(of: conclusion.visit)
        return (
          ReportWords.progress(progress.judgement.value, in: framework) + bodies,
          day(of: progress, by: conclusion.visit)
        )
      }
    }.reduce(into: []) { listed, next in
      if !listed.contains(where: { $0 == next }) { listed.append(next) }
    }
  }

  private static func day(of progress: Progress, by visit: Report) -> String {
    switch progress.date?.value {
    case .known(let date): DateWords.words(date)
    case .unknown: "date not known"
    case nil: ReportWords.time(of: visit)
    }
  }

  /// When it is due and how that follows: `due by the end of June 2008; Cafcass’s own date …`.
  static func due(of history: RecommendationHistory, in register: Register) -> String {
    guard let due = history.due else { return missingDue(history.recommendation) }
    let basis =
      DueWords.workedOut(due).map { "worked out: \($0)" }
      ?? DueWords.recorded(due, in: register) ?? ""
    return "due \(DateWords.limit(due.date)); \(basis)"
  }

  /// Why there is no date.
  static func missingDue(_ recommendation: Recommendation) -> String {
    switch recommendation.due?.value {
    case .known(.within(let duration)):
      "due \(duration) after publication, whose date is not known"
    case .known(.immediately): "due at once on publication, whose date is not known"
    case .known(.by(let date)): "due \(DateWords.limit(date))"
    case .unknown: "by when is not known"
    case nil: "no date set"
    }
  }
}
