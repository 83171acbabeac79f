public import Diagnostics
public import Inspections
public import Site
public import Templates

/// A site read, linked and checked, ready to be rendered.
public struct SiteCheck: Sendable {
  /// Everything to say so far, at the levels of the site, waived findings left out.
  public let diagnostics: [Diagnostic]
  /// What is needed to render; nil where the site is too broken.
  public let plan: SitePlan?
  /// How long each stage took so far.
  public internal(set) var times: StageTimes

  /// Whether something stands that stops a build.
  public func isRefused(strict: Bool) -> Bool {
    Publisher.isRefused(diagnostics, strict: strict)
  }
}

/// The pages and files of a site before they are rendered.
public struct SitePlan: Sendable {
  /// What every page is made from.
  public let context: SiteContext
  /// The compiled templates.
  public let library: TemplateLibrary
  /// The theme's assets as every page may name them.
  public let assets: ViewValue
  /// Every page.
  public let pages: [PlannedPage]
  /// Files that are no pages and are made here: assets, feeds, data.
  public let files: [PlannedFile]
  /// Files that are copied as they are.
  public let downloads: [ProjectFiles.File]
  /// The project's folder and the folder of the records, where messages find the lines they show.
  let root: String
  let content: String
}

/// Reads and links the records of a site without checking them, for commands that look things up.
///
/// - Returns: the register, nil where `site.yml` cannot be read, with what reading had to say.
/// - Throws: ``EnvironmentError`` where files cannot be read.
public func loadRegister(
  _ request: BuildRequest
) async throws(EnvironmentError) -> Diagnosed<Register?> {
  let files = try ProjectFiles.find(request)
  let content = try await loadContent(files.value.content, workers: request.workers)
  let now = Moment(request.now, in: content.value.site?.timeZone)
  let seen = SeenRecords(of: content.value, on: now, includingDrafts: request.includesDrafts)
  return Diagnosed(
    content.value.site.map { register(of: content.value, site: $0, seen) },
    files.diagnostics + content.diagnostics)
}

/// Reads, links and checks a site; writes nothing.
///
/// - Throws: ``EnvironmentError`` where files cannot be read.
public func checkSite(_ request: BuildRequest) async throws(EnvironmentError) -> SiteCheck {
  try await checkSite(request, of: ProjectFiles.find(request))
}

/// The same for files that were found before.
func checkSite(
  _ request: BuildRequest, of files: Diagnosed<ProjectFiles>
) async throws(EnvironmentError) -> SiteCheck {
  var times = StageTimes()
  let clock = WorkClock()
  let content = try await loadContent(
    files.value.content, workers: request.workers, clock: clock)
  times.lap(.reading)
  times.split(.privacy, clock.total / request.workers, from: .reading)
  let theme = try LoadedTheme(overriding: files.value.templates, in: request)
  let library = TemplateLibrary.compile(
    theme.templates, pages: PageKind.templates(assets: theme.assets))
  let assets = publishedAssets(theme.assets)
  times.lap(.templates)
  let loading =
    files.diagnostics + content.diagnostics + theme.diagnostics + library.diagnostics
    + assets.diagnostics
  guard let site = content.value.site else {
    return SiteCheck(diagnostics: loading, plan: nil, times: times)
  }
  let now = Moment(request.now, in: site.timeZone)
  let seen = SeenRecords(of: content.value, on: now, includingDrafts: request.includesDrafts)
  let register = register(of: content.value, site: site, seen)
  times.lap(.linking)
  let downloads = await publishedDownloads(
    content.value.downloads, seen, in: register, workers: request.workers)
  let checking = await diagnostics(
    of: register, seen, now: now, workers: request.workers)
  let outcome = applyWaivers(
    loading + checking + downloads.diagnostics, in: register, unseen: seen.unseen,
    catalogue: Catalogue.checks)
  let standing = applyLevels(outcome.remaining, of: site, catalogue: Catalogue.checks)
  times.lap(.checking)
  // What is found in a report that readers cannot see yet is no reading for them either.
  let hidden = Set(seen.unseen.map(\.header.file))
  let context = SiteContext(
    register: register, now: now,
    addresses: Addresses(baseURL: request.baseURL ?? site.baseURL.value),
    assets: assets.value.places,
    diagnostics: standing.filter { !hidden.contains($0.primary.span.file) },
    waived: outcome.waived.filter { !hidden.contains($0.diagnostic.primary.span.file) })
  let planned = await parallelMap(PageKind.all, workers: request.workers) { $0.planned(context) }
  let pages = planned.flatMap(\.value)
  let plan = SitePlan(
    context: context, library: library.value,
    assets: AssetsView.value(of: theme.assets, in: context),
    pages: pages, files: assets.value.files + plannedFiles(context, pages: pages),
    downloads: downloads.value, root: request.root, content: request.content)
  let found =
    planned.flatMap(\.diagnostics) + plan.pathDiagnostics() + plan.navigationDiagnostics()
  times.lap(.planning)
  return SiteCheck(
    diagnostics: standing + laterFindings(found, of: site), plan: plan, times: times)
}

/// What a stage after the checks has to say, at the levels of the site; what is wrong with the levels
/// themselves was said before.
func laterFindings(_ found: [Diagnostic], of site: SiteSettings) -> [Diagnostic] {
  applyLevels(found, of: site, catalogue: Catalogue.checks)
    .filter { $0.check != CheckLevels.check }
}

/// The records of a site, by whether they are part of this build.
struct SeenRecords {
  /// All but the reports that readers cannot see yet.
  let shown: [ContentRecord]
  /// Those reports.
  let unseen: [Report]

  init(of content: LoadedContent, on now: Moment, includingDrafts: Bool) {
    var shown: [ContentRecord] = []
    var unseen: [Report] = []
    for record in content.records {
      if case .report(let report) = record,
        !report.isPublic(on: now.instant, includingDrafts: includingDrafts)
      {
        unseen.append(report)
      } else {
        shown.append(record)
      }
    }
    self.shown = shown
    self.unseen = unseen
  }
}

/// Links the records that are part of this build.
private func register(
  of content: LoadedContent, site: SiteSettings, _ seen: SeenRecords
) -> Register {
  var unreadable = content.unreadable
  var hidden: Set<ReportID> = []
  for report in seen.unseen {
    // A release that is missing is reported in the report, and not wherever something names it.
    if report.status == .scheduled, report.release == nil {
      unreadable.insert(report.key)
    } else {
      hidden.insert(report.id)
    }
  }
  return Register(
    site: site, records: seen.shown, unreadable: unreadable, hidden: hidden,
    downloads: Set(content.downloads.map { String($0.name.dropFirst("files/".count)) }))
}

/// Runs every check on the linked register, reports in parallel.
private func diagnostics(
  of register: Register, _ seen: SeenRecords, now: Moment, workers: Int
) async -> [Diagnostic] {
  let context = CheckContext(register: register, now: now)
  async let references = parallelChunks(seen.shown, workers: workers) { chunk in
    chunk.flatMap { checkReferences(of: $0, in: register) }
  }
  async let reports = parallelChunks(register.reports.records, workers: workers) { chunk in
    chunk.flatMap { checkReport($0, in: context) }
  }
  async let whole = checkRegister(in: context)
  let unseen = seen.unseen.flatMap { checkUnseen($0, in: context) }
  return await references + reports + whole + unseen
}
