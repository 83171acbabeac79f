import Diagnostics
import HTML
import Inspections

/// Charts of the figures that a report holds.
struct ReportCharts: Sendable {
  let report: Report
  let site: SiteContext

  /// The grades of a sample in the order of the framework's scale; nil where the report has none.
  ///
  /// A grade of the scale that the author does not list was given to nothing and is shown with 0.
  func distribution(of sample: Sample, title: Wording) -> DistributionChart? {
    guard let counts = sample.grades?.value.map(\.value) else { return nil }
    let framework = site.register.framework(of: report)
    let scale = framework?.grades ?? []
    var parts = scale.enumerated().map { place, grade in
      DistributionChart.Part(
        title: framework?.wording(grade.title) ?? Wording(grade.title),
        count: counts.filter { $0.grade == grade.id.value }.reduce(0) { $0 + $1.count },
        pattern: .place(place, of: scale.count))
    }
    for count in counts where !scale.contains(where: { $0.id.value == count.grade }) {
      parts.append(.init(title: Wording(count.grade.name), count: count.count, pattern: .none))
    }
    return DistributionChart(
      title: title,
      base: base(
        sample.size?.value, total: parts.reduce(0) { $0 + $1.count },
        paragraph: sample.paragraph?.value,
        unit: "in all"), partName: "Grade", parts: parts,
      file: file(.sample, sample.id.value.name))
  }

  /// The answers to a survey question: around the neutral answer where its scale has one, else as
  /// parts of a whole; nil where the report has no figures.
  func answers(to survey: Survey, title: Wording) -> HTMLFragment? {
    if let chart = opinions([survey], title: title) { return chart.html() }
    return distribution(of: survey, title: title)?.html()
  }

  /// The answers to a survey question as parts of a whole, in the order of the scale.
  func distribution(of survey: Survey, title: Wording) -> DistributionChart? {
    guard let counts = survey.responses?.value.map(\.value) else { return nil }
    let answers = scale(of: survey)?.answers ?? []
    let steps = answers.filter { !$0.isApart }
    var parts = answers.map { answer in
      DistributionChart.Part(
        title: Wording(answer.title), count: counts.count(of: answer.id.value),
        pattern: steps.firstIndex { $0.id.value == answer.id.value }
          .map { .place($0, of: steps.count) } ?? .none)
    }
    let others = counts.filter { count in !answers.contains { $0.id.value == count.answer } }
    for (place, count) in others.enumerated() {
      parts.append(
        .init(
          title: Wording(count.answer.name), count: count.count,
          pattern: answers.isEmpty ? .place(place, of: others.count) : .none))
    }
    return DistributionChart(
      title: title,
      base: base(
        survey.base?.value, total: parts.reduce(0) { $0 + $1.count },
        paragraph: survey.paragraph?.value, unit: "answers"), partName: "Answer", parts: parts,
      file: file(.survey, survey.id.value.name))
  }

  /// The answers to questions on one scale with a neutral answer; nil where they have none, or where
  /// one of them has answers that the scale does not list.
  func opinions(_ surveys: [Survey], title: Wording, anchors: [String] = []) -> OpinionsChart? {
    guard let first = surveys.first, let scale = scale(of: first),
      let neutral = scale.answers.firstIndex(where: { $0.id.value == scale.neutral?.value })
    else { return nil }
    var questions: [OpinionsChart.Question] = []
    let names = names(of: surveys)
    for (index, survey) in surveys.enumerated() {
      guard let counts = survey.responses?.value.map(\.value),
        survey.scale?.value == first.scale?.value,
        counts.allSatisfy({ count in scale.answers.contains { $0.id.value == count.answer } })
      else { return nil }
      questions.append(
        .init(
          title: report.wording(names[index]),
          counts: scale.answers.map { counts.count(of: $0.id.value) },
          anchor: anchors.indices.contains(index) ? anchors[index] : ""))
    }
    return OpinionsChart(
      title: title, base: base(of: surveys, counts: questions.map(\.counts)),
      answers: scale.answers.map { .init(title: $0.title, isApart: $0.isApart) }, neutral: neutral,
      questions: questions,
      file: surveys.count == 1
        ? file(.survey, first.id.value.name) : file(.answers, scale.id.value.name))
  }

