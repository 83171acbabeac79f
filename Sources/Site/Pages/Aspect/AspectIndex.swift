import Inspections

/// What one report has on an aspect.
struct AspectRow: Sendable {
  let report: Report
  var judgements: [Judgement] = []
  var recommendations: [RecommendationHistory] = []
}

/// Judgements and recommendations by framework and aspect, gathered once for all aspect pages.
struct AspectIndex: Sendable {
  private var found: [FrameworkID: [AspectID: [AspectRow]]] = [:]

  /// Complexity: O(n) in the reports, their judgements and recommendations.
  init(_ site: SiteContext) {
    for report in site.register.links.reportsNewestFirst {
      addJudgements(of: report, in: site.register)
      guard let framework = report.framework.known() else { continue }
      for history in site.histories[report] {
        for aspect in history.recommendation.aspects {
          change(framework, aspect.value, of: report) { $0.recommendations.append(history) }
        }
      }
    }
  }

  /// What a report carries over stands under the report that reached it.
  private mutating func addJudgements(of report: Report, in register: Register) {
    for judgement in report.judgements where judgement.carriedFrom == nil {
      guard case .aspects(let aspects) = judgement.subject else { continue }
      for aspect in aspects {
        let listed = register.aspect(aspect.value, of: judgement, in: report)?.framework.id
        guard let framework = listed ?? report.framework.known() else { continue }
        change(framework, aspect.value, of: report) { $0.judgements.append(judgement) }
      }
    }
  }

  private mutating func change(
    _ framework: FrameworkID, _ aspect: AspectID, of report: Report,
    _ change: (inout AspectRow) -> Void
  ) {
    var rows = found[framework, default: [:]].removeValue(forKey: aspect) ?? []
    if rows.last?.report !== report { rows.append(AspectRow(report: report)) }
    change(&rows[rows.count - 1])
    found[framework]?[aspect] = rows
  }

  /// What reports have on an aspect, latest report first.
  subscript(framework: FrameworkID, aspect: AspectID) -> [AspectRow] {
    found[framework]?[aspect] ?? []
  }
}
