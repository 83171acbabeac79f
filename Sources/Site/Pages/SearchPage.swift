import Inspections
import Templates

extension PageKind {
  static let search = PageKind(
    "search", SearchPage.view, at: SearchPage.entrance, page: SearchPage.init(of:))
}

/// The search page; without a script or an index it offers the complete lists.
struct SearchPage: FramedPage {
  let frame: PageFrame

  static let view = View<SearchPage>(
    page: "SearchPage", "The search page.",
    [])

  static let entrance = PageFrame.Crumb(title: "Search", path: "search/")

  init(of site: SiteContext) { frame = PageFrame(at: Self.entrance, site: site) }
}
