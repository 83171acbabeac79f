import Diagnostics
import Inspections
import Site

/// A site that is made for reviewers and not for readers: what is not published is in it and marked, or it
/// is to be opened from a disk.
///
/// The finished pages are rewritten, so that a theme has nothing to do for it and can leave nothing out.
struct ReviewCopy: Sendable {
  /// The path below the host that every address of the site begins with.
  let basePath: String
  /// What the copy shows of that which readers cannot see yet.
  let shows: Unreleased
  /// Where the pages of records lie that are not released, like `reports/new/`, each with the words for when it
  /// is, if that is known.
  let unreleased: [String: String?]
  /// Whether links lead from page to page wherever the folder lies.
  let isRelative: Bool

  /// A copy of a site that lies below `basePath`.
  init(basePath: String, shows: Unreleased, unreleased: [String: String?], isRelative: Bool) {
    self.basePath = basePath
    self.shows = shows
    self.unreleased = unreleased
    self.isRelative = isRelative
  }

  /// What there is to rewrite; nil for a site as readers get it.
  init?(of linked: LinkedRecords, _ addresses: Addresses, for request: BuildRequest) {
    guard request.unreleased != .none || request.usesRelativeLinks else { return nil }
    shows = request.unreleased
    basePath = addresses.basePath
    isRelative = request.usesRelativeLinks
    let zone = linked.register.site.timeZone
    unreleased = Dictionary(
      linked.shown.filter { !$0.isReleased(at: linked.now) }.map { record in
        (Addresses.path(of: record.key.target), ReviewWords.release(of: record, in: zone))
      }
    ) { first, _ in first }
  }

  /// A finished page with its marks and links.
  ///
  /// Complexity: O(n).
  func rewritten(_ page: [UInt8], at path: String) -> [UInt8] {
    var writer = ReviewWriter(page, path: path, copy: self)
    return writer.write()
  }

  /// Whether a page is of something that is not released.
  func isUnreleased(_ path: some StringProtocol) -> Bool { release(ofPage: path) != nil }

  /// What stands at the top of a page.
  func banner(ofPage path: String) -> String {
    ReviewWords.banner(shows, own: release(ofPage: path))
  }

  /// The words for when what a page shows is released, if they are known; nil where it is released.
  private func release(ofPage path: some StringProtocol) -> String?? {
    guard !unreleased.isEmpty else { return nil }
    let folders = path.split(separator: "/").prefix(2)
    guard folders.count == 2 else { return nil }
    return unreleased[folders.joined(separator: "/") + "/"]
  }

  /// A link within the site as it leads from a page on a disk; nil for what leads elsewhere.
  func relative(_ link: String, from page: String) -> String? {
    guard isRelative, link.hasPrefix(basePath), !link.hasPrefix("//") else { return nil }
    let target = link.dropFirst(basePath.count)
    let file = target.prefix { $0 != "#" && $0 != "?" }
    let rest = target[file.endIndex...]
    let name = file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file[...]
    let depth = page.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + name + rest
  }
}
