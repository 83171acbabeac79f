public import Diagnostics
public import Templates

/// What plans the pages of each kind, in the order of the pages of a site.
///
/// None needs what another plans, so they may run in parallel; ``plannedPages(_:in:)`` joins what
/// they found.
public let pagePlanners: [@Sendable (SiteContext) -> [PlannedPage]] = [
  HomePage.planned, AreasPage.planned, AreaPage.planned, RecommendationsPage.planned,
  RecommendationPage.planned, TimelinePage.planned, ComparisonPage.planned, ReportsPage.planned,
  ReportPage.planned, ResponsePage.planned, CoveragePage.planned, FrameworksPage.planned,
  FrameworkPage.planned, AspectPage.planned, OrganisationsPage.planned, OrganisationPage.planned,
  GlossaryPage.planned, PagesPage.planned, FreePage.planned, SearchPage.planned,
  DataPage.planned, EditorsPage.planned, NotFoundPage.planned,
]

/// Every page of a site, in a fixed order: what each of ``pagePlanners`` planned, then the aliases.
///
/// Diagnostics: `unsafe-path` for aliases.
public func plannedPages(
  _ planned: [[PlannedPage]], in site: SiteContext
) -> Diagnosed<[PlannedPage]> {
  let aliases = AliasPage.planned(site)
  return Diagnosed(planned.joined() + aliases.value, aliases.diagnostics)
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
    case .pages: PagesPage.view.shape
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
          fields: kind.shape.fields + [AssetsView.field(for: assets)]),
        anchors: kind.anchors)
    }
  }

  /// The ids that elements of a page of this kind have, because links lead there.
  private var anchors: [PageTemplate.Anchor] {
    switch self {
    case .area:
      [
        .init("area.history", "its history"),
        .init("area.lineage", "what it replaced and what replaced it"),
        .init("timeline.list", "the timeline as a list"),
      ]
    case .report:
      [
        .init("report.evidence", "what it rests on"),
        .init("report.asked", "what it asked for"),
        .init("report.next", "what happened next"),
        .init("report.answers", "what bodies answered"),
        .init("report.coverage", "what others wrote about it"),
        .init("report.sources", "its sources"),
        .init("report.cite", "how to cite it"),
      ]
    case .timeline: [.init("table", "the same as a table or list, where the page has the drawing")]
    case .home, .areas, .reports, .reportPrint, .recommendations, .recommendation, .frameworks,
      .framework, .aspect, .organisations, .organisation, .glossary, .coverage, .response,
      .comparison, .pages, .page, .search, .data, .editors, .notFound, .alias:
      []
    }
  }
}
