public import HTML
public import Inspections

/// Draws an area's timeline: the rules, its life, inspections with their grades, visits, what was asked, the press.
public struct AreaTimeline: Sendable {
  let site: SiteContext

  /// A drawer for one site.
  public init(site: SiteContext) {
    self.site = site
  }

  /// The drawing for a text, as a figure with a link to the list that says the same.
  ///
  /// It has no id, for several may stand on a page, which brings the site's timeline patterns once.
  /// Empty where nothing of the area has a date.
  public func drawing(of area: Area) -> HTMLFragment {
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    return drawing(of: overview.latest(AreaPage.mostReports), id: nil, bringsDefinitions: false)
  }

  func drawing(
    of overview: AreaOverview, id: String? = "timeline.drawing", bringsDefinitions: Bool
  ) -> HTMLFragment {
    guard let layout = AreaRows(of: overview, in: site).layout() else { return .empty }
    let list = site.addresses.link(.area(overview.area.id, anchor: "timeline.list"))
    return TimelineDrawing(
      layout: layout,
      name: "History of \(overview.area.title.value.plain) as a drawing", id: id,
      bringsDefinitions: bringsDefinitions, same: (link: list, words: "Read the same as a list")
    ).html()
  }
}
