import Inspections

/// Where a recommendation stands and why, in English: never more than the record says.
enum StatusWords {
  /// The status in a few words: `Past its date, not closed`.
  static func title(_ status: RecommendationStatus) -> String {
    guard case .closed(let reason, _) = status, let reason else { return title(status.kind) }
    return switch reason {
    case .implemented: "Closed: implemented"
    case .superseded: "Closed: superseded"
    case .noLongerApplicable: "Closed: no longer applicable"
    case .notImplemented: "Closed: not implemented"
    }
  }

  /// What all recommendations of a status have in common.
  static func title(_ kind: RecommendationStatus.Kind) -> String {
    switch kind {
    case .open: "Open"
    case .pastDate: "Past its date, not closed"
    case .notKnown: "What became of it is not known"
    case .closed: "Closed"
    case .withdrawn: "Withdrawn with its report"
    }
  }

  /// What the status follows from, and what a visit concluded last, which always stands beside it.
  static func reason(_ followed: RecommendationHistory, in register: Register) -> String {
    let ground = ground(followed, in: register)
    guard let look = lastLook(followed, in: register) else { return ground }
    return ground.isEmpty ? look : "\(ground); \(look)"
  }

  /// What the status follows from, apart from what a visit concluded; said of `count` for which it is
  /// the same.
  static func ground(
    _ followed: RecommendationHistory, in register: Register, of count: Int = 1
  ) -> String {
    if !followed.addressees.isEmpty { return eachBody(followed, in: register) }
    switch followed.status {
    case .open:
      let due =
        followed.due == nil
        ? RecommendationWords.missingDue(followed.recommendation) : "not yet due"
      return "\(due); not closed by any document held"
    case .pastDate:
      let closed = "not closed by any document held"
      guard followed.lastConclusions.isEmpty else { return closed }
      let framework = register.framework(of: followed.report)
      return "no \((framework?.visitTerm ?? .followUp).one) held has looked at "
        + "\(count == 1 ? "it" : "them"); \(closed)"
    case .closed(_, let visit):
      guard let report = register.reports[visit] else { return "" }
      let isVisit = report.timeBasis == .work
      return "closed by "
        + (isVisit
          ? "the \((ReportWords.visitTerm(of: report, in: register) ?? .visit).one) of " : "")
        + ReportWords.source(report, in: register)
    case .notKnown: return ended(followed.report, in: register)
    case .withdrawn: return withdrawn(followed.report)
    }
  }

  /// Whether ``ground(_:in:of:)`` is sure to say the same of two that one report asks, which costs less to
  /// find out than to say it of both.
  static func haveOneGround(_ one: RecommendationHistory, _ other: RecommendationHistory) -> Bool {
    guard one.addressees.isEmpty, other.addressees.isEmpty else { return false }
    return switch (one.status, other.status) {
    case (.open, .open): one.due != nil && other.due != nil
    case (.pastDate, .pastDate): one.lastConclusions.isEmpty == other.lastConclusions.isEmpty
    case (.closed(_, let visit), .closed(_, let otherVisit)): visit == otherVisit
    case (.notKnown, .notKnown), (.withdrawn, .withdrawn): true
    case (.open, _), (.pastDate, _), (.closed, _), (.notKnown, _), (.withdrawn, _): false
    }
  }

  /// How late it was when a visit looked at it last: `124 days past its date then`; nil where it was not.
  static func lateness(_ followed: RecommendationHistory) -> String? {
    followed.lastConclusions.last.flatMap { DueWords.pastDate($0, otherwise: " then") }
  }

  /// `when last looked at, 1–2 February 2010, 124 days past its date: Satisfactory progress`; nil
  /// where no visit judged it.
  private static func lastLook(
    _ followed: RecommendationHistory, in register: Register
  ) -> String? {
    guard let last = followed.lastConclusions.last else { return nil }
    let late = last.overdueAtVisit.map { ", \(DueWords.late($0)) past its date" }
    let words = NumberWords.list(conclusions(followed, in: register))
    let when =
      last.reached.map(DateWords.words(_:)) ?? ReportWords.occasion(last.visit, in: register)
    return "when last looked at, \(when)\(late ?? ""): \(words)"
  }

