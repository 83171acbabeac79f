#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Diagnostics
import Site

/// What the link check keeps of a rendered page: its anchors, and the links that it could not settle.
///
/// A class, for lists of it are made of lists; it never changes.
final class PageFacts: Sendable {
  /// What rendering it had to say.
  let problem: Diagnostic?
  /// Hashes of the page's place with each of its anchors.
  let anchors: [UInt64]
  /// The same of the anchors of other pages that links lead to, but for links that an earlier page of
  /// the same worker had.
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
  /// `seen` knows links that the worker met on earlier pages.
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
        guard let target = Self.target(of: value, on: path, page, places, &seen) else { return }
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
    var seen = SeenLinks()
    var broken: [String] = []
    AttributeScanner.scan(bytes) { name, value in
      guard name == .link, let target = target(of: value, on: path, page, places, &seen),
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
    of value: ArraySlice<UInt8>, on path: String, _ page: LinkHash, _ places: Places,
    _ seen: inout SeenLinks
  ) -> (address: ArraySlice<UInt8>, anchor: UInt64?)? {
    // Most links are met again and again, and only one that starts with the host's root leads to the
    // same place from every page.
    let isFromRoot = value.first == UInt8(ascii: "/")
    guard seen.insert((isFromRoot ? LinkHash() : page).adding(value)) else { return nil }
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

/// Links that a worker met lately, to be passed over when they come again.
///
/// It forgets a link when another takes its place, which costs only the time to look at it again, and
/// so stays small enough to be at hand.
struct SeenLinks {
  private static let places = 1 << 14
  private var hashes = [UInt64](repeating: 0, count: places)

  /// Whether the link was not known.
  fileprivate mutating func insert(_ link: LinkHash) -> Bool {
    let place = Int(truncatingIfNeeded: link.value) & (Self.places - 1)
    guard hashes[place] != link.value else { return false }
    hashes[place] = link.value
    return true
  }
}

/// A hash of a page's place, and from that one of an anchor on the page; the same within a run.
///
/// Takes eight bytes at a step. Source of the steps: MurmurHash64A by Austin Appleby, in the public
/// domain.
private struct LinkHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  init() {}

  init(_ path: String) {
    var path = path
    self = path.withUTF8 { unsafe LinkHash().adding(UnsafeRawBufferPointer($0)) }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self = LinkHash().adding(bytes)
  }

  func adding(_ bytes: ArraySlice<UInt8>) -> LinkHash {
    unsafe bytes.withUnsafeBytes { unsafe adding($0) }
  }

  /// The hash of the anchor on the page whose hash this is.
  func anchored(_ anchor: ArraySlice<UInt8>) -> LinkHash {
    var hash = self
    hash.mix(0x23)
    return hash.adding(anchor)
  }

  private func adding(_ bytes: UnsafeRawBufferPointer) -> LinkHash {
    var hash = self
    var index = 0
    while index + 8 <= bytes.count {
      hash.mix(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest = UInt64(bytes.count) << 56
    while index < bytes.count {
      rest = rest << 8 ^ UInt64(unsafe bytes[index])
      index += 1
    }
    hash.mix(rest)
    return hash
  }

  private mutating func mix(_ word: UInt64) {
    let factor: UInt64 = 0xC6A4_A793_5BD1_E995
    var word = word &* factor
    word ^= word >> 47
    value = (value ^ (word &* factor)) &* factor
    value ^= value >> 29
  }
}

/// Finds the values of `id`, `href` and `src` attributes in HTML that quotes them with `"`.
enum AttributeScanner {
  /// What an attribute is for.
  enum Name {
    case id, link
  }

  static func scan(_ bytes: [UInt8], _ found: (Name, ArraySlice<UInt8>) -> Void) {
    var index = 0
    while let (name, start) = next(in: bytes, from: index) {
      guard let end = position(of: UInt8(ascii: "\""), in: bytes, from: start) else { return }
      found(name, bytes[start..<end])
      index = end + 1
    }
  }

  /// The next attribute that is looked for, with the first byte of its value.
  private static func next(in bytes: [UInt8], from start: Int) -> (Name, Int)? {
    var index = start
    while let equals = position(of: UInt8(ascii: "="), in: bytes, from: index) {
      index = equals + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "\""),
        let name = name(endingAt: equals, in: bytes)
      {
        return (name, index + 1)
      }
    }
    return nil
  }

  private static func position(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { raw in
      guard start < raw.count, let base = raw.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), raw.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private static func name(endingAt end: Int, in bytes: [UInt8]) -> Name? {
    func precedes(_ name: StaticString) -> Bool {
      let length = name.utf8CodeUnitCount
      guard end > length, bytes[end - length - 1] == UInt8(ascii: " ") else { return false }
      return name.withUTF8Buffer { unsafe $0.elementsEqual(bytes[(end - length)..<end]) }
    }
    guard end > 0 else { return nil }
    return switch bytes[end - 1] {
    case UInt8(ascii: "d"): precedes("id") ? .id : nil
    case UInt8(ascii: "f"): precedes("href") ? .link : nil
    case UInt8(ascii: "c"): precedes("src") ? .link : nil
    default: nil
    }
  }
}
