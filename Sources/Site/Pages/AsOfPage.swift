import Inspections
import Templates

extension PageKind {
  static let asOf = PageKind(
    "as-of", AsOfPage.view, at: AsOfPage.entrance, page: AsOfPage.init(of:))
}

/// The page that says for which day a site was built: the only one, so that a night in which nothing
/// changes leaves all others as they are.
struct AsOfPage: FramedPage {
  let frame: PageFrame

  static let view = View<AsOfPage>(
    page: "AsOfPage", "The page that says for which day the site was built.", [])

  static let entrance = PageFrame.Crumb(title: "As of when", path: "as-of/")

  init(of site: SiteContext) { frame = PageFrame(at: Self.entrance, site: site) }
}
