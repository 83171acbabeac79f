public import Diagnostics

/// Reports that took longer to come out than their framework allows.
public enum PublicationLag {
  /// The check `publication-lag`.
  public static let check = Check(
    "publication-lag", .dates, .warning,
    summary: "A report comes out within the time that its framework sets.",
    explanation: """
      A framework may have the rule `publish-within`. The time from the end of fieldwork to \
      publication is held against it, at the fewest days that the two dates allow. A rule whose \
      source says "about" (`about: true`) allows a quarter more. A rule in force gives the finding \
      its level; one that is only intended gives a notice, and one that is only proposed gives \
      nothing. No rule of one framework is applied to the reports of another.

      Example: fieldwork to 2010-03-05 and publication on 2010-06-01 under \
      `{rule: publish-within, value: 21 days, about: true, status: in force}`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let fieldwork = report.fieldwork, let published = report.published,
      case .known(let dates) = fieldwork.value, case .known(let date) = published.value,
      let rule = context.register.framework(of: report)?.duration(of: "publish-within"),
      rule.rule.status != .proposed
    else { return [] }
    let deadline = rule.extended.shift(dates.end.latest)
    guard date.earliest > deadline else { return [] }
    let days = date.earliest.number - dates.end.latest.number
    return [
      .publicationLag(Located(date, at: published.span), days: days, rule, fieldwork.span)
    ]
  }
}

extension Framework {
  /// The rule of a name, where it sets a length of time.
  func duration(of name: String) -> TimedRule? {
    for rule in rules where rule.name.value == name {
      if case .duration(let duration) = rule.value.value {
        return TimedRule(rule: rule, duration: duration)
      }
    }
    return nil
  }
}

/// A rule that sets a length of time.
struct TimedRule: Sendable {
  let rule: Rule
  let duration: Duration

  /// The length that is still in keeping with the rule: a quarter more where it says "about".
  var extended: Duration {
    guard rule.isApproximate else { return duration }
    switch duration.unit {
    case .day, .week: return Duration(duration.days * 5 / 4, .day)
    case .month, .year: return Duration((duration.months * 5 + 3) / 4, .month)
    }
  }

  /// The rule in words, like `about 21 days (intended)`.
  var words: String {
    "\(rule.isApproximate ? "about " : "")\(duration) (\(rule.status.rawValue))"
  }
}

extension Diagnostic {
  fileprivate static func publicationLag(
    _ published: Located<PartialDate>, days: Int, _ rule: TimedRule, _ fieldwork: Span
  ) -> Diagnostic {
    Diagnostic(
      PublicationLag.check,
      level: rule.rule.status == .inForce ? PublicationLag.check.level : .notice,
      "'\(published.value)' is at least \(days) days after fieldwork, and the rule is \(rule.words)",
      at: Label(published.span, "\(days) days or more"),
      secondary: [Label(fieldwork, "fieldwork"), Label(rule.rule.name.span, "the rule")],
      help: "correct the dates, or waive the check with what is known of the delay",
      subject: .field("published"))
  }
}
