import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let pages = PageKind(
    "pages", PagesPage.view, at: PagesPage.entrance, where: PagesPage.isNeeded(by:),
    page: PagesPage.init(of:))
}

/// The list of the register's own pages, where there are more than the foot of a page can name.
struct PagesPage: FramedPage {
  let frame: PageFrame

  static let view = View<PagesPage>(
    page: "PagesPage",
    "The list of the register's own pages, made where they are too many for the footer.",
    [
      .list("pages", "The pages, in the order of their addresses.", Entry.view) { page in
        let site = page.frame.site
        return site.register.pages.records.map { record in
          Entry(
            title: record.title.value.plain,
            link: site.addresses.link(.page(record.id, anchor: nil)),
            about: record.summary?.plain ?? "", language: record.titleLanguage)
        }
      }
    ])

  static let entrance = PageFrame.Crumb(title: "All pages", path: "pages/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance, title: "Pages",
      summary: "The pages of this register that are no records.", site: site)
  }

  /// Whether a register has so many pages of its own that they need a list.
  @Sendable
  static func isNeeded(by register: Register) -> Bool {
    register.pages.records.count > Limits.footerPages
  }
}
