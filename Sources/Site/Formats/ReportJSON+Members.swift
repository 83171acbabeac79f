import CommonMark
import Inspections

// The members of what a report consists of, by their keys in the content format.
extension ReportJSON {
  static let judgement: [DataColumn<Judgement>] = [
    DataColumn("id") { $0.label },
    DataColumn("aspects", "The aspects of the framework; several for one verdict on all.") {
      $0.subject.aspects
    },
    DataColumn("subject") { $0.subject.other },
    DataColumn("area") { $0.area },
    DataColumn("grade") { $0.grade },
    .object("score", score) { judgement, _ in judgement.score?.value },
    DataColumn("framework") { $0.framework },
    DataColumn("carried_from") { $0.carriedFrom },
    DataColumn("paragraph") { $0.paragraph },
    DataColumn("heading") { $0.heading },
    DataColumn("samples") { $0.samples },
    .objects("parts", part) { judgement, _ in judgement.parts },
    DataColumn("note") { $0.note },
  ]

  private static let score: [DataColumn<Score>] = [
    DataColumn("value") { $0.value },
    DataColumn("of") { $0.most },
    DataColumn("better") { $0.better },
  ]

  private static let part: [DataColumn<Judgement.Part>] = [
    DataColumn("title") { $0.title },
    DataColumn("grade") { $0.grade },
    DataColumn("paragraph") { $0.paragraph },
    DataColumn("note") { $0.note },
  ]

  static let recommendation: [DataColumn<RecommendationHistory>] = [
    DataColumn("id") { $0.recommendation.number },
    .address("Its page.") { .recommendation($0.report.id, $0.recommendation.number.value) },
    DataColumn("text") { $0.recommendation.text },
    .objects("variants", variant) { history, _ in history.recommendation.variants },
    DataColumn("aspects", "The aspects it serves.") { $0.recommendation.aspects },
    DataColumn("from") { $0.recommendation.from },
    DataColumn("paragraph") { $0.recommendation.paragraph },
    DataColumn("due") { $0.recommendation.due },
    DataColumn("due_note") { $0.recommendation.dueNote },
    DataColumn("to") { $0.recommendation.to },
    DataColumn("priority") { $0.recommendation.priority },
    DataColumn("owner") { $0.recommendation.owner },
    DataColumn("cause") { $0.recommendation.cause },
    .objects("amounts", amount) { history, _ in history.recommendation.amounts },
    DataColumn("note") { $0.recommendation.note },
    .object("worked_out", standing, "What follows from the record; not recorded.") { history, _ in
      history
    },
  ]

  private static let amount: [DataColumn<Amount>] = [
    DataColumn("kind") { $0.kind },
    DataColumn("value", "How much, in its currency.") { $0.value.number },
    DataColumn("currency", "The code of the currency.") { $0.value.currency },
    DataColumn("note") { $0.note },
  ]

  private static let addressee: [DataColumn<RecommendationHistory.Addressee>] = [
    DataColumn("organisation", "The body.") { $0.organisation },
    DataColumn("status", "Where it stands for the body.") { $0.history.status.kind },
    DataColumn("closed_as", "Why it was closed.") { $0.history.status.closing?.reason },
    DataColumn("closed_by", "The visit that closed it.") { $0.history.status.closing?.visit },
    .object("last_conclusion", conclusion, "What the last visit says that judged it of the body.") {
      addressee, _ in addressee.history.lastConclusion
    },
  ]

  private static let variant: [DataColumn<Recommendation.Variant>] = [
    DataColumn("where") { $0.location },
    DataColumn("text") { $0.text },
    DataColumn("note") { $0.note },
  ]

  private static let standing: [DataColumn<RecommendationHistory>] = [
    DataColumn("status", "Where it stands.") { $0.status.kind },
    DataColumn("closed_as", "Why it was closed.") { $0.status.closing?.reason },
    DataColumn("closed_by", "The visit that closed it.") { $0.status.closing?.visit },
    DataColumn("due", "When it is due.") { $0.due?.date },
    DataColumn("answer_due", "When its report is to be answered, by the framework's rule.") {
      $0.answerDue?.date
    },
    .objects("addressees", addressee, "The same for each body, where a visit tells them apart.") {
      history, _ in history.addressees
    },
    .object(
      "last_conclusion", conclusion,
      "What the last visit says that judged it; nothing where what was concluded last differs between "
        + "the bodies (see `addressees`)."
    ) { history, _ in history.sharedConclusion },
  ]

  private static let conclusion: [DataColumn<RecommendationHistory.Conclusion>] = [
    DataColumn("visit", "The visit.") { $0.visit.id },
    DataColumn(
      "date", "The end of its fieldwork, else the publication of its report, else its cover."
    ) { $0.visit.date },
    DataColumn("reached", "When it was reached, where that is said apart from the visit.") {
      $0.progress?.date
    },
    DataColumn("judgement", "The conclusion.") { $0.progress?.judgement },
  ]

  static let progress: [DataColumn<Progress>] = [
    DataColumn("recommendation") { $0.recommendation },
    DataColumn("report") { $0.report },
    DataColumn("to") { $0.to },
    DataColumn("judgement") { $0.judgement },
    DataColumn("evidence") { $0.evidence },
    DataColumn("date") { $0.date },
    DataColumn("finding") { $0.finding },
    DataColumn("further_action") { $0.furtherAction },
    DataColumn("paragraph") { $0.paragraph },
    DataColumn("note") { $0.note },
  ]

