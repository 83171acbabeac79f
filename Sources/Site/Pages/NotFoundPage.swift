import Inspections
import Templates

/// The page for addresses that the site does not have; its links are absolute paths, so that it
/// works at any depth.
struct NotFoundPage: Sendable {
  let frame: PageFrame

  static let view = View<NotFoundPage>(
    "NotFoundPage", "The page for addresses that the site does not have.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    [
      PlannedPage(path: "404.html", kind: .notFound) {
        view.record(
          of: NotFoundPage(
            frame: PageFrame(
              title: "This page does not exist", path: "404.html", breadcrumbs: [], site: site)))
      }
    ]
  }
}
