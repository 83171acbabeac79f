import HTML
import Inspections

/// What a visit concludes on the whole: the recorded conclusion, and the tally worked out beside it.
enum FollowUpWords {
  /// `Satisfactory progress: 5, Inadequate progress: 2; 7 in all`; empty where no conclusions are known.
  static func tally(of report: Report, in register: Register) -> String {
    guard let tally = ReportFacts(of: report, in: register).progressTally,
      let words = ReportWords.progressTally(of: report, in: register)
    else { return "" }
    return tally.isItemised ? words : "\(words); which ones is not known"
  }

  /// The recorded conclusion on the whole, or the words for its absence.
  static func overall(of visit: Visit, in framework: Framework?) -> HTMLFragment {
    if let overall = visit.overall.known() { return ProgressMark.html(overall, in: framework) }
    var buffer = HTMLBuffer()
    buffer.markup("<span class=\"unknown\">")
    buffer.text(visit.overall == nil ? "none given" : "not known")
    buffer.markup("</span>")
    return buffer.fragment()
  }
}
