import Inspections

/// Recommendations in words: what they are called, who must act, and by when.
enum RecommendationWords {
  /// `Recommendation 3`, in the framework's own term.
  static func name(_ number: Int, in framework: Framework?) -> String {
    let term = (framework?.recommendationTerm ?? .usual).one
    return "\(NumberWords.capitalised(term)) \(number)"
  }

  /// `ten recommendations`, in the framework's own term.
  static func count(_ number: Int, in framework: Framework?) -> String {
    let term = framework?.recommendationTerm ?? .usual
    return NumberWords.count(number, term.one, term.many)
  }

  /// Who must act.
  static func addressees(of recommendation: Recommendation, in register: Register) -> String {
    NumberWords.list(
      recommendation.to.map { id in
        register.organisations[id.value]?.title.value.plain ?? id.value.name
      })
  }

  /// When it is due and how that follows: `due by the end of June 2008, Cafcass’s own date`.
  static func due(of history: RecommendationHistory, in register: Register) -> String {
    guard let due = history.due else { return missingDue(history.recommendation) }
    return "due \(DateWords.limit(due.date)), \(basis(of: due, in: register))"
  }

  /// How a due date follows: `the report’s own date`, `three months after publication`.
  static func basis(of due: DueDate, in register: Register) -> String {
    switch due.basis {
    case .stated: "the date in the report"
    case .immediately: "at once on publication"
    case .within(let duration, _): "\(duration) after publication"
    case .promised(let response):
      register.responses[response].flatMap { register.organisations[$0.organisation.value] }
        .map { "a date that \($0.title.value.plain) set itself" }
        ?? "a date that the body set itself"
    }
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
