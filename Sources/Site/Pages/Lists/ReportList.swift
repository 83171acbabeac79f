import Inspections

/// A list of reports with pages of its own: all of them or, where a record's page cannot list its own,
/// those on one area, under one framework or by one publisher.
struct ReportList: Sendable {
  let subject: Subject

  /// What the reports have in common.
  enum Subject: Hashable, Sendable {
    case all
    case area(AreaID)
    case framework(FrameworkID)
    case publisher(OrganisationID)
  }

  /// The list's reports, newest first; those without a date come last.
  ///
  /// Complexity: O(n) in them.
  func reports(in register: Register) -> [Report] {
    guard let ids = ids(in: register) else { return register.links.reportsNewestFirst }
    let reports = ids.reversed().compactMap { register.reports[$0] }
    return reports.filter { $0.date != nil } + reports.filter { $0.date == nil }
  }

  /// Those that the page of a record lists itself, newest first.
  ///
  /// Complexity: O(n) in all of the list.
  func latest(in register: Register) -> ArraySlice<Report> {
    reports(in: register).prefix(mostOnRecord)
  }

  /// The reports of a record, earliest first; nil for the list of all.
  private func ids(in register: Register) -> [ReportID]? {
    switch subject {
    case .all: nil
    case .area(let id): register.links.reportsOfArea[id] ?? []
    case .framework(let id): register.links.reportsOfFramework[id] ?? []
    case .publisher(let id): register.links.reportsOfPublisher[id] ?? []
    }
  }

  /// How many reports the page of a record lists itself.
  var mostOnRecord: Int {
    switch subject {
    case .all: 0
    case .area: 8
    case .framework, .publisher: 30
    }
  }

  /// Its place in the site.
  var path: String {
    (target.map { Addresses.path(of: $0) } ?? "") + ReportsPage.entrance.path
  }

  /// The record whose reports they are; nil for the list of all.
  var target: Target? {
    switch subject {
    case .all: nil
    case .area(let id): .area(id, anchor: nil)
    case .framework(let id): .framework(id, anchor: nil)
    case .publisher(let id): .organisation(id, anchor: nil)
    }
  }

  /// The link to it, with how many reports it has; nil where the record's page lists them all.
  func link(in site: SiteContext) -> RecordLink? {
    let count = ids(in: site.register)?.count ?? site.register.links.originals.count
    guard count > mostOnRecord else { return nil }
    return RecordLink(
      title: NumberWords.count(count, "report", "reports"), link: site.addresses.link(path))
  }

  /// What the page is called.
  func title(in site: SiteContext) -> String {
    switch subject {
    case .all: ReportsPage.entrance.title
    case .area(let id): "Reports on \(site.link(id).title)"
    case .framework(let id): "Reports under \(site.link(id).title)"
    case .publisher(let id): "Reports by \(site.link(id).title)"
    }
  }

  /// The pages above it.
  func breadcrumbs(in site: SiteContext) -> [PageFrame.Crumb] {
    switch subject {
    case .all: [.home]
    case .area(let id): [.home, AreasPage.entrance, .named(site.link(id), path: above)]
    case .framework(let id): [.home, FrameworksPage.entrance, .named(site.link(id), path: above)]
    case .publisher(let id):
      [.home, OrganisationsPage.entrance, .named(site.link(id), path: above)]
    }
  }

  private var above: String { target.map { Addresses.path(of: $0) } ?? "" }

  /// Every list that has pages: that of all, and those of records with many reports.
  static func all(in site: SiteContext) -> [ReportList] {
    let register = site.register
    let subjects: [Subject] =
      register.areas.records.map { .area($0.id) }
      + register.frameworks.records.map { .framework($0.id) }
      + register.organisations.records.map { .publisher($0.id) }
    return [ReportList(subject: .all)]
      + subjects.map(ReportList.init).filter { $0.link(in: site) != nil }
  }
}
