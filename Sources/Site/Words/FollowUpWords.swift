import HTML
import Inspections

/// What a visit concludes on the whole: the recorded conclusion, and the tally worked out beside it.
enum FollowUpWords {
  /// `5 of 7 satisfactory progress, 2 inadequate progress`; empty where no conclusions are known.
  static func tally(of report: Report, in register: Register) -> String {
    let framework = register.framework(of: report)
    guard let tally = ReportFacts(of: report, in: register).progressTally else { return "" }
    return tally.counts.enumerated().map { place, entry in
      let title =
        framework?.progress.first { $0.id.value == entry.grade }?.title ?? entry.grade.name
      let words = title.prefix(1).lowercased() + title.dropFirst()
      return place == 0 ? "\(entry.count) of \(tally.total) \(words)" : "\(entry.count) \(words)"
    }.joined(separator: ", ") + (tally.isItemised ? "" : "; which ones is not known")
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