  /// What each question is called beside others: what was asked, and where several were asked the
  /// same, who.
  private func names(of surveys: [Survey]) -> [String] {
    let asked = surveys.map { ($0.question ?? $0.title).plain }
    return zip(surveys, asked).map { survey, question in
      asked.count { $0 == question } > 1 ? "\(survey.title.plain): \(question)" : question
    }
  }

  /// An indicator against its target and those it is compared with.
  func indicator(_ indicator: Indicator, title: Wording) -> IndicatorChart {
    let areas = report.areas.compactMap { site.register.areas[$0.value] }
    return IndicatorChart(
      title: title, about: about(indicator),
      paragraph: indicator.paragraph?.value.description, unit: report.wording(indicator.unit),
      value: .init(title: whose(areas), value: indicator.value.value.value),
      target: indicator.target.known(),
      comparators: indicator.comparators.map { comparator in
        let area = comparator.area.flatMap { site.register.areas[$0.value] }
        return .init(
          title: area.map { $0.wording($0.title.value) } ?? comparator.title.map(report.wording)
            ?? Wording(comparator.area?.value.name ?? ""),
          value: comparator.value.value)
      }, file: file(.indicator, indicator.id.value.name))
  }

  /// Whose figure an indicator is: the area's, or those of several together.
  private func whose(_ areas: [Area]) -> Wording {
    if let area = areas.first, areas.count == 1 { return area.wording(area.title.value) }
    return areas.isEmpty
      ? "This report" : Wording(NumberWords.list(areas.map(\.title.value.plain)))
  }

  /// Which direction of an indicator is better, when it was measured, and that its target is not
  /// known.
  private func about(_ indicator: Indicator) -> String {
    var words: [String] = []
    switch indicator.better {
    case .higher: words.append("higher is better")
    case .lower: words.append("lower is better")
    case nil: break
    }
    words.append(
      indicator.period.map { $0.value.value.map(DateWords.words(_:)) ?? "period not known" }
        ?? "period not stated")
    if case .unknown = indicator.target?.value { words.append("target not known") }
    return words.joined(separator: "; ")
  }

  private func scale(of survey: Survey) -> AnswerScale? {
    survey.scale.flatMap { id in
      site.register.site.answerScales.first { $0.id.value == id.value }
    }
  }

  /// How many there are, said once for several questions where all agree.
  private func base(of surveys: [Survey], counts: [[Int]]) -> String {
    let bases = zip(surveys, counts).map { survey, counts in
      base(
        survey.base?.value, total: counts.reduce(0, +),
        paragraph: surveys.count == 1 ? survey.paragraph?.value : nil,
        unit: surveys.count == 1 ? "answers" : "answers to each question")
    }
    guard let first = bases.first else { return "" }
    return bases.allSatisfy { $0 == first } ? first : "the number of answers differs by question"
  }

  /// `33 in all, paragraph 30`; where the printed number and the sum of the parts differ, both.
  private func base(
    _ printed: Known<Int>?, total: Int, paragraph: PrintedNumber?, unit: String
  ) -> String {
    var words: String
    switch printed {
    case .known(let number) where number == total: words = "\(number) \(unit)"
    case .known(let number): words = "\(number) \(unit) as printed, \(total) by adding up"
    case .unknown: words = "how many in all is not known; these add up to \(total)"
    case nil: words = "\(total) \(unit)"
    }
    if let paragraph { words += ", paragraph \(paragraph)" }
    return words
  }
}

extension [AnswerCount] {
  /// How many gave an answer, 0 where it is not listed.
  fileprivate func count(of answer: AnswerID) -> Int {
    reduce(0) { $0 + ($1.answer == answer ? $1.count : 0) }
  }
}
