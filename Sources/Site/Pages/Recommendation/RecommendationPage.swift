import Diagnostics
import CommonMark
import HTML
import Inspections
import Templates

extension PageKind {
  static let recommendation = PageKind(
    "recommendation", RecommendationPage.view, below: .reports, pages: RecommendationPage.planned)
}

/// A recommendation's page: what was asked, by when, what was answered, and what became of it.
///
/// A class, for everything on the page holds it; it never changes.
final class RecommendationPage: FramedPage, TextScope {
  /// The report's recommendations as it lists them.
  let all: [RecommendationHistory]
  /// Its place among them.
  let place: Int
  let frame: PageFrame
  let site: SiteContext

  var followed: RecommendationHistory { all[place] }
  var report: Report { followed.report }
  var recommendation: Recommendation { followed.recommendation }
  var number: PrintedNumber { recommendation.number.value }
  var register: Register { site.register }
  var scope: ReferenceScope { ReferenceScope(report) }

  /// Shows the recommendation at `place` among all that a report makes.
  init(of all: [RecommendationHistory], at place: Int, path: String, site: SiteContext) {
    self.all = all
    self.place = place
    self.site = site
    frame = Self.frame(of: all[place], path: path, in: site)
  }

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.register.reports.records.flatMap { report in
      let all = site.histories[report]
      return all.indices.map { place in
        let number = all[place].recommendation.number.value
        let path = Addresses.path(of: .recommendation(report.id, number))
        return PlannedPage(path: path, kind: .recommendation) {
          view.record(of: RecommendationPage(of: all, at: place, path: path, site: site))
        }
      }
    }
  }

  static let view = View<RecommendationPage>(
    page: "RecommendationPage",
    "One recommendation, followed through everything that came after it.",
    [
      .html("citation", "How to cite it, in a line.") { page in
        ReportCitation(of: page.report, site: page.site).html(
          of: "\(ReportWords.term(of: page.report, in: page.register).one) \(page.number)",
          at: page.site.addresses.absolute(page.frame.path))
      },
      .list("follow", "The feeds of the areas it is about.", RecordLink.view) { page in
        Follow.feeds(of: page.report, in: page.site)
      },
      .record("search", "What the search index is told of the page.", SearchFacts.view) {
        SearchFacts(of: $0.recommendation, in: $0.report, of: $0.register)
      },
      .html("wording", "What is asked.") { page in
        var filler = BodyFiller(site: page.site, manner: .reading)
        return filler.html(page.recommendation.text.value, in: page.scope)
      },
      .html("note", "A remark on it; may be empty.") { $0.text($0.recommendation.note) },
      .list("variants", "The other wordings.", VariantModel.view) { page in
        page.recommendation.variants.map { VariantModel(variant: $0, page: page) }
      },
      .html("status", "The mark of where it stands.") { StatusMark.html(of: $0.followed) },
      .text("status-worked-out", "What it follows from, and what a visit concluded last.") { page in
        StatusWords.reason(page.followed, in: page.register)
      },
      .html("closing-remark", "What the closing visit says of the end; may be empty.") {
        $0.closingRemark
      },
      .list(
        "standings", "Where it stands for each body, where a visit tells them apart.",
        StandingOfBody.view
      ) { page in
        page.followed.addressees.map { StandingOfBody(body: $0, site: page.site) }
      },
      .html("priority", "How urgent it is; empty where that is not said.") { page in
        AmountWords.priority(of: page.recommendation, in: page.register.framework(of: page.report))
          .map(\.html) ?? .empty
      },
      .html("owner", "Whose task it is in that body; may be empty.") {
        $0.text($0.recommendation.owner)
      },
      .html("cause", "What it comes from; may be empty.") { $0.text($0.recommendation.cause) },
      .list("amounts", "The sums of money it is about.", AmountModel.view) { page in
        page.recommendation.amounts.map { AmountModel(amount: $0, page: page) }
      },
      .list("addressees", "Who must act.", PhraseLink.view) { page in
        PhraseLink.list(page.recommendation.to.map { page.site.link($0.value) })
      },
      .record("report", "The report that asks.", RecordLink.view) { page in
        page.site.link(page.report.id)
      },
      .optionalText("paragraph", "The numbered paragraph it follows; absent where none is known.") {
        $0.recommendation.paragraph?.value.description
      },
      .address("paragraph-link", "The paragraph; absent where the register does not hold it.") {
        page in page.paragraphLink(page.recommendation.paragraph?.value, in: page.report)
      },
      .text("due", "By when.") { page in
        page.followed.due.map { DateWords.limitAsStart($0.date) }
          ?? NumberWords.capitalised(RecommendationWords.missingDue(page.recommendation))
      },
      .text("due-worked-out", "How the due date was worked out; empty where somebody named it.") {
        $0.followed.due.flatMap(DueWords.workedOut) ?? ""
      },
      .text("due-recorded", "Who named the due date; empty where it was worked out.") { page in
        page.followed.due.flatMap { DueWords.recorded($0, in: page.register) } ?? ""
      },
      .html("due-note", "How the time is to be understood; may be empty.") {
        $0.text($0.recommendation.dueNote)
      },
      .list("origins", "The labelled findings that it came from.", ServedAspects.view) {
        $0.origins
      },
      .list(
        "aspects", "The other aspects that it serves, with their grade in the report.",
        ServedAspects.view
      ) {
        $0.aspects
      },
      .list("areas", "The areas it is about.", PhraseLink.view) { page in
        PhraseLink.list(page.report.areas.map { page.site.link($0.value) })
      },
      .list("answers", "The inspected body's answers.", AnswerModel.view) { page in
        page.followed.answers.map { AnswerModel(answer: $0, page: page) }
      },
      .text(
        "answer-due", "By when the framework wants an answer, where none is held; may be empty."
      ) { page in
        page.awaitedAnswer.map { DueWords.answer($0, on: page.site.now.day) } ?? ""
      },
      .text("answer-due-worked-out", "How that date was worked out; may be empty.") {
        $0.awaitedAnswer.map(DueWords.workedOut) ?? ""
      },
      .html("drawing", "Its timeline as a drawing; may be empty.") { page in
        RecommendationTimeline(followed: page.followed, site: page.site).drawing()
      },
      .list("entries", "Its timeline as a list.", TimelineEntry.view) { page in
        RecommendationTimeline(followed: page.followed, site: page.site).entries()
      },
      .list("visits", "What each visit concluded, earliest first.", VisitConclusion.view) { page in
        page.followed.conclusions.map { VisitConclusion(conclusion: $0, page: page) }
      },
      .text("language", "The language of the wording, where it is not the site's; may be empty.") {
        $0.report.language?.value ?? ""
      },
      .text("visit", "What a visit is called.") { $0.visitTerm.one },
      .record("previous", "The one before in the report.", RecordLink.view) { $0.neighbour(-1) },
      .record("next", "The one after in the report.", RecordLink.view) { $0.neighbour(1) },
    ])
}

