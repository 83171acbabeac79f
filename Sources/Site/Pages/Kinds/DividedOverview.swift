/// What an overview shows of one framework.
protocol FrameworkGroup: Sendable {
  /// The framework's id; a word of its own where it is not known.
  var name: String { get }
  /// The framework's title, or that it is not known.
  var title: String { get }
  /// How many things are shown, and what they are called.
  var count: Int { get }
  static var counted: (one: String, many: String) { get }

  /// The same in parts of at most `most`.
  func divided(into most: Int) -> [Self]
}

/// A page of an overview that is divided by framework where one page cannot hold it: the overview
/// itself, which then lists the parts, or one of these.
struct DividedOverview<Group: FrameworkGroup>: Sendable {
  let entrance: PageFrame.Crumb
  let path: String
  /// What the part is called; nil for the overview.
  let heading: String?
  let groups: [Group]
  /// The pages that together show everything; empty where this one does.
  let parts: [PagePart<Group>]

  /// Divides an overview where one page cannot hold it.
  ///
  /// - Parameters:
  ///   - groups: everything there is to show.
  ///   - entrance: where the overview stands.
  ///   - limits: more than `page` are divided, into parts of at most `part`.
  /// - Returns: the overview, then its parts.
  static func pages(
    of groups: [Group], at entrance: PageFrame.Crumb, limits: (page: Int, part: Int)
  ) -> [Self] {
    let isDivided = groups.map(\.count).reduce(0, +) > limits.page
    let parts =
      !isDivided
      ? []
      : groups.flatMap { group in
        PagePart.numbered(
          group.divided(into: limits.part), of: group.title, at: "\(entrance.path)\(group.name)/")
      }
    let overview = Self(
      entrance: entrance, path: entrance.path, heading: nil, groups: isDivided ? [] : groups,
      parts: parts)
    return [overview]
      + parts.map {
        Self(
          entrance: entrance, path: $0.path, heading: $0.title, groups: [$0.content], parts: [])
      }
  }

  func frame(kind: String, summary: String, in site: SiteContext) -> PageFrame {
    PageFrame(
      title: heading.map { "\(entrance.title): \($0)" } ?? entrance.title, kind: kind,
      summary: summary, path: path, breadcrumbs: heading == nil ? [.home] : [.home, entrance],
      site: site)
  }

  func links(in site: SiteContext) -> [RecordLink] {
    parts.map { part in
      let words = NumberWords.count(part.content.count, Group.counted.one, Group.counted.many)
      return part.link(words, in: site)
    }
  }
}
