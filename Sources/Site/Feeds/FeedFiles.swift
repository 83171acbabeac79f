import Inspections

/// The feeds of the site, of each area and of each framework with their archives, and the calendars of
/// due dates: of all reports, and of each area that something was asked of.
public func feedFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.feeds) else { return [] }
  let register = site.register
  let name = register.site.title.value
  let areas = register.areas.records.flatMap { area in
    feed(
      "\(area.title.value.plain) – \(name)", at: Addresses.path(of: .area(area.id, anchor: nil)),
      of: (register.links.reportsOfArea[area.id] ?? []).compactMap { register.reports[$0] },
      in: site)
  }
  let frameworks = register.frameworks.records.flatMap { framework in
    feed(
      "\(framework.title.value.plain) – \(name)",
      at: Addresses.path(of: .framework(framework.id, anchor: nil)),
      of: (register.links.reportsOfFramework[framework.id] ?? []).compactMap {
        register.reports[$0]
      }, in: site)
  }
  let whole = feed(name, at: "", of: register.links.originals, in: site)
  let calendar = PlannedFile(path: DataPath.dueDates) {
    DueDateCalendar(title: name, reports: register.links.originals, site: site).bytes
  }
  return whole + areas + frameworks + changeFeeds(site) + [calendar]
    + calendars(of: register.areas.records, site)
}

private func calendars(of areas: [Area], _ site: SiteContext) -> [PlannedFile] {
  areas.compactMap { area in
    let reports = site.register.reportsInOrder(of: area.id)
    guard DueDateCalendar.isMade(for: reports, in: site) else { return nil }
    let page = Addresses.path(of: .area(area.id, anchor: nil))
    return PlannedFile(path: DueDateCalendar.path(following: page)) {
      DueDateCalendar(title: area.title.value.plain, reports: reports, site: site).bytes
    }
  }
}

/// A feed of reports and the answers to them, and the archives that it is continued by.
private func feed(
  _ title: String, at page: String, of reports: [Report], in site: SiteContext
) -> [PlannedFile] {
  let register = site.register
  let items =
    reports.compactMap { FeedItem($0) }
    + reports.flatMap { register.links.responses[$0.id] ?? [] }
    .compactMap { register.responses[$0].flatMap { FeedItem($0) } }
  let latest = Array(items.sorted(by: FeedItem.isNewer).prefix(AtomFeed.limit))
  let archives = items.count > latest.count ? FeedArchive.all(of: items, at: page) : []
  let subscribed = PlannedFile(path: AtomFeed.path(following: page)) {
    AtomFeed(
      title: title, path: AtomFeed.path(following: page), page: page,
      entries: latest.compactMap { $0.entry(in: site) }, previous: archives.last?.path, site: site
    ).bytes
  }
  return [subscribed]
    + archives.indices.map { index in
      let archive = archives[index]
      return PlannedFile(path: archive.path) {
        AtomFeed(
          title: title, path: archive.path, page: page,
          entries: archive.items.sorted(by: FeedItem.isNewer).compactMap { $0.entry(in: site) },
          previous: index > 0 ? archives[index - 1].path : nil,
          archive: .init(
            current: AtomFeed.path(following: page),
            next: index + 1 < archives.count ? archives[index + 1].path : nil), site: site
        ).bytes
      }
    }
}
