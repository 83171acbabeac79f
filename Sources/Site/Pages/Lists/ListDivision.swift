import Inspections

/// How a list becomes pages once it is too long for one: what its rows are divided by, coarsest first,
/// and how much of a page each takes.
///
/// ```swift
/// let pages = ListDivision(
///   by: [.year { $0.date }, .month { $0.date }], named: .days { $0.date }, bytes: { _ in 900 }
/// ).pages(of: reports, at: "reports/")
/// // reports/, reports/2012/, reports/2012/03/, reports/2012/03/2/ …
/// ```
struct ListDivision<Row: Sendable>: Sendable {
  /// What one part of a list has in common.
  struct Part: Hashable, Sendable {
    /// The last step of the address of its page, like `2012` or `03`.
    let address: String
    /// What it is called among its neighbours, like `March`.
    let title: String
    /// What it is called by itself, like `March 2012`.
    let wholeTitle: String
    /// The id of its entry among the parts of the list; empty where nothing leads there.
    var anchor = ""
    /// Whether what it is divided into says little without its name, as a year of a framework does.
    var namesParts = false
  }

  /// What rows are divided by.
  struct Level: Sendable {
    /// What the rows of a part have in common and no others, which costs less to say than what it
    /// is called.
    enum Key: Hashable, Sendable {
      case number(Int)
      case name(String)
      case unknown
    }

    let key: @Sendable (Row) -> Key
    let part: @Sendable (Row) -> Part
  }

  /// How rows are called that no level divides any further, by the first and the last of them; nil where
  /// these say nothing.
  struct Range: Sendable {
    /// Whether what the part is called must stand before it.
    var needsPart = false
    let title: @Sendable (_ first: Row, _ last: Row) -> String?
  }

  private let levels: [Level]
  private let range: Range
  private let items: @Sendable (Row) -> Int
  private let bytes: @Sendable (Row) -> Int
  private let wholeBytes: @Sendable (Row) -> Int
  private let isTaken: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - levels: what rows are divided by, coarsest first.
  ///   - range: how rows are called that no level divides.
  ///   - items: how many things a row stands for, which is what is counted and bounded.
  ///   - bytes: about how many bytes of a page a row takes.
  ///   - wholeBytes: the same on a page of the whole list, where that shows more; nil where not.
  ///   - isTaken: whether a record stands where a part of the list as a whole would, which then has
  ///     `-list` behind its name.
  init(
    by levels: [Level], named range: Range, items: @escaping @Sendable (Row) -> Int = { _ in 1 },
    bytes: @escaping @Sendable (Row) -> Int,
    ofWhole wholeBytes: (@Sendable (Row) -> Int)? = nil,
    besides isTaken: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isTaken = isTaken
    self.wholeBytes = wholeBytes ?? bytes
    self.levels = levels
    self.range = range
    self.items = items
    self.bytes = bytes
  }

  /// The pages of a list, the first of which stands at `path`.
  ///
  /// `leading` of its items open the first page of a list that is divided.
  /// Complexity: O(rows × levels).
  func pages(of rows: [Row], at path: String, leading: Int = 0) -> [ListPage<Row>] {
    var pages: [ListPage<Row>] = []
    add(rows[...], at: path, title: nil, below: "", above: [], levels: levels[...], to: &pages)
    if pages.count > 1, leading > 0, pages[0].isIndex {
      let sizes = rows.lazy.map { size($0) }
      pages[0].rows = rows.prefix(
        Self.fitting(sizes, items: leading, bytes: ListBounds.bytes / 2))
    }
    link(&pages)
    return pages
  }

  private func add(
    _ rows: ArraySlice<Row>, at path: String, title: String?, below named: String,
    above: [ListPlace], levels: ArraySlice<Level>, to pages: inout [ListPage<Row>]
  ) {
    let count = rows.reduce(0) { $0 + items($1) }
    let place = ListPlace(path: path, title: title ?? "", count: count)
    if fits(rows, count: count, bytes: title == nil ? wholeBytes : bytes) {
      pages.append(ListPage(place: place, above: above, rows: rows))
      return
    }
    guard let level = levels.first else {
      addNumbered(rows, at: place, below: named, above: above, to: &pages)
      return
    }
    let index = pages.count
    pages.append(ListPage(place: place, above: above, rows: [], isIndex: true))
    for (part, own) in divided(rows, by: level) {
      let address = title == nil && isTaken(part.address) ? "\(part.address)-list" : part.address
      add(
        own, at: "\(path)\(address)/", title: Self.title(part.wholeTitle, below: named),
        below: part.namesParts ? Self.title(part.wholeTitle, below: named) : named,
        above: title == nil ? above : above + [place], levels: levels.dropFirst(), to: &pages)
      pages[index].parts.append(
        ListPage.Part(
          title: part.title, anchor: part.anchor, path: "\(path)\(address)/",
          count: own.reduce(0) { $0 + items($1) }))
    }
  }

