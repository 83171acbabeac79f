import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let changes = PageKind(
    "changes", ChangesPage.view, at: ChangesPage.entrance, where: ChangesPage.isNeeded(by:),
    pages: ChangesPage.planned)
}

/// What was corrected or withdrawn after it was published: of all reports, or of those on an area.
struct ChangesPage: FramedPage {
  let list: ChangeList
  let shown: ListPage<PublishedChange>
  let site: SiteContext

  static let view = View<ChangesPage>(
    page: "ChangesPage",
    "What was corrected or withdrawn after it was published, of all reports or of those on an area.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "change", many: "changes"), in: $0.site)
      },
      .record(
        "area", "The area whose reports they are of; absent for all reports.", RecordLink.view
      ) {
        page in page.list.area.map { page.site.link($0.key) }
      },
      .address("changes-feed", "The feed of these changes; absent where the site publishes none.") {
        page in
        page.site.publishes(.feeds) ? page.site.addresses.link(page.list.feed) : nil
      },
      .list("changes", "The changes, newest first.", changeView) { page in
        page.shown.rows.map { ChangeModel(change: $0, site: page.site) }
      },
    ])

  static let entrance = PageFrame.Crumb(title: "Corrections", path: ChangeList.path)

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    ChangeList.all(in: site.register).flatMap { list in
      list.pages.map { shown in
        PlannedPage(path: shown.place.path, kind: .changes) {
          view.record(of: ChangesPage(list: list, shown: shown, site: site))
        }
      }
    }
  }

  var frame: PageFrame {
    let crumbs: [PageFrame.Crumb] =
      [.home] + (list.area.map { [AreasPage.entrance, .record($0)] } ?? [])
    return shown.frame(
      at: PageFrame.Crumb(title: list.title, path: list.place),
      summary: "What was corrected or withdrawn after it was published, newest first.",
      below: crumbs, feed: list.feed, in: site)
  }

  /// Whether a register tells of any change.
  @Sendable
  static func isNeeded(by register: Register) -> Bool {
    register.links.originals.contains { !$0.changes.isEmpty || $0.withdrawal != nil }
  }

  private struct ChangeModel: TextScope, Sendable {
    let change: PublishedChange
    let site: SiteContext

    var scope: ReferenceScope { ReferenceScope(change.report) }
  }

  private static let changeView = View<ChangeModel>(
    "PublishedChange", "A correction or a withdrawal.",
    [
      .text("date", "When, in words.") { DateWords.words($0.change.date) },
      .text("date-iso", "The same as ISO 8601.") { $0.change.date.description },
      .text("deed", "What was done, in a word.") { ChangeWords.deed($0.change) },
      .text("title", "What the report is called.") { $0.change.report.title.value.plain },
      .language { $0.change.report.titleLanguage },
      .address("link", "The report's page.") {
        $0.site.addresses.link(.report($0.change.report.id, anchor: nil))
      },
      .html("note", "What is said of it.") { $0.text($0.change.note) },
    ])
}

/// The changes of all reports, or of those on an area.
struct ChangeList: Sendable {
  /// The area; nil for all reports.
  let area: Area?
  /// The changes, newest first; not empty for an area.
  let changes: [PublishedChange]

  /// The place of the list of all.
  static let path = "changes/"

  /// The lists that a register has: that of all, and one for each area with changes.
  static func all(in register: Register) -> [ChangeList] {
    let whole = PublishedChange.all(of: register.links.originals)
    guard !whole.isEmpty else { return [] }
    return [ChangeList(area: nil, changes: whole)]
      + register.areas.records.compactMap { area in
        let changes = PublishedChange.all(of: register.reportsInOrder(of: area.id))
        return changes.isEmpty ? nil : ChangeList(area: area, changes: changes)
      }
  }

  /// Its place in the site.
  var place: String {
    (area.map { Addresses.path(of: .area($0.id, anchor: nil)) } ?? "") + Self.path
  }

  /// The place of its feed.
  var feed: String { "\(place)feed.xml" }

  /// What it is called.
  var title: String {
    area.map { "Corrections of reports on \($0.title.value.plain)" } ?? "Corrections"
  }

  /// Its pages, by year and month where it is long.
  var pages: [ListPage<PublishedChange>] {
    ListDivision<PublishedChange>(
      by: [.year { $0.date }, .month { $0.date }], named: .days { $0.date },
      bytes: { 500 + $0.note.plain.utf8.count }
    ).pages(of: changes, at: place, leading: ListBounds.leading)
  }
}
