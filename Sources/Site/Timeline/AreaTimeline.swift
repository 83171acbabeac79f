public import HTML
public import Inspections

/// Draws an area's timeline: its scales, its life, inspections, visits, what was asked, the news.
public struct AreaTimeline: Sendable {
  let site: SiteContext

  /// A drawer for one site.
  public init(site: SiteContext) {
    self.site = site
  }

  /// The drawing as a figure, preceded by a link to the list that says the same.
  ///
  /// The page needs ``Patterns/definitions`` once. The figure gets no id where several may stand on
  /// a page.
  public func drawing(of area: Area, id: String? = "timeline.drawing") -> HTMLFragment {
    drawing(of: AreaOverview(of: area, in: site.register, on: site.now.day), id: id)
  }

  func drawing(of overview: AreaOverview, id: String? = "timeline.drawing") -> HTMLFragment {
    let scene = AreaScene(of: overview, in: site)
    var pen = TimelinePen(capacity: 32 * 1024)
    pen.buffer.markup("<p class=\"timeline-frame\"><a href=\"")
    pen.buffer.address(site.addresses.link(.area(overview.area.id, anchor: "timeline.list")))
    pen.buffer.markup("\">Read the same as a list</a></p>")
    pen.figure(
      label: "History of \(overview.area.title.value.plain) as a drawing", id: id,
      scene.canvas(), caption: scene.caption)
    return pen.buffer.fragment()
  }
}

extension TimelinePen {
  /// A figure around a drawing, shown where there is room for it.
  mutating func figure(label: String, id: String?, _ canvas: TimelineCanvas, caption: String?) {
    buffer.markup("<figure class=\"timeline-frame\" role=\"group\" aria-label=\"")
    buffer.text(label)
    if let id {
      buffer.markup("\" id=\"")
      buffer.text(id)
    }
    buffer.markup("\">")
    canvas.svg(to: &self)
    if let caption {
      buffer.markup("<figcaption>")
      buffer.text(caption)
      buffer.markup("</figcaption>")
    }
    buffer.markup("</figure>")
  }
}
