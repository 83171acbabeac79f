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

  /// The places of a site that a page's links can lead to.
  struct Places: Sendable {
    private let hashes: Set<UInt64>
    /// The path of the home page, with which every link within the site begins.
    let base: [UInt8]

    /// Complexity: O(n) in the places.
    init(of plan: SitePlan) {
      var hashes: Set<UInt64> = []
      hashes.reserveCapacity(plan.pages.count + plan.files.count + plan.downloads.count)
      for page in plan.pages { hashes.insert(LinkHash(page.path).value) }
      for file in plan.files { hashes.insert(LinkHash(file.path).value) }
      for file in plan.downloads { hashes.insert(LinkHash(file.name).value) }
      self.hashes = hashes
      base = Array(plan.context.addresses.basePath.utf8)
    }

    fileprivate func contains(_ hash: LinkHash) -> Bool { hashes.contains(hash.value) }
  }

  /// Looks through the page's bytes once.
  ///
  /// `seen` knows links of the pages before it in the same chunk.
  /// Complexity: O(n). The bytes come from our own renderer, which quotes every attribute with `"`.
  init(
    of bytes: [UInt8], path: String, places: Places, problem: Diagnostic?, seen: inout SeenLinks
  ) {
    self.problem = problem
    let page = LinkHash(path)
    var anchors: [UInt64] = []
    var wanted: [UInt64] = []
    var isLost = false
    AttributeScanner.scan(bytes) { name, value in
      switch name {
      case .id: anchors.append(page.anchored(value).value)
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
    let own = Set(wanted.isEmpty ? [] : anchors)
    self.anchors = anchors
    self.wanted = wanted.filter { !own.contains($0) }
    self.isLost = isLost
  }

  /// The links of a page that lead nowhere, from the site's root and in their order; `missing` holds
  /// the hashes of the anchors that no page has.
  ///
  /// Addresses are not kept while pages are rendered, for most sites have none that is broken.
  static func brokenLinks(
    in bytes: [UInt8], path: String, places: Places, missing: Set<UInt64>
  ) -> [String] {
    let page = LinkHash(path)
    var broken: [String] = []
    AttributeScanner.scan(bytes) { name, value in
      guard name == .link, let target = target(of: value, on: path, page, places),
        target.anchor.map(missing.contains) ?? true
      else { return }
      broken.append(
        (value.first == UInt8(ascii: "#") ? path : "")
          + String(decoding: target.address, as: UTF8.self))
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

  /// An address that counts from a page, from the site's root; one that leads out of the site keeps
  /// the steps that do.
  private static func resolved(_ address: String, on page: String) -> String {
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    let folder = page.lastIndex(of: "/").map { page[..<$0] } ?? ""
    var parts: [Substring] = []
    for part in "\(folder)/\(address[..<end])".drop(while: { $0 == "/" })
      .split(separator: "/", omittingEmptySubsequences: false)
    {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { parts.append(part) }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/") + address[end...]
  }

  /// Where a link leads that leads into the site and is not settled by its path alone: its address
  /// from the site's root, without the page where it is an anchor alone, and the hash of the anchor's
  /// place, nil where no page or file is at the address.
  private static func target(
    of value: ArraySlice<UInt8>, on path: String, _ page: LinkHash, _ places: Places
  ) -> (address: ArraySlice<UInt8>, anchor: UInt64?)? {
    var value = value
    let isLocal = value.first == UInt8(ascii: "#")
    if isRelative(value) {
      let resolved = resolved(String(decoding: value, as: UTF8.self), on: path)
      value = (places.base + resolved.utf8)[...]
    }
    guard isLocal || value.starts(with: places.base) else { return nil }
    if !isLocal { value.removeFirst(places.base.count) }
    let hash = value.firstIndex(of: UInt8(ascii: "#"))
    let path = value[..<(hash ?? value.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    let place = isLocal ? page : LinkHash(path)
    guard isLocal || places.contains(place) else { return (value, nil) }
    let anchor = hash.map { value[($0 + 1)...] } ?? []
    return anchor.isEmpty ? nil : (value, place.anchored(withoutEscapes(anchor)).value)
  }

  /// An anchor as it stands in an `id`: `%41` turned into its byte.
  private static func withoutEscapes(_ anchor: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard anchor.contains(UInt8(ascii: "%")) else { return anchor }
    var bytes: [UInt8] = []
    var rest = anchor
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
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
