import Inspections
import Templates

/// A record that stands on a part of a list, by its name on the list's first page.
///
/// The first page had the record itself as long as the list was short, so links to `#id` there still lead
/// to it.
struct NamedPlace: Sendable {
  /// The record's id, which was its anchor.
  let id: String
  let name: RecordLink

  /// More records than this are not named on one page.
  static let most = 500

  static let view = View<NamedPlace>(
    "NamedPlace", "A record on a part of a list.",
    [
      .text("id", "The record's id, which is the anchor of the entry.") { $0.id },
      .text("title", "The record's name.") { $0.name.title },
      .language { $0.name.language },
      .address("link", "Its place on the part.") { $0.name.link },
    ])
}

extension ListPage where Row: Record {
  /// The page of each record, where one page does not hold them all.
  static func places(on pages: [ListPage]) -> [RecordKey: String] {
    guard pages.count > 1 else { return [:] }
    return pages.reduce(into: [:]) { places, page in
      guard !page.isIndex else { return }
      for record in page.rows { places[record.key] = page.place.path }
    }
  }
}
