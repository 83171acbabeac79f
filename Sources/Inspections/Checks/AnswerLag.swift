public import Diagnostics

/// Responses that took longer than the report's framework allows.
public enum AnswerLag {
  /// The check `answer-lag`.
  public static let check = Check(
    "answer-lag", .dates, .warning,
    summary: "A report is answered within the time that its framework sets.",
    explanation: """
      A framework may have the rule `answer-within`. The time from the publication of a report to a \
      body's first response to it is held against the rule, at the fewest days that the two dates \
      allow; later responses of the same body are more than the rule asks for. A rule whose source \
      says "about" (`about: true`) allows a quarter more. A rule in force gives the finding its \
      level; one that is only intended gives a notice, and one that is only proposed gives nothing.

      Example: a report of 2026-01-12 and a response of 2026-03-02 under \
      `{rule: answer-within, value: 28 days, status: in force}`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    guard let asked = report.published.known(), let published = report.published,
      let rule = register.framework(of: report)?.duration(of: Rule.answerWithin),
      rule.rule.status != .proposed
    else { return [] }
    let deadline = rule.extended.shift(asked.latest)
    return firstResponses(to: report, in: register).compactMap { answer in
      guard answer.date.value.earliest > deadline else { return nil }
      let days = answer.date.value.earliest.number - asked.latest.number
      return .answerLag(answer.date, days: days, rule, published.span)
    }
  }

  /// The earliest response of each body whose date is known, in the order of their ids.
  private static func firstResponses(
    to report: Report, in register: Register
  ) -> [(response: Response, date: Located<PartialDate>)] {
    var first: [OrganisationID: (response: Response, date: Located<PartialDate>)] = [:]
    for id in register.links.responses[report.id] ?? [] {
      guard let response = register.responses[id],
        let date = response.published?.whereKnown()
      else { continue }
      let body = response.organisation.value
      if let other = first[body], other.date.value.earliest <= date.value.earliest { continue }
      first[body] = (response, date)
    }
    return first.values.sorted { $0.response.id < $1.response.id }
  }
}

extension Diagnostic {
  fileprivate static func answerLag(
    _ answered: Located<PartialDate>, days: Int, _ rule: TimedRule, _ published: Span
  ) -> Diagnostic {
    Diagnostic(
      AnswerLag.check, level: rule.rule.status == .inForce ? AnswerLag.check.level : .notice,
      "'\(answered.value)' is at least \(days) days after the report, and the rule is \(rule.words)",
      at: Label(answered.span, "\(days) days or more"),
      secondary: [Label(published, "the report"), Label(rule.rule.name.span, "the rule")],
      help: "correct the dates, or waive the check with what is known of the delay",
      subject: .field("published"))
  }
}
