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
    /// What pages of one record have that says nothing in fields of the site, as most do.
    private let withoutExtra: [ViewValue]

    fileprivate init(shared: [ViewValue], extraFields: ExtraFields, site: SiteContext) {
      self.shared = shared
      self.extraFields = extraFields
      self.site = site
      withoutExtra = shared + [.none]
    }

    /// What a page's template may name beside the page's own names.
    public func values(beside page: PlannedPage) -> [ViewValue] {
      guard let collection = page.kind.collection else { return shared }
      let fields = extraFields[collection]
      guard !fields.isEmpty, let key = page.record, site.register.header(of: key) != nil
      else { return withoutExtra }
      let scope = ReferenceScope(key, in: site.register)
      return shared + [.record(ExtraFacts(scope: scope, site: site).values(of: fields))]
    }
  }
}
