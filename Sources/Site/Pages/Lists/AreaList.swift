import Inspections

/// A list of areas with pages of its own: all of them or, where a record's page cannot list its own,
/// those of one body or those that one area consists of.
struct AreaList: Sendable {
  let subject: Subject
  let areas: [AreaID]

  /// What the areas have in common.
  enum Subject: Hashable, Sendable {
    case all
    case body(OrganisationID)
    case parts(AreaID)
  }

  /// How many areas the page of a record lists itself.
  static let mostOnRecord = 30

  /// Its place in the site.
  var path: String {
    switch subject {
    case .all: AreasPage.entrance.path
    case .body(let id): Addresses.path(of: .organisation(id, anchor: nil)) + AreasPage.entrance.path
    case .parts(let id): Addresses.path(of: .area(id, anchor: nil)) + AreasPage.entrance.path
    }
  }

  /// The link to it, with how many areas it has; nil where the record's page lists them all.
  func link(in site: SiteContext) -> RecordLink? {
    guard areas.count > Self.mostOnRecord else { return nil }
    return RecordLink(
      title: NumberWords.count(areas.count, "area", "areas"), link: site.addresses.link(path))
  }

  /// What the page is called.
  func title(in site: SiteContext) -> String {
    switch subject {
    case .all: AreasPage.entrance.title
    case .body(let id): "Areas of \(site.link(id).title)"
    case .parts(let id): "Parts of \(site.link(id).title)"
    }
  }

  /// The pages above it.
  func breadcrumbs(in site: SiteContext) -> [PageFrame.Crumb] {
    switch subject {
    case .all: [.home]
    case .body(let id):
      [
        .home, OrganisationsPage.entrance,
        .named(site.link(id), path: Addresses.path(of: .organisation(id, anchor: nil))),
      ]
    case .parts(let id):
      [
        .home, AreasPage.entrance,
        .named(site.link(id), path: Addresses.path(of: .area(id, anchor: nil))),
      ]
    }
  }

  /// Every list that has pages: that of all, and those of records with many areas.
  static func all(in site: SiteContext) -> [AreaList] {
    var ofBody: [OrganisationID: [AreaID]] = [:]
    var parts: [AreaID: [AreaID]] = [:]
    for area in site.register.areas.records {
      for body in area.bodies { ofBody[body.value, default: []].append(area.id) }
      if let parent = area.parent.known() { parts[parent, default: []].append(area.id) }
    }
    let register = site.register
    let lists =
      register.organisations.records.compactMap { body in
        ofBody[body.id].map { AreaList(subject: .body(body.id), areas: $0) }
      }
      + register.areas.records.compactMap { area in
        parts[area.id].map { AreaList(subject: .parts(area.id), areas: $0) }
      }
    return [AreaList(subject: .all, areas: register.areas.records.map(\.id))]
      + lists.filter { $0.link(in: site) != nil }
  }
}
