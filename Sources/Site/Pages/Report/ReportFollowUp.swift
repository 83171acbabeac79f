import HTML
import Inspections
import Templates

/// What a report asked for and what is known to have happened next.
struct ReportFollowUp: Sendable {
  let report: Report
  let site: SiteContext

  static let view = View<ReportFollowUp>(
    "ReportFollowUp", "What a report asked for and what happened next.",
    [
      .flag("has-recommendations", "Whether the register holds anything it asked for.") {
        !$0.report.recommendations.isEmpty
      },
      .text("count", "How many it asked for, in words and in its framework's own term.") {
        RecommendationWords.count(
          $0.report.recommendations.count, in: $0.site.register.framework(of: $0.report))
      },
      .list("recommendations", "What it asked for.", FollowUpRow.view) { follow in
        follow.report.recommendations.map { FollowUpRow($0, in: follow.report, site: follow.site) }
      },
      .flag("has-visits", "Whether a monitoring visit judged progress.") { !$0.visits.isEmpty },
      .list("visits", "Visits that judged progress, earliest first.", VisitEntry.view) { follow in
        follow.visits.map { VisitEntry(visit: $0, site: follow.site) }
      },
    ])

  private var visits: [Report] {
    (site.register.links.visits[report.id] ?? []).compactMap { site.register.reports[$0] }
  }
}

/// A recommendation in the list of its report.
struct FollowUpRow: Sendable {
  let history: RecommendationHistory
  let site: SiteContext

  init(_ recommendation: Recommendation, in report: Report, site: SiteContext) {
    self.site = site
    history = Inspections.history(
      of: recommendation, in: report, register: site.register, on: site.now.day)
  }

  static let view = View<FollowUpRow>(
    "FollowUpRow", "A recommendation in the list of its report.",
    [
      .number("number", "Its number.") { $0.history.recommendation.number.value },
      .text("wording", "Its wording without markup.") {
        $0.history.recommendation.text.value.plain
      },
      .address("link", "Its page.") { row in
        row.site.addresses.link(
          .recommendation(row.history.report.id, row.history.recommendation.number.value))
      },
      .text("addressees", "Who must act; may be empty.") {
        RecommendationWords.addressees(of: $0.history.recommendation, in: $0.site.register)
      },
      .text("due", "When it is due; empty where no date follows.") { row in
        row.history.due.map { DateWords.words($0.date) } ?? ""
      },
      .text("due-basis", "How the date follows, or why there is none.") { row in
        row.history.due.map { RecommendationWords.basis(of: $0, in: row.site.register) }
          ?? RecommendationWords.missingDue(row.history.recommendation)
      },
      .list("answers", "What bodies answered, with their stance as a note.", RecordLink.view) {
        $0.answers
      },
      .html("status", "Where it stands today.") { StatusMark.html($0.history.status) },
      .text("overdue", "For how long it has been overdue; may be empty.") { row in
        guard case .overdue(let days) = row.history.status else { return "" }
        return "for " + NumberWords.count(days, "day", "days")
      },
      .list("conclusions", "What visits concluded, earliest first.", conclusionView) { row in
        row.history.conclusions.map { ConclusionModel(conclusion: $0, site: row.site) }
      },
    ])

  private var answers: [RecordLink] {
    history.answers.map { answer in
      let author = site.register.organisations[answer.response.organisation.value]
      return RecordLink(
        title: author?.title.value.plain ?? answer.response.organisation.value.name,
        link: site.addresses.link(
          .response(answer.response.id, anchor: "item-\(answer.item.recommendation.value)")),
        note: StanceWords.words(answer.item.stance))
    }
  }

  private struct ConclusionModel: Sendable {
    let conclusion: RecommendationHistory.Conclusion
    let site: SiteContext
  }

  private static let conclusionView = View<ConclusionModel>(
    "VisitConclusion", "What one visit concluded on a recommendation.",
    [
      .html("mark", "The conclusion, or the words for its absence.") { model in
        guard let progress = model.conclusion.progress else {
          return GradeMark.none("not assessed", steps: nil)
        }
        return ProgressMark.html(
          progress.judgement.value, in: model.site.register.framework(of: model.conclusion.visit))
      },
      .text("date", "When the visit was published; may be empty.") {
        $0.conclusion.visit.published.known().map(DateWords.words(_:)) ?? ""
      },
      .address("link", "The visit's page.") {
        $0.site.addresses.link(.report($0.conclusion.visit.id, anchor: nil))
      },
    ])
}

/// A visit that judged progress on a report's recommendations.
struct VisitEntry: Sendable {
  let visit: Report
  let site: SiteContext

  static let view = View<VisitEntry>(
    "VisitEntry", "A visit that judged progress on a report's recommendations.",
    [
      .text("title", "The visit's title.") { $0.visit.title.value.plain },
      .address("link", "The visit's page.") {
        $0.site.addresses.link(.report($0.visit.id, anchor: nil))
      },
      .text("date", "When inspectors were there, or when it was published; may be empty.") {
        $0.visit.fieldwork.known().map(DateWords.words(_:))
          ?? $0.visit.published.known().map(DateWords.words(_:)) ?? ""
      },
      .html("overall", "The recorded conclusion on the whole, or the words for its absence.") {
        entry in
        entry.visit.visit.map {
          FollowUpWords.overall(of: $0, in: entry.site.register.framework(of: entry.visit))
        } ?? .empty
      },
      .text("tally", "How its conclusions divide, worked out; may be empty.") {
        FollowUpWords.tally(of: $0.visit, in: $0.site.register)
      },
    ])
}
