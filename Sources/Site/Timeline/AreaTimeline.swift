public import HTML
public import Inspections

/// Draws an area's timeline: the rules, its life, inspections with their grades, visits, what was asked, the press.
public struct AreaTimeline: Sendable {
  let site: SiteContext

  /// A drawer for one site.
  public init(site: SiteContext) {
    self.site = site
  }

  /// The drawing as a figure with a link to the list that says the same.
  ///
  /// The page needs the site's timeline patterns once. The figure gets no id where several may stand
  /// on a page.
  public func drawing(of area: Area, id: String? = "timeline.drawing") -> HTMLFragment {
    drawing(of: AreaOverview(of: area, in: site.register, on: site.now.day), id: id)
  }

  func drawing(of overview: AreaOverview, id: String? = "timeline.drawing") -> HTMLFragment {
    let list = site.addresses.link(.area(overview.area.id, anchor: "timeline.list"))
    return TimelineDrawing(
      layout: AreaRows(of: overview, in: site).layout(),
      name: "History of \(overview.area.title.value.plain) as a drawing", id: id,
      same: (link: list, words: "Read the same as a list")
    ).html()
  }
}
