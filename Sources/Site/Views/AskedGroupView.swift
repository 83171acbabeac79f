import HTML
import Inspections
import Templates

/// What one report asked for, with what came of it.
struct AskedGroup: Sendable {
  let report: Report
  let followed: [RecommendationHistory]
  /// What the page shows of it: all, or some of very much.
  let shown: ArraySlice<RecommendationHistory>
  /// Whether it stands in a list that can be narrowed, for which rows carry what they are sorted by.
  let narrows: Bool
  /// The body as it stands for which alone it is shown; nil for all that were asked.
  let body: OrganisationID?
  let site: SiteContext
  private let shared: SharedFacts

  /// Complexity: O(n) in `followed`.
  init(
    report: Report, followed: [RecommendationHistory], places: Range<Int>? = nil,
    narrows: Bool = false, of body: OrganisationID? = nil, site: SiteContext
  ) {
    self.narrows = narrows
    self.body = body
    self.report = report
    self.followed = followed
    shown = places.map { followed[$0.clamped(to: followed.indices)] } ?? followed[...]
    self.site = site
    shared = SharedFacts.of(followed, in: site.register)
  }

  private var register: Register { site.register }

  static let view = View<AskedGroup>(
    "AskedGroup", "What one report asked for, with what came of it.",
    [
      .text("id", "The report's id, an anchor.") { $0.report.id.name },
      .text("title", "The report's name.") { $0.report.title.value.plain },
      .language { $0.report.titleLanguage },
      .address("link", "The report's page.") { group in
        group.site.addresses.link(.report(group.report.id, anchor: nil))
      },
      .text("when", "When the report is of.") { ReportWords.time(of: $0.report) },
      .text("place", "The areas it is about, and when it is of: a short name for the group.") {
        ReportWords.place(of: $0.report, in: $0.register)
      },
      .text("summary", "How many, to whom, and what the last visit made of them.") { $0.summary },
      .texts("sums", "What the sums of money add up to, by kind and currency; worked out.") {
        AmountWords.sums(of: $0.followed, in: $0.site.register)
      },
      .text("answer-due", "By when an answer is wanted, where none is held; may be empty.") {
        group in
        group.awaitedAnswer.map {
          DueWords.awaited($0, to: group.report, in: group.register, on: group.site.now.day)
        } ?? ""
      },
      .text("answer-due-worked-out", "How that date was worked out; may be empty.") {
        $0.awaitedAnswer.map(DueWords.workedOut(_:)) ?? ""
      },
      .text("part", "Which of them the page shows, where that is not all; may be empty.") { group in
        group.shown.count == group.followed.count
          ? ""
          : "Those from \(NumberWords.ordinal(group.shown.startIndex + 1)) "
            + "to \(NumberWords.ordinal(group.shown.endIndex)) are below."
      },
      .record(
        "visit",
        "The last visit that looked at any of those that the page shows.", VisitEntry.view
      ) { $0.lastVisit },
      .texts("shared", "What is so of all of them, said once.") { group in
        group.shared.sentences(of: group.followed.count)
      },
      .flag("has-news", "Whether an answer or a conclusion stands beside single recommendations.") {
        group in
        !group.shared.isNeverJudged
          || group.shared.answer == nil && group.followed.contains { !$0.answers.isEmpty }
      },
      .flag("narrows", "Whether the group stands in a list that can be narrowed.") { $0.narrows },
      .text("areas", "The ids of the areas, separated by spaces, for filters; may be empty.") {
        RecommendationFilter.areas(of: $0.report).map(\.name).joined(separator: " ")
      },
      .text("framework", "The id of the framework, for filters; empty where it is not known.") {
        $0.report.framework.known()?.name ?? ""
      },
      .text("year", "The year of the report, for filters; empty where it is not known.") {
        $0.report.year.map { String($0) } ?? ""
      },
      .list("rows", "The recommendations by number.", RecommendationRow.view) { group in
        group.shown.map {
          RecommendationRow(followed: $0, shared: group.shared, site: group.site)
        }
      },
    ])

