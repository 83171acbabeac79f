import HTML
import Inspections
import Templates

extension PageKind {
  static let recommendations = PageKind(
    "recommendations", RecommendationsPage.view, at: RecommendationsPage.entrance,
    pages: RecommendationsPage.planned)
}

/// A list of recommendations, grouped by report, that can be narrowed.
///
/// A long list has a page for each part of a year, and its first page lists those.
struct RecommendationsPage: FramedPage {
  let list: RecommendationList
  /// The page's place in the site.
  let path: String
  /// The part of the list the page shows; nil for all of it.
  let part: Part?
  /// What the page lists, newest report first.
  let groups: [AskedGroup]
  /// The pages that together list everything; empty where this one does.
  let parts: [Part]
  /// The lists by standing, which stand beside every list, with how many they have.
  let standings: [RecordLink]
  let site: SiteContext

  /// The reports of a year, or those without a date, with how many of their recommendations are listed.
  typealias Part = PagePart<[(report: Report, count: Int)]>

  /// More recommendations than this are divided by year.
  static let mostOnOnePage = 400
  /// The most that a part of a year lists, but for a single report that has more.
  static let mostInPart = 300

  static let entrance = PageFrame.Crumb(title: "Recommendations", path: "recommendations/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let lists = site.recommendationLists
    let standings = lists.compactMap { $0.link(in: site) }
    return lists.flatMap { planned($0, beside: standings, in: site) }
  }

  private static func planned(
    _ list: RecommendationList, beside standings: [RecordLink], in site: SiteContext
  ) -> [PlannedPage] {
    let parts = list.count > mostOnOnePage ? parts(of: list) : []
    let pages: [(path: String, part: Part?, reports: [Report])] =
      [(list.path, nil, parts.isEmpty ? list.reports.map(\.report) : [])]
      + parts.map { ($0.path, $0, $0.content.map(\.report)) }
    return pages.map { page in
      PlannedPage(path: page.path, kind: .recommendations) {
        view.record(
          of: RecommendationsPage(
            list: list, path: page.path, part: page.part,
            groups: page.reports.map {
              AskedGroup(report: $0, followed: list.subject.followed(of: $0, in: site), site: site)
            }, parts: parts, standings: standings, site: site))
      }
    }
  }

  /// Where the list of all shows a report's recommendations, for links from other pages.
  static func path(for report: Report, in register: Register) -> String {
    isDivided(register)
      ? "\(entrance.path)\(year(of: report))/" : "\(entrance.path)#\(report.id)"
  }

  private static func isDivided(_ register: Register) -> Bool {
    var count = 0
    for report in register.links.originals {
      count += report.recommendations.count
      if count > mostOnOnePage { return true }
    }
    return false
  }

  private static func year(of report: Report) -> String {
    report.year.map { "\($0)" } ?? undated
  }

  private static let undated = "undated"

  private static func count(in part: Part) -> Int { part.content.reduce(0) { $0 + $1.count } }

  private static func parts(of list: RecommendationList) -> [Part] {
    var years: [(name: String, parts: [[(report: Report, count: Int)]])] = []
    var count = 0
    for entry in list.reports {
      let year = year(of: entry.report)
      let last = years.count - 1
      let isOfLast = years.last?.name == year
      count += entry.count
      if isOfLast, count <= mostInPart {
        years[last].parts[years[last].parts.count - 1].append(entry)
        continue
      }
      count = entry.count
      if isOfLast { years[last].parts.append([entry]) } else { years.append((year, [[entry]])) }
    }
    return years.flatMap { year in
      PagePart.numbered(
        year.parts, of: year.name == undated ? "no date" : year.name,
        at: "\(list.path)\(year.name)/")
    }
  }
}

extension RecommendationsPage {
  private var all: [RecommendationHistory] { groups.flatMap(\.followed) }

  var frame: PageFrame {
    let title = list.subject.title(in: site.register)
    return PageFrame(
      title: title + (part.map { ", \($0.title)" } ?? ""), summary: list.subject.summary,
      path: path,
      breadcrumbs: list.breadcrumbs(in: site)
        + (part == nil ? [] : [PageFrame.Crumb(title: title, path: list.path)]),
      site: site)
  }

  static let view = View<RecommendationsPage>(
    page: "RecommendationsPage", "The overview of recommendations, or a part of it.",
    [
      .text("summary", "How many recommendations the page lists, from how many reports.") {
        $0.summary
      },
      .text("tally", "Where they stand, counted.") { $0.tally },
      .address("figures", "The page of how they fare, where the list has one.") { page in
        page.list.counted.flatMap { page.site.figures(of: $0) }
      },
      .texts("sums", "What the sums of money in the list add up to; worked out.") {
        $0.groups.count > 1 ? AmountWords.sums(of: $0.all, in: $0.site.register) : []
      },
      .list("filters", "What the list can be narrowed by.", RecommendationFilter.view) {
        RecommendationFilter.all(of: $0.all, in: $0.site)
      },
      .list("standings", "The lists by where recommendations stand.", RecordLink.view) {
        $0.standings
      },
      .address("file", "The whole list as CSV; absent where the site publishes no data.") { page in
        RecommendationListFile.isMade(of: page.list, in: page.site)
          ? page.site.addresses.link(RecommendationListFile.path(of: page.list)) : nil
      },
      .flag("has-rows", "Whether the page lists recommendations itself.") { !$0.groups.isEmpty },
      .list("groups", "What each report asked for, newest report first.", AskedGroup.view) {
        $0.groups
      },
      .list("parts", "The pages that together list everything.", RecordLink.view) { page in
        page.parts.map { part in
          part.link(
            NumberWords.count(count(in: part), "recommendation", "recommendations"), in: page.site)
        }
      },
    ])

  private var summary: String {
    let isWhole = parts.isEmpty || part != nil
    let reports = isWhole ? groups.count : list.reports.count
    let count = isWhole ? all.count : list.count
    guard count > 0 else { return "The register holds no recommendations yet." }
    return
      "\(NumberWords.capitalised(NumberWords.count(count, "recommendation", "recommendations")))"
      + " from \(NumberWords.count(reports, "report", "reports"))."
  }

  private var tally: String {
    guard !all.isEmpty else { return "" }
    let parts = StatusWords.tally(all).map { StatusWords.counted($0.count, $0.kind) }
    return "counted on \(site.today): \(NumberWords.list(parts))"
  }
}