extension RecommendationPage {
  private static func frame(
    of followed: RecommendationHistory, path: String, in site: SiteContext
  ) -> PageFrame {
    let report = followed.report
    let term = ReportWords.term(of: report, in: site.register).one
    let whom = RecommendationWords.addressees(of: followed.recommendation, in: site.register)
    let place = ReportWords.place(of: report, in: site.register)
    return PageFrame(
      title: "\(place): \(term) \(followed.recommendation.number.value)",
      kind: whom.isEmpty ? "What inspectors asked" : "What inspectors asked of \(whom)",
      path: path,
      breadcrumbs: [
        .home, RecommendationsPage.entrance(in: site),
        .record(report),
      ], data: SchemaOrg.recommendation(followed.recommendation, in: report, site: site),
      feed: Follow.feed(of: report), section: RecommendationsPage.entrance.path, site: site)
  }

  /// What the visits are called that say anything of it.
  private var visitTerm: PublicTerm {
    ReportWords.visitTerm(of: followed.conclusions.lazy.map(\.visit), in: register)
  }

  /// By when it was to be answered, where it was not.
  private var awaitedAnswer: AnswerDue? {
    followed.answers.isEmpty ? followed.answerDue : nil
  }

  /// A numbered paragraph that the register holds.
  func paragraphLink(_ number: PrintedNumber?, in report: Report) -> String? {
    guard let anchor = number.flatMap({ report.paragraphAnchor($0) }) else { return nil }
    return site.addresses.link(.report(report.id, anchor: anchor))
  }

  /// The findings of the report that the recommendation names by their labels.
  private var named: [Judgement] {
    guard !recommendation.from.isEmpty else { return [] }
    return report.judgements.filter { $0.isNamed(by: recommendation) }
  }

