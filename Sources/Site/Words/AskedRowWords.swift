import Inspections

/// What a report asked for and where it stands, in English, as one line of an area's history.
enum AskedRowWords {
  /// `Asked in June 2009: 7`.
  static func lead(_ report: Report, count: Int) -> String {
    guard let asked = report.asked else { return "Asked, when is not known: \(count)" }
    let date = asked.precision == .year ? asked : PartialDate(monthOf: asked.earliest)
    return "\(start(report)) in \(DateWords.words(date)): \(count)"
  }

  /// `Asked`; of a report of which only the inspectors’ work has a date, that it was asked after that.
  static func start(_ report: Report) -> String {
    let isDated = report.published.known() != nil || report.dated.known() != nil
    return isDated ? "Asked" : "Asked after fieldwork"
  }

  /// What follows where the items of a report are not listed.
  static let elsewhere = "; each stands in the report"

  /// `none closed, 4 past their date and 3 open`; of all alike: `none closed, all past their date`.
  static func standing(_ all: [RecommendationHistory]) -> String {
    let tally = StatusWords.tally(all)
    if tally.count == 1, let only = tally.first {
      return all.count == 1 ? StatusWords.single(only.kind) : every(only.kind)
    }
    let closed = tally.first { $0.kind == .closed }?.count ?? 0
    let others = tally.filter { $0.kind != .closed }
    let words = others.map { part($0.kind, $0.count) }
    // Of what is not known or not shown, nobody can say that it is not closed.
    let isKnown = others.contains { $0.kind == .open || $0.kind == .pastDate }
    return NumberWords.list(
      (closed > 0 ? [part(.closed, closed)] : isKnown ? ["none closed"] : []) + words)
  }

  /// Where one of several stands, and when it was due: `due by 10 December 2009; past its date`, `no date set;
  /// closed on 10 February 2010`; for each body where a visit tells them apart.
  static func item(_ followed: RecommendationHistory, in register: Register) -> String {
    let closed = register.closer(of: followed.status)?.asked
    let standing =
      followed.addressees.isEmpty
      ? closed.map { "closed \(DueWords.at($0))" } ?? StatusWords.single(followed.status.kind)
      : StatusWords.eachBody(followed, in: register)
    let due =
      followed.due.map { "due \(DateWords.limit($0.date))" }
      ?? RecommendationWords.missingDue(followed.recommendation)
    return "\(due); \(standing)"
  }

  private static func every(_ kind: RecommendationStatus.Kind) -> String {
    switch kind {
    case .open: "none closed, all open"
    case .pastDate: "none closed, all past their date"
    case .notKnown: "what became of them is not known"
    case .closed: "all closed"
    case .withdrawn: "all withdrawn"
    }
  }

  private static func part(_ kind: RecommendationStatus.Kind, _ count: Int) -> String {
    switch kind {
    case .open: "\(count)\u{a0}open"
    case .pastDate: "\(count)\u{a0}past \(count == 1 ? "its" : "their") date"
    case .notKnown: "\(count)\u{a0}of which it is not known what became"
    case .closed: "\(count)\u{a0}closed"
    case .withdrawn: "\(count)\u{a0}withdrawn"
    }
  }
}
