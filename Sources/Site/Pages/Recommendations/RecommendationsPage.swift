import HTML
import Inspections
import Templates

extension PageKind {
  static let recommendations = PageKind(
    "recommendations", RecommendationsPage.view, at: RecommendationsPage.entrance,
    called: { NumberWords.capitalised(ReportWords.term(in: $0).many) },
    pages: RecommendationsPage.planned)
}

/// A list of recommendations, grouped by report, that can be narrowed.
///
/// A long list has pages by year and month, and its first page leads to those.
struct RecommendationsPage: FramedPage {
  let list: RecommendationList
  let shown: ListPage<RecommendationList.Row>
  /// What the page lists, newest report first.
  let groups: [AskedGroup]
  /// The lists by standing, which stand beside every list, with how many they have.
  let standings: [RecordLink]
  let site: SiteContext

  static let entrance = PageFrame.Crumb(title: "Recommendations", path: "recommendations/")

  /// The same under the name that it has where all frameworks call recommendations by one word.
  static func entrance(in site: SiteContext) -> PageFrame.Crumb {
    PageFrame.Crumb(title: NumberWords.capitalised(site.term.many), path: entrance.path)
  }

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let lists = site.recommendationLists
    let standings = lists.compactMap { $0.link(in: site) }
    return lists.flatMap { planned($0, beside: standings, in: site) }
  }

  private static func planned(
    _ list: RecommendationList, beside standings: [RecordLink], in site: SiteContext
  ) -> [PlannedPage] {
    list.pages.map { shown in
      PlannedPage(path: shown.place.path, kind: .recommendations) {
        view.record(
          of: RecommendationsPage(
            list: list, shown: shown, groups: shown.rows.map { list.group($0, in: site) },
            standings: standings, site: site))
      }
    }
  }
}

extension RecommendationsPage {
  private var all: [RecommendationHistory] { groups.flatMap(\.shown) }

  var frame: PageFrame {
    shown.frame(
      at: PageFrame.Crumb(
        title: list.subject.title(called: list.term, in: site.register), path: list.path),
      summary: list.subject.summary(called: list.term), below: list.breadcrumbs(in: site), in: site)
  }

  static let view = View<RecommendationsPage>(
    page: "RecommendationsPage", "The overview of recommendations, or a part of it.",
    [
      .text("summary", "How many recommendations the page lists, from how many reports.") {
        $0.summary
      },
      .text("tally", "Where they stand, as a sentence; may be empty.") { $0.tally },
      .text("year-basis", "Which year a report is of, for lists that are divided by that.") { _ in
        FigureWords.yearOfReport
      },
      .address("figures", "The page of how they fare, where the list has one.") { page in
        page.list.counted.flatMap { page.site.figures(of: $0) }
      },
      .texts("sums", "What the sums of money in the list add up to; worked out.") {
        $0.groups.count > 1 && !$0.shown.isIndex
          ? AmountWords.sums(of: $0.all, in: $0.site.register) : []
      },
      .list("filters", "What the list can be narrowed by.", RecommendationFilter.view) {
        $0.shown.isIndex ? [] : RecommendationFilter.all(of: $0.all, in: $0.site)
      },
      .list("standings", "The lists by where recommendations stand.", RecordLink.view) {
        $0.standings
      },
      .flag("is-narrower", "Whether the page lists less than these count, which is the register.") {
        $0.isNarrower
      },
      .address("file", "The whole list as CSV; absent where the site publishes no data.") { page in
        RecommendationListFile.isMade(of: page.list, in: page.site)
          ? page.site.addresses.link(RecommendationListFile.path(of: page.list)) : nil
      },
      .flag("has-rows", "Whether the page lists recommendations itself.") { !$0.groups.isEmpty },
      .list("groups", "What each report asked for, newest report first.", AskedGroup.view) {
        $0.groups
      },
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: ($0.list.term.one, $0.list.term.many), in: $0.site)
      },
    ])

  private var isNarrower: Bool {
    switch list.subject {
    case .all, .standing: !shown.isWhole
    case .organisation, .area: true
    }
  }

  /// What the reports of the page call what they ask for.
  private var term: PublicTerm {
    shown.isIndex ? list.term : ReportWords.term(of: groups.map(\.report), in: site.register)
  }

  private var summary: String {
    let count = shown.place.count
    guard count > 0 else { return "The register holds no recommendations yet." }
    let asked = NumberWords.capitalised(NumberWords.count(count, term.one, term.many))
    guard !shown.isIndex || shown.isWhole else { return "\(asked)." }
    let reports = shown.isIndex ? list.reports.count : groups.count
    return "\(asked) from \(NumberWords.count(reports, "report", "reports"))."
  }

  private var tally: String {
    all.isEmpty || shown.isIndex ? "" : StatusWords.sentence(all)
  }
}
