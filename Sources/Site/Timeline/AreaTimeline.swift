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
  /// The page needs ``Patterns/definitions`` once.
  ///
  /// - Parameter id: the figure's id; nil where several may stand on a page.
  public func drawing(of area: Area, id: String? = "timeline.drawing") -> HTMLFragment {
    drawing(of: AreaOverview(of: area, in: site.register, on: site.now.day), id: id)
  }

  func drawing(of overview: AreaOverview, id: String? = "timeline.drawing") -> HTMLFragment {
    let scene = AreaScene(of: overview, in: site)
    var buffer = HTMLBuffer(capacity: 16 * 1024)
    buffer.markup("<p class=\"timeline-frame\"><a href=\"")
    buffer.address(site.addresses.link(.area(overview.area.id, anchor: "timeline.list")))
    buffer.markup("\">Read the same as a list</a></p>")
    Self.figure(
      label: "History of \(overview.area.title.value.plain) as a drawing", id: id,
      svg: scene.svg(), caption: scene.caption, to: &buffer)
    return buffer.fragment()
  }

  /// A figure around a drawing, shown where there is room for it.
  static func figure(
    label: String, id: String?, svg: HTMLFragment, caption: String?, to buffer: inout HTMLBuffer
  ) {
    buffer.markup("<figure class=\"timeline-frame\" role=\"group\" aria-label=\"")
    buffer.text(label)
    if let id {
      buffer.markup("\" id=\"")
      buffer.text(id)
    }
    buffer.markup("\">")
    buffer.fragment(svg)
    if let caption {
      buffer.markup("<figcaption>")
      buffer.text(caption)
      buffer.markup("</figcaption>")
    }
    buffer.markup("</figure>")
  }
}
