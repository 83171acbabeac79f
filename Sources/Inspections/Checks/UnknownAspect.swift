public import Diagnostics

/// Aspects that the report's framework does not judge.
public enum UnknownAspect {
  /// The check `unknown-aspect`.
  public static let check = Check(
    "unknown-aspect", .references, .error,
    summary: "An aspect is one of those that the report's framework judges.",
    explanation: """
      Judgements, recommendations and claims name aspects, and each framework has a list of its own. \
      An aspect that is not on the list would stand alone: no page would gather it with the same \
      aspect of other reports. What a report judges although it is no aspect of the framework is \
      given as `subject:`. A judgement that names a partner's framework may be on an aspect of either.

      Example: `aspect: safe-guarding`, where the framework has `safeguarding`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for judgement in report.judgements {
      guard case .aspects(let aspects) = judgement.subject,
        let scale = context.register.framework(of: judgement, in: report)
      else { continue }
      for aspect in aspects
      where context.register.aspect(aspect.value, of: judgement, in: report) == nil {
        found += unknown(aspect, in: scale, "\(judgement.path).aspect")
      }
    }
    guard let framework = context.register.framework(of: report) else { return found }
    for recommendation in report.recommendations {
      for aspect in recommendation.aspects {
        found += unknown(aspect, in: framework, "\(recommendation.path).aspect")
      }
    }
    return found
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for framework in context.register.frameworks.records {
      for aspect in framework.aspects {
        guard let parent = aspect.parent else { continue }
        found += unknown(parent, in: framework, "aspects.\(aspect.id.value).parent")
      }
    }
    for account in context.register.coverage.records {
      for claim in account.claims where !claim.judgements.isEmpty {
        guard let report = claim.report.flatMap({ context.register.reports[$0] }),
          let framework = context.register.framework(of: report)
        else { continue }
        for judgement in claim.judgements {
          found += unknown(judgement.aspect, in: framework, "claims.judgements")
        }
      }
    }
    return found
  }

  private static func unknown(
    _ aspect: Located<AspectID>, in framework: Framework, _ path: @autoclosure () -> String
  ) -> [Diagnostic] {
    framework.aspect(aspect.value) != nil || framework.aspects.map(\.id.value).hasRepeats
      ? [] : [.unknownAspect(aspect, in: framework, subject: .field(path()))]
  }
}

extension Diagnostic {
  fileprivate static func unknownAspect(
    _ aspect: Located<AspectID>, in framework: Framework, subject: Subject
  ) -> Diagnostic {
    let names = framework.aspects.map(\.id.value.name)
    let titled = onlyName(
      in: framework.aspects.map { ($0.id.value.name, [$0.title] + $0.alsoKnownAs) },
      called: aspect.value.name)
    let nearest = titled ?? NearMiss.of(aspect.value.name, among: names)
    return Diagnostic(
      UnknownAspect.check, "'\(aspect.value)' is not an aspect of framework '\(framework.id)'",
      at: Label(aspect.span, "not an aspect"),
      notes: [
        names.isEmpty
          ? "the framework lists no aspects" : "aspects are \(names.joined(separator: ", "))"
      ],
      help: nearest.map { "did you mean '\($0)'?" },
      fix: titled.flatMap { replacement(of: aspect.value.name, at: aspect.span, with: $0) },
      subject: subject)
  }
}
