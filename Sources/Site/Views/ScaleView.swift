import HTML
import Inspections
import Templates

/// A framework's scale of grades with what each stands for.
struct Scale: TextScope, Sendable {
  let framework: Framework
  let site: SiteContext

  var scope: ReferenceScope { ReferenceScope(framework) }

  static let view = View<Scale>(
    "Scale", "A framework's scale of grades.",
    [
      .text("title", "The framework's name.") { $0.framework.title.value.plain },
      .language { $0.framework.titleLanguage },
      .address("link", "The framework's page.") {
        $0.site.addresses.link(.framework($0.framework.id, anchor: nil))
      },
      .list("steps", "The grades, best first.", ScaleStep.view) { $0.steps },
    ])

  /// The grades, best first.
  var steps: [ScaleStep] {
    let isBare = framework.grades.allSatisfy { $0.meaning == nil }
    return framework.grades.map { grade in
      ScaleStep(
        mark: GradeMark.html(.grade(grade.id.value), in: framework, isScaleNamed: true),
        meaning: text(grade.meaning), isBare: isBare, requiresAction: grade.requiresRecommendation)
    }
  }

  /// The progress scale, best first.
  var progressSteps: [ScaleStep] {
    let isBare = framework.progress.allSatisfy { $0.meaning == nil }
    return framework.progress.map { grade in
      ScaleStep(
        mark: ProgressMark.html(grade.id.value, in: framework), meaning: text(grade.meaning),
        isBare: isBare, closes: grade.closes != nil)
    }
  }
}

/// One value of a scale, or of the status of recommendations, with what it stands for.
struct ScaleStep: Sendable {
  let mark: HTMLFragment
  let meaning: HTMLFragment
  /// Whether no value of its scale has a meaning.
  var isBare = false
  var requiresAction = false
  var closes = false

  static let view = View<ScaleStep>(
    "ScaleStep", "One value of a scale.",
    [
      .html("mark", "The value's word with its mark.") { $0.mark },
      .html("meaning", "What it stands for; may be empty.") { $0.meaning },
      .flag("is-bare", "Whether it is not held what any value of the scale stands for.") {
        $0.isBare
      },
      .flag("requires-action", "Whether the framework demands a recommendation with it.") {
        $0.requiresAction
      },
      .flag("closes", "Whether what it is said of is closed by it.") { $0.closes },
    ])
}