  static let closure: [DataColumn<Closure>] = [
    DataColumn("recommendation") { $0.recommendation },
    DataColumn("report") { $0.report },
    DataColumn("to") { $0.to },
    DataColumn("as") { $0.reason },
    DataColumn("note") { $0.note },
  ]

  static let sample: [DataColumn<Sample>] = [
    DataColumn("id") { $0.id },
    DataColumn("title") { $0.title },
    DataColumn("size") { $0.size },
    DataColumn("paragraph") { $0.paragraph },
    .counts("grades") {
      ($0.grades?.value ?? []).map { ($0.value.grade.name, $0.value.count) }
    },
    .objects("splits", split) { sample, _ in sample.splits },
    .objects("also_printed", alsoPrinted("size")) { sample, _ in sample.alsoPrinted },
    DataColumn("note") { $0.note },
  ]

  private static let split: [DataColumn<Split>] = [
    DataColumn("title") { $0.title },
    .counts("counts") { $0.counts.value.map { ($0.value.name, $0.value.count) } },
  ]

  /// Another number that is printed, by the key of the one that it differs from.
  private static func alsoPrinted(_ key: String) -> [DataColumn<AlsoPrinted>] {
    [
      DataColumn(key) { $0.size },
      DataColumn("paragraph") { $0.paragraph },
      DataColumn("note") { $0.note },
    ]
  }

  static let survey: [DataColumn<Survey>] = [
    DataColumn("id") { $0.id },
    DataColumn("title") { $0.title },
    DataColumn("question") { $0.question },
    DataColumn("base") { $0.base },
    DataColumn("scale") { $0.scale },
    .counts("responses") {
      ($0.responses?.value ?? []).map { ($0.value.answer.name, $0.value.count) }
    },
    DataColumn("results") { $0.results },
    .objects("also_printed", alsoPrinted("base")) { survey, _ in survey.alsoPrinted },
    DataColumn("paragraph") { $0.paragraph },
    DataColumn("note") { $0.note },
  ]

  static let indicator: [DataColumn<Indicator>] = [
    DataColumn("id") { $0.id },
    DataColumn("title") { $0.title },
    DataColumn("unit") { $0.unit },
    DataColumn("value") { $0.value },
    DataColumn("target") { $0.target },
    DataColumn("better") { $0.better },
    DataColumn("period") { $0.period },
    .objects("comparators", comparator) { indicator, _ in indicator.comparators },
    DataColumn("paragraph") { $0.paragraph },
    DataColumn("note") { $0.note },
  ]

  static let consultation: [DataColumn<Consultation>] = [
    DataColumn("open") { $0.open },
    .counts("responses") { $0.responses.map { ($0.value.name, $0.value.count) } },
    .counts("respondents") { $0.respondents.map { ($0.value.name, $0.value.count) } },
  ]

  private static let comparator: [DataColumn<Indicator.Comparator>] = [
    DataColumn("area") { $0.area },
    DataColumn("title") { $0.title },
    DataColumn("value") { $0.value },
  ]
}

/// What is worked out of a report.
struct WorkedOut: Sendable {
  let report: Report
  /// What its judgements add up to; nil where it has none.
  let judgements: JudgementTally?
  /// What its conclusions on progress add up to; nil where it has none.
  let progress: ProgressTally?

  init(of report: Report, in site: SiteContext) {
    let register = site.register
    self.report = report
    judgements =
      report.judgements.isEmpty
      ? nil : JudgementTally(of: report, in: register)
    progress = ReportFacts(of: report, in: register).progressTally
  }
}

extension ReportJSON {
  static let workedOut: [DataColumn<WorkedOut>] = [
    DataColumn("date", "The date that the report goes by in lists and drawings.") {
      $0.report.date
    },
    .object("judgements", judgementTally, "What its judgements add up to.") { facts, _ in
      facts.judgements
    },
    .object("progress", progressTally, "What its conclusions on progress add up to.") { facts, _ in
      facts.progress
    },
  ]

  private static let judgementTally: [DataColumn<JudgementTally>] = [
    DataColumn("total", "How many judgements count.") { $0.total },
    .objects("counts", judgementCount, "How many got what, in the order of the scale.") {
      tally, _ in tally.counts
    },
    DataColumn("left_out", "The aspects of judgements that sum others up and do not count.") {
      $0.sections.map(\.subject.aspects)
    },
    DataColumn("scored", "How many were given a score and no grade.") {
      $0.scored == 0 ? nil : $0.scored
    },
    DataColumn("carried", "The aspects of judgements that count in the report that reached them.") {
      $0.carried.map(\.judgement.subject.aspects)
    },
    DataColumn("partners", "The aspects of judgements on a partner's scale.") {
      $0.partners.map(\.judgement.subject.aspects)
    },
  ]

  private static let judgementCount: [DataColumn<(given: JudgedGrade, count: Int)>] = [
    DataColumn("grade", "The grade; two of a split verdict, `none` where none was given.") {
      $0.given
    },
    DataColumn("count", "How many.") { $0.count },
  ]

  private static let progressTally: [DataColumn<ProgressTally>] = [
    DataColumn("total", "How many recommendations it concludes on.") { $0.total },
    .objects("counts", progressCount, "How many got each conclusion, in the order of the scale.") {
      tally, _ in tally.counts
    },
    DataColumn(
      "divided",
      "The recommendations on which a conclusion is about some of the bodies only, by their numbers; "
        + "they are in none of the counts."
    ) { $0.divided.map(\.number) },
  ]

  private static let progressCount: [DataColumn<(grade: ProgressGradeID, count: Int)>] = [
    DataColumn("judgement", "The conclusion.") { $0.grade },
    DataColumn("count", "How many.") { $0.count },
  ]
}