  /// What the last visit concluded: `Satisfactory progress`, or of each body what it concluded of it.
  private static func conclusions(
    _ followed: RecommendationHistory, in register: Register
  ) -> [String] {
    func words(_ conclusion: RecommendationHistory.Conclusion) -> String? {
      conclusion.progress.map {
        ReportWords.progress($0.judgement.value, in: register.framework(of: conclusion.visit))
      }
    }
    if let last = followed.lastConclusion {
      return words(last).map { [$0 + RecommendationWords.forJudged(followed, in: register)] } ?? []
    }
    return followed.lastConclusions.compactMap { conclusion in
      words(conclusion).map {
        $0 + RecommendationWords.forBodies(conclusion.progress?.to ?? [], in: register)
      }
    }
  }

  /// Where it stands for each body it was asked of: `closed as implemented for Northern Railroad and
  /// open for the Association`.
  static func eachBody(_ followed: RecommendationHistory, in register: Register) -> String {
    var order: [RecommendationStatus] = []
    var bodies: [RecommendationStatus: [OrganisationID]] = [:]
    for body in followed.addressees {
      let status = body.history.status
      if bodies[status] == nil { order.append(status) }
      bodies[status, default: []].append(body.organisation)
    }
    return NumberWords.list(
      order.map { status in
        let names = NumberWords.list(
          (bodies[status] ?? []).map { RecommendationWords.name(of: $0, in: register) })
        return switch status {
        case .open: "open for \(names)"
        case .pastDate: "past its date and not closed for \(names)"
        case .notKnown: "not known for \(names)"
        case .withdrawn: "withdrawn for \(names)"
        case .closed(let reason, let visit):
          "closed\(reason.map { " as \(words($0))" } ?? "") for \(names) "
            + "(\(register.reports[visit].map(ReportWords.appearance) ?? visit.name))"
        }
      })
  }

  /// Why something is closed, in lower case.
  static func words(_ reason: Closure.Reason) -> String {
    switch reason {
    case .implemented: "implemented"
    case .superseded: "superseded"
    case .noLongerApplicable: "no longer applicable"
    case .notImplemented: "not implemented"
    }
  }

  /// What the last visit that judged any of `all`, which one report asks, concluded on them: `when
  /// last looked at, 1–2 February 2010: Satisfactory progress on five and Inadequate progress on two`.
  static func lastLook(_ all: [RecommendationHistory], in register: Register) -> String? {
    if all.count == 1 { return lastLook(all[0], in: register) }
    let looked = all.compactMap(\.lastConclusions.last?.visit)
    guard
      let visit = looked.max(by: {
        ($0.date?.latest.number ?? .min, $0.id) < ($1.date?.latest.number ?? .min, $1.id)
      })
    else { return nil }
    let judged = all.filter { $0.lastConclusions.last?.visit === visit }
    let framework = register.framework(of: visit)
    var counts: [ProgressGradeID: Int] = [:]
    for followed in judged {
      if let progress = followed.lastConclusion?.progress {
        counts[progress.judgement.value, default: 0] += 1
      }
    }
    let divided = judged.count { $0.lastConclusion == nil }
    let parts =
      (framework?.progress ?? []).compactMap { grade in
        counts[grade.id.value].map { "\(grade.title) on \(NumberWords.words($0))" }
      }
      + (divided == 0 ? [] : ["not the same of each body on \(NumberWords.words(divided))"])
    let when = ReportWords.occasion(visit, in: register)
    return "when last looked at, \(when): \(NumberWords.list(parts))"
  }

  /// The status with all that belongs to it in one line of text, for places without a mark.
  static func line(_ followed: RecommendationHistory, in register: Register) -> String {
    "\(title(followed.status)); \(reason(followed, in: register))"
  }

  /// The same with when it is due, which is said once.
  static func lineWithDue(_ followed: RecommendationHistory, in register: Register) -> String {
    ([line(followed, in: register)] + [due(beside: followed, in: register)].compactMap(\.self))
      .joined(separator: "; ")
  }