  /// The title of a part with the name of what it is divided from, where that is needed.
  private static func title(_ title: String, below named: String) -> String {
    named.isEmpty ? title : "\(named), \(title)"
  }

  /// Rows that nothing divides by meaning: pages by number, of which the first stands for all.
  private func addNumbered(
    _ rows: ArraySlice<Row>, at place: ListPlace, below named: String, above: [ListPlace],
    to pages: inout [ListPage<Row>]
  ) {
    let chunks = even(rows)
    let start = pages.count
    var shorts: [String] = []
    for (index, chunk) in chunks.enumerated() {
      let name = chunk.first.flatMap { first in chunk.last.flatMap { range.title(first, $0) } }
      let number = "part \(index + 1) of \(chunks.count)"
      let short = name.map { "\($0) (\(number))" } ?? number
      let title =
        (range.needsPart || name == nil) && !place.title.isEmpty
        ? "\(place.title), \(short)" : NumberWords.capitalised(Self.title(short, below: named))
      shorts.append(NumberWords.capitalised(short))
      pages.append(
        ListPage(
          place: ListPlace(
            path: index == 0 ? place.path : "\(place.path)\(index + 1)/", title: title,
            count: chunk.reduce(0) { $0 + items($1) }),
          above: above, rows: chunk))
    }
    // Of very many, some at the same distance lead near to what is looked for, and neighbours on from there.
    let step = (chunks.count + ListBounds.numberedParts - 1) / ListBounds.numberedParts
    let parts = stride(from: 0, to: chunks.count, by: step).map { index in
      ListPage<Row>.Part(
        title: shorts[index], anchor: "", path: pages[start + index].place.path,
        count: pages[start + index].place.count)
    }
    for index in pages[start...].indices { pages[index].parts = parts }
  }

  /// How much of a page a row takes.
  private struct Size {
    let items: Int
    let bytes: Int

    /// Both in one number, of which a page holds the product of what it holds of each.
    var weight: Int { max(items * ListBounds.bytes, bytes * ListBounds.items) }
  }

  private func size(_ row: Row) -> Size { Size(items: items(row), bytes: bytes(row)) }

  /// As few pages as the rows need, about equally full.
  private func even(_ rows: ArraySlice<Row>) -> [ArraySlice<Row>] {
    let sizes = rows.map { size($0) }
    var (count, start) = (0, 0)
    while start < sizes.count {
      start += Self.fitting(sizes[start...])
      count += 1
    }
    var (left, pages) = (sizes.reduce(0) { $0 + $1.weight }, [ArraySlice<Row>]())
    start = 0
    while start < sizes.count {
      let share = left / max(1, count - pages.count)
      let most = start + Self.fitting(sizes[start...])
      var (end, taken) = (start, 0)
      // The last page by this count takes all that it can.
      let isLast = pages.count + 1 >= count
      while end < most, isLast || end == start || taken + sizes[end].weight / 2 <= share {
        taken += sizes[end].weight
        end += 1
      }
      pages.append(rows[(rows.startIndex + start)..<(rows.startIndex + end)])
      left -= taken
      start = end
    }
    return pages
  }

  /// The parts in the order in which the first row of each comes.
  private func divided(
    _ rows: ArraySlice<Row>, by level: Level
  ) -> [(part: Part, rows: ArraySlice<Row>)] {
    var places: [Level.Key: Int] = [:]
    var parts: [(part: Part, rows: ArraySlice<Row>)] = []
    var rest = rows
    while let first = rest.first {
      // Rows are in order, so nearly every part is one run of them, which need not be copied.
      let key = level.key(first)
      let run = rest.prefix { level.key($0) == key }
      rest = rest[run.endIndex...]
      if let place = places[key] {
        parts[place].rows += run
      } else {
        places[key] = parts.count
        parts.append((level.part(first), run))
      }
    }
    return parts
  }

  private func fits(_ rows: ArraySlice<Row>, count: Int, bytes: (Row) -> Int) -> Bool {
    if rows.count <= 1 { return true }
    guard count <= ListBounds.items else { return false }
    return rows.reduce(0) { $0 + bytes($1) } <= ListBounds.bytes
  }

