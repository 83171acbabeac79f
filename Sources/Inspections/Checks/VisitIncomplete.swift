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
      `not_assessed` then stands for the rest. Nothing is checked where the recommendations or the \
      conclusions are recorded as not known.

      Example: seven recommendations, and a visit whose `progress` ends at the sixth.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let visit = report.visit, let place = visit.progress,
      case .known(let progress) = place.value
    else { return [] }
    typealias Entry = (number: Located<PrintedNumber>, to: [Located<OrganisationID>])
    var seen: [PrintedNumber: [Entry]] = [:]
    var found: [Diagnostic] = []
    let judged = progress.map { Entry($0.recommendation, $0.to) }
    // What is not assessed of a recommendation is the rest of it.
    let rest = visit.notAssessed.filter { number in
      !judged.contains { $0.number.value == number.value && !$0.to.isEmpty }
    }
    for entry in judged + rest.map({ Entry($0, []) }) {
      let number = entry.number
      if let earlier = seen[number.value]?.first(where: { $0.to.meets(entry.to) }) {
        found.append(.judgedTwice(number, first: earlier.number.span))
      }
      seen[number.value, default: []].append(entry)
    }
    guard let followed = context.register.reports[visit.follows.value] else { return found }
    let missing = followed.recommendations.filter { seen[$0.number.value] == nil }
    if !missing.isEmpty {
      found.append(.notJudged(missing, at: place.keySpan, of: followed))
    }
    for asked in followed.recommendations
    where !visit.notAssessed.contains(where: { $0.value == asked.number.value }) {
      let entries = seen[asked.number.value] ?? []
      let left = asked.to.filter { body in !entries.contains { $0.to.concerns(body.value) } }
      if let first = entries.first, !left.isEmpty {
        found.append(.notJudged(asked.number.value, left, at: first.number.span))
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func judgedTwice(_ number: Located<PrintedNumber>, first: Span) -> Diagnostic {
    Diagnostic(
      VisitIncomplete.check, "'\(number.value)' is judged twice by this visit",
      at: Label(number.span, "the same again"), secondary: [Label(first, "first here")],
      help: "keep one entry for each recommendation", subject: .field("progress.\(number.value)"))
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
