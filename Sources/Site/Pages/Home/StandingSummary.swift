import HTML
import Inspections
import Templates

/// What was asked for and where it stands: one sentence, and the latest reports with something that is
/// past its date, or of which it is not known what became.
struct StandingSummary: Sendable {
  let sentence: String
  let day: Day
  let groups: [Entry]

  static let view = View<StandingSummary>(
    "StandingSummary", "What was asked for and where it stands.",
    [
      .text("sentence", "How many recommendations are held and how many are closed; worked out.") {
        $0.sentence
      },
      .text("counted", "The day they were counted on, in words.") { DateWords.words($0.day) },
      .list(
        "groups", "Reports with something past its date, or of which it is not known what became.",
        Entry.view
      ) {
        $0.groups
      },
    ])

  /// Follows every recommendation; nil where there is none.
  ///
  /// Complexity: O(recommendations and what followed them).
  init?(of site: SiteContext, limit: Int) {
    let register = site.register
    day = site.now.day
    var counts = (all: 0, closed: 0)
    var groups: [Entry] = []
    for report in register.links.reportsNewestFirst {
      let histories = site.histories[report]
      counts.all += histories.count
      counts.closed += histories.count { $0.status.kind == .closed }
      guard groups.count < limit else { continue }
      if let group = Self.group(histories, of: report, in: site) { groups.append(group) }
    }
    guard counts.all > 0 else { return nil }
    let closed =
      counts.closed == 0 ? "none is" : NumberWords.count(counts.closed, "is", "are")
    sentence =
      "Of \(NumberWords.count(counts.all, "recommendation", "recommendations")) held, "
      + "\(closed) closed by a document."
    self.groups = groups
  }

  private static func group(
    _ histories: [RecommendationHistory], of report: Report, in site: SiteContext
  ) -> Entry? {
    let lost = histories.filter { $0.status == .notKnown }
    let shown = lost.isEmpty ? histories.filter { $0.status == .pastDate } : lost
    guard let first = shown.first else { return nil }
    let areas = report.areas.map { site.link($0.value).title }
    let place =
      areas.count == 1 ? areas[0] : report.title.value.plain
    var entry = Entry(
      title: NumberWords.capitalised("\(NumberWords.words(shown.count)) in \(place)"),
      link: site.addresses.link(.report(report.id, anchor: nil)))
    entry.mark = StatusMark.html(
      first.status, isSaidNotDone: shown.allSatisfy(\.isSaidNotDone))
    let ground = lost.isEmpty ? dueWords(shown) : StatusWords.ended(report, in: site.register)
    entry.note = [ground, StatusWords.lastLook(shown, in: site.register) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return entry
  }

  private static func dueWords(_ histories: [RecommendationHistory]) -> String {
    let dates = histories.compactMap { $0.due?.date }
    guard let first = dates.min(by: { $0.earliest < $1.earliest }),
      let last = dates.max(by: { $0.latest < $1.latest })
    else { return "" }
    guard first != last, let span = DateInterval("\(first)/\(last)") else {
      return "due \(DateWords.limit(first))"
    }
    return "due \(DateWords.words(span))"
  }
}
