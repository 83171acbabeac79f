import Inspections

/// Due dates in English, with how each follows from what was written.
enum DueWords {
  /// A place in time with its preposition: `on 10 February 2010`, `in June 2009`.
  static func at(_ date: PartialDate) -> String {
    (date.precision == .day ? "on " : "in ") + DateWords.words(date)
  }

  /// How late it was when something was concluded: `157 days past its date on 4 December 2025`; nil where
  /// it was not.
  ///
  /// Where the conclusion has no date but its visit's, `otherwise` stands for when.
  static func pastDate(
    _ conclusion: RecommendationHistory.Conclusion, otherwise: String = ""
  ) -> String? {
    conclusion.overdueAtVisit.map { days in
      "\(late(days)) past its date" + (conclusion.reached.map { " \(at($0))" } ?? otherwise)
    }
  }

  /// A length of time in words: `three months`.
  static func words(_ duration: Duration) -> String {
    NumberWords.count(duration.count, duration.unit.rawValue, "\(duration.unit.rawValue)s")
  }

  /// How a due date was worked out; nil where somebody named it.
  static func workedOut(_ due: DueDate) -> String? {
    guard let length = length(due), let origin = origin(due) else { return nil }
    return "\(length), from publication \(at(origin))"
  }

  /// What of that differs between the dates of one report: `“within three months”`.
  static func length(_ due: DueDate) -> String? {
    switch due.basis {
    case .stated, .promised: nil
    case .immediately: "“immediately”"
    case .within(let duration, _): "“within \(words(duration))”"
    }
  }

  /// When the report was published from which a due date was worked out; nil where somebody named it.
  static func origin(_ due: DueDate) -> PartialDate? {
    switch due.basis {
    case .stated, .promised: nil
    case .immediately(let published), .within(_, let published): published
    }
  }

  /// Who named a due date, or the dates of `count`; nil where it was worked out.
  static func recorded(_ due: DueDate, in register: Register, of count: Int = 1) -> String? {
    switch due.basis {
    case .stated: "as the report says"
    case .promised(let response):
      "\(author(of: response, in: register))’s own\(count == 1 ? " date" : ""); the report sets none"
    case .immediately, .within: nil
    }
  }

  /// By when a report is to be answered: `an answer is due by 9 February 2026`, `an answer was due …`
  /// once the date has passed, and `an answer is intended …` under a rule that is not in force.
  static func answer(_ due: AnswerDue, on day: Day) -> String {
    let isDue = due.rule.status == .inForce ? "due" : "intended"
    return "An answer \(due.isPast(on: day) ? "was" : "is") \(isDue) \(DateWords.limit(due.date))"
  }

  /// The same of what no answer that is held takes up; once the date has passed, that is said.
  static func awaited(
    _ due: AnswerDue, to report: Report, in register: Register, on day: Day
  ) -> String {
    let isAnswered = !register.answers(to: report).isEmpty
    let none = "; none \(isAnswered ? "to what is listed here " : "")is held"
    return answer(due, on: day) + (due.isPast(on: day) ? none : "")
  }

  /// How that date was worked out.
  static func workedOut(_ due: AnswerDue) -> String {
    "“within \(due.rule.isApproximate ? "about " : "")\(words(due.duration))”, from "
      + "publication \(at(due.published)), by the rule of the framework"
  }

  /// The same as a sentence; empty where it was worked out.
  static func recordedSentence(_ due: DueDate, in register: Register) -> String {
    if case .stated = due.basis { return "The report names the date." }
    return recorded(due, in: register).map { "\($0)." } ?? ""
  }

  /// How long something was past due: `124 days`, or `at least 124 days`.
  static func late(_ days: DaysOverdue) -> String {
    (days.isLeast ? "at least " : "") + NumberWords.grouped(days.count)
      + (days.count == 1 ? " day" : " days")
  }

  private static func author(of response: ResponseID, in register: Register) -> String {
    register.responses[response].flatMap { register.organisations[$0.organisation.value] }?
      .title.value.plain ?? "the inspected body"
  }
}
