import CommonMark
import Diagnostics

/// Graded aspects that a report's summary leaves out; a part of ``ContentsList``.
enum SummaryAspects {
  static func diagnostics(of report: Report, _ register: Register) -> [Diagnostic] {
    // Without a judgement nothing can be left out.
    guard !report.judgements.isEmpty else { return [] }
    let body = report.header.body
    // By its place, for a heading that is looked at whole is copied.
    guard let place = body.headings.indices.first(where: { isSummary(body.headings[$0].text) }),
      let framework = register.framework(of: report)
    else { return [] }
    let summary = body.headings[place]
    let later = body.headings[(place + 1)...]
    let end = later.first { $0.level <= summary.level }?.span.start ?? body.source.upperBound
    let range = summary.span.end..<max(summary.span.end, end)
    let titles = later.filter { range.contains($0.span.start) }.map { plainWords($0.text) }
    var named = Set(
      framework.aspects.filter { aspect in
        ([aspect.title] + aspect.alsoKnownAs).contains { titles.contains(plainWords($0)) }
      }.map(\.id.value.name))
    for link in body.references
    where link.scheme == "aspect" && !link.isInBox && range.contains(link.span.start) {
      named.insert(String(link.target.split(separator: "#").last ?? ""))
    }
    guard !named.isEmpty else { return [] }
    let graded = report.gradedAspects(framework)
    let missing = graded.filter { !named.contains($0.aspect.value.name) }
    guard missing.count * 2 <= graded.count else { return [] }
    return missing.map { .notInSummary($0.aspect, $0.judgement, summary) }
  }

  private static func isSummary(_ heading: String) -> Bool {
    // The longest of the names has seventeen letters.
    heading.utf8.count <= 24 && names.contains(plainWords(heading))
  }

  private static let names: Set<String> = [
    "summary", "executive summary", "main findings", "key findings", "overview",
  ]
}

extension Report {
  /// Each aspect that got a grade of its own and has no aspects below it.
  fileprivate func gradedAspects(
    _ framework: Framework
  ) -> [(aspect: Located<AspectID>, judgement: Judgement)] {
    return judgements.flatMap { judgement -> [(Located<AspectID>, Judgement)] in
      guard !judgement.grade.value.grades.isEmpty, case .aspects(let aspects) = judgement.subject
      else { return [] }
      return aspects.filter { !framework.sections.contains($0.value) }.map { ($0, judgement) }
    }
  }
}

extension Diagnostic {
  fileprivate static func notInSummary(
    _ aspect: Located<AspectID>, _ judgement: Judgement, _ summary: Heading
  ) -> Diagnostic {
    Diagnostic(
      ContentsList.check, level: .notice,
      "'\(aspect.value)' is graded, and the summary has no place for it",
      at: Label(aspect.span, "not in the summary"),
      secondary: [Label(summary.span, "the summary takes up other aspects")],
      help: "name it in the summary, or waive the check if the printed summary lacks it",
      subject: .field(judgement.path))
  }
}
