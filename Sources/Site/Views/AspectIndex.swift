import Inspections

/// A judgement on an aspect, with the report that makes it.
struct AspectJudgement: Sendable {
  let report: Report
  let judgement: Judgement
}

/// A recommendation that serves an aspect, with the report that makes it.
struct AspectRecommendation: Sendable {
  let report: Report
  let recommendation: Recommendation
}

/// Judgements and recommendations by framework and aspect, gathered once for all aspect pages.
struct AspectIndex: Sendable {
  /// What was found of one aspect, latest report first.
  struct Found: Sendable {
    var judgements: [AspectJudgement] = []
    var recommendations: [AspectRecommendation] = []
  }

  private struct Key: Hashable {
    let framework: FrameworkID
    let aspect: AspectID
  }

  private var found: [Key: Found] = [:]

  /// Complexity: O(n) in the reports, their judgements and recommendations.
  init(_ register: Register) {
    for report in register.links.reportsInOrder.reversed() {
      guard let framework = report.framework.known() else { continue }
      for judgement in report.judgements {
        guard case .aspects(let aspects) = judgement.subject else { continue }
        for aspect in aspects {
          let key = Key(framework: framework, aspect: aspect.value)
          found[key, default: Found()].judgements.append(
            AspectJudgement(report: report, judgement: judgement))
        }
      }
      for recommendation in report.recommendations {
        for aspect in recommendation.aspects {
          let key = Key(framework: framework, aspect: aspect.value)
          found[key, default: Found()].recommendations.append(
            AspectRecommendation(report: report, recommendation: recommendation))
        }
      }
    }
  }

  subscript(framework: FrameworkID, aspect: AspectID) -> Found {
    found[Key(framework: framework, aspect: aspect)] ?? Found()
  }
}

/// The judgements of one year on an aspect.
struct AspectYear: Sendable {
  /// The year, or `unknown`; the last part of its page's address.
  let name: String
  let judgements: [AspectJudgement]

  /// The year in words.
  var title: String { name == "unknown" ? "year not known" : name }

  /// Latest first; judgements without a date last.
  static func years(of judgements: [AspectJudgement]) -> [AspectYear] {
    let groups = Dictionary(grouping: judgements) { judgement in
      judgement.report.published.known()?.earliest.components.year ?? 0
    }
    return groups.sorted { $0.key > $1.key }.map { year, judgements in
      AspectYear(name: year == 0 ? "unknown" : "\(year)", judgements: judgements)
    }
  }
}
