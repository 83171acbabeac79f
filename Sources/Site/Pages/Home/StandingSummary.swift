import HTML
import Inspections
import Templates

/// What was asked for and where it stands: one sentence, and the latest reports with something that is
/// past its date, or of which it is not known what became.
struct StandingSummary: Sendable {
  let sentence: String
  let groups: [Entry]
  /// Of how many reports these are the latest; empty where they are all.
  let latest: String
  /// The lists of recommendations by where they stand, with how many each has.
  let lists: [RecordLink]

  static let view = View<StandingSummary>(
    "StandingSummary", "What was asked for and where it stands.",
    [
      .text("sentence", "How many recommendations are held and how many are closed; worked out.") {
        $0.sentence
      },
      .list(
        "groups", "Reports with something past its date, or of which it is not known what became.",
        Entry.view
      ) {
        $0.groups
      },
      .text("latest", "Of how many reports these are the latest; empty where they are all.") {
        $0.latest
      },
      .list(
        "lists", "The lists by where recommendations stand, each with its count.", RecordLink.view
      ) {
        $0.lists
      },
    ])

  /// Nil where there is no recommendation.
  ///
  /// Complexity: O(lists, and the recommendations of reports up to the last that is shown).
  init?(of site: SiteContext, limit: Int) {
    func list(_ subject: RecommendationList.Subject) -> RecommendationList? {
      site.recommendationLists.first { $0.subject == subject }
    }
    let all = list(.all)?.count ?? 0
    guard all > 0 else { return nil }
    groups = Array(
      site.register.links.reportsNewestFirst.lazy
        .compactMap { Self.group(site.histories[$0], of: $0, in: site) }.prefix(limit))
    lists = site.recommendationLists.filter { $0.subject != .all }.compactMap { $0.link(in: site) }
    let such = [list(.standing(.overdue)), list(.standing(.notKnown))].compactMap(\.self)
    let reports = Set(such.flatMap(\.reports).map(\.report.id)).count
    latest =
      reports > groups.count
      ? "The latest \(NumberWords.words(groups.count)) of "
        + "\(NumberWords.count(reports, "such report", "such reports")):" : ""
    sentence = StatusWords.closed(
      list(.standing(.closed))?.count ?? 0, of: all, called: site.term)
  }

  private static func group(
    _ histories: [RecommendationHistory], of report: Report, in site: SiteContext
  ) -> Entry? {
    let lost = histories.filter { $0.status == .notKnown }
    let shown = lost.isEmpty ? histories.filter { $0.status == .pastDate } : lost
    guard let first = shown.first else { return nil }
    let term = ReportWords.term(of: report, in: site.register)
    let count = StatusWords.share(shown.count, of: histories.count, called: term)
    var entry = Entry(
      title: "\(ReportWords.place(of: report, in: site.register)): \(count)",
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
    return DateWords.label("due", span)
  }
}
