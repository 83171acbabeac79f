import HTML
import Inspections
import Templates

/// A page of the register's own: about it, how to complain, accessibility.
struct FreePage: Sendable {
  let record: Page
  let frame: PageFrame

  static let view = View<FreePage>(
    "FreePage", "A page of the register's own.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .record("matter", "The remark, the body and the sources.", RecordMatter.view) { page in
        RecordMatter(
          header: page.record.header,
          scope: ReferenceScope(RecordKey(.pages, page.record.id.name)), site: page.frame.site)
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.register.pages.records.map { record in
      let path = "pages/\(record.id)/"
      return PlannedPage(path: path, kind: .page) {
        view.record(
          of: FreePage(
            record: record,
            frame: PageFrame(
              title: record.title.value.plain, summary: record.summary?.plain ?? "", path: path,
              breadcrumbs: PagesPage.isNeeded(by: site.register)
                ? [.home, .init(title: "Pages", path: "pages/")] : [.home],
              site: site)))
      }
    }
  }
}
