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
  /// Where the pages of unreleased records lie, like `reports/new/`; nil for a site of what is released.
  let unreleased: Set<String>?
  /// Whether links lead from page to page wherever the folder lies.
  let isRelative: Bool

  /// A copy of a site that lies below `basePath`.
  init(basePath: String, unreleased: Set<String>?, isRelative: Bool) {
    self.basePath = basePath
    self.unreleased = unreleased
    self.isRelative = isRelative
  }

  /// What there is to rewrite; nil for a site as readers get it.
  init?(of linked: LinkedRecords, _ addresses: Addresses, for request: BuildRequest) {
    guard request.includesDrafts || request.usesRelativeLinks else { return nil }
    basePath = addresses.basePath
    isRelative = request.usesRelativeLinks
    unreleased =
      request.includesDrafts
      ? Set(
        linked.shown.filter { !$0.isReleased(at: linked.now) }
          .map { Addresses.path(of: $0.key.target) }) : nil
  }

  /// A finished page with its marks and links.
  ///
  /// Complexity: O(n).
  func rewritten(_ page: [UInt8], at path: String) -> [UInt8] {
    var writer = ReviewWriter(page, path: path, copy: self)
    return writer.write()
  }

  /// Whether a page is of something that is not released.
  func isUnreleased(_ path: some StringProtocol) -> Bool {
    guard let unreleased, !unreleased.isEmpty else { return false }
    let folders = path.split(separator: "/").prefix(2)
    return folders.count == 2 && unreleased.contains(folders.joined(separator: "/") + "/")
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
