import HTML
import Inspections
import Templates

/// The list of the register's own pages, where there are more than the foot of every page takes.
struct PagesPage: Sendable {
  let frame: PageFrame

  static let view = View<PagesPage>(
    "PagesPage", "The list of the register's own pages, where a menu would be too long for them.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .list("entries", "The pages, in the order of their ids.", Entry.view) { page in
        page.frame.site.register.pages.records.map { record in
          var entry = Entry(
            title: record.title.value.plain,
            link: page.frame.site.addresses.link(.page(record.id, anchor: nil)))
          entry.about = record.summary?.plain ?? ""
          return entry
        }
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    guard Navigation.hasListOfPages(site.register) else { return [] }
    return [
      PlannedPage(path: "pages/", kind: .pages) {
        view.record(
          of: PagesPage(
            frame: PageFrame(
              title: "Pages", summary: "What this register says of itself.", path: "pages/",
              breadcrumbs: [.home], site: site)))
      }
    ]
  }
}
