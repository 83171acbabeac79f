import Inspections

/// Something that a feed tells of, before its words are made.
struct FeedItem: Sendable {
  private let source: Source
  /// When the public could read it.
  let published: PartialDate
  /// The day that counts as its last change.
  private let updated: Day

  private enum Source: Sendable {
    case report(Report)
    case response(Response)
  }

  /// A report; nil where its date is not known.
  init?(_ report: Report) {
    guard let published = report.published.known(), let first = report.publishedFrom else {
      return nil
    }
    source = .report(report)
    self.published = published
    updated = AtomFeed.Entry.updated(first, changed: report.lastChanged)
  }

  /// An answer to a report; nil where its date is not known.
  init?(_ response: Response) {
    guard let published = response.published.known() else { return nil }
    source = .response(response)
    self.published = published
    updated = published.earliest
  }

  /// What the feed says of it; nil where its date is not known.
  func entry(in site: SiteContext) -> AtomFeed.Entry? {
    switch source {
    case .report(let report): AtomFeed.Entry(report, in: site)
    case .response(let response): AtomFeed.Entry(response, in: site.register)
    }
  }

  private var path: String {
    switch source {
    case .report(let report): Addresses.path(of: .report(report.id, anchor: nil))
    case .response(let response): Addresses.path(of: .response(response.id, anchor: nil))
    }
  }

  /// Latest change first, then by path.
  static func isNewer(_ left: FeedItem, _ right: FeedItem) -> Bool {
    left.updated != right.updated ? left.updated > right.updated : left.path < right.path
  }
}

/// What a feed tells of a time that is over, in a document of its own.
///
/// A feed has the latest entries; these documents together have all. An entry stands by the date of its
/// publication, so that the document of a past year changes only where a record of that year does.
struct FeedArchive: Sendable {
  let path: String
  let items: [FeedItem]

  /// The most entries of one document.
  static let most = 100

  /// The documents, earliest first: a year each, a month each where a year has more than ``most``, and by
  /// number where a month has.
  ///
  /// Complexity: O(n log n).
  static func all(of items: [FeedItem], at page: String) -> [FeedArchive] {
    let years = Dictionary(grouping: items) { $0.published.earliest.components.year }
    return years.sorted { $0.key < $1.key }.flatMap { year, items in
      items.count <= most
        ? [FeedArchive(path: "\(page)feed-\(year).xml", items: items)]
        : ofMonths(items, at: "\(page)feed-\(year)")
    }
  }

  private static func ofMonths(_ items: [FeedItem], at start: String) -> [FeedArchive] {
    let months = Dictionary(grouping: items) { $0.published.earliest.components.month }
    return months.sorted { $0.key < $1.key }.flatMap { month, items in
      let sorted = items.sorted { FeedItem.isNewer($1, $0) }
      let name = "\(start)-\(month < 10 ? "0" : "")\(month)"
      return stride(from: 0, to: sorted.count, by: most).map { first in
        let number = first / most + 1
        return FeedArchive(
          path: "\(name)\(number > 1 ? "-\(number)" : "").xml",
          items: Array(sorted[first..<min(first + most, sorted.count)]))
      }
    }
  }
}