  /// When it is due, for a place that has ``reason(_:in:)`` too; nil where that says why there is no date.
  static func due(beside followed: RecommendationHistory, in register: Register) -> String? {
    let isSaid = followed.due == nil && followed.status == .open && followed.addressees.isEmpty
    return isSaid ? nil : RecommendationWords.due(of: followed, in: register)
  }

  /// `its report was withdrawn on 1 August 2024`, and that what was asked is withheld with its text.
  private static func withdrawn(_ report: Report) -> String {
    "its report was withdrawn"
      + (report.withdrawal.map { " \(DueWords.at($0.date.value))" } ?? "")
      + (report.isTextWithheld ? ", and what was asked is withheld with its text" : "")
  }

  /// `the region ended in April 2008 and no successor is known`; of several, when the last of them did.
  static func ended(_ report: Report, in register: Register) -> String {
    guard let last = register.lastEnded(of: report) else { return "no successor is known" }
    let subject =
      report.areas.count > 1 ? "the last of its areas" : "the \(AreaWords.noun(last.area))"
    return "\(subject) ended \(DueWords.at(last.end)) and no successor is known"
  }

  /// How many of `all` have each status, the most urgent first; statuses that none has are left out.
  static func tally(
    _ all: [RecommendationHistory]
  ) -> [(kind: RecommendationStatus.Kind, count: Int)] {
    var counts: [RecommendationStatus.Kind: Int] = [:]
    for followed in all { counts[followed.status.kind, default: 0] += 1 }
    return RecommendationStatus.Kind.allCases.compactMap { kind in
      counts[kind].map { (kind, $0) }
    }
  }

  /// How many are closed: `None of 4,077 recommendations is closed by a document held here`, and a stop.
  static func closed(_ count: Int, of all: Int, called term: PublicTerm) -> String {
    let start =
      switch (all, count) {
      case (1, 0): "The one \(term.one) is not"
      case (1, _): "The one \(term.one) is"
      case (_, 0): "None of \(NumberWords.words(all)) \(term.many) is"
      case (_, all): "\(NumberWords.capitalised(every(all))) \(term.many) are"
      default:
        "\(NumberWords.capitalised(NumberWords.words(count))) of \(NumberWords.words(all)) "
          + "\(term.many) \(count == 1 ? "is" : "are")"
      }
    return "\(start) closed by a document held here."
  }

  /// `one concern`, `all six concerns`, `two of six concerns`.
  static func share(_ count: Int, of all: Int, called term: PublicTerm) -> String {
    guard count < all else { return all > 1 ? "\(every(all)) \(term.many)" : "one \(term.one)" }
    return "\(NumberWords.words(count)) of \(NumberWords.count(all, term.one, term.many))"
  }

  /// How many of what was asked are closed, and where the others stand: `Of seven areas for improvement,
  /// none is closed; all are past their date`.
  ///
  /// The others come in the order of `counts`, which has none of zero; `notDue` of the open have a date
  /// that has not come. `asked` says when they were asked for, `closer` what closes them; both may be left
  /// out.
  static func standing(
    of counts: [(kind: RecommendationStatus.Kind, count: Int)], notDue: Int,
    called term: PublicTerm, asked: String? = nil, closedBy closer: String? = nil
  ) -> String {
    let all = counts.reduce(0) { $0 + $1.count }
    guard all > 1 else {
      let start = "One \(term.one)" + (asked.map { " \($0)" } ?? "")
      return "\(start): \(single(counts.first?.kind ?? .open))."
    }
    return "Of \(NumberWords.count(all, term.one, term.many))" + (asked.map { " \($0)" } ?? "")
      + ", \(several(counts, notDue: notDue, closedBy: closer))."
  }

