import HTML
import Inspections
import Templates

extension PageKind {
  static let recommendations = PageKind(
    "recommendations", RecommendationsPage.view, at: RecommendationsPage.entrance,
    pages: RecommendationsPage.planned)
}

/// The overview of recommendations: a complete list, grouped by report, that can be narrowed.
///
/// A register with many recommendations has a page for each part of a year, and the overview lists
/// those.
struct RecommendationsPage: FramedPage {
  /// The page's place in the site.
  let path: String
  /// The part of the list the page shows; nil for all of it.
  let part: Part?
  /// What the page lists, newest report first.
  let groups: [AskedGroup]
  /// The pages that together list everything; empty where this one does.
  let parts: [Part]
  let site: SiteContext

  /// The reports of a year, or those without a date.
  typealias Part = PagePart<[Report]>

  /// More recommendations than this are divided by year.
  static let mostOnOnePage = 400
  /// The most that a part of a year lists, but for a single report that has more.
  static let mostInPart = 300

  static let entrance = PageFrame.Crumb(title: "Recommendations", path: "recommendations/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let lists = lists(site)
    return lists.map { list in
      PlannedPage(path: list.path, kind: .recommendations) {
        view.record(
          of: RecommendationsPage(
            path: list.path, part: list.part,
            groups: list.reports.map {
              AskedGroup(report: $0, followed: site.histories[$0], site: site)
            }, parts: lists.compactMap(\.part), site: site))
      }
    }
  }

  /// A page of the list: the overview first.
  private struct List: Sendable {
    let path: String
    let part: Part?
    let reports: [Report]
  }

  private static func lists(_ site: SiteContext) -> [List] {
    let reports = site.register.links.reportsNewestFirst.filter { !$0.recommendations.isEmpty }
    let parts = isDivided(site.register) ? parts(of: reports) : []
    let overview = List(path: entrance.path, part: nil, reports: parts.isEmpty ? reports : [])
    return [overview] + parts.map { List(path: $0.path, part: $0, reports: $0.content) }
  }

  /// The style sheets that narrow the lists, one beside each list.
  static func files(_ site: SiteContext) -> [PlannedFile] {
    lists(site).filter { !$0.reports.isEmpty }.map { list in
      PlannedFile(path: list.path + filterSheet) {
        let followed = list.reports.flatMap { site.histories[$0] }
        return RecommendationFilter.rules(for: RecommendationFilter.all(of: followed, in: site))
      }
    }
  }

  private static let filterSheet = "filters.css"

  /// Where the list shows a report's recommendations, for links from other pages.
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

  private static func count(in part: Part) -> Int {
    part.content.reduce(0) { $0 + $1.recommendations.count }
  }

  private static func parts(of reports: [Report]) -> [Part] {
    var years: [(name: String, parts: [[Report]])] = []
    var count = 0
    for report in reports {
      let year = year(of: report)
      let last = years.count - 1
      let isOfLast = years.last?.name == year
      count += report.recommendations.count
      if isOfLast, count <= mostInPart {
        years[last].parts[years[last].parts.count - 1].append(report)
        continue
      }
      count = report.recommendations.count
      if isOfLast { years[last].parts.append([report]) } else { years.append((year, [[report]])) }
    }
    return years.flatMap { year in
      PagePart.numbered(
        year.parts, of: year.name == undated ? "no date" : year.name,
        at: "\(entrance.path)\(year.name)/")
    }
  }
}

extension RecommendationsPage {
  private var all: [RecommendationHistory] { groups.flatMap(\.followed) }
  private var title: String { part.map { "Recommendations of \($0.title)" } ?? "Recommendations" }

  var frame: PageFrame {
    PageFrame(
      title: title,
      summary: "What inspectors asked for, by when, and where it stands. A framework may call "
        + "recommendations by another name.",
      path: path,
      breadcrumbs: [.home]
        + (part == nil ? [] : [Self.entrance]),
      site: site)
  }

  static let view = View<RecommendationsPage>(
    page: "RecommendationsPage", "The overview of recommendations, or a part of it.",
    [
      .text("summary", "How many recommendations the page lists, from how many reports.") {
        $0.summary
      },
      .text("tally", "Where they stand, counted.") { $0.tally },
      .texts("sums", "What the sums of money in the list add up to; worked out.") {
        $0.groups.count > 1 ? AmountWords.sums(of: $0.all, in: $0.site.register) : []
      },
      .list("filters", "What the list can be narrowed by.", RecommendationFilter.view) {
        RecommendationFilter.all(of: $0.all, in: $0.site)
      },
      .address("filter-sheet", "The style sheet that narrows the list without a script.") { page in
        page.groups.isEmpty ? nil : page.site.addresses.link(page.path + filterSheet)
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
    let reports =
      parts.isEmpty || part != nil ? groups.count : parts.map(\.content.count).reduce(0, +)
    let count = parts.isEmpty || part != nil ? all.count : parts.map(Self.count(in:)).reduce(0, +)
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

/// The style sheets with which lists of recommendations are narrowed, one beside each list.
public func filterFiles(_ site: SiteContext) -> [PlannedFile] { RecommendationsPage.files(site) }
