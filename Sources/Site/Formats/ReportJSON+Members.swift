import CommonMark
import Inspections

// The members of what a report consists of, by their keys in the content format.
extension ReportJSON {
  static let judgement: [DataColumn<Judgement>] = [
    DataColumn("aspects", "The aspects of the framework; several for one verdict on all.") {
      $0.subject.aspects
    },
    DataColumn("subject", "What is judged where it is no aspect, in the report's words.") {
      $0.subject.other
    },
    DataColumn("grade", "The grade; two of a split verdict, `none` where none was given.") {
      $0.grade
    },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    DataColumn("heading", "The heading that says so, where there is no paragraph number.") {
      $0.heading
    },
    DataColumn("samples", "The samples it rests on.") { $0.samples },
    .objects("parts", "Verdicts on parts of the aspect.", part) { judgement, _ in
      judgement.parts
    },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  private static let part: [DataColumn<Judgement.Part>] = [
    DataColumn("title", "What part of the aspect.") { $0.title },
    DataColumn("grade", "The grade given.") { $0.grade },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  static let recommendation: [DataColumn<RecommendationHistory>] = [
    DataColumn("id", "Its number in the report.") { $0.recommendation.number },
    .address("Its page.") { .recommendation($0.report.id, $0.recommendation.number.value) },
    DataColumn("text", "The wording.") { $0.recommendation.text },
    .objects("variants", "Wordings that differ in the original.", variant) { history, _ in
      history.recommendation.variants
    },
    DataColumn("aspects", "The aspects it serves.") { $0.recommendation.aspects },
    DataColumn("paragraph", "The numbered paragraph it stands in or follows.") {
      $0.recommendation.paragraph
    },
    DataColumn("due", "By when, as the report says: at once, within a time, or a date.") {
      $0.recommendation.due
    },
    DataColumn("due_note", "How the time is to be understood.") { $0.recommendation.dueNote },
    DataColumn("to", "The organisations that must act.") { $0.recommendation.to },
    DataColumn("note", "A remark on it.") { $0.recommendation.note },
    .object("worked_out", "What follows from the record; not recorded.", standing) { history, _ in
      history
    },
  ]

  private static let variant: [DataColumn<Recommendation.Variant>] = [
    DataColumn("where", "Where the wording stands.") { $0.location },
    DataColumn("text", "What it says there.") { $0.text },
    DataColumn("note", "What the difference amounts to.") { $0.note },
  ]

  private static let standing: [DataColumn<RecommendationHistory>] = [
    DataColumn("status", "Where it stands.") { $0.status.kind },
    DataColumn("closed_as", "Why it was closed.") { $0.status.closing?.reason },
    DataColumn("closed_by", "The visit that closed it.") { $0.status.closing?.visit },
    DataColumn("due", "When it is due.") { $0.due?.date },
    .object("last_conclusion", "What the last visit says that judged it.", conclusion) {
      history, _ in history.lastConclusion
    },
  ]

  private static let conclusion: [DataColumn<RecommendationHistory.Conclusion>] = [
    DataColumn("visit", "The visit.") { $0.visit.id },
    DataColumn("date", "When it was.") { $0.visit.date },
    DataColumn("judgement", "The conclusion.") { $0.progress?.judgement },
  ]

  static let progress: [DataColumn<Progress>] = [
    DataColumn("recommendation", "The number of the recommendation.") { $0.recommendation },
    DataColumn("judgement", "The conclusion on it.") { $0.judgement },
    DataColumn("finding", "What was found, in the register's words.") { $0.finding },
    DataColumn("further_action", "What more is asked for.") { $0.furtherAction },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  static let closure: [DataColumn<Closure>] = [
    DataColumn("recommendation", "The number of the recommendation.") { $0.recommendation },
    DataColumn("as", "Why it is closed.") { $0.reason },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  static let sample: [DataColumn<Sample>] = [
    DataColumn("id", "Its name in the report.") { $0.id },
    DataColumn("title", "What was looked at.") { $0.title },
    DataColumn("size", "How many.") { $0.size },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    .counts("grades", "How many got each grade.") {
      ($0.grades?.value ?? []).map { ($0.value.grade.name, $0.value.count) }
    },
    .objects("splits", "Other divisions of the whole sample.", split) { sample, _ in
      sample.splits
    },
    .objects("also_printed", "Other sizes that the original prints.", alsoPrinted("size")) {
      sample, _ in sample.alsoPrinted
    },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  private static let split: [DataColumn<Split>] = [
    DataColumn("title", "What the sample is divided by.") { $0.title },
    .counts("counts", "The parts.") { $0.counts.value.map { ($0.value.name, $0.value.count) } },
  ]

  /// Another number that is printed, by the key of the one that it differs from.
  private static func alsoPrinted(_ key: String) -> [DataColumn<AlsoPrinted>] {
    [
      DataColumn(key, "The other number.") { $0.size },
      DataColumn("paragraph", "The numbered paragraph that prints it.") { $0.paragraph },
      DataColumn("note", "A remark on it.") { $0.note },
    ]
  }

  static let survey: [DataColumn<Survey>] = [
    DataColumn("id", "Its name in the report.") { $0.id },
    DataColumn("title", "What it is called.") { $0.title },
    DataColumn("question", "What was asked.") { $0.question },
    DataColumn("base", "How many were asked or answered.") { $0.base },
    DataColumn("scale", "The scale of the answers.") { $0.scale },
    .counts("responses", "How many gave each answer.") {
      ($0.responses?.value ?? []).map { ($0.value.answer.name, $0.value.count) }
    },
    DataColumn("results", "What came of it in words, where no figures survive.") { $0.results },
    .objects("also_printed", "Other bases that the original prints.", alsoPrinted("base")) {
      survey, _ in survey.alsoPrinted
    },
    DataColumn("paragraph", "The numbered paragraph that reports it.") { $0.paragraph },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  static let indicator: [DataColumn<Indicator>] = [
    DataColumn("id", "Its name in the report.") { $0.id },
    DataColumn("title", "What is measured.") { $0.title },
    DataColumn("unit", "The unit of every figure in it.") { $0.unit },
    DataColumn("value", "The figure.") { $0.value },
    DataColumn("target", "What it should be.") { $0.target },
    DataColumn("better", "Which direction is better.") { $0.better },
    DataColumn("period", "The time it was measured over.") { $0.period },
    .objects("comparators", "Figures of others.", comparator) { indicator, _ in
      indicator.comparators
    },
    DataColumn("paragraph", "The numbered paragraph that gives it.") { $0.paragraph },
    DataColumn("note", "A remark on it.") { $0.note },
  ]

  private static let comparator: [DataColumn<Indicator.Comparator>] = [
    DataColumn("area", "The area, where it is one of the register's.") { $0.area },
    DataColumn("title", "What it is called, where it is not.") { $0.title },
    DataColumn("value", "Its figure.") { $0.value },
  ]
}

/// What is worked out of a report.
struct WorkedOut: Sendable {
  let report: Report
  let day: Day
  /// What its judgements add up to; nil where it has none.
  let judgements: JudgementTally?
  /// What its conclusions on progress add up to; nil where it has none.
  let progress: ProgressTally?

  init(of report: Report, in site: SiteContext) {
    let register = site.register
    self.report = report
    day = site.now.day
    judgements =
      report.judgements.isEmpty
      ? nil : JudgementTally(of: report, in: register.framework(of: report))
    progress = ReportFacts(of: report, in: register).progressTally
  }
}

extension ReportJSON {
  static let workedOut: [DataColumn<WorkedOut>] = [
    DataColumn("on", "The day it is as of.") { $0.day },
    DataColumn("date", "The date that the report goes by in lists and drawings.") {
      $0.report.date
    },
    .object("judgements", "What its judgements add up to.", judgementTally) { facts, _ in
      facts.judgements
    },
    .object("progress", "What its conclusions on progress add up to.", progressTally) { facts, _ in
      facts.progress
    },
  ]

  private static let judgementTally: [DataColumn<JudgementTally>] = [
    DataColumn("total", "How many judgements count.") { $0.total },
    .objects("counts", "How many got what, in the order of the scale.", judgementCount) {
      tally, _ in tally.counts
    },
    DataColumn("left_out", "The aspects of judgements that sum others up and do not count.") {
      $0.sections.map(\.subject.aspects)
    },
  ]

  private static let judgementCount: [DataColumn<(given: JudgedGrade, count: Int)>] = [
    DataColumn("grade", "The grade; two of a split verdict, `none` where none was given.") {
      $0.given
    },
    DataColumn("count", "How many.") { $0.count },
  ]

  private static let progressTally: [DataColumn<ProgressTally>] = [
    DataColumn("total", "How many conclusions there are.") { $0.total },
    .objects("counts", "How many got each conclusion, in the order of the scale.", progressCount) {
      tally, _ in tally.counts
    },
  ]

  private static let progressCount: [DataColumn<(grade: ProgressGradeID, count: Int)>] = [
    DataColumn("judgement", "The conclusion.") { $0.grade },
    DataColumn("count", "How many.") { $0.count },
  ]
}
