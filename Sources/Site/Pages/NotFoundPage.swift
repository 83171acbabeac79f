import Inspections
import Templates

extension PageKind {
  static let notFound = PageKind(
    "not-found", NotFoundPage.view, at: NotFoundPage.entrance, isInSiteMap: false,
    page: NotFoundPage.init(of:))
}

/// The page for addresses that the site does not have; its links are absolute paths, so that it
/// works at any depth.
struct NotFoundPage: FramedPage {
  let frame: PageFrame

  static let view = View<NotFoundPage>(
    page: "NotFoundPage", "The page for addresses that the site does not have.",
    [])

  static let entrance = PageFrame.Crumb(title: "This page does not exist", path: "404.html")

  init(of site: SiteContext) {
    frame = PageFrame(at: Self.entrance, breadcrumbs: [], site: site)
  }
}
