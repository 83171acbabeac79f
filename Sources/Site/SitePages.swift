public import Templates

/// Every page of a site, in a fixed order.
public func plannedPages(_ site: SiteContext) -> [PlannedPage] {
  var pages = HomePage.planned(site)
  pages += AreasPage.planned(site)
  pages += AreaPage.planned(site)
  pages += RecommendationsPage.planned(site)
  pages += RecommendationPage.planned(site)
  pages += TimelinePage.planned(site)
  pages += ComparisonPage.planned(site)
  pages += ReportsPage.planned(site)
  pages += ReportPage.planned(site)
  pages += ResponsePage.planned(site)
  pages += CoveragePage.planned(site)
  pages += FrameworksPage.planned(site)
  pages += FrameworkPage.planned(site)
  pages += AspectPage.planned(site)
  pages += OrganisationsPage.planned(site)
  pages += OrganisationPage.planned(site)
  pages += GlossaryPage.planned(site)
  pages += FreePage.planned(site)
  pages += SearchPage.planned(site)
  pages += DataPage.planned(site)
  pages += EditorsPage.planned(site)
  pages += NotFoundPage.planned(site)
  pages += AliasPage.planned(site, besides: pages)
  return pages
}

extension PageKind {
  /// What a page of this kind may name, but for the theme's assets.
  var shape: ViewShape {
    switch self {
    case .home: HomePage.view.shape
    case .areas: AreasPage.view.shape
    case .area: AreaPage.view.shape
    case .recommendations: RecommendationsPage.view.shape
    case .recommendation: RecommendationPage.view.shape
    case .timeline: TimelinePage.view.shape
    case .comparison: ComparisonPage.view.shape
    case .frameworks: FrameworksPage.view.shape
    case .framework: FrameworkPage.view.shape
    case .aspect: AspectPage.view.shape
    case .organisations: OrganisationsPage.view.shape
    case .organisation: OrganisationPage.view.shape
    case .glossary: GlossaryPage.view.shape
    case .page: FreePage.view.shape
    case .search: SearchPage.view.shape
    case .data: DataPage.view.shape
    case .editors: EditorsPage.view.shape
    case .notFound: NotFoundPage.view.shape
    case .alias: AliasPage.view.shape
    case .reports: ReportsPage.view.shape
    case .report, .reportPrint: ReportPage.view.shape
    case .response: ResponsePage.view.shape
    case .coverage: CoveragePage.view.shape
    }
  }

  /// Every kind with its template and its names, the theme's assets among them.
  public static func templates(assets: [ThemeFile]) -> [PageTemplate] {
    PageKind.allCases.map { kind in
      PageTemplate(
        name: kind.rawValue,
        shape: ViewShape(
          name: kind.shape.name, documentation: kind.shape.documentation,
          fields: kind.shape.fields + [AssetsView.field(for: assets)]))
    }
  }
}
