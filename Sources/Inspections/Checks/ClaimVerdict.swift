/// How a statement of a coverage record stands against the register.
///
/// Fields are compared where the register has the fact; where they cannot decide, the editor's own
/// verdict stands.
public struct ClaimVerdict: Sendable {
  /// What the comparison comes to.
  public enum Outcome: Sendable, Hashable {
    /// The record says the same.
    case agrees
    /// The record says something else.
    case differs
    /// It names a grade that the report's framework does not have.
    case offScale
    /// It cannot be tested.
    case untested(Untested)
  }

  /// Why a statement cannot be tested.
  public enum Untested: Sendable, Hashable {
    /// The report is only known of; what the register has of it comes from such accounts.
    case onlyKnownOf
    /// The register does not have the fact.
    case notRecorded
    /// An editor says so.
    case byEditor
    /// The statement is in words only, and no editor has judged it.
    case notJudged
  }

  /// What the comparison comes to.
  public let outcome: Outcome
  /// Each field of the statement with what the record has, in the order of the schema.
  public let comparisons: [ClaimComparison]
  /// The editor's reason, where there is one.
  public let reason: InlineText?
  /// Whether the outcome is the editor's, and not computed.
  public let isEditors: Bool
}

/// One field of a statement beside the record.
public struct ClaimComparison: Sendable {
  /// Which fact is claimed.
  public enum Fact: Sendable, Hashable {
    case overall, published, fieldwork, recommendations, together
    case judgement(AspectID)
  }

  /// How the two stand to one another.
  public enum Result: Sendable, Hashable {
    case agrees, differs, offScale, notRecorded
  }

  /// Which fact is claimed.
  public let fact: Fact
  /// What is claimed, as written.
  public let claimed: Located<String>
  /// What the record has, in its own words; nil where it has nothing.
  public let recorded: String?
  /// How the two stand to one another.
  public let result: Result
}

/// Holds a statement against the record.
///
/// Complexity: O(judgements of the report × judgements claimed).
public func verdict(of claim: Claim, in register: Register) -> ClaimVerdict {
  let report = claim.report.flatMap { register.reports[$0] }
  let compared =
    (report.map { comparisons(of: claim, with: $0, register) } ?? [])
    + (claim.together.map { [comparison(of: $0, register)] } ?? [])
  let results = compared.map(\.result)
  let computed: ClaimVerdict.Outcome =
    if results.contains(.offScale) {
      .offScale
    } else if results.contains(.differs) {
      .differs
    } else if compared.isEmpty {
      .untested(.notJudged)
    } else if results.contains(.notRecorded) {
      .untested(.notRecorded)
    } else {
      report?.form == .knownOf ? .untested(.onlyKnownOf) : .agrees
    }
  switch (computed, claim.editorVerdict) {
  case (.untested, .agrees(let reason)):
    return ClaimVerdict(outcome: .agrees, comparisons: compared, reason: reason, isEditors: true)
  case (.untested, .differs(let reason)):
    return ClaimVerdict(outcome: .differs, comparisons: compared, reason: reason, isEditors: true)
  case (.untested, .untested(let reason)):
    return ClaimVerdict(
      outcome: .untested(.byEditor), comparisons: compared, reason: reason, isEditors: true)
  case (_, .agrees(let reason)), (_, .untested(let reason)):
    return ClaimVerdict(outcome: computed, comparisons: compared, reason: reason, isEditors: false)
  case (_, .differs(let reason)):
    let outcome = computed == .agrees ? .differs : computed
    return ClaimVerdict(
      outcome: outcome, comparisons: compared, reason: reason, isEditors: computed == .agrees)
  case (_, nil):
    return ClaimVerdict(outcome: computed, comparisons: compared, reason: nil, isEditors: false)
  }
}

private func comparisons(
  of claim: Claim, with report: Report, _ register: Register
) -> [ClaimComparison] {
  let framework = register.framework(of: report)
  var comparisons: [ClaimComparison] = []
  if let overall = claim.overall {
    comparisons.append(
      compare(
        overall, with: report.overall?.value ?? (report.holdsText ? nil : .unknown),
        .overall, framework))
  }
  if let published = claim.published {
    comparisons.append(compareDates(published, with: report.published.known(), .published))
  }
  if let fieldwork = claim.fieldwork {
    comparisons.append(compareDates(fieldwork, with: report.fieldwork.known(), .fieldwork))
  }
  for judgement in claim.judgements {
    let recorded = report.judgements.first { $0.isOn(judgement.aspect.value) }
    comparisons.append(
      compare(
        judgement.grade, with: recorded?.grade.value ?? (report.holdsText ? nil : .unknown),
        .judgement(judgement.aspect.value),
        recorded.map { register.framework(of: $0, in: report) } ?? framework))
  }
  if let count = claim.recommendations {
    let isKnown = report.holdsText || !report.recommendations.isEmpty
    let recorded = report.recommendations.count
    comparisons.append(
      ClaimComparison(
        fact: .recommendations, claimed: count.map(String.init),
        recorded: isKnown ? "\(recorded)" : nil,
        result: !isKnown ? .notRecorded : count.value == recorded ? .agrees : .differs))
  }
  return comparisons
}

