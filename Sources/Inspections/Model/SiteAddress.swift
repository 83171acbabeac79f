/// Whether an address can be where a site stands: scheme, host, and the folders of its pages.
///
/// All addresses of a site are made by adding to it, so it takes nothing after its folders, and no
/// empty folder, behind which a browser would look for another host.
public enum SiteAddress {
  /// What keeps `text` from being the address of a site, in a few words; nil where nothing does.
  ///
  /// Source: RFC 3986, section 3.
  public static func fault(in text: String) -> String? {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    guard let scheme else { return "it starts with neither https:// nor http://" }
    guard text.hasPrefix(scheme) else { return "its scheme is in capitals" }
    guard text.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
      return text.unicodeScalars.contains { $0.properties.isWhitespace }
        ? "it has a space" : "it has characters beyond ASCII"
    }
    let rest = text.dropFirst(scheme.count)
    guard !rest.contains("?") else { return "it has a query" }
    guard !rest.contains("#") else { return "it has a fragment" }
    let host = rest.prefix { $0 != "/" }
    guard !host.contains("@") else { return "it names a user" }
    if let fault = fault(inHost: host) { return fault }
    let path = rest.dropFirst(host.count)
    guard !path.contains("//") else { return "it has two strokes in a row" }
    guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
      return "it has a folder '.' or '..'"
    }
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._~!$&'()*+,;=:@/%".utf8.contains(byte)
      }
    }
    return isPlain ? nil : "it has a character that addresses do not have"
  }

  private static func fault(inHost host: Substring) -> String? {
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // An address of IP version 6 stands in brackets and has colons of its own.
    if host.hasPrefix("[") {
      let end = host.firstIndex(of: "]")
      return end == nil || host.contains("%") ? "its host is not one" : nil
    }
    guard let name = parts.first, !name.isEmpty else { return "it has no host" }
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
      default: false
      }
    }
    guard isName,
      name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
        .allSatisfy({ !$0.isEmpty })
    else { return "its host is not one" }
    guard parts.count == 2 else { return nil }
    return UInt16(parts[1]) == nil ? "its port is no number up to 65535" : nil
  }
}
