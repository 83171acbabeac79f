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
  /// The latest.
  private var answer: RecommendationHistory.Answer? { followed.answers.last }

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
        row.followed.due.map { NumberWords.capitalised(DateWords.limit($0.date)) }
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
      .text(
        "answered-by", "The body that answered; empty where none did, or where the group says it."
      ) { row in
        row.shared.answer != nil
          ? ""
          : row.answer.map {
            RecommendationWords.name(of: $0.response.organisation.value, in: row.register)
          } ?? ""
      },
      .address("answer-link", "The answer's page; absent where there is none.") { row in
        row.answer.map { row.site.addresses.link(.response($0.response.id, anchor: nil)) }
      },
      .text("stance", "Whether the answer accepts it, in words; may be empty.") { row in
        row.answer.map { StanceWords.words($0.item.stance) } ?? ""
      },
      .html("progress", "The mark of the last visit's conclusion; may be empty.") { row in
        row.progress
      },
      .text(
        "visited", "When that visit was; empty where none assessed it, or where the group says it."
      ) { row in
        row.followed.lastConclusions.last.map {
          $0.visit.id == row.shared.visit ? "" : ReportWords.time(of: $0.visit)
        } ?? ""
      },
      .text("late", "How late it was at that visit; empty where it was not.") {
        StatusWords.lateness($0.followed) ?? ""
      },
      .address("visit-link", "Where that visit's report says so; absent where none assessed it.") {
        row in row.followed.lastConclusions.last.map { row.site.addresses.link(row.place(of: $0)) }
      },
      .html("status", "The mark of where it stands.") { StatusMark.html(of: $0.followed) },
      .text(
        "status-worked-out", "What it follows from; empty where that is said above the rows."
      ) { row in
        row.shared.ground == nil ? StatusWords.ground(row.followed, in: row.register) : ""
      },
      .text("status-name", "The status as a word for filters.") {
        $0.followed.status.kind.rawValue
      },
      .text("priority", "How urgent it is; empty where that is not said.") { row in
        AmountWords.priority(
          of: row.followed.recommendation, in: row.register.framework(of: row.followed.report))
          ?? ""
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
        RecommendationFilter.PriorityKey(of: $0.followed)?.name ?? ""
      },
      .text("addressees", "The ids of who must act, separated by spaces, for filters.") { row in
        row.followed.recommendation.to.map(\.value.name).joined(separator: " ")
      },
      .text("aspects", "The aspects with their framework, separated by spaces, for filters.") {
        row in
        RecommendationFilter.AspectKey.all(of: row.followed).map(\.name).joined(separator: " ")
      },
      .text("due-year", "The year it is due, for filters; `none` where no date is known.") { row in
        RecommendationFilter.dueName(of: row.followed.yearDue)
      },
    ])

  /// The conclusion of the last visit, or those on each body.
  private var progress: HTMLFragment {
    var buffer = HTMLBuffer()
    if let last = followed.lastConclusion {
      buffer.fragment(mark(last))
      buffer.words(RecommendationWords.forJudged(followed, in: register))
      return buffer.fragment()
    }
    for conclusion in followed.lastConclusions {
      if buffer.count > 0 { buffer.markup("<br>") }
      buffer.fragment(mark(conclusion))
      buffer.words(RecommendationWords.forBodies(conclusion.progress?.to ?? [], in: register))
    }
    return buffer.fragment()
  }

  private func mark(_ conclusion: RecommendationHistory.Conclusion) -> HTMLFragment {
    guard let progress = conclusion.progress else { return .empty }
    return ProgressMark.html(
      progress.judgement.value, in: register.framework(of: conclusion.visit))
  }

  private func place(of conclusion: RecommendationHistory.Conclusion) -> Target {
    .report(conclusion.visit.id, anchor: nil)
  }
}
