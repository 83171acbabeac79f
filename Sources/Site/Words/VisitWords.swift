import HTML
import Inspections

/// What a report that follows another up made of what had been asked, counted.
struct VisitWords {
  private let visit: Report
  /// The reports whose share of it is counted; nil for all that it follows.
  private let wanted: [Report]?
  /// The body of which alone it is counted; nil for all that were asked.
  private let body: OrganisationID?
  private let site: SiteContext

  /// Counts what `visit` says of the reports `asked`, of those it follows; of all for nil.
  ///
  /// With a body, what it says of that one.
  init(
    of visit: Report, askedBy asked: [Report]? = nil, of body: OrganisationID? = nil,
    in site: SiteContext
  ) {
    self.visit = visit
    self.body = body
    wanted = asked
    self.site = site
  }

  private var register: Register { site.register }

  /// `of 7: 5 Satisfactory progress, 2 Inadequate progress`; nil where the visit concludes nothing that
  /// can be counted, or follows up a single item, of which ``single`` says what was concluded.
  var tally: String? { isItemised ? progress : nil }

  /// The same and how many were late, as a line that says where it is from: `counted from its items: of 7: 5
  /// Satisfactory progress, 2 Inadequate progress; all seven past due at the visit`.
  var counted: String? {
    tally.map { tally in
      "counted from its items: " + [tally, pastDue].compactMap(\.self).joined(separator: "; ")
    }
  }

  /// The counts of a visit of which only these are recorded, as a sentence.
  ///
  /// Like `Recorded: of 7: 5 Satisfactory progress, 2 Inadequate progress.`
  var recorded: String? { isItemised ? nil : progress.map { "Recorded: \($0)." } }

  private var isItemised: Bool { visit.visit?.isItemised ?? false }

  private var progress: String? {
    followed.count == 1
      ? nil : TallyWords.progress(of: visit, on: wanted, of: body, in: register)
  }

  /// `Satisfactory progress on recommendation 4`, the conclusion with its mark, where the visit follows up
  /// a single item, and of each body where it tells them apart; empty for others, which are counted.
  var single: HTMLFragment {
    guard followed.count == 1, let only = followed.first else { return .empty }
    let conclusions = only.conclusions.filter { $0.visit === visit }.compactMap(\.progress)
    guard !conclusions.isEmpty else { return .empty }
    var buffer = HTMLBuffer(capacity: 1024)
    for (index, progress) in conclusions.enumerated() {
      if index > 0 { buffer.words(index == conclusions.count - 1 ? " and " : ", ") }
      buffer.fragment(
        ProgressMark.html(progress.judgement.value, in: register.framework(of: visit)))
      buffer.words(RecommendationWords.forBodies(progress.to, in: register))
    }
    let framework = register.framework(of: only.report)
    let name = RecommendationWords.name(only.recommendation.number.value, in: framework)
    buffer.words(" on \(name)")
    return buffer.fragment()
  }

  /// `all seven past due by then`, or of a single item `at least 124 days past its date`; nil where
  /// nothing was, or no item is known.
  var pastDue: String? {
    let judged = followed.compactMap { followed in
      followed.conclusions.first { $0.visit === visit && $0.progress != nil }
    }
    if followed.count == 1, let only = judged.first {
      return DueWords.pastDate(only)
    }
    let late = judged.filter { $0.overdueAtVisit != nil }.count
    return switch late {
    case 0: nil
    case judged.count where late == 1: "past due by then"
    case judged.count: "\(StatusWords.every(late)) past due by then"
    default: "\(NumberWords.words(late)) of \(NumberWords.words(judged.count)) past due by then"
    }
  }

  /// What the visit closes of what is counted, and why: `It closes recommendation 1: implemented.`, or that
  /// it closes nothing; nil where it closes only what others asked, or follows no known items.
  var closes: String? {
    guard let report = asking.first else { return nil }
    let term = ReportWords.term(of: report, in: register)
    let parts = closed.map { reason, items in
      let isNamed = asking.count == 1 && items.count <= Self.mostNamed
      let subject =
        isNamed
        ? "\(items.count == 1 ? term.one : term.many) \(NumberWords.list(items))"
        : NumberWords.count(items.count, term.one, term.many)
      return "\(subject): \(StatusWords.words(reason))"
    }
    guard parts.isEmpty else {
      return (body == nil ? "It closes " : "For this body it closes ")
        + parts.joined(separator: "; ") + "."
    }
    guard body == nil else { return "It closes no \(term.one) for this body." }
    return register.closures(by: visit).isEmpty ? "It closes no \(term.one)." : nil
  }

  /// So many items are named by their numbers; more are counted.
  private static let mostNamed = 7

  /// What it closes for each reason, in the order of the reports.
  private var closed: [(reason: Closure.Reason, items: [String])] {
    var items: [Closure.Reason: [String]] = [:]
    for report in asking {
      let closures = Dictionary(
        grouping: register.closures(of: report, by: visit), by: \.recommendation.value)
      guard !closures.isEmpty else { continue }
      for asked in report.recommendations where body == nil || asked.to.names(body) {
        for closure in closures[asked.number.value] ?? [] where closure.to.concerns(body) {
          let bodies = body == nil && asked.to.count > 1 ? closure.to : []
          items[closure.reason, default: []].append(
            "\(asked.number.value)\(RecommendationWords.forBodies(bodies, in: register))")
        }
      }
    }
    return Closure.Reason.allCases.compactMap { reason in items[reason].map { (reason, $0) } }
  }

  /// The reports with known items that are counted.
  private var asking: [Report] {
    (wanted ?? register.followed(by: visit)).filter { !$0.recommendations.isEmpty }
  }

  /// What these ask, of the body where one is given.
  private var followed: [RecommendationHistory] {
    let all = asking.flatMap { site.histories[$0] }
    guard let body else { return all }
    return all.filter { $0.recommendation.to.contains { $0.value == body } }
      .map { $0.concerning(body) }
  }
}
