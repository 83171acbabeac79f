public import HTML
public import Inspections

/// Draws what a body embeds: recommendations, charts, tables, indicators, timelines.
public struct EmbedRenderer: Sendable {
  private let site: SiteContext

  /// A renderer for one site.
  public init(site: SiteContext) {
    self.site = site
  }

  /// The embedded record; `caption` is what the author wrote as alternative text.
  public func html(_ embed: Embed, caption: String) -> HTMLFragment {
    .empty
  }
}