  private var origins: [ServedAspects] {
    named.map { served($0.subject.aspects.map(\.value), $0) }
  }

  /// What it serves besides the findings that it names; aspects that one verdict is on stand together.
  private var aspects: [ServedAspects] {
    let named = named
    let others = recommendation.aspects.map(\.value).filter { id in
      !named.contains { $0.isOn(id) }
    }
    var listed: [ServedAspects] = []
    var done: Set<AspectID> = []
    for id in others where !done.contains(id) {
      let judged = report.judgements.filter { $0.isOn(id) }
      guard judged.contains(where: { $0.label != nil }) else {
        let verdict = judged.first
        let together = others.filter { $0 == id || verdict?.isOn($0) ?? false }
          .filter { !done.contains($0) }
        done.formUnion(together)
        listed.append(served(together, verdict))
        continue
      }
      listed += judged.map { served([id], $0) }
    }
    return listed
  }

  private func served(_ aspects: [AspectID], _ judgement: Judgement?) -> ServedAspects {
    let framework = register.framework(of: report)
    return ServedAspects(
      aspects: aspects.map { id in
        RecordLink(
          title: framework?.aspect(id)?.title ?? id.name,
          link: framework.map { site.addresses.link(.aspect($0.id, id)) },
          language: framework?.language?.value ?? "")
      },
      found: judgement.map { JudgementInReport($0, in: report, of: register) }, site: site)
  }

  private var closingRemark: HTMLFragment {
    guard case .closed(_, let id) = followed.status, let visit = register.reports[id],
      let closure = register.closure(of: number, in: report, by: visit)
    else { return .empty }
    return site.text(closure.note, in: ReferenceScope(visit))
  }

  private func neighbour(_ step: Int) -> RecordLink? {
    guard all.indices.contains(place + step) else { return nil }
    let other = all[place + step].recommendation
    let number = other.number.value
    return RecordLink(
      title: "\(number.marker) \(ShortWords.shortened(other.text.value.plain, to: 70))",
      link: site.addresses.link(.recommendation(report.id, number)),
      language: report.language?.value ?? "")
  }
}

/// Another wording of a recommendation with what differs marked.
struct VariantModel: Sendable {
  let variant: Recommendation.Variant
  let page: RecommendationPage

  static let view = View<VariantModel>(
    "Variant", "Another wording of a recommendation.",
    [
      .text("where", "Where it stands.") { $0.variant.location },
      .list("runs", "Its words beside those of the wording above.", runView) { model in
        wordDifference(
          from: model.page.recommendation.text.value.plain, to: model.variant.text.value.plain,
          comparing: .asWritten)
      },
      .html("note", "What the difference amounts to; may be empty.") { model in
        model.page.text(model.variant.note)
      },
    ])

  private static let runView = View<WordRun>(
    "WordRun", "A run of words that both wordings have, or only one of them.",
    [
      .text("text", "The words.") { $0.text },
      .flag("is-removed", "Whether only the wording above has them.") { $0.kind == .removed },
      .flag("is-added", "Whether only the other wording has them.") { $0.kind == .added },
      .flag("is-kept", "Whether both have them.") { $0.kind == .same },
    ])
}

/// Where a recommendation stands for one of the bodies it was asked of.
struct StandingOfBody: Sendable {
  let body: RecommendationHistory.Addressee
  let site: SiteContext

  static let view = View<StandingOfBody>(
    "StandingOfBody", "Where a recommendation stands for one of the bodies it was asked of.",
    [
      .record("body", "The body.", RecordLink.view) { $0.site.link($0.body.organisation) },
      .html("status", "The mark of where it stands.") { StatusMark.html(of: $0.body.history) },
      .text("status-worked-out", "What it follows from, and what a visit concluded last.") {
        StatusWords.reason($0.body.history, in: $0.site.register)
      },
    ])
}

/// A sum of money that a recommendation is about.
struct AmountModel: Sendable {
  let amount: Amount
  let page: RecommendationPage

  static let view = View<AmountModel>(
    "Amount", "A sum of money that a recommendation is about.",
    [
      .html("words", "What it is put to, and how much.") { model in
        AmountWords.html(model.amount, in: model.page.register.framework(of: model.page.report))
      },
      .html("note", "A remark on it; may be empty.") { $0.page.text($0.amount.note) },
    ])
}
