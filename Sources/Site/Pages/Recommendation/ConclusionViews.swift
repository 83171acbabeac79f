import Diagnostics
import HTML
import Inspections
import Templates

/// The inspected body's answer to one recommendation.
struct AnswerModel: TextScope, Sendable {
  let answer: RecommendationHistory.Answer
  let page: RecommendationPage

  static let view = View<AnswerModel>(
    "Answer", "The inspected body's answer to one recommendation; not the inspectorate's word.",
    [
      .record("author", "Who answers.", RecordLink.view) { model in
        model.page.site.link(model.answer.response.organisation.value)
      },
      .text("when", "When the public could read it, or that this is not known.") {
        $0.answer.response.published.known().map(DateWords.words(_:)) ?? "date not known"
      },
      .text("stance", "Whether it is accepted, in words.") {
        StanceWords.words($0.answer.item.stance)
      },
      .list("actions", "What the body says it will do.", htmlView) { model in
        model.answer.item.actions.map { model.text($0) }
      },
      .html("target", "What the body means to reach; may be empty.") {
        $0.text($0.answer.item.target)
      },
      .text("due", "By when, as the body says; empty where it names no date.") {
        $0.answer.item.due.map { $0.value.value.map(DateWords.limit) ?? "not known" } ?? ""
      },
      .html("note", "A remark on it; may be empty.") { $0.text($0.answer.item.note) },
      .address("link", "The whole answer.") { model in
        model.page.site.addresses.link(.response(model.answer.response.id, anchor: nil))
      },
    ])

  private static let htmlView = View<HTMLFragment>(
    "RichText", "A text of front matter.", [.html("text", "The text.") { $0 }])

  var site: SiteContext { page.site }
  var scope: ReferenceScope { ReferenceScope(answer.response, in: page.register) }
}

/// What one visit concluded on one recommendation.
struct VisitConclusion: TextScope, Sendable {
  let conclusion: RecommendationHistory.Conclusion
  let page: RecommendationPage

  private var visit: Report { conclusion.visit }
  private var closure: Closure? {
    page.site.register.closure(
      of: page.number, in: page.report, for: conclusion.progress?.to.first?.value, by: visit)
  }

  static let view = View<VisitConclusion>(
    "VisitConclusion", "What one visit concluded on one recommendation.",
    [
      .text("title", "The visit's report.") { $0.visit.title.value.plain },
      .language { $0.visit.titleLanguage },
      .address("link", "The visit's report.") { model in
        model.page.site.addresses.link(.report(model.visit.id, anchor: nil))
      },
      .text("when", "When the visit was, or when its report was published.") {
        ReportWords.time(of: $0.visit)
      },
      .text("addressees", "The bodies it is about; empty where it is about all that were asked.") {
        model in
        NumberWords.list(
          (model.conclusion.progress?.to ?? []).map {
            RecommendationWords.name(of: $0.value, in: model.page.register)
          })
      },
      .text(
        "date",
        "When it was reached, like `on 2 May 2010`, where the visit has another date; may be empty."
      ) {
        $0.conclusion.progress?.date.map {
          $0.value.value.map(DueWords.at) ?? "on a date that is not known"
        } ?? ""
      },
      .html("evidence", "What it rests on; may be empty.") {
        $0.text($0.conclusion.progress?.evidence)
      },
      .html("mark", "The conclusion with its mark; empty where the visit did not look at it.") {
        model in
        model.conclusion.progress.map {
          ProgressMark.html(
            $0.judgement.value, in: model.page.register.framework(of: model.visit))
        } ?? .empty
      },
      .text("overdue", "How long it was past due then; empty where it was not.") {
        DueWords.pastDate($0.conclusion, otherwise: " then") ?? ""
      },
      .html("finding", "What was found; may be empty.") {
        $0.text($0.conclusion.progress?.finding)
      },
      .html("further-action", "What more is asked for; may be empty.") {
        $0.text($0.conclusion.progress?.furtherAction)
      },
      .optionalText("paragraph", "The numbered paragraph that says so; absent where none is known.")
      {
        $0.conclusion.progress?.paragraph?.value.description
      },
      .address("paragraph-link", "The paragraph; absent where the register does not hold it.") {
        $0.page.paragraphLink($0.conclusion.progress?.paragraph?.value, in: $0.visit)
      },
      .html("note", "A remark on it; may be empty.") { $0.text($0.conclusion.progress?.note) },
      .text("closed", "Why the visit closes it; empty where it does not.") { model in
        model.closure.map {
          StatusWords.title(.closed($0.reason, by: model.visit.id))
        } ?? ""
      },
    ])

  var site: SiteContext { page.site }
  var scope: ReferenceScope { ReferenceScope(visit) }
}
