import Diagnostics
import HTML
import Inspections
import Templates

/// A recommendation as a row of a table: what was asked, by when, what came of it, where it stands.
struct RecommendationRow: Sendable {
  let followed: RecommendationHistory
  /// What is said once above all rows, and not in each.
  let shared: SharedFacts
  let site: SiteContext

  private var register: Register { site.register }
  private var number: PrintedNumber { followed.recommendation.number.value }

  static let view = View<RecommendationRow>(
    "RecommendationRow", "A recommendation as a row of a table.",
    [
      .text("number", "Its number in the report.") { $0.number.description },
      .text("marker", "The number as it stands before the wording: `3.`, `R-20-1`.") {
        $0.number.marker
      },
      .text("anchor", "Its anchor on pages that list several reports.") {
        $0.followed.report.id.name + "." + $0.number.description
      },
      .text("wording", "What is asked; without links, for it is one itself.") { row in
        row.followed.recommendation.text.value.plain
      },
      .text("language", "The language of that, where it is not the site's; may be empty.") {
        $0.followed.report.language?.value ?? ""
      },
      .address("link", "The recommendation's own page.") { row in
        row.site.addresses.link(.recommendation(row.followed.report.id, row.number))
      },
      .text("term", "What the framework calls it, like `area for improvement`.") { row in
        ReportWords.term(of: row.followed.report, in: row.register).one
      },
      .text("due", "By when, in words.") { row in
        row.followed.due.map { DateWords.limitAsStart($0.date) }
          ?? NumberWords.capitalised(RecommendationWords.missingDue(row.followed.recommendation))
      },
      .text("due-worked-out", "How the due date was worked out; empty where somebody named it.") {
        $0.followed.due.flatMap($0.shared.origin == nil ? DueWords.workedOut : DueWords.length)
          ?? ""
      },
      .text(
        "due-recorded",
        "Who named the due date; empty where it was worked out, or is said above the rows."
      ) { row in
        row.shared.dates == nil
          ? row.followed.due.flatMap { DueWords.recorded($0, in: row.register) } ?? "" : ""
      },
      .list(
        "answers", "The last answer of each body; none where the group says it.", AnswerInRow.view
      ) { row in
        row.shared.answer != nil
          ? []
          : row.followed.latestAnswers.map { AnswerInRow(answer: $0, site: row.site) }
      },
      .list(
        "conclusions",
        "What was concluded last, of each body where that is told apart; none where nothing was.",
        ConclusionInRow.view
      ) { $0.conclusions },
      .html("status", "The mark of where it stands.") { StatusMark.html(of: $0.followed) },
      .text(
        "status-worked-out", "What it follows from; empty where that is said above the rows."
      ) { row in
        row.shared.ground == nil ? StatusWords.ground(row.followed, in: row.register) : ""
      },
      .text("status-name", "The status as a word for filters.") {
        $0.followed.status.kind.rawValue
      },
      .html("priority", "How urgent it is; empty where that is not said.") { row in
        AmountWords.priority(
          of: row.followed.recommendation, in: row.register.framework(of: row.followed.report)
        ).map(\.html) ?? .empty
      },
      .text("asked-of", "Who must act; empty where the group says it, or nobody is named.") { row in
        row.shared.addressees == nil
          ? RecommendationWords.addressees(of: row.followed.recommendation, in: row.register) : ""
      },
      .texts("amounts", "The sums of money it is about.") { row in
        row.followed.recommendation.amounts.map {
          AmountWords.words($0, in: row.register.framework(of: row.followed.report))
        }
      },
      .text("priorities", "The priority with its framework, for filters; may be empty.") {
        $0.priorityKey?.name ?? ""
      },
      .text("addressees", "The ids of who must act, separated by spaces, for filters.") { row in
        row.followed.recommendation.to.map(\.value.name).joined(separator: " ")
      },
      .text("aspects", "The aspects with their framework, separated by spaces, for filters.") {
        row in
        row.aspectKeys.map(\.name).joined(separator: " ")
      },
      .text("due-year", "The year it is due, for filters; `none` where no date is known.") { row in
        RecommendationFilter.dueName(of: row.followed.yearDue)
      },
    ])

  private var priorityKey: RecommendationFilter.PriorityKey? {
    followed.report.framework.known().flatMap { .init(of: followed.recommendation, in: $0) }
  }

  private var aspectKeys: [RecommendationFilter.AspectKey] {
    followed.report.framework.known()
      .map { RecommendationFilter.AspectKey.all(of: followed.recommendation, in: $0) } ?? []
  }

  /// The conclusion of the last visit, or those on each body.
  private var conclusions: [ConclusionInRow] {
    guard !followed.lastConclusions.isEmpty else { return [] }
    let late = StatusWords.lateness(followed)
    if let one = followed.onlyConclusion {
      return [
        ConclusionInRow(
          conclusion: one, bodies: RecommendationWords.forJudged(followed, in: register),
          isDated: one.visit.id != shared.visit, late: late, site: site)
      ]
    }
    let latest = followed.latestConclusions
    let last = latest.count - 1
    return latest.enumerated().map { place, conclusion in
      // What a visit concludes of several bodies is dated once, below the last.
      let isLastOfVisit = place == last || latest[place + 1].visit !== conclusion.visit
      return ConclusionInRow(
        conclusion: conclusion,
        bodies: RecommendationWords.forBodies(conclusion.progress?.to ?? [], in: register),
        isDated: isLastOfVisit && (place < last || conclusion.visit.id != shared.visit),
        late: place == last ? late : nil, site: site)
    }
  }
}

/// An answer to a recommendation beside it in a table.
private struct AnswerInRow: Sendable {
  let answer: RecommendationHistory.Answer
  let site: SiteContext

  static let view = View<AnswerInRow>(
    "AnswerInRow", "An answer to a recommendation beside it in a table.",
    [
      .text("author", "The body that answered.") {
        RecommendationWords.name(
          of: $0.answer.response.organisation.value, in: $0.site.register)
      },
      .address("link", "The answer's page.") {
        $0.site.addresses.link(.response($0.answer.response.id, anchor: nil))
      },
      .text("stance", "Whether the answer accepts it, in words.") {
        StanceWords.words($0.answer.item.stance)
      },
    ])
}

/// What a visit concluded on a recommendation beside it in a table.
private struct ConclusionInRow: Sendable {
  let conclusion: RecommendationHistory.Conclusion
  /// The bodies that it is about, like ` for Northern Railroad`; empty where it is about all.
  let bodies: String
  /// Whether it says when the visit was.
  let isDated: Bool
  /// How late it was then; nil where it was not.
  let late: String?
  let site: SiteContext

  static let view = View<ConclusionInRow>(
    "ConclusionInRow", "What a visit concluded on a recommendation beside it in a table.",
    [
      .html("mark", "The conclusion with its mark and the bodies that it is about.") { row in
        var buffer = HTMLBuffer()
        if let progress = row.conclusion.progress {
          buffer.fragment(
            ProgressMark.html(
              progress.judgement.value,
              in: row.site.register.framework(of: row.conclusion.visit)))
        }
        buffer.words(row.bodies)
        return buffer.fragment()
      },
      .text("visited", "When that visit was; empty where that is said elsewhere.") {
        $0.isDated ? ReportWords.time(of: $0.conclusion.visit) : ""
      },
      .address("link", "The visit's report.") {
        $0.site.addresses.link(.report($0.conclusion.visit.id, anchor: nil))
      },
      .text("late", "How late it was at that visit; empty where it was not.") { $0.late ?? "" },
    ])
}
