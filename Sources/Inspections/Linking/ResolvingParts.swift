import CommonMark
import Diagnostics

// References to parts of a report: paragraphs, recommendations, evidence, aspects, shares.
extension ReferenceResolver {
  func paragraph() -> Resolution {
    report().flatMap { report, rest in
      guard let number = Int(rest) else { return refuse(rest, names: "a paragraph number") }
      let numbers = report.header.body.paragraphs
      guard numbers.contains(where: { $0.number == number }) else {
        return refuse(
          rest, names: "a paragraph of '\(report.id)'", candidates: numbers.map { "\($0.number)" })
      }
      return .found(Target.report(report.id, anchor: "para-\(number)"))
    }.map { .link($0) }
  }

  func recommendation(_ make: (ReportID, Int) -> ResolvedReference) -> Resolution {
    report().flatMap { report, rest -> Sought<ResolvedReference> in
      let numbers = report.recommendations.map(\.number.value)
      guard let number = Int(rest), numbers.contains(number) else {
        return refuse(
          rest, names: "a recommendation of '\(report.id)'", candidates: numbers.map(String.init))
      }
      return .found(make(report.id, number))
    }.resolution
  }

  func evidence(_ make: (ReportID, String) -> ResolvedReference) -> Resolution {
    report().flatMap { report, rest -> Sought<ResolvedReference> in
      let names = report.samples.map(\.id.value.name) + report.surveys.map(\.id.value.name)
      guard names.contains(rest) else {
        return refuse(rest, names: "a sample or survey of '\(report.id)'", candidates: names)
      }
      return .found(make(report.id, rest))
    }.resolution
  }

  func distribution(
    sample: (ReportID, SampleID) -> Embed, survey: (ReportID, SurveyID) -> Embed
  ) -> Resolution {
    report().flatMap { report, rest -> Sought<Embed> in
      if report.samples.contains(where: { $0.id.value.name == rest && $0.grades != nil }) {
        return .found(sample(report.id, ID(rest)))
      }
      if report.surveys.contains(where: { $0.id.value.name == rest && $0.responses != nil }) {
        return .found(survey(report.id, ID(rest)))
      }
      let names =
        report.samples.filter { $0.grades != nil }.map(\.id.value.name)
        + report.surveys.filter { $0.responses != nil }.map(\.id.value.name)
      return refuse(
        rest, names: "a sample or survey of '\(report.id)' with figures", candidates: names)
    }.map { .embed($0) }
  }

  func indicator() -> Resolution {
    report().flatMap { report, rest -> Sought<Embed> in
      let names = report.indicators.map(\.id.value.name)
      guard names.contains(rest) else {
        return refuse(rest, names: "an indicator of '\(report.id)'", candidates: names)
      }
      return .found(.indicator(report.id, ID(rest)))
    }.map { .embed($0) }
  }

  /// `aspect:safeguarding` in the scope's framework, or `aspect:framework/aspect`.
  func aspect() -> Resolution {
    let words = reference.target.split(separator: "/", maxSplits: 1).map(String.init)
    let named: FrameworkID? = words.count == 2 ? ID(words[0]) : scope.framework
    guard let id = named, let framework = register.frameworks[id] else {
      if let named, register.isUnreadable(named) { return .withheld }
      return refused(
        reference.target, names: "an aspect; outside a report, name the framework: aspect:FRAMEWORK/ASPECT",
        candidates: [])
    }
    let aspect = words.last ?? ""
    let names = framework.aspects.map(\.id.value.name)
    guard names.contains(aspect) else {
      return refused(aspect, names: "an aspect of framework '\(id)'", candidates: names)
    }
    return .resolved(.link(.aspect(id, ID(aspect))))
  }

  /// `share:14/29`, `share:sample.grade` or `share:sample.grade+grade`.
  func share() -> Resolution {
    let fraction = reference.target.split(separator: "/").map { Int($0) }
    if fraction.count == 2, let count = fraction[0], let base = fraction[1] {
      guard count <= base, base > 0, count >= 0 else {
        return refused(reference.target, names: "a share: it is more than the whole", candidates: [])
      }
      return .resolved(.share(Share(count: count, base: base, sample: nil, grades: [])))
    }
    return report().flatMap { report, rest -> Sought<Share> in
      let words = rest.split(separator: ".", maxSplits: 1).map(String.init)
      guard words.count == 2, let sample = report.samples.first(where: { $0.id.value.name == words[0] })
      else {
        return refuse(
          words.first ?? rest, names: "a sample of '\(report.id)', or a fraction like 14/29",
          candidates: report.samples.map(\.id.value.name))
      }
      return share(of: sample, grades: words[1].split(separator: "+").map { GradeID(String($0)) })
    }.map { .share($0) }
  }

  private func share(of sample: Sample, grades: [GradeID]) -> Sought<Share> {
    let counts = sample.grades?.value.map(\.value) ?? []
    let base = counts.reduce(0) { $0 + $1.count }
    var count = 0
    for grade in grades {
      guard let found = counts.first(where: { $0.grade == grade }) else {
        return refuse(
          grade.name, names: "a grade of sample '\(sample.id.value)'",
          candidates: counts.map(\.grade.name))
      }
      count += found.count
    }
    guard base > 0 else { return refuse(sample.id.value.name, names: "a sample with figures") }
    return .found(Share(count: count, base: base, sample: sample.id.value, grades: grades))
  }

  func refuse<Found>(
    _ text: String, names what: String, candidates: [String] = []
  ) -> Sought<Found> {
    .refused(
      .unknownReference(
        text, at: reference.span, shouldName: what, among: candidates,
        subject: reference.subject))
  }

  private func refused(_ text: String, names what: String, candidates: [String]) -> Resolution {
    .refused(
      .unknownReference(
        text, at: reference.span, shouldName: what, among: candidates,
        subject: reference.subject))
  }
}
