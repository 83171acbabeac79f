/// The names of this machine that a request may have.
///
/// A page from elsewhere could have its own name lead to this machine (DNS rebinding) and read what is only
/// being written; so a name counts only if it is known to be this machine's. An address is no name.
struct HostNames: Sendable {
  /// Whether the preview listens on other addresses than those of this machine alone.
  let isOpen: Bool
  /// Names beside `localhost`, in small letters.
  private let names: Set<String>

  init(isOpen: Bool = false, others: [String] = []) {
    self.isOpen = isOpen
    names = Set(others.map { $0.lowercased() })
  }

  /// Whether a host header means this machine; any port will do, for a tunnel may have its own.
  func contains(_ host: String) -> Bool {
    var name = host.lowercased()[...]
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") {
      guard UInt16(name[name.index(after: colon)...]) != nil else { return false }
      name = name[..<colon]
    }
    if name == "localhost" || name == "127.0.0.1" || name == "[::1]" { return true }
    return names.contains(String(name)) || (isOpen && Self.isAddress(name))
  }

  /// Whether it is four numbers, or something in square brackets that only an IPv6 address can be.
  private static func isAddress(_ name: Substring) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().utf8.allSatisfy {
        (0x30...0x3A).contains($0) || (0x61...0x66).contains($0) || $0 == 0x2E
      }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.first != "+" }
  }
}
