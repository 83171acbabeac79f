public import Inspections
public import Templates

/// What templates may name beside what a page declares, for it depends on the site: the theme's assets,
/// `params` of `site.yml`, and on pages of one record the fields that the site adds.
public struct ThemeNames: Sendable {
  private let assets: [ThemeFile]
  private let params: [NamedParam]
  private let extraFields: ExtraFields

  /// The names of a theme with these assets; `site` is nil where `site.yml` could not be read.
  public init(assets: [ThemeFile], of site: SiteSettings? = nil) {
    self.assets = assets
    params = site?.params ?? []
    extraFields = site?.extraFields ?? .none
  }

  /// Every kind of page with its template and all names.
  public var pages: [PageTemplate] {
    let shared = [AssetsView.field(for: assets), ParamsView.field(for: params)]
    return PageKind.all.map { kind in
      PageTemplate(
        name: kind.name,
        shape: ViewShape(
          name: kind.shape.name, documentation: kind.shape.documentation,
          fields: kind.shape.fields + shared + extra(of: kind)),
        anchors: kind.anchors)
    }
  }

  private func extra(of kind: PageKind) -> [ViewShape.Field] {
    kind.collection.map { collection in
      [
        .init(
          "extra", .record(ExtraFacts.named(extraFields[collection])),
          "The fields that the site adds to its \(collection.rawValue), by their keys.")
      ]
    } ?? []
  }

  /// The values of these names, worked out once for all pages of a site.
  public func values(in site: SiteContext) -> Values {
    Values(
      shared: [AssetsView.value(of: assets, in: site), ParamsView.value(of: params)],
      extraFields: extraFields, site: site)
  }

  /// The values of a theme's names.
  public struct Values: Sendable {
    fileprivate let shared: [ViewValue]
    fileprivate let extraFields: ExtraFields
    fileprivate let site: SiteContext

    /// A page with everything that its template may name.
    public func filled(_ page: PlannedPage) -> ViewRecord {
      page.fill().adding(shared + extra(of: page))
    }

    private func extra(of page: PlannedPage) -> [ViewValue] {
      guard let collection = page.kind.collection else { return [] }
      let fields = extraFields[collection]
      guard !fields.isEmpty, let key = page.record, site.register.header(of: key) != nil
      else { return [.none] }
      let scope = ReferenceScope(key, in: site.register)
      return [.record(ExtraFacts(scope: scope, site: site).values(of: fields))]
    }
  }
}
