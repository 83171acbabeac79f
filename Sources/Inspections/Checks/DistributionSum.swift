public import Diagnostics

/// Divisions of a whole whose parts do not add up to it.
public enum DistributionSum {
  /// The check `distribution-sum`.
  public static let check = Check(
    "distribution-sum", .figures, .error,
    summary: "The parts of a sample or of a survey add up to the whole.",
    explanation: """
      Every member of a sample got one grade, and everyone in a survey's base gave one answer or \
      none, so the counts add up to `size` or `base`. A division that falls short lacks a part, such \
      as those who did not answer; one that goes over counts something twice. Returns to a \
      consultation are counted by the way they came and by who sent them, and both counts must be \
      the same. Where the whole is not known, nothing is checked.

      Example: a sample of 33 with `grades: {good: 1, adequate: 7, inadequate: 24}`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.samples.flatMap(run) + report.surveys.compactMap(run)
      + [report.consultation.flatMap(run), report.visit.flatMap { run($0, context) }].compactMap {
        $0
      }
  }

  private static func run(_ sample: Sample) -> [Diagnostic] {
    guard let size = sample.size, case .known(let whole) = size.value else { return [] }
    let path = "samples.\(sample.id.value)"
    var found: [Diagnostic] = []
    if let grades = sample.grades, !grades.value.isEmpty {
      let parts = grades.value.map(\.value.count)
      if let diagnostic = mismatch(
        parts, at: grades.span, whole: whole, of: size.span, "a size of \(whole)", "\(path).grades")
      {
        found.append(diagnostic)
      }
    }
    for split in sample.splits {
      let parts = split.counts.value.map(\.value.count)
      if let diagnostic = mismatch(
        parts, at: split.counts.span, whole: whole, of: size.span, "a size of \(whole)",
        "\(path).splits")
      {
        found.append(diagnostic)
      }
    }
    return found
  }

  private static func run(_ survey: Survey) -> Diagnostic? {
    guard let base = survey.base, case .known(let whole) = base.value,
      let responses = survey.responses, !responses.value.isEmpty
    else { return nil }
    return mismatch(
      responses.value.map(\.value.count), at: responses.span, whole: whole, of: base.span,
      "a base of \(whole)", "surveys.\(survey.id.value).responses")
  }

  private static func run(_ consultation: Consultation) -> Diagnostic? {
    guard let first = consultation.responses.first, !consultation.respondents.isEmpty,
      let other = consultation.respondents.first
    else { return nil }
    let whole = consultation.responses.reduce(0) { $0 + $1.value.count }
    return mismatch(
      consultation.respondents.map(\.value.count), at: other.keySpan, whole: whole,
      of: first.keySpan, "the \(whole) returns by the way they came", "consultation.respondents")
  }

  /// Counts of conclusions without their items still cover each recommendation once.
  private static func run(_ visit: Visit, _ context: CheckContext) -> Diagnostic? {
    let followed = visit.follows.compactMap { context.register.reports[$0.value] }
    guard let first = visit.progressCounts.first, let follows = visit.follows.first,
      followed.count == visit.follows.count,
      followed.allSatisfy({ !$0.recommendations.isEmpty })
    else { return nil }
    let whole = followed.reduce(-visit.notAssessed.count) { $0 + $1.recommendations.count }
    return mismatch(
      visit.progressCounts.map(\.value.count), at: first.keySpan, whole: whole,
      of: follows.span, "the \(whole) recommendations that were judged", "progress_counts")
  }

  private static func mismatch(
    _ parts: [Int], at span: Span, whole: Int, of wholeSpan: Span,
    _ words: @autoclosure () -> String,
    _ path: @autoclosure () -> String
  ) -> Diagnostic? {
    let sum = parts.reduce(0, +)
    guard sum != whole else { return nil }
    return .distributionSum(
      parts, sum: sum, at: span, whole: whole, of: wholeSpan, words: words(),
      subject: .field(path()))
  }
}

extension Diagnostic {
  fileprivate static func distributionSum(
    _ parts: [Int], sum: Int, at span: Span, whole: Int, of wholeSpan: Span, words: String,
    subject: Subject
  ) -> Diagnostic {
    let difference = abs(sum - whole)
    return Diagnostic(
      DistributionSum.check,
      "'\(parts.map(String.init).joined(separator: " + "))' is \(sum), not \(words)",
      at: Label(span, "\(difference) too \(sum > whole ? "many" : "few")"),
      secondary: [Label(wholeSpan, "the whole")],
      help:
        "correct a part or the whole, or record the whole as it was printed and waive the check",
      subject: subject)
  }
}
