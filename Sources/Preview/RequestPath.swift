import Site

/// The path of a request, taken apart once and for all.
struct RequestPath: Sendable, Hashable {
  /// The names between the slashes, decoded; each is a plain name, never `.` or `..`.
  let names: [String]
  /// Whether the path ends with a slash, as that of a folder does.
  let isFolder: Bool

  /// Decodes the path of a request as it was sent, or nil for one that no page has.
  ///
  /// Percent signs are decoded once, after which every part must be a name: not empty, not `.` or
  /// `..`, without control characters, slashes or backslashes. So no path leads out of the site,
  /// and none is mistaken for another host when it is sent back in a redirect.
  init?(_ raw: String) {
    var parts = raw.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    guard parts.count > 1, parts.removeFirst().isEmpty else { return nil }
    isFolder = parts.last?.isEmpty ?? true
    if isFolder { parts.removeLast() }
    var names: [String] = []
    for part in parts {
      guard let name = Self.name(Substring(part)) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  private static func name(_ part: Substring) -> String? {
    guard let name = Addresses.decoded(part) else { return nil }
    let isPlain = name.utf8.allSatisfy { byte in
      byte >= 32 && byte != 127 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\\")
    }
    return !isPlain || name.isEmpty || name == "." || name == ".." ? nil : name
  }
}