  /// How many of the first rows fit a page; at least one, that the list comes to an end.
  private static func fitting(
    _ sizes: some Sequence<Size>, items mostItems: Int = ListBounds.items,
    bytes mostBytes: Int = ListBounds.bytes
  ) -> Int {
    var (number, items, bytes) = (0, 0, 0)
    for size in sizes {
      items += size.items
      bytes += size.bytes
      if items > mostItems || bytes > mostBytes, number > 0 { break }
      number += 1
    }
    return number
  }

  /// Tells each page that lists rows which other comes before it and after it.
  private func link(_ pages: inout [ListPage<Row>]) {
    let listing = pages.indices.filter { !pages[$0].isIndex }
    guard listing.count > 1 else { return }
    let places = listing.map { pages[$0].place }
    for (position, index) in listing.enumerated() {
      pages[index].neighbours = ListNeighbours(
        previous: position > 0 ? places[position - 1] : nil,
        next: position + 1 < places.count ? places[position + 1] : nil,
        first: position > 1 ? places.first : nil,
        last: position + 2 < places.count ? places.last : nil)
    }
  }
}

/// How much of a list one page shows.
enum ListBounds {
  /// The most items.
  static let items = 100
  /// About the most bytes of markup that they may take.
  static let bytes = 100_000
  /// The most pages by number that each of them lists.
  static let numberedParts = 40
  /// How many items open a list that is divided.
  static let leading = 20
}

extension ListDivision.Level {
  /// By the year that a date begins in.
  static func year(_ date: @escaping @Sendable (Row) -> PartialDate?) -> Self {
    Self {
      date($0).map { .number($0.earliest.components.year) } ?? .unknown
    } part: { row in
      date(row).map { date in
        let year = "\(date.earliest.components.year)"
        return .init(address: year, title: year, wholeTitle: year, anchor: "year-\(year)")
      }
        ?? .init(
          address: "undated", title: "Date not known", wholeTitle: "date not known",
          anchor: "no-date")
    }
  }

  /// By the month that a date begins in; of dates that are known to the year alone, none.
  static func month(_ date: @escaping @Sendable (Row) -> PartialDate?) -> Self {
    Self { row in
      guard let date = date(row), date.precision != .year else { return .unknown }
      return .number(date.earliest.components.month)
    } part: { row in
      guard let date = date(row), date.precision != .year else {
        let year = date(row).map { "\($0.earliest.components.year), " } ?? ""
        return .init(
          address: "undated", title: "Month not known", wholeTitle: "\(year)month not known")
      }
      let month = date.earliest.components.month
      return .init(
        address: month < 10 ? "0\(month)" : "\(month)", title: DateWords.month(month),
        wholeTitle: DateWords.words(PartialDate(monthOf: date.earliest)))
    }
  }

  /// By the framework.
  static func framework(_ framework: @escaping @Sendable (Row) -> Framework?) -> Self {
    Self {
      framework($0).map { .name($0.id.name) } ?? .unknown
    } part: { row in
      framework(row).map { framework in
        let title = framework.title.value.plain
        return .init(
          address: framework.id.name, title: title, wholeTitle: title, anchor: framework.id.name,
          namesParts: true)
      }
        ?? .init(
          address: "no-framework", title: "Framework not known", wholeTitle: "framework not known",
          anchor: "no-framework", namesParts: true)
    }
  }

  /// By the letter that a name begins with.
  static func letter(_ name: @escaping @Sendable (Row) -> String) -> Self {
    Self {
      .name(FirstLetter(of: name($0)).address)
    } part: { row in
      let letter = FirstLetter(of: name(row))
      return .init(
        address: letter.address, title: letter.title, wholeTitle: letter.title,
        anchor: "letter-\(letter.address)")
    }
  }
}

extension ListDivision.Range {
  /// By the days of the first and of the last row.
  static func days(_ date: @escaping @Sendable (Row) -> PartialDate?) -> Self {
    Self { first, last in
      guard let one = date(first), let other = date(last), one.precision == .day,
        other.precision == .day
      else { return nil }
      let (start, end) = one.earliest <= other.earliest ? (one, other) : (other, one)
      return DateInterval("\(start)/\(end)").map(DateWords.words)
    }
  }

  /// By the first and the last name: `Beach Road to Bridge Street`.
  static func names(
    _ name: @escaping @Sendable (Row) -> String, needsPart: Bool = false
  ) -> Self {
    Self(needsPart: needsPart) { first, last in
      let names = [name(first), name(last)].map { ShortWords.shortened($0, to: 48) }
      return names[0] == names[1] ? names[0] : "\(names[0]) to \(names[1])"
    }
  }
}
