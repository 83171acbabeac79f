public import Diagnostics

/// Visits that leave a recommendation out or judge it twice.
public enum VisitIncomplete {
  /// The check `visit-incomplete`.
  public static let check = Check(
    "visit-incomplete", .recommendations, .error,
    summary: "A monitoring visit judges each recommendation of the report it follows, once.",
    explanation: """
      A reader who follows a recommendation must learn from every visit what became of it. Each one \
      of the report that the visit follows stands once under `progress`, or under `not_assessed` \
      where the visit did not look at it. An entry that names bodies under `to` judges for these; \
      `not_assessed` then stands for the rest. A visit that follows several reports says with \
      `report:` which of them an entry is about, where the number alone does not. Nothing is checked \
      where the recommendations or the \
      conclusions are recorded as not known.

      Example: seven recommendations, and a visit whose `progress` ends at the sixth.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    guard let visit = report.visit, let place = visit.progress,
      case .known(let progress) = place.value
    else { return [] }
    let followed = register.followed(by: report)
    var seen: [Entry: [Seen]] = [:]
    var found: [Diagnostic] = []
    func see(
      _ number: Located<PrintedNumber>, _ named: ReportID?, _ to: [Located<OrganisationID>]
    ) {
      let subject = register.subject(of: number.value, named: named, in: report)
      let entry = Entry(report: subject?.id, number: number.value)
      if let earlier = seen[entry]?.first(where: { $0.to.meets(to) }) {
        found.append(.judgedTwice(number, first: earlier.span))
      }
      seen[entry, default: []].append(Seen(span: number.span, to: to))
    }
    for entry in progress {
      see(entry.recommendation, entry.report?.value, entry.to)
      let others = followed.filter { $0.has(recommendation: entry.recommendation.value) }
      if entry.report == nil, others.count > 1 {
        found.append(.ambiguous(entry.recommendation, others.map(\.id)))
      }
    }
    // What is not assessed of a recommendation that is judged for some bodies is the rest of it.
    let inPart = Set(progress.filter { !$0.to.isEmpty }.map(\.recommendation.value))
    let notAssessed = Set(visit.notAssessed.map(\.value))
    for number in visit.notAssessed where followed.count < 2 && !inPart.contains(number.value) {
      see(number, nil, [])
    }
    for report in followed {
      let missing = report.recommendations.filter { asked in
        let number = asked.number.value
        return seen[Entry(report: report.id, number: number)] == nil
          && (followed.count < 2 || !notAssessed.contains(number))
      }
      if !missing.isEmpty { found.append(.notJudged(missing, at: place.keySpan, of: report)) }
      found += bodiesLeftOut(of: report, seen, notAssessed: notAssessed)
    }
    return found
  }

  /// The bodies that a recommendation was made to and that no entry on it concerns.
  private static func bodiesLeftOut(
    of report: Report, _ seen: [Entry: [Seen]], notAssessed: Set<PrintedNumber>
  ) -> [Diagnostic] {
    report.recommendations.filter { !notAssessed.contains($0.number.value) }.compactMap { asked in
      let entries = seen[Entry(report: report.id, number: asked.number.value)] ?? []
      let left = asked.to.filter { body in !entries.contains { $0.to.concerns(body.value) } }
      guard let first = entries.first, !left.isEmpty else { return nil }
      return .notJudged(asked.number.value, left, at: first.span)
    }
  }

  private struct Entry: Hashable {
    let report: ReportID?
    let number: PrintedNumber
  }

  /// An entry with the bodies it is about.
  private struct Seen {
    let span: Span
    let to: [Located<OrganisationID>]
  }
}

extension Diagnostic {
  fileprivate static func judgedTwice(_ number: Located<PrintedNumber>, first: Span) -> Diagnostic {
    Diagnostic(
      VisitIncomplete.check, "'\(number.value)' is judged twice by this visit",
      at: Label(number.span, "the same again"), secondary: [Label(first, "first here")],
      help: "keep one entry for each recommendation", subject: .field("progress.\(number.value)"))
  }

  fileprivate static func ambiguous(_ number: Located<PrintedNumber>, _ reports: [ReportID])
    -> Diagnostic
  {
    Diagnostic(
      VisitIncomplete.check,
      "'\(number.value)' is a recommendation of several reports that are followed",
      at: Label(number.span, "which of them is not said"),
      notes: ["they are \(reports.map(\.name).joined(separator: ", "))"],
      help: "add 'report: \(reports[0])' to the entry, or the other one",
      subject: .field("progress.\(number.value)"))
  }

  fileprivate static func notJudged(
    _ missing: [Recommendation], at span: Span, of followed: Report
  ) -> Diagnostic {
    Diagnostic(
      VisitIncomplete.check,
      "'progress' leaves out \(missing.numberWords) of report '\(followed.id)'",
      at: Label(span, "\(missing.count) of \(followed.recommendations.count) missing"),
      secondary: missing.prefix(3).map {
        Label($0.number.span, "recommendation \($0.number.value)")
      },
      help: missing.count == 1
        ? "add an entry for it, or list it under 'not_assessed'"
        : "add an entry for each, or list them under 'not_assessed'", subject: .field("progress"))
  }
}

extension Diagnostic {
  fileprivate static func notJudged(
    _ number: PrintedNumber, _ bodies: [Located<OrganisationID>], at span: Span
  ) -> Diagnostic {
    let names = bodies.map(\.value.name).joined(separator: ", ")
    return Diagnostic(
      VisitIncomplete.check,
      "'\(number)' is judged for some of those it was put to, not for \(names)",
      at: Label(span, "left out: \(names)"),
      secondary: bodies.prefix(3).map { Label($0.span, "asked") },
      help: "add an entry for each, or list '\(number)' under 'not_assessed' for the rest",
      subject: .field("progress.\(number)"))
  }
}

extension [Recommendation] {
  /// The recommendations by their numbers, like `recommendations 2, 3`.
  var numberWords: String {
    let numbers = map { "\($0.number.value)" }.joined(separator: ", ")
    return "recommendation\(count == 1 ? "" : "s") \(numbers)"
  }
}
