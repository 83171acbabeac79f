import CommonMark
import Diagnostics

// References to parts of a report: paragraphs, recommendations, evidence, aspects, shares.
extension ReferenceResolver {
  func paragraph() -> Resolution {
    report().flatMap { report, rest in
      guard let number = PrintedNumber(rest) else {
        return refuse(rest, names: "a paragraph number")
      }
      let numbers = report.header.body.paragraphs
      guard numbers.contains(where: { $0.number == number }) else {
        if register.tellsOfNumbers(in: report) { return .withheld }
        return .refused(
          .unknownParagraph(number, at: reference.span, in: report, subject: reference.subject))
      }
      return .found(Target.report(report.id, anchor: "para-\(number)"))
    }.map { .link($0) }
  }

  /// A footnote of another report, like `note:east-midlands-2008#9`; those of the same body are
  /// linked where it is rendered.
  func note() -> Resolution {
    report().flatMap { report, rest in
      let notes = report.header.body.notes
      guard notes.contains(where: { $0.label == rest }) else {
        return refuse(rest, names: "a note of '\(report.id)'", candidates: notes.map(\.label))
      }
      return .found(Target.report(report.id, anchor: "note-\(rest)"))
    }.map { .link($0) }
  }

  func recommendation(_ make: (ReportID, PrintedNumber) -> ResolvedReference) -> Resolution {
    report().flatMap { report, rest -> Sought<ResolvedReference> in
      guard let number = PrintedNumber(rest),
        report.recommendations.contains(where: { $0.number.value == number })
      else {
        return refuse(
          rest, names: "a recommendation of '\(report.id)'",
          candidates: report.recommendations.map { $0.number.value.description })
      }
      return .found(make(report.id, number))
    }.resolution
  }

  func evidence(_ make: (ReportID, String) -> ResolvedReference) -> Resolution {
    report().flatMap { report, rest -> Sought<ResolvedReference> in
      guard
        report.samples.contains(where: { $0.id.value.name == rest })
          || report.surveys.contains(where: { $0.id.value.name == rest })
      else {
        return refuse(
          rest, names: "a sample or survey of '\(report.id)'",
          candidates: report.samples.map(\.id.value.name) + report.surveys.map(\.id.value.name))
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
      guard report.indicators.contains(where: { $0.id.value.name == rest }) else {
        return refuse(
          rest, names: "an indicator of '\(report.id)'",
          candidates: report.indicators.map(\.id.value.name))
      }
      return .found(.indicator(report.id, ID(rest)))
    }.map { .embed($0) }
  }

  /// `aspect:safeguarding` in the scope's framework, or `aspect:framework/aspect`.
  func aspect() -> Resolution {
    let words = reference.target.split(separator: "/", maxSplits: 1).map(String.init)
    let named: FrameworkID? = words.count == 2 ? ID(words[0]) : scope.framework
    guard let id = named else {
      return .refused(
        .unnamedReference(
          reference.target, at: reference.span, shouldName: "an aspect",
          help: "outside a report, name the framework: 'aspect:FRAMEWORK/\(reference.target)'",
          subject: reference.subject))
    }
    guard let framework = register.frameworks[id] else {
      // The field that names a report's own framework has that said.
      guard words.count == 2 else { return .withheld }
      let sought: Sought<ResolvedReference> = missing(id, from: register.frameworks)
      return sought.resolution
    }
    let aspect = words.last ?? ""
    guard framework.aspect(ID(aspect)) != nil else {
      return refused(
        aspect, names: "an aspect of framework '\(id)'",
        candidates: framework.aspects.map(\.id.value.name))
    }
    return .resolved(.link(.aspect(id, ID(aspect))))
  }

  /// `share:14/29`, `share:sample.grade` or `share:sample.grade+grade`.
  func share() -> Resolution {
    if reference.target.contains("/") {
      return sought(readShare(reference.target, in: nil), in: nil).map { .share($0) }
    }
    return report().flatMap { report, rest in
      sought(readShare(rest, in: report), in: report)
    }.map { .share($0) }
  }

  private func sought(_ reading: ShareReading, in report: Report?) -> Sought<Share> {
    let owner = report.map { " of '\($0.id)'" } ?? ""
    switch reading {
    case .share(let share): return .found(share)
    case .unknownSample(let name, let known):
      return refuse(name, names: "a sample or survey\(owner)", candidates: known)
    case .unknownPart(let part, let sample, let known):
      return refuse(part, names: "a grade or an answer of '\(sample)'", candidates: known)
    case .impossible(let count, let base):
      return .refused(.impossibleShare(reference, count: count, base: base))
    case .noFigures(let sample): return .refused(.shareWithoutFigures(reference, sample))
    case .malformed: return .refused(.malformedShare(reference))
    }
  }

  /// Refuses what is none of the names there are; where two of these are one, that is told of them.
  func refuse<Found>(
    _ text: String, names what: String, candidates: [String] = []
  ) -> Sought<Found> {
    guard !candidates.hasRepeats else { return .withheld }
    return .refused(
      .unknownReference(
        text, at: reference.span, shouldName: what, among: candidates,
        subject: reference.subject))
  }

  private func refused(_ text: String, names what: String, candidates: [String]) -> Resolution {
    let sought: Sought<ResolvedReference> = refuse(text, names: what, candidates: candidates)
    return sought.resolution
  }
}
