public import Diagnostics

/// Poor grades that ask for nothing.
public enum GradeWithoutRecommendation {
  /// The check `grade-without-recommendation`.
  public static let check = Check(
    "grade-without-recommendation", .recommendations, .warning,
    summary: "An aspect with the lowest grade has a recommendation.",
    explanation: """
      An aspect judged with the last grade of the scale, and no recommendation on it, leaves the \
      reader without an answer to what should change. A recommendation on an aspect also serves the \
      aspect above it, and one verdict on several aspects is served by a recommendation on any of \
      them. What is carried over from an earlier report, or judged by a partner on its own scale, is \
      left alone. Where the framework demands a recommendation (`requires_recommendation: true`), the \
      finding is an error. A report of which the register holds no recommendations because it is \
      only known of is left alone, and so is one with a recommendation on an aspect that its framework \
      does not have, until that is put right.

      Example: race and diversity judged inadequate in a report whose ten recommendations are on \
      other aspects.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard !report.judgements.isEmpty, report.holdsText || !report.recommendations.isEmpty,
      let framework = context.register.framework(of: report), framework.grades.count > 1,
      report.recommendations.allSatisfy({ $0.aspects.allSatisfy { framework.has($0.value) } })
    else { return [] }
    let served = servedAspects(report, framework)
    return report.judgements.compactMap { judgement in
      guard case .aspects(let aspects) = judgement.subject, judgement.carriedFrom == nil,
        !context.register.isPartners(judgement, in: report),
        aspects.contains(where: { framework.has($0.value) }),
        !aspects.contains(where: { served.contains($0.value) }),
        let grade = judgement.grade.value.grades.compactMap({ demand(of: $0, framework) }).max(
          by: { !$0.isRequired && $1.isRequired })
      else { return nil }
      return .gradeWithoutRecommendation(judgement, grade.id, isRequired: grade.isRequired)
    }
  }

  /// The aspects that recommendations name, and those above them.
  private static func servedAspects(_ report: Report, _ framework: Framework) -> Set<AspectID> {
    var served: Set<AspectID> = []
    for recommendation in report.recommendations {
      for aspect in recommendation.aspects {
        var next: AspectID? = aspect.value
        while let id = next, served.insert(id).inserted {
          next = framework.aspect(id)?.parent?.value
        }
      }
    }
    return served
  }

  private static func demand(
    of grade: GradeID, _ framework: Framework
  ) -> (id: GradeID, isRequired: Bool)? {
    guard let place = framework.grades.firstIndex(where: { $0.id.value == grade }) else {
      return nil
    }
    let isRequired = framework.grades[place].requiresRecommendation
    return isRequired || place == framework.grades.count - 1 ? (grade, isRequired) : nil
  }
}

extension Framework {
  /// Whether it judges an aspect; a name of none is told where it stands, and may be meant for any.
  fileprivate func has(_ aspect: AspectID) -> Bool { self.aspect(aspect) != nil }
}

extension Diagnostic {
  fileprivate static func gradeWithoutRecommendation(
    _ judgement: Judgement, _ grade: GradeID, isRequired: Bool
  ) -> Diagnostic {
    let name = judgement.path.dropFirst("judgements.".count)
    return Diagnostic(
      GradeWithoutRecommendation.check,
      level: isRequired ? .error : GradeWithoutRecommendation.check.level,
      "'\(name)' is graded \(grade), and no recommendation is on it",
      at: Label(judgement.grade.span, "nothing is asked for"),
      notes: isRequired ? ["the framework demands a recommendation for this grade"] : [],
      help: "name the aspect in the recommendation that serves it, or waive the check",
      subject: .field(judgement.path))
  }
}
