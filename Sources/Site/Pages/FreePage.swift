import HTML
import Inspections
import Templates

extension PageKind {
  static let page = PageKind(
    "page", FreePage.view, of: .pages, pages: FreePage.planned)
}

/// A page of the register's own: about it, how to complain, accessibility.
struct FreePage: FramedPage {
  let record: Page
  let frame: PageFrame

  static let view = View<FreePage>(
    page: "FreePage", "A page of the register's own.",
    [
      .record("matter", "The remark, the body and the sources.", RecordMatter.view) { page in
        RecordMatter(
          header: page.record.header,
          scope: ReferenceScope(RecordKey(.pages, page.record.id.name)), site: page.frame.site)
      }
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.register.pages.records.map { record in
      let path = Addresses.path(of: .page(record.id, anchor: nil))
      return PlannedPage(path: path, kind: .page, record: RecordKey(.pages, record.id.name)) {
        view.record(
          of: FreePage(
            record: record,
            frame: PageFrame(
              title: record.title.value.plain, summary: record.summary?.plain ?? "", path: path,
              breadcrumbs: PagesPage.isNeeded(by: site.register)
                ? [.home, .init(title: "Pages", path: PagesPage.entrance.path)] : [.home],
              language: record.titleLanguage, site: site)))
      }
    }
  }
}
