import Inspections

/// How readers of a page are told of what comes later.
enum Follow {
  /// The feeds of the areas that a report is about; none where the site publishes no feeds.
  static func feeds(of report: Report, in site: SiteContext) -> [RecordLink] {
    guard site.publishes(.feeds) else { return [] }
    return report.areas.compactMap { site.register.areas[$0.value] }.map { area in
      let page = Addresses.path(of: .area(area.id, anchor: nil))
      return RecordLink(
        title: area.title.value.plain, link: site.addresses.link(AtomFeed.path(following: page)),
        language: area.titleLanguage)
    }
  }

  /// The feed that browsers are told of on a page about `report`: its area's where it has one area,
  /// else the site's, which is empty.
  static func feed(of report: Report) -> String {
    guard report.areas.count == 1 else { return "" }
    return AtomFeed.path(
      following: Addresses.path(of: .area(report.areas[0].value, anchor: nil)))
  }
}
