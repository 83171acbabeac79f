import Inspections

/// The feeds of the site, of each area and of each framework, and the calendars of due dates: of all
/// reports, and of each area that something was asked of.
public func feedFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.feeds) else { return [] }
  let register = site.register
  let name = register.site.title.value
  let areas = register.areas.records.map { area in
    feed(
      "\(area.title.value.plain) – \(name)", at: Addresses.path(of: .area(area.id, anchor: nil)),
      of: { register.links.reportsOfArea[area.id] ?? [] }, in: site)
  }
  let frameworks = register.frameworks.records.map { framework in
    feed(
      "\(framework.title.value.plain) – \(name)",
      at: Addresses.path(of: .framework(framework.id, anchor: nil)),
      of: { register.links.reportsOfFramework[framework.id] ?? [] }, in: site)
  }
  let whole = feed(name, at: "", of: { register.links.originals.map(\.id) }, in: site)
  let calendar = PlannedFile(path: DataPath.dueDates) {
    DueDateCalendar(title: name, reports: register.links.originals, site: site).bytes
  }
  return [whole] + areas + frameworks + [calendar] + calendars(of: register.areas.records, site)
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

/// A feed of reports and the answers to them.
private func feed(
  _ title: String, at page: String, of reports: @escaping @Sendable () -> [ReportID],
  in site: SiteContext
) -> PlannedFile {
  PlannedFile(path: AtomFeed.path(following: page)) {
    let register = site.register
    let reports = reports()
    let entries =
      reports.compactMap { register.reports[$0].flatMap { AtomFeed.Entry($0, in: site) } }
      + reports.flatMap { register.links.responses[$0] ?? [] }
      .compactMap { register.responses[$0].flatMap { AtomFeed.Entry($0, in: register) } }
    let sorted = entries.sorted { left, right in
      left.updated != right.updated ? left.updated > right.updated : left.path < right.path
    }
    return AtomFeed(
      title: title, path: AtomFeed.path(following: page), page: page,
      entries: Array(sorted.prefix(AtomFeed.limit)), site: site
    ).bytes
  }
}
