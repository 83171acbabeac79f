import Diagnostics
import Site

/// What the link check keeps of a rendered page: its anchors and its links within the site.
struct PageFacts: Sendable {
  /// The page's place in the site.
  let path: String
  /// What rendering it had to say.
  let problem: Diagnostic?
  /// Hashes of the page's place with each of its anchors.
  let anchors: [UInt64]
  /// Links to places of the site, from its root, that no earlier page of the same worker had.
  let links: [String]

  /// Looks through the page's bytes once.
  ///
  /// `seen` holds the hashes of the links that the worker met on earlier pages, and grows.
  /// Complexity: O(n). The bytes come from our own renderer, which quotes every attribute with `"`.
  init(
    of bytes: [UInt8], path: String, addresses: Addresses, problem: Diagnostic?,
    seen: inout Set<UInt64>
  ) {
    self.path = path
    self.problem = problem
    var anchors: [UInt64] = []
    var links: [String] = []
    let base = Array(addresses.basePath.utf8)
    AttributeScanner.scan(bytes) { name, value in
      switch name {
      case .id:
        anchors.append(Self.hash(path, anchor: value))
      case .link:
        let isLocal = value.first == UInt8(ascii: "#")
        let isRelative = !isLocal && Self.isRelative(value)
        guard isLocal || isRelative || value.starts(with: base),
          seen.insert(Self.hash(isLocal || isRelative ? path : "", anchor: value)).inserted
        else { return }
        if isLocal {
          links.append(path + String(decoding: value, as: UTF8.self))
        } else if isRelative {
          links.append(Self.resolved(String(decoding: value, as: UTF8.self), on: path))
        } else {
          links.append(String(decoding: value.dropFirst(base.count), as: UTF8.self))
        }
      }
    }
    self.anchors = anchors
    self.links = links
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

  /// FNV-1a over a page's place, `#` and an anchor.
  ///
  /// Source: Fowler, Noll and Vo, 64-bit parameters.
  static func hash(_ path: String, anchor: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x23) &* 0x100_0000_01B3
    for byte in anchor { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
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
    let quote = UInt8(ascii: "\"")
    while let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")) {
      index = equals + 1
      guard index < bytes.count, bytes[index] == quote,
        let name = name(endingAt: equals, in: bytes)
      else { continue }
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { return }
      found(name, bytes[start..<end])
      index = end + 1
    }
  }

  private static func name(endingAt end: Int, in bytes: [UInt8]) -> Name? {
    func precedes(_ name: StaticString) -> Bool {
      let length = name.utf8CodeUnitCount
      guard end > length, bytes[end - length - 1] == UInt8(ascii: " ") else { return false }
      return name.withUTF8Buffer { unsafe $0.elementsEqual(bytes[(end - length)..<end]) }
    }
    if precedes("id") { return .id }
    return precedes("href") || precedes("src") ? .link : nil
  }
}
