import Diagnostics
import HTML
import Inspections
import Templates

/// The list of the register's own pages, where there are more than the foot of a page can name.
struct PagesPage: Sendable {
  let frame: PageFrame

  static let view = View<PagesPage>(
    "PagesPage",
    "The list of the register's own pages, made where they are too many for the footer.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .list("pages", "The pages, in the order of their addresses.", Entry.view) { page in
        let site = page.frame.site
        return site.register.pages.records.map { record in
          Entry(
            title: record.title.value.plain,
            link: site.addresses.link(.page(record.id, anchor: nil)),
            about: record.summary?.plain ?? "")
        }
      },
    ])

  /// Whether a register has so many pages of its own that they need a list.
  static func isNeeded(by register: Register) -> Bool {
    register.pages.records.count > Limits.footerPages
  }

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    guard isNeeded(by: site.register) else { return [] }
    return [
      PlannedPage(path: "pages/", kind: .pages) {
        view.record(
          of: PagesPage(
            frame: PageFrame(
              title: "Pages", summary: "The pages of this register that are no records.",
              path: "pages/", breadcrumbs: [.home], site: site)))
      }
    ]
  }
}
