import HTML
import Inspections

/// What a report that follows another up concludes on the whole, as recorded, and what its single
/// conclusions add up to.
enum FollowUpWords {
  /// The recorded conclusion on the whole; empty where none is recorded.
  static func overall(of report: Report, in register: Register) -> HTMLFragment {
    guard let overall = report.visit?.overall?.value else { return .empty }
    return overall.value.map { ProgressMark.html($0, in: register.framework(of: report)) }
      ?? GradeMark.none("not known", steps: nil)
  }

  /// The recorded conclusion in words: `Satisfactory progress`; nil where none is recorded.
  static func overallWords(of report: Report, in register: Register) -> String? {
    report.visit?.overall.map { overall in
      overall.value.value.map { ReportWords.progress($0, in: register.framework(of: report)) }
        ?? "not known"
    }
  }

  /// `recorded overall: Satisfactory progress; of 7: 5 Satisfactory progress, 2 Inadequate progress`;
  /// nil where nothing is concluded.
  static func summary(
    of report: Report, on asked: [Report]? = nil, in register: Register
  ) -> String? {
    let overall = overallWords(of: report, in: register).map { "recorded overall: \($0)" }
    let parts = [overall, TallyWords.progress(of: report, on: asked, in: register)].compactMap {
      $0
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
