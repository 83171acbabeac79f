import Inspections
import Templates

/// The search page; without a script or an index it offers the complete lists.
struct SearchPage: Sendable {
  let frame: PageFrame

  static let view = View<SearchPage>(
    "SearchPage", "The search page.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    [
      PlannedPage(path: "search/", kind: .search) {
        view.record(
          of: SearchPage(
            frame: PageFrame(
              title: "Search", path: "search/", breadcrumbs: [.home], site: site)))
      }
    ]
  }
}
