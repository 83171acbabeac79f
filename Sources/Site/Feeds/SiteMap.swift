/// The map of the site for search engines, and the word to them.
///
/// Source: sitemaps.org protocol 0.9, which allows 50,000 addresses a file.
public func siteMapFiles(_ site: SiteContext, pages: [PlannedPage]) -> [PlannedFile] {
  let paths = pages.filter(\.kind.isInSiteMap).map(\.path)
    .filter { !site.isUnlisted($0) }
  let robots = PlannedFile(path: "robots.txt") {
    Array("User-agent: *\nAllow: /\nSitemap: \(site.addresses.absolute("sitemap.xml"))\n".utf8)
  }
  guard paths.count > SiteMap.limit else {
    return [robots, PlannedFile(path: "sitemap.xml") { SiteMap.map(of: paths[...], in: site) }]
  }
  let starts = Array(stride(from: 0, to: paths.count, by: SiteMap.limit))
  let names = starts.indices.map { "sitemap-\($0 + 1).xml" }
  let index = PlannedFile(path: "sitemap.xml") { SiteMap.index(of: names, in: site) }
  let parts = zip(names, starts).map { name, start in
    PlannedFile(path: name) {
      SiteMap.map(of: paths[start..<min(start + SiteMap.limit, paths.count)], in: site)
    }
  }
  return [robots, index] + parts
}

/// The two kinds of file that make up a map.
enum SiteMap {
  /// The most addresses in a file.
  static let limit = 50_000

  static func map(of paths: ArraySlice<String>, in site: SiteContext) -> [UInt8] {
    var xml = XMLBuffer()
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in paths { xml.element("<url><loc>", site.addresses.absolute(path), "</loc></url>\n") }
    xml.markup("</urlset>\n")
    return xml.bytes
  }

  static func index(of names: [String], in site: SiteContext) -> [UInt8] {
    var xml = XMLBuffer()
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for name in names {
      xml.element("<sitemap><loc>", site.addresses.absolute(name), "</loc></sitemap>\n")
    }
    xml.markup("</sitemapindex>\n")
    return xml.bytes
  }
}
