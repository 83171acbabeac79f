import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let pages = PageKind(
    "pages", PagesPage.view, at: PagesPage.entrance, where: PagesPage.isNeeded(by:),
    pages: PagesPage.planned)
}

/// The list of the register's own pages, where there are more than the foot of a page can name.
struct PagesPage: FramedPage {
  let shown: ListPage<Page>
  let site: SiteContext

  static let view = View<PagesPage>(
    page: "PagesPage",
    "The list of the register's own pages, made where they are too many for the footer.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "page", many: "pages"), in: $0.site)
      },
      .list("pages", "The pages, by name.", Entry.view) { page in
        page.shown.rows.map { record in
          Entry(
            title: record.title.value.plain,
            link: page.site.addresses.link(.page(record.id, anchor: nil)),
            about: record.summary?.plain ?? "", language: record.titleLanguage)
        }
      },
    ])

  static let entrance = PageFrame.Crumb(title: "All pages", path: "pages/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let pages = site.register.pages
    let division = ListDivision<Page>.byName(
      bytes: { 200 + $0.title.value.plain.utf8.count + ($0.summary?.plain.utf8.count ?? 0) },
      besides: { pages[PageID($0)] != nil })
    return division.pages(of: pages.records.byName(), at: entrance.path).map { shown in
      PlannedPage(path: shown.place.path, kind: .pages) {
        view.record(of: PagesPage(shown: shown, site: site))
      }
    }
  }

  var frame: PageFrame {
    shown.frame(
      at: PageFrame.Crumb(title: "Pages", path: Self.entrance.path),
      summary: "The pages of this register that are no records.", in: site)
  }

  /// Whether a register has so many pages of its own that they need a list.
  @Sendable
  static func isNeeded(by register: Register) -> Bool {
    register.pages.records.count > Limits.footerPages
  }
}
