import Diagnostics
import Site

/// What the link check keeps of a rendered page: its anchors, and the links that it could not settle.
///
/// A class, so that a list of them is passed on without touching what each holds; it never changes.
final class PageFacts: Sendable {
  /// What rendering it had to say.
  let problem: Diagnostic?
  /// Hashes of the page's place with each of its anchors.
  let anchors: [UInt64]
  /// The same of the anchors of other pages that links lead to, but for links that an earlier page of
  /// the same chunk had.
  let wanted: [UInt64]
  /// Whether such a link leads to no place of the site at all.
  let isLost: Bool
  /// What makes it heavy; nil where it is not.
  let weight: PageWeight?

  /// The places of a site that a page's links can lead to.
  struct Places: Sendable {
    private let pages: LinkHashes
    private let files: LinkHashes
    /// The path of the home page, with which every link within the site begins.
    let base: [UInt8]

    /// Complexity: O(n) in the places.
    init(of plan: SitePlan) {
      pages = LinkHashes(plan.pages.map { LinkHash($0.path).value })
      files = LinkHashes(
        (plan.files.map(\.path) + plan.downloads.map(\.name)).map { LinkHash($0).value })
      base = Array(PageFacts.decoded(Array(plan.context.addresses.basePath.utf8)[...]))
    }

    fileprivate func hasPage(_ hash: LinkHash) -> Bool { pages.contains(hash.value) }
    fileprivate func hasFile(_ hash: LinkHash) -> Bool { files.contains(hash.value) }
  }

  /// Looks through the page's bytes once.
  ///
  /// `seen` knows links of the pages before it in the same chunk.
  /// Complexity: O(n). The bytes come from our own renderer, which quotes every attribute with `"`.
  init(
    of bytes: [UInt8], page planned: PlannedPage, places: Places, problem: Diagnostic?,
    seen: inout SeenLinks
  ) {
    self.problem = problem
    weight = PageWeight(of: bytes, kind: planned.kind)
    let path = planned.path
    let page = LinkHash(path)
    var anchors: [UInt64] = []
    anchors.reserveCapacity(64)
    var wanted: [UInt64] = []
    var isLost = false
    AttributeScanner.scan(bytes) { name, value in
      switch name {
      case .id: anchors.append(page.anchored(Self.unescaped(value)).value)
      case .link:
        // Most links are met again and again, and only one that starts with the host's root leads to
        // the same place from every page.
        let isFromRoot = value.first == UInt8(ascii: "/")
        guard seen.insert((isFromRoot ? LinkHash() : page).adding(value)),
          let target = Self.target(of: value, on: path, page, places)
        else { return }
        if let anchor = target.anchor { wanted.append(anchor) } else { isLost = true }
      }
    }
    // What leads to an anchor of the page itself is settled here.
    let own = LinkHashes(wanted.isEmpty ? [] : anchors)
    // Without the room that is left over, for these are kept of every page.
    self.anchors = anchors.map { $0 }
    self.wanted = wanted.filter { !own.contains($0) }
    self.isLost = isLost
  }

  /// A link of a page that leads nowhere.
  struct BrokenLink: Hashable {
    /// The path from the site's root that it leads to, decoded, without what follows `?`.
    let path: String
    /// What follows `#`, as it stands in the link.
    let anchor: String?
  }

  /// The links of a page that lead nowhere, in their order; `missing` holds the hashes of the anchors
  /// that no page has.
  ///
  /// Addresses are not kept while pages are rendered, for most sites have none that is broken.
  static func brokenLinks(
    in bytes: [UInt8], path: String, places: Places, missing: Set<UInt64>
  ) -> [BrokenLink] {
    let page = LinkHash(path)
    var broken: [BrokenLink] = []
    AttributeScanner.scan(bytes) { name, value in
      guard name == .link, let target = target(of: value, on: path, page, places),
        target.anchor.map(missing.contains) ?? true
      else { return }
      let anchor = unescaped(value).drop { $0 != UInt8(ascii: "#") }
      broken.append(
        BrokenLink(
          path: target.path.map { String(decoding: $0, as: UTF8.self) } ?? path,
          anchor: anchor.isEmpty ? nil : String(decoding: anchor.dropFirst(), as: UTF8.self)))
    }
    return broken
  }

  /// Whether an address counts from the page that it stands on.
  ///
  /// The program writes no such address, but a template may.
  private static func isRelative(_ address: ArraySlice<UInt8>) -> Bool {
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return address.first != byte
      default: continue
      }
    }
    return !address.isEmpty
  }

  /// A path that counts from a page, from the site's root; one that leads out of the site keeps the
  /// steps that do.
  private static func resolved(_ path: ArraySlice<UInt8>, on page: String) -> [UInt8] {
    let folder = page.utf8.lastIndex(of: UInt8(ascii: "/")).map { page[..<$0] } ?? ""
    var parts: [ArraySlice<UInt8>] = []
    for part in (Array(folder.utf8) + [UInt8(ascii: "/")] + path).drop(while: { $0 == 0x2F })
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8), parts.popLast() != nil { continue }
      parts.append(part)
    }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  /// Where a link leads that leads into the site and is not settled by its path alone: the path from
  /// the site's root, nil where it is that of the page itself, and the hash of the anchor's place, nil
  /// where no page or file is at the path.
  ///
  /// A path is decoded once, as a server does, for what is left of it is the name of a file.
  private static func target(
    of value: ArraySlice<UInt8>, on page: String, _ pageHash: LinkHash, _ places: Places
  ) -> (path: ArraySlice<UInt8>?, anchor: UInt64?)? {
    let value = unescaped(value)
    let hash = value.firstIndex(of: UInt8(ascii: "#"))
    let anchor = hash.map { value[($0 + 1)...] } ?? []
    var path: ArraySlice<UInt8>?
    var place = pageHash
    if hash != value.startIndex {
      let written = value[..<(hash ?? value.endIndex)].prefix { $0 != UInt8(ascii: "?") }
      var found = decoded(written)
      if isRelative(value) {
        found = resolved(found, on: page)[...]
      } else {
        guard found.starts(with: places.base) else { return nil }
        found.removeFirst(places.base.count)
      }
      place = LinkHash(found)
      path = found
      // A place within a file is for the program that opens it.
      guard places.hasPage(place) else { return places.hasFile(place) ? nil : (path, nil) }
    }
    return anchor.isEmpty ? nil : (path, place.anchored(decoded(anchor)).value)
  }

  /// The value of an attribute as browsers read it, of the escapes that our renderer writes.
  private static func unescaped(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    var bytes: [UInt8] = []
    var rest = value
    while let byte = rest.first {
      let escape = escapes.first { byte == UInt8(ascii: "&") && rest.starts(with: $0.name.utf8) }
      bytes.append(escape?.byte ?? byte)
      rest = rest.dropFirst(escape?.name.utf8.count ?? 1)
    }
    return bytes[...]
  }

  private static let escapes: [(name: String, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&#39;", UInt8(ascii: "'")), ("&quot;", UInt8(ascii: "\"")),
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
  ]

  /// Bytes with `%41` turned into the byte that it stands for, but for a `/`, which separates names
  /// only where it is written.
  private static func decoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        value != UInt8(ascii: "/")
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes[...]
  }
}
