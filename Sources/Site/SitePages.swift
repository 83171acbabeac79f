public import Templates

/// Every page of a site, in a fixed order.
public func plannedPages(_ site: SiteContext) -> [PlannedPage] {
  HomePage.planned(site)
    + AreaPage.planned(site)
}

extension PageKind {
  /// What a page of this kind may name, but for the theme's assets.
  var shape: ViewShape {
    switch self {
    case .home: HomePage.view.shape
    case .area: AreaPage.view.shape
    default: HomePage.view.shape
    }
  }

  /// Every kind with its template and its names, the theme's assets among them.
  public static func templates(assets: [ThemeFile]) -> [PageTemplate] {
    [PageKind.home, .area].map { kind in
      PageTemplate(
        name: kind.rawValue,
        shape: ViewShape(
          name: kind.shape.name, documentation: kind.shape.documentation,
          fields: kind.shape.fields + [AssetsView.field(for: assets)]))
    }
  }
}
