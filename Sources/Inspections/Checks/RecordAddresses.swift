import Diagnostics

extension Register {
  /// The addresses of the site's own overviews.
  static let sectionAddresses = [
    "/", "/areas/", "/reports/", "/recommendations/", "/frameworks/", "/organisations/",
    "/responses/", "/glossary/", "/coverage/", "/pages/", "/timeline/", "/search/", "/data/",
    "/editors/",
    "/feed.xml", "/sitemap.xml", "/404.html",
  ]

  /// Whether the site has a page at an address that starts with `/`; what follows `#` is not looked at.
  func hasAddress(_ address: String) -> Bool {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    if Self.sectionAddresses.contains(String(path)) { return true }
    if path == "/pages/" { return pages.records.count > Limits.footerPages }
    let parts = path.split(separator: "/").map(String.init)
    guard path.hasPrefix("/"), parts.count >= 2, let collection = Collection(rawValue: parts[0])
    else { return false }
    guard hasRecord(RecordKey(collection, parts[1])) else { return false }
    switch (collection, parts.count) {
    case (_, 2): return true
    case (.areas, 3): return parts[2] == "feed.xml"
    case (.reports, 4):
      return parts[2] == "recommendations"
        && reports[ID(parts[1])]?.recommendations.contains { "\($0.number.value)" == parts[3] }
          ?? false
    case (.frameworks, 4):
      return parts[2] == "aspects"
        && frameworks[ID(parts[1])]?.aspects.contains { $0.id.value.name == parts[3] } ?? false
    default: return false
    }
  }

  /// Whether there is a record, or the file of one that could not be read.
  private func hasRecord(_ key: RecordKey) -> Bool {
    unreadable.contains(key) || shelf(of: key.collection).holds(key.id)
  }
}
