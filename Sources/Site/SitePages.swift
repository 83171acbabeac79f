public import Templates

/// Every page of a site, in a fixed order.
public func plannedPages(_ site: SiteContext) -> [PlannedPage] {
  HomePage.planned(site)
}

extension PageKind {
  /// What a page of this kind may name.
  public var shape: ViewShape {
    switch self {
    case .home: HomePage.view.shape
    default: HomePage.view.shape
    }
  }

  /// Every kind with its template and its names.
  public static var templates: [PageTemplate] {
    [PageTemplate(name: PageKind.home.rawValue, shape: PageKind.home.shape)]
  }
}
