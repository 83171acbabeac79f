/// A next inspection that follows from a framework's rule `reinspect-within`.
public struct Reinspection: Sendable {
  /// By when, to the letter of the rule.
  public let due: PartialDate
  /// The time the rule allows.
  public let within: Duration
  /// The inspection whose fieldwork the time is counted from, or its publication where that is all
  /// that is known.
  public let after: Report
  /// The rule, which may be no more than a proposal.
  public let rule: Rule
  /// The framework that holds the rule.
  public let framework: Framework
  /// The rule with its time.
  let timed: TimedRule
  /// When the time began to run.
  let since: PartialDate

  /// When an area is to be inspected again, by the framework of its last inspection; nil where no
  /// rule says so or no inspection is dated.
  public init?(of area: AreaID, in register: Register) {
    let inspections = register.reportsInOrder(of: area).filter(\.inspects)
    guard let last = inspections.last, let date = last.date,
      let framework = register.framework(of: last),
      let timed = framework.duration(of: "reinspect-within")
    else { return nil }
    due = date.adding(timed.duration)
    within = timed.duration
    after = last
    rule = timed.rule
    since = date
    self.framework = framework
    self.timed = timed
  }
}
