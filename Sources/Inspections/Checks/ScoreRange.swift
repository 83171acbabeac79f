public import Diagnostics

/// Scores that their scale does not have.
public enum ScoreRange {
  /// The check `score-range`.
  public static let check = Check(
    "score-range", .figures, .error,
    summary: "A score is no more than the most that there is.",
    explanation: """
      A judgement may have a score beside its grade or instead of one: `score: {value: 2, of: 4}`. \
      The value lies between 0 and the most that there is, and the most is more than 0.

      Example: `score: {value: 59, of: 10}` where 59 of 100 is meant.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.judgements.compactMap { judgement in
      guard let score = judgement.score else { return nil }
      let isPossible =
        score.value.most > 0 && score.value.value >= 0 && score.value.value <= score.value.most
      return isPossible ? nil : .scoreRange(score, subject: .field("\(judgement.path).score"))
    }
  }
}

extension Diagnostic {
  fileprivate static func scoreRange(_ score: Located<Score>, subject: Subject) -> Diagnostic {
    let (value, most) = (score.value.value, score.value.most)
    return Diagnostic(
      ScoreRange.check, "'\(value.plain)' is no score out of \(most.plain)",
      at: Label(score.span, value > most ? "more than there is" : "less than nothing"),
      help: "correct the value, or the most that there is", subject: subject)
  }
}
