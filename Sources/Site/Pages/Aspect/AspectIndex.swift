import Inspections

/// A judgement on an aspect, with the report that makes it.
struct AspectJudgement: Sendable {
  let report: Report
  let judgement: Judgement
}

/// Judgements and recommendations by framework and aspect, gathered once for all aspect pages.
struct AspectIndex: Sendable {
  /// What was found of one aspect, latest report first.
  struct Found: Sendable {
    var judgements: [AspectJudgement] = []
    var recommendations: [RecommendationHistory] = []
  }

  private var found: [FrameworkID: [AspectID: Found]] = [:]

  /// Complexity: O(n) in the reports, their judgements and recommendations.
  init(_ site: SiteContext) {
    for report in site.register.links.reportsNewestFirst {
      addJudgements(of: report, in: site.register)
      guard let framework = report.framework.known() else { continue }
      Self.add(site.histories[report], to: &found[framework, default: [:]])
    }
  }

  /// What a report carries over stands under the report that reached it.
  private mutating func addJudgements(of report: Report, in register: Register) {
    for judgement in report.judgements where judgement.carriedFrom == nil {
      guard case .aspects(let aspects) = judgement.subject else { continue }
      for aspect in aspects {
        let listed = register.aspect(aspect.value, of: judgement, in: report)?.framework.id
        guard let framework = listed ?? report.framework.known() else { continue }
        found[framework, default: [:]][aspect.value, default: Found()].judgements.append(
          AspectJudgement(report: report, judgement: judgement))
      }
    }
  }

  private static func add(
    _ histories: [RecommendationHistory], to found: inout [AspectID: Found]
  ) {
    for history in histories {
      for aspect in history.recommendation.aspects {
        found[aspect.value, default: Found()].recommendations.append(history)
      }
    }
  }

  subscript(framework: FrameworkID, aspect: AspectID) -> Found {
    found[framework]?[aspect] ?? Found()
  }
}

/// The judgements of one year on an aspect.
struct AspectYear: Sendable {
  /// The year, or `unknown`; the last part of its page's address.
  let name: String
  let judgements: ArraySlice<AspectJudgement>

  /// The year in words.
  var title: String { name == "unknown" ? "year not known" : name }

  /// Latest first, as ``AspectIndex`` has them.
  static func years(of judgements: [AspectJudgement]) -> [AspectYear] {
    var years: [AspectYear] = []
    var rest = judgements[...]
    while let first = rest.first {
      let year = first.report.year
      let judgements = rest.prefix { $0.report.year == year }
      years.append(AspectYear(name: year.map(String.init) ?? "unknown", judgements: judgements))
      rest = rest[judgements.endIndex...]
    }
    return years
  }
}