  /// What the first of some reports asked, as long as that is no more than `most`; of a first report
  /// that asked very much, a part.
  ///
  /// With a body, as it stands for that one.
  static func latest(
    of reports: some Sequence<Report>, most: Int, of body: OrganisationID? = nil,
    in site: SiteContext, _ followed: (Report) -> [RecommendationHistory]
  ) -> [AskedGroup] {
    var groups: [AskedGroup] = []
    var count = 0
    for report in reports {
      let own = followed(report)
      guard !own.isEmpty else { continue }
      count += own.count
      if count > most, !groups.isEmpty { break }
      groups.append(
        AskedGroup(
          report: report, followed: own, places: 0..<min(own.count, 2 * most), of: body, site: site)
      )
    }
    return groups
  }

  private var summary: String {
    let term = ReportWords.term(of: report, in: register)
    let count = NumberWords.capitalised(NumberWords.count(followed.count, term.one, term.many))
    return count + asked + (afterEnd.map { ". \($0)" } ?? ".")
  }

  /// `, addressed to Cafcass`: whom all of them are put to; of a body's, how many are put to others, too.
  ///
  /// Where they are put to one or the other, their rows say to whom.
  private var asked: String {
    func names(_ bodies: some Sequence<OrganisationID>) -> String {
      NumberWords.list(bodies.map { RecommendationWords.name(of: $0, in: register) })
    }
    if let all = shared.addressees {
      return all.isEmpty ? "" : ", addressed to \(names(all.count > 1 ? all.sorted() : all))"
    }
    guard let body else { return "" }
    let others = Set(followed.flatMap { $0.recommendation.to.map(\.value) }).subtracting([body])
    let also = followed.count { $0.recommendation.to.count > 1 }
    return " put to \(names([body])), \(NumberWords.words(also)) of them also to "
      + names(others.sorted())
  }

  /// How many fell due after the area had ended; nil where none did.
  private var afterEnd: String? {
    guard report.areas.count == 1, let area = register.areas[report.areas[0].value],
      area.life.to.known() != nil
    else { return nil }
    let late = followed.count { $0.isDueAfterEnd(of: area) }
    guard late > 0 else { return nil }
    let noun = AreaWords.noun(area)
    let count = NumberWords.capitalised(NumberWords.words(late))
    let start = "\(count) of them fell due after the \(noun) had ended"
    return register.isOrphaned(area.id, on: site.now.day)
      ? "\(start), and no successor is known. What became of them is not known."
      : "\(start)."
  }

  /// By when the report was to be answered, where nothing that the group shows of it was.
  private var awaitedAnswer: AnswerDue? {
    followed.allSatisfy { $0.answers.isEmpty } ? followed.first?.answerDue : nil
  }

  private var lastVisit: VisitEntry? {
    (register.links.visits[report.id] ?? []).compactMap { register.reports[$0] }
      .last(where: looked)
      .map { VisitEntry(visit: $0, report: report, body: body, site: site) }
  }

  /// Whether a visit looked at anything that is shown; one that counts its conclusions and does not tell on
  /// which, may have, and of all that was asked one that tells nothing has.
  private func looked(_ visit: Report) -> Bool {
    let isAll = body == nil && shown.count == report.recommendations.count
    return shown.contains { one in
      one.status.closing?.visit == visit.id
        || one.conclusions.contains { $0.visit === visit && $0.progress != nil }
    } || visit.visit?.progressCounts.isEmpty == false
      || isAll && visit.visit?.progress.known() == nil
  }
}

/// A link to the inspected body's answer, which is not the inspectorate's word.
struct AnswerLink: Sendable {
  let response: Response
  let site: SiteContext

  static let view = View<AnswerLink>(
    "AnswerLink", "A link to the inspected body's answer.",
    [
      .text("author", "Who answers.") { answer in
        RecommendationWords.name(of: answer.response.organisation.value, in: answer.site.register)
      },
      .text("author-language", "The language of that name, where it is not the site's.") {
        $0.site.link($0.response.organisation.value).language
      },
      .text("title", "What the answer is called.") { $0.response.title.value.plain },
      .language { $0.response.titleLanguage },
      .address("link", "The answer's page.") { answer in
        answer.site.addresses.link(.response(answer.response.id, anchor: nil))
      },
      .text("when", "When the public could read it, or that this is not known.") {
        $0.response.published.known().map(DateWords.words(_:)) ?? "date not known"
      },
      .text("size", "How much it answers.") { answer in
        let actions = answer.response.items.map(\.actions.count).reduce(0, +)
        return NumberWords.count(answer.response.items.count, "item", "items")
          + (actions > 0 ? ", \(NumberWords.count(actions, "action", "actions"))" : "")
      },
    ])
}