  /// The same of what was counted just before, beginning with how many are closed.
  static func sentence(_ all: [RecommendationHistory]) -> String {
    let counts = tally(all)
    let words =
      if all.count == 1, let kind = counts.first?.kind {
        kind == .notKnown ? single(kind) : "it is \(single(kind))"
      } else {
        several(counts, notDue: notDue(all), closedBy: nil)
      }
    return NumberWords.capitalised(words) + "."
  }

  /// How many are open and have a date that has not come.
  static func notDue(_ all: [RecommendationHistory]) -> Int {
    all.count { $0.status.kind == .open && $0.due != nil }
  }

  /// How many of several are closed, and where the others stand.
  private static func several(
    _ counts: [(kind: RecommendationStatus.Kind, count: Int)], notDue: Int, closedBy closer: String?
  ) -> String {
    let all = counts.reduce(0) { $0 + $1.count }
    let by = closer.map { " by \($0)" } ?? ""
    let closed = counts.first { $0.kind == .closed }?.count ?? 0
    guard closed < all else { return "\(bothOrAll(all)) are closed\(by)" }
    let share = closed == 0 ? "none is" : NumberWords.count(closed, "is", "are")
    let others = counts.filter { $0.kind != .closed }
      .flatMap { parts(of: $0.count, of: all, $0.kind, notDue: notDue) }
    return "\(share) closed\(by); \(others.joined(separator: "; "))"
  }

  /// Where one alone stands, as it stands after a colon.
  static func single(_ kind: RecommendationStatus.Kind) -> String {
    switch kind {
    case .open: "open"
    case .pastDate: "past its date and not closed"
    case .notKnown: "it is not known what became of it"
    case .closed: "closed"
    case .withdrawn: "withdrawn with its report"
    }
  }

  /// How many of `all` that are not closed stand where: `all are past their date`; of the open, those
  /// that are not yet due apart from those without a date.
  private static func parts(
    of count: Int, of all: Int, _ kind: RecommendationStatus.Kind, notDue: Int
  ) -> [String] {
    let number = count < all ? NumberWords.words(count) : bothOrAll(all)
    let verb = count == 1 ? "is" : "are"
    return switch kind {
    case .open:
      [
        notDue == 0
          ? nil
          : notDue == all
            ? "none is due yet" : "\(NumberWords.count(notDue, "is", "are")) not yet due",
        notDue == count
          ? nil
          : count - notDue == all
            ? "none has a date that is set or known"
            : "\(NumberWords.count(count - notDue, "has", "have")) no date that is set or known",
      ].compactMap(\.self)
    case .pastDate: ["\(number) \(verb) past \(count == 1 ? "its" : "their") date"]
    case .notKnown: ["what became of \(count == all ? "them" : number) is not known"]
    case .closed: ["\(number) \(verb) closed"]
    case .withdrawn: ["\(number) \(verb) withdrawn"]
    }
  }

  /// `both`, `all seven`: every one of several.
  static func every(_ count: Int) -> String {
    count == 2 ? bothOrAll(count) : "\(bothOrAll(count)) \(NumberWords.words(count))"
  }

  private static func bothOrAll(_ count: Int) -> String { count == 2 ? "both" : "all" }
}

/// What a body said to a recommendation, in English.
enum StanceWords {
  /// The stance in lower case.
  static func words(_ stance: Response.Item.Stance) -> String {
    switch stance {
    case .accepted: "accepted"
    case .partly: "accepted in part"
    case .rejected: "rejected"
    case .notStated: "acceptance not stated"
    }
  }

  /// How many there are of a stance: `three accepted`, `ten of which acceptance is not stated`.
  static func words(_ stance: Response.Item.Stance, of count: Int) -> String {
    let number = NumberWords.words(count)
    return stance == .notStated
      ? "\(number) of which acceptance is not stated" : "\(number) \(words(stance))"
  }
}

/// Answers in English.
enum ResponseWords {
  /// Whose answer it is: `Answer of the inspected body`.
  static func kind(_ response: Response, in register: Register) -> String {
    switch register.organisations[response.organisation.value]?.kind.value {
    case .inspectedBody: "Answer of the inspected body"
    case .inspectorate, .department, .other, nil: "Answer of the body that was asked"
    }
  }
}
