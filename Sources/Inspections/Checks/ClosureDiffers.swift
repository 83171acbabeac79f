public import Diagnostics

/// Conclusions that close a recommendation in one way, beside an entry that closes it in another.
public enum ClosureDiffers {
  /// The check `closure-differs`.
  public static let check = Check(
    "closure-differs", .recommendations, .error,
    summary: "A report closes a recommendation in one way.",
    explanation: """
      A conclusion of the framework's progress scale may close what it is said of (`closes:` of the \
      scale), and a report may close a recommendation by an entry under its own `closes:`. Where both \
      are about the same recommendation and the same body, they must agree.

      Example: the conclusion "Closed—Acceptable Action", which closes as `implemented`, beside \
      `closes: [{recommendation: 2, as: superseded}]`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let visit = report.visit, !visit.closes.isEmpty,
      let progress = visit.progress.known(),
      let scale = context.register.framework(of: report)?.progress
    else { return [] }
    return visit.closes.flatMap { closure in
      progress.compactMap { entry -> Diagnostic? in
        guard entry.recommendation.value == closure.recommendation.value,
          entry.to.meets(closure.to),
          let conclusion = scale.first(where: { $0.id.value == entry.judgement.value }),
          let reason = conclusion.closes, reason != closure.reason
        else { return nil }
        return .closureDiffers(closure, entry, closingAs: reason)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func closureDiffers(
    _ closure: Closure, _ entry: Progress, closingAs reason: Closure.Reason
  ) -> Diagnostic {
    let number = closure.recommendation.value
    return Diagnostic(
      ClosureDiffers.check,
      "'\(number)' is closed as \(closure.reason.rawValue), and the conclusion on it closes it as "
        + reason.rawValue,
      at: Label(closure.recommendation.span, "closed as \(closure.reason.rawValue)"),
      secondary: [Label(entry.judgement.span, "closes as \(reason.rawValue)")],
      help: "take the entry under 'closes' out, or correct one of the two",
      subject: .field("closes.\(number)"))
  }
}
