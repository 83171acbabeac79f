import Inspections

/// What one report has on an aspect.
struct AspectRow: Sendable {
  let report: Report
  var judgements: [Judgement] = []
  var recommendations: [RecommendationHistory] = []
}

/// Judgements and recommendations by aspect, gathered once for all aspect pages.
struct AspectIndex: Sendable {
  /// By the aspect of the framework that lists it.
  private var found: [ObjectIdentifier: [AspectRow]] = [:]

  /// Complexity: O(n) in the reports, their judgements and recommendations.
  init(_ site: SiteContext) {
    for report in site.register.links.reportsNewestFirst where report.stands {
      addJudgements(of: report, in: site.register)
      guard let framework = site.register.framework(of: report) else { continue }
      for history in site.histories[report] {
        for aspect in history.recommendation.aspects {
          guard let aspect = framework.aspect(aspect.value) else { continue }
          change(aspect, of: report) { $0.recommendations.append(history) }
        }
      }
    }
  }

  /// What a report carries over stands under the report that reached it.
  private mutating func addJudgements(of report: Report, in register: Register) {
    for judgement in report.judgements where judgement.carriedFrom == nil {
      guard case .aspects(let aspects) = judgement.subject else { continue }
      for aspect in aspects {
        guard let aspect = register.aspect(aspect.value, of: judgement, in: report)?.aspect
        else { continue }
        change(aspect, of: report) { $0.judgements.append(judgement) }
      }
    }
  }

  private mutating func change(
    _ aspect: Aspect, of report: Report, _ change: (inout AspectRow) -> Void
  ) {
    func note(_ rows: inout [AspectRow]) {
      if rows.last?.report !== report { rows.append(AspectRow(report: report)) }
      change(&rows[rows.count - 1])
    }
    note(&found[ObjectIdentifier(aspect), default: []])
  }

  /// What reports have on an aspect of a framework, latest report first.
  subscript(framework: Framework, aspect: AspectID) -> [AspectRow] {
    framework.aspect(aspect).flatMap { found[ObjectIdentifier($0)] } ?? []
  }
}
