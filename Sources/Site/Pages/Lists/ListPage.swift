import Inspections
import Templates

/// A page of a list: all of it, a part of it, or the parts that it is divided into.
struct ListPage<Row: Sendable>: Sendable {
  /// Where it stands, what part of the list it is, and how many items it holds or leads to; its title
  /// is empty for the list as a whole.
  let place: ListPlace
  /// The parts that it is a part of, the largest first.
  let above: [ListPlace]
  /// What it shows.
  var rows: ArraySlice<Row>
  /// Whether what it holds is on other pages, but for a few of its first rows.
  let isIndex: Bool
  /// The parts that it leads to; on a part by number some of its siblings.
  var parts: [Part] = []
  /// The pages before it and after it; nil where it is the only one that lists rows.
  var neighbours: ListNeighbours?

  /// A part with what it is called.
  struct Part: Sendable {
    /// What it is called among the others.
    let title: String
    /// The id of its entry; empty where nothing leads there.
    let anchor: String
    let path: String
    /// How many items it has.
    let count: Int
  }

  init(place: ListPlace, above: [ListPlace], rows: ArraySlice<Row>, isIndex: Bool = false) {
    self.place = place
    self.above = above
    self.rows = rows
    self.isIndex = isIndex
  }

  /// Whether it is all of the list, or leads to all of it.
  var isWhole: Bool { place.title.isEmpty && above.isEmpty }
}

/// Where a page of a list stands.
struct ListPlace: Sendable {
  let path: String
  /// What part of the list it is.
  let title: String
  /// How many items it has.
  let count: Int
}

/// The pages beside a page of a list.
struct ListNeighbours: Sendable {
  let previous: ListPlace?
  let next: ListPlace?
  /// The first page, where that is not the one before.
  let first: ListPlace?
  /// The last page, where that is not the one after.
  let last: ListPlace?
}

extension ListPage {
  /// The frame of the page, for a list that stands at `entrance` below the pages `crumbs`.
  func frame(
    at entrance: PageFrame.Crumb, kind: String = "", summary: String = "",
    below crumbs: [PageFrame.Crumb] = [.home], feed: String = "", language: String = "",
    in site: SiteContext
  ) -> PageFrame {
    PageFrame(
      title: isWhole ? entrance.title : "\(entrance.title): \(place.title)", kind: kind,
      summary: summary, path: place.path,
      breadcrumbs: crumbs + (isWhole ? [] : [entrance])
        + above.map { .init(title: NumberWords.capitalised($0.title), path: $0.path) },
      feed: feed, language: language, site: site)
  }

  /// What templates show of where the page stands in its list, whose items are counted as `term`.
  func navigation(counting term: (one: String, many: String), in site: SiteContext) -> ListView {
    ListView(
      place: place, isIndex: isIndex, showsLatest: isIndex && !rows.isEmpty, term: term,
      neighbours: neighbours,
      parts: parts.map {
        ListView.Part(
          link: RecordLink(
            title: $0.title, link: site.addresses.link($0.path),
            note: NumberWords.grouped($0.count)),
          anchor: $0.anchor, isCurrent: $0.path == place.path)
      }, site: site)
  }
}

/// Where a page stands in its list: its part, the parts that it leads to, its neighbours.
struct ListView: Sendable {
  let place: ListPlace
  let isIndex: Bool
  /// Whether it is an index that opens with the first rows of the list.
  let showsLatest: Bool
  let term: (one: String, many: String)
  let neighbours: ListNeighbours?
  let parts: [Part]
  let site: SiteContext

  struct Part: Sendable {
    let link: RecordLink
    let anchor: String
    let isCurrent: Bool
  }

  static let view = View<ListView>(
    "ListView", "Where a page stands in its list.",
    [
      .text("count", "How many things the page has or leads to, in words; worked out.") { list in
        NumberWords.count(list.place.count, list.term.one, list.term.many)
      },
      .flag("is-index", "Whether the list, or this part of it, is on other pages.") {
        $0.isIndex
      },
      .flag("shows-latest", "Whether the list is on other pages and its latest stand here too.") {
        $0.showsLatest
      },
      .flag("is-part", "Whether the page is a part of a list.") { !$0.place.title.isEmpty },
      .list("parts", "The parts of the list, with how many things each has.", partView) {
        $0.parts
      },
      .flag("has-neighbours", "Whether other pages list the rest.") { $0.neighbours != nil },
      .record("previous", "The page before it in the list.", RecordLink.view) {
        $0.link($0.neighbours?.previous)
      },
      .record("next", "The page after it in the list.", RecordLink.view) {
        $0.link($0.neighbours?.next)
      },
      .record("first", "The first page, where that is another.", RecordLink.view) {
        $0.link($0.neighbours?.first)
      },
      .record("last", "The last page, where that is another.", RecordLink.view) {
        $0.link($0.neighbours?.last)
      },
    ])

  private static let partView = View<Part>(
    "ListPart", "A part of a list.",
    [
      .text("title", "What it is called.") { $0.link.title },
      .address("link", "Its page.") { $0.link.link },
      .text("count", "How many things it has.") { $0.link.note },
      .text("anchor", "The id of its entry; may be empty.") { $0.anchor },
      .flag("is-current", "Whether it is the page itself.") { $0.isCurrent },
    ])

  private func link(_ place: ListPlace?) -> RecordLink? {
    place.map {
      RecordLink(
        title: NumberWords.capitalised($0.title), link: site.addresses.link($0.path))
    }
  }
}
