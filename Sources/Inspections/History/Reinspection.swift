/// A next inspection that follows from a framework's rule `reinspect-within`.
public struct Reinspection: Sendable {
  /// By when, to the letter of the rule.
  public let due: PartialDate
  /// The same with what a rule for about so long leaves open: only after that is it overdue.
  public let deadline: PartialDate
  /// The time the rule allows.
  public let within: Duration
  /// The inspection whose fieldwork the time is counted from, or its publication where that is all
  /// that is known.
  public let after: Report
  /// The rule, which may be no more than a proposal.
  public let rule: Rule
  /// The framework that holds the rule.
  public let framework: Framework
  /// The rule in words: `in force: 3 years`.
  let words: String
  /// When the time began to run.
  let since: PartialDate

  /// When an area is to be inspected again, by the framework of its last inspection; nil where no
  /// rule says so, no inspection is dated, or the area may have ended by then.
  public init?(of area: AreaID, in register: Register) {
    let inspections = register.reportsInOrder(of: area).filter(\.inspects)
    guard let last = inspections.last, let date = last.date,
      let framework = register.framework(of: last),
      let timed = framework.duration(of: "reinspect-within")
    else { return nil }
    let deadline = date.adding(timed.extended)
    guard register.areas[area]?.life.mayHaveEnded(by: deadline) != true else { return nil }
    due = date.adding(timed.duration)
    self.deadline = deadline
    within = timed.duration
    after = last
    rule = timed.rule
    since = date
    self.framework = framework
    words = timed.words
  }
}
