import HTML
import Inspections
import Templates

/// What was asked for and where it stands: one sentence, and the latest reports with something that is
/// past its date, or of which it is not known what became.
struct StandingSummary: Sendable {
  let sentence: String
  let day: Day
  let groups: [Entry]
  /// The lists of recommendations by where they stand, with how many each has.
  let lists: [RecordLink]

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
      .list(
        "lists", "The lists by where recommendations stand, each with its count.", RecordLink.view
      ) {
        $0.lists
      },
    ])

  /// Follows every recommendation; nil where there is none.
  ///
  /// Complexity: O(recommendations and what followed them).
  init?(of site: SiteContext, limit: Int) {
    let register = site.register
    day = site.now.day
    var counts: [RecommendationStatus.Kind: Int] = [:]
    var groups: [Entry] = []
    for report in register.links.reportsNewestFirst {
      let histories = site.histories[report]
      for followed in histories { counts[followed.status.kind, default: 0] += 1 }
      guard groups.count < limit else { continue }
      if let group = Self.group(histories, of: report, in: site) { groups.append(group) }
    }
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return nil }
    let number = counts[.closed] ?? 0
    let closed = number == 0 ? "none is" : NumberWords.count(number, "is", "are")
    lists = RecommendationList.Standing.allCases.compactMap { standing in
      let count = counts.reduce(0) { $0 + (standing.includes($1.key) ? $1.value : 0) }
      guard count > 0 else { return nil }
      return RecordLink(
        title: standing.title,
        link: site.addresses.link(RecommendationList.path(of: .standing(standing))),
        note: NumberWords.grouped(count))
    }
    sentence =
      "Of \(NumberWords.count(all, "recommendation", "recommendations")) held, "
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
