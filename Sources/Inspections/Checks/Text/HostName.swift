/// Addresses that people write without `https://`, as a browser's bar shows them.
enum HostName {
  /// Whether a text begins with the name of a host: `www.example.org`, `example.gov.uk/reports`.
  ///
  /// Of names without `www.` only those count whose ending no kind of file has.
  static func begins(_ text: String) -> Bool {
    let labels = text.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
      .split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy(isLabel) else { return false }
    return labels[0].lowercased() == "www" && labels.count > 2
      || endings.contains(labels[labels.count - 1].lowercased())
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty
      && label.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }

  private static let endings: Set<String> = [
    "org", "com", "net", "edu", "gov", "int", "uk", "ie", "eu", "scot", "wales", "au", "nz", "ca",
  ]
}