/// Compares a claimed grade with what the report gave; nil where it gave none.
private func compare(
  _ claimed: Located<String>, with recorded: JudgedGrade?, _ fact: ClaimComparison.Fact,
  _ framework: Framework?
) -> ClaimComparison {
  let scale = framework?.grades ?? []
  let words = plainWords(claimed.value)
  let grade = scale.first {
    plainWords($0.id.value.name) == words || plainWords($0.title) == words
  }
  func comparison(_ result: ClaimComparison.Result, _ recorded: String?) -> ClaimComparison {
    ClaimComparison(fact: fact, claimed: claimed, recorded: recorded, result: result)
  }
  if framework != nil, !scale.isEmpty, grade == nil { return comparison(.offScale, nil) }
  // What the record itself cannot have is reported there, and nothing is compared with it.
  let isOnScale = (recorded?.grades ?? []).allSatisfy { id in scale.contains { $0.id.value == id } }
  guard scale.isEmpty || isOnScale else { return comparison(.notRecorded, nil) }
  switch recorded {
  case .unknown: return comparison(.notRecorded, nil)
  case .grade(let given):
    let isSame = grade.map { $0.id.value == given } ?? (plainWords(given.name) == words)
    return comparison(isSame ? .agrees : .differs, given.name)
  case .split(let given):
    return comparison(.differs, given.map(\.name).joined(separator: " and "))
  case .notGraded, nil: return comparison(.differs, "none")
  }
}

/// Compares the time in which reports are said to have come out with their dates of publication.
private func comparison(of together: Together, _ register: Register) -> ClaimComparison {
  let within = together.within.value
  let spread = DateSpread(
    together.reports.map { register.reports[$0.value]?.published.known() })
  let result: ClaimComparison.Result =
    switch spread {
    case let spread? where spread.isCertainlyOver(within): .differs
    case let spread? where spread.isCertainlyWithin(within): .agrees
    default: .notRecorded
    }
  return ClaimComparison(
    fact: .together, claimed: together.within.map { "\($0)" },
    recorded: spread.map { "\($0.first)/\($0.last)" }, result: result)
}

/// The first and the last of some dates, as far as they are known.
struct DateSpread {
  /// The date that may be earliest.
  let first: PartialDate
  /// The date that may be latest.
  let last: PartialDate

  /// Nothing where a date is not known, or there is none.
  init?(_ dates: [PartialDate?]) {
    let known = dates.compactMap(\.self)
    guard known.count == dates.count, let first = known.min(by: { $0.latest < $1.latest }),
      let last = known.max(by: { $0.earliest < $1.earliest })
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The fewest days that can lie between the two.
  var fewestDays: Int { last.earliest.number - first.latest.number }

  /// Whether more than a length of time lies between the two, however they are read.
  func isCertainlyOver(_ duration: Duration) -> Bool {
    duration.shift(first.latest) < last.earliest
  }

  /// Whether no more than a length of time can lie between the two.
  func isCertainlyWithin(_ duration: Duration) -> Bool {
    last.latest <= duration.shift(first.earliest)
  }
}

private func compareDates<Claimed: DaySpan, Recorded: DaySpan>(
  _ claimed: Located<Claimed>, with recorded: Recorded?, _ fact: ClaimComparison.Fact
) -> ClaimComparison {
  let isApart = recorded.map {
    claimed.value.lastDay < $0.firstDay || claimed.value.firstDay > $0.lastDay
  }
  return ClaimComparison(
    fact: fact, claimed: claimed.map { "\($0)" }, recorded: recorded.map { "\($0)" },
    result: isApart.map { $0 ? .differs : .agrees } ?? .notRecorded)
}

/// Days from a first to a last.
private protocol DaySpan: CustomStringConvertible {
  var firstDay: Day { get }
  var lastDay: Day { get }
}

extension PartialDate: DaySpan {
  fileprivate var firstDay: Day { earliest }
  fileprivate var lastDay: Day { latest }
}

extension DateInterval: DaySpan {
  fileprivate var firstDay: Day { start.earliest }
  fileprivate var lastDay: Day { end.latest }
}
