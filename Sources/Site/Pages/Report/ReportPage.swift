import CommonMark
import HTML
import Inspections
import Templates

extension PageKind {
  static let report = PageKind(
    "report", ReportPage.view, of: .reports,
    anchors: [
      .init("report.evidence", "what it rests on"),
      .init("report.asked", "what it asked for"),
      .init("report.next", "what happened next"),
      .init("report.answers", "what bodies answered"),
      .init("report.coverage", "press coverage of it"),
      .init("report.sources", "its sources"),
      .init("report.cite", "how to cite it"),
    ], pages: ReportPage.planned)
  /// The same in large print; planned with the report.
  static let reportPrint = PageKind(
    "report-print", ReportPage.view, of: .reports, pages: { _ in [] })
}

/// The page of one report of any kind and form: what it concludes first, then its text, what it
/// rests on, what it asked for, what happened next and what others said.
///
/// A class, for everything on the page holds it; it never changes.
final class ReportPage: FramedPage {
  let frame: PageFrame
  let report: Report
  let site: SiteContext
  let notices: ReportNotices
  let body: HTMLFragment
  let evidence: ReportEvidence
  let responses: [ResponseSummary]
  let accounts: [CoverageSummary]
  let neighbours: [ReportNeighbours]

  /// Works out what the page shows.
  init(of report: Report, index: ReportIndex, path: String, site: SiteContext) {
    self.report = report
    self.site = site
    frame = PageFrame(
      title: report.title.value.plain + (path.hasSuffix("/print/") ? ", in large print" : ""),
      kind: Self.kindWords(of: report, in: site.register),
      path: path, breadcrumbs: Self.breadcrumbs(of: report, path: path, in: site),
      data: SchemaOrg.report(report, site: site), language: report.language?.value ?? "",
      versions: Self.versions(of: report, path: path, in: site), site: site)
    notices = ReportNotices(
      report: report, replaced: index.replaced[report.id] ?? [], site: site)
    var filler = BodyFiller(site: site, manner: .reading)
    body = filler.html(report.header.body, in: ReferenceScope(report))
    evidence = ReportEvidence(of: report, site: site)
    let original = site.register.original(of: report).id
    responses = site.register.answers(to: report)
      .map { ResponseSummary(response: $0, report: report, site: site) }
    accounts = (site.register.links.coverage[original] ?? [])
      .compactMap { site.register.coverage[$0] }
      .map { CoverageSummary(account: $0, about: original, site: site) }
    neighbours = index.neighbours(of: report, site: site)
  }

  static let view = View<ReportPage>(
    page: "ReportPage", "One report.", frameFields + recordFields + textFields + aroundFields)

  private static let frameFields: [View<ReportPage>.Field] = [
    .record("search", "What the search index is told of the page.", SearchFacts.view) {
      SearchFacts(of: $0.report, in: $0.site.register)
    },
    .html("chart-patterns", "Patterns that charts refer to; empty where there is no chart.") {
      $0.hasCharts ? Patterns.ofCharts : .empty
    },
    .html("timeline-patterns", "Patterns that a timeline in the text refers to; may be empty.") {
      $0.report.header.body.embeds(["timeline"]) ? $0.site.timelinePatterns : .empty
    },
  ]

  private static let recordFields: [View<ReportPage>.Field] = [
    .record("notices", "What a reader must know before reading on.", ReportNotices.view) {
      $0.notices
    },
    .record("details", "The facts of the report.", ReportDetails.view) {
      ReportDetails(report: $0.report, site: $0.site)
    },
    .record("judgements", "Its judgements.", ReportJudgements.view) {
      ReportJudgements(report: $0.report, site: $0.site)
    },
    .record(
      "progress", "What it concludes as a monitoring visit; absent for others.", VisitProgress.view
    ) {
      VisitProgress(of: $0.report, site: $0.site)
    },
    .flag("has-evidence", "Whether the register holds figures that it rests on.") {
      !$0.evidence.isEmpty
    },
    .record("evidence", "What it rests on.", ReportEvidence.view) { $0.evidence },
    .record("follow-up", "What it asked for and what happened next.", ReportFollowUp.view) {
      ReportFollowUp(report: $0.report, site: $0.site)
    },
  ]

