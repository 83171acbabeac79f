import Inspections
import Templates

/// The home page: what this is, how to find an area, what is new and what is overdue.
struct HomePage: Sendable {
  let frame: PageFrame

  static let view = View<HomePage>(
    "HomePage", "The home page.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    [
      PlannedPage(path: "", kind: .home) {
        view.record(
          of: HomePage(
            frame: PageFrame(
              title: site.register.site.title.value, path: "", breadcrumbs: [], site: site)))
      }
    ]
  }
}
