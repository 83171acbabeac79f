/// By when a report is to be answered under the rule `answer-within` of its framework, and how that
/// date follows.
public struct AnswerDue: Sendable {
  /// The date at the precision that the publication is known to.
  public let date: PartialDate
  /// The rule that sets the time.
  public let rule: Rule
  /// The time that it sets.
  public let duration: Duration
  /// The publication that it counts from.
  public let published: PartialDate

  /// Whether the date has passed on `day` in every reading.
  public func isPast(on day: Day) -> Bool { date.latest < day }
}

/// By when `report` is to be answered; nil where its framework sets no time or has only proposed one,
/// where it asks for nothing or was withdrawn, and where its publication is not known.
public func answerDue(to report: Report, in register: Register) -> AnswerDue? {
  guard !report.recommendations.isEmpty, report.stands,
    let published = report.published.known(),
    let timed = register.framework(of: report)?.duration(of: Rule.answerWithin),
    timed.rule.status != .proposed
  else { return nil }
  return AnswerDue(
    date: published.adding(timed.duration), rule: timed.rule, duration: timed.duration,
    published: published)
}

extension Rule {
  /// The rule on how soon a report is answered.
  static let answerWithin = "answer-within"
  /// Whether it says how soon a report is answered, and is more than a proposal.
  public var setsAnswers: Bool { name.value == Self.answerWithin && status != .proposed }
}
