import HTML
import Inspections

/// What reports say, in a few English words.
enum ReportWords {
  /// What the framework of a report calls what it asks for.
  static func term(of report: Report, in register: Register) -> RecommendationTerm {
    if let term = register.framework(of: report)?.recommendationTerm { return term }
    return .usual
  }

  /// `seven areas for improvement`; nil where the register holds none.
  static func asked(by report: Report, in register: Register) -> String? {
    guard !report.recommendations.isEmpty else { return nil }
    let term = term(of: report, in: register)
    return NumberWords.count(report.recommendations.count, term.one, term.many)
  }

  /// When inspectors were there, else when the report appeared: `1–2 February 2010`.
  static func time(of report: Report) -> String {
    report.time.map(DateWords.words) ?? "date not known"
  }

  /// The year the report is of: `2009`, or `2010 (published)` where it is not known when inspectors were
  /// there; nil where no date is known.
  static func year(of report: Report) -> String? {
    report.year.map { year in
      report.fieldwork.known() == nil ? "\(year) (published)" : "\(year)"
    }
  }

  /// When inspectors were there and when the report appeared, as far as is known: `inspected June and
  /// July 2007, published February 2008`.
  static func dates(of report: Report) -> String {
    let work = report.fieldwork.known().map { "\(verb(report.kind.value)) \(DateWords.words($0))" }
    let published = report.published.known().map { "published \(DateWords.words($0))" }
    let cover = published == nil ? report.dated.known().map { "dated \(DateWords.words($0))" } : nil
    let known = [work, cover, published].compactMap { $0 }
    guard !known.isEmpty else { return "date not known" }
    return (known + (published == nil ? ["date of publication not known"] : []))
      .joined(separator: ", ")
  }

  private static func verb(_ kind: Report.Kind) -> String {
    switch kind {
    case .inspection: "inspected"
    case .monitoring: "visited"
    case .thematic, .consultation: "fieldwork"
    }
  }

  /// What the report is, like `Inspection`.
  static func kind(_ report: Report) -> String {
    switch report.kind.value {
    case .inspection: "Inspection"
    case .thematic: "Thematic report"
    case .monitoring: "Monitoring visit"
    case .consultation: "Consultation"
    }
  }

  /// The overall grade in words: `Good`, `Adequate to Good`, `not known`, `none given`.
  static func overall(of report: Report, in register: Register) -> String {
    let framework = register.framework(of: report)
    return switch report.overall?.value {
    case .grade(let id): grade(id, in: framework)
    case .split(let ids): ids.map { grade($0, in: framework) }.joined(separator: " to ")
    case .notGraded: "not graded"
    case .unknown: "not known"
    case nil: "none given"
    }
  }

  /// The overall grade as a mark; an empty outline with words where there is none.
  static func overallMark(of report: Report, in register: Register) -> HTMLFragment {
    let framework = register.framework(of: report)
    guard let overall = report.overall?.value else {
      return GradeMark.none("none given", steps: framework?.grades.count)
    }
    return GradeMark.html(overall, in: framework)
  }

  /// A grade's public word.
  static func grade(_ id: GradeID, in framework: Framework?) -> String {
    framework?.grades.first { $0.id.value == id }?.title ?? id.name
  }

  /// A progress conclusion's public words.
  static func progress(_ id: ProgressGradeID, in framework: Framework?) -> String {
    framework?.progress.first { $0.id.value == id }?.title ?? id.name
  }

  /// `Satisfactory progress: 5, Inadequate progress: 2; 7 in all`; nil where a visit concludes nothing.
  static func progressTally(of visit: Report, in register: Register) -> String? {
    let facts = ReportFacts(of: visit, in: register)
    guard let tally = facts.progressTally else { return nil }
    let framework = register.framework(of: visit)
    let parts = tally.counts.map { "\(progress($0.grade, in: framework)): \($0.count)" }
    return "\(parts.joined(separator: ", ")); \(tally.total) in all"
  }

  /// `counted from 11 judgements: Inadequate: 7, Adequate: 1, Good: 3`; nil where it grades no aspect.
  static func gradeTally(of report: Report, in register: Register) -> String? {
    let tally = ReportFacts(of: report, in: register).gradeTally
    guard !tally.isEmpty else { return nil }
    let framework = register.framework(of: report)
    let judged = report.judgements.filter {
      guard case .aspects = $0.subject else { return false }
      return true
    }.count
    let counts = tally.map { "\(grade($0.grade, in: framework)): \($0.count)" }
    let rest = judged - tally.map(\.count).reduce(0, +)
    let parts = counts + (rest > 0 ? ["without a single grade: \(rest)"] : [])
    let judgements = NumberWords.count(judged, "judgement", "judgements")
    return "counted from \(judgements): \(parts.joined(separator: ", "))"
  }
}