  private static let textFields: [View<ReportPage>.Field] = [
    .list(
      "contents", "The contents list: headings, then the sections of the page.", ReportContents.view
    ) {
      $0.contents.entries
    },
    .list(
      "paragraph-steps", "Every tenth numbered paragraph of a long text, each a link.",
      PhraseLink.view
    ) {
      PhraseLink.list($0.contents.steps)
    },
    .flag("has-body", "Whether there is a text.") { !$0.body.isEmpty },
    .html("body", "The text with its notes; may be empty.") { $0.body },
  ]

  private static let aroundFields: [View<ReportPage>.Field] = [
    .list("follow", "The feeds of the areas it is about.", RecordLink.view) {
      Follow.feeds(of: $0.report, in: $0.site)
    },
    .list("responses", "What bodies answered, in short.", ResponseSummary.view) { $0.responses },
    .list("coverage", "What others wrote about it.", CoverageSummary.view) { $0.accounts },
    .list("sources", "Where the facts come from.", SourceEntry.view) { page in
      page.report.header.sources.map {
        SourceEntry(source: $0, scope: ReferenceScope(page.report), site: page.site)
      }
    },
    .record("citation", "How to cite it.", CitationView.view) {
      CitationView(report: $0.report, site: $0.site)
    },
    .list(
      "neighbours", "The reports before and after it on each of its areas.", ReportNeighbours.view
    ) {
      $0.neighbours
    },
  ]
}

extension ReportPage {
  /// Every report's page and its page for printing.
  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let index = ReportIndex(of: site.register)
    return site.register.reports.records.flatMap { report in
      let path = Addresses.path(of: .report(report.id, anchor: nil))
      let page = PlannedPage(path: path, kind: .report, record: RecordKey(.reports, report.id.name))
      {
        view.record(of: ReportPage(of: report, index: index, path: path, site: site))
      }
      guard site.publishes(.print) else { return [page] }
      let large = PlannedPage(
        path: path + "print/", kind: .reportPrint, record: RecordKey(.reports, report.id.name)
      ) {
        view.record(of: ReportPage(of: report, index: index, path: path + "print/", site: site))
      }
      return [page, large]
    }
  }

  /// The page in every language that the register holds the report in; none where that is one.
  private static func versions(
    of report: Report, path: String, in site: SiteContext
  ) -> [PageFrame.Version] {
    let versions = site.register.versions(of: report)
    guard versions.count > 1 else { return [] }
    let end = path.hasSuffix("/print/") ? "print/" : ""
    return versions.map { version in
      PageFrame.Version(
        language: version.language?.value ?? site.register.site.language.value,
        path: Addresses.path(of: .report(version.id, anchor: nil)) + end)
    }
  }

  /// `Inspection report by Ofsted, inspected June and July 2007, published February 2008`.
  static func kindWords(of report: Report, in register: Register) -> String {
    let publishers = report.publishers.map {
      RecommendationWords.name(of: $0.value, in: register)
    }
    let author = publishers.isEmpty ? "" : " by \(NumberWords.list(publishers))"
    return ReportWords.name(report, in: register) + author
      + ", \(ReportWords.dates(of: report, in: register))"
  }

  private static func breadcrumbs(
    of report: Report, path: String, in site: SiteContext
  ) -> [PageFrame.Crumb] {
    var crumbs = [PageFrame.Crumb.home]
    if report.areas.count == 1, let area = site.register.areas[report.areas[0].value] {
      crumbs.append(AreasPage.entrance)
      crumbs.append(.record(area))
    } else {
      crumbs.append(ReportsPage.entrance)
    }
    if path.hasSuffix("/print/") {
      crumbs.append(.record(report))
    }
    return crumbs
  }

  private var hasCharts: Bool {
    !evidence.charts.isEmpty || report.header.body.embeds(["chart", "indicator"])
  }

  /// The sections that follow the body, as far as they are there.
  private var contents: ReportContents {
    var sections: [(title: String, anchor: String)] = []
    if !evidence.isEmpty { sections.append(("What the report rests on", "report.evidence")) }
    if !report.recommendations.isEmpty {
      sections.append(("What inspectors asked for", "report.asked"))
      sections.append(("What happened next", "report.next"))
    }
    if !responses.isEmpty { sections.append(("What was answered", "report.answers")) }
    if !accounts.isEmpty { sections.append(("Press coverage", "report.coverage")) }
    if !report.header.sources.isEmpty { sections.append(("Sources", "report.sources")) }
    sections.append(("Cite this report", "report.cite"))
    return ReportContents(of: report, sections: sections)
  }
}
