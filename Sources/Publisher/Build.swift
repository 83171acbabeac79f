public import Diagnostics

/// What a build came to.
public struct BuildOutcome: Sendable {
  /// Everything there is to say, at the levels of the site.
  public var diagnostics: [Diagnostic] { run.diagnostics }
  /// What was written; nil where nothing was.
  public let written: Written?
  /// How long each stage took, as far as the build went.
  public var times: StageTimes { run.times }
  /// The file that changed while the build read it, for which it started again.
  public let restart: String?
  /// The run with all that was made on the way.
  ///
  /// A program that ends while it holds this need not take it apart, record by record: the system takes
  /// all memory back at once.
  let run: SiteRun<FileDigest>

  /// What a build wrote.
  public struct Written: Sendable {
    /// How many pages.
    public let pages: Int
    /// How many files in all, pages and search index included.
    public let files: Int
    /// Whether an index for search was made.
    public let isIndexed: Bool
    /// Why the site was not put in place in one step; nil where it was.
    public let obstacle: Obstacle?
    /// Whether an earlier build had been ended while it put files in place one by one.
    public let isRepaired: Bool
  }
}

/// Builds a site: takes it through every stage into a staging folder, and puts it in place.
///
/// Nothing is written while an error stands, and a failed or killed build leaves the output as it was.
/// A build whose input changes while it reads starts again once, so that no site is made from two.
///
/// - Throws: ``EnvironmentError`` where the machine would not read or write.
public func buildSite(_ request: BuildRequest) async throws(EnvironmentError) -> BuildOutcome {
  // Nothing is made where there is nothing to build from.
  try ProjectFiles.expectContent(of: request)
  let indexer = try SearchIndex.program(for: request.search)
  let staging = try Staging.begin(for: request)
  let folder = staging.folder
  var (run, restart) = try await overSteadyInput(request) { files throws(EnvironmentError) in
    try folder.empty()
    return try await runStages(request, of: files, to: .folder(folder, hasSearch: indexer != nil))
  }
  guard let site = run.site else {
    staging.abort()
    return BuildOutcome(written: nil, restart: restart, run: run)
  }
  let index = try await run.times.measure(
    .search, folder.index(of: site.paths, by: indexer))
  let listed = try await run.times.measure(
    .listing, await listPublication(site, index: index ?? [], in: folder, for: request))
  // Committing ends the staging, which no closure may do.
  let start = ContinuousClock.now
  let summary = try await staging.commit(
    site.paths + (index ?? []) + listed, workers: request.workers,
    waitsForDisk: request.waitsForDisk)
  run.times.note(.publishing, since: start)
  return BuildOutcome(
    written: .init(
      pages: site.pageCount, files: summary.written, isIndexed: index != nil,
      obstacle: summary.obstacle, isRepaired: summary.isRepaired),
    restart: restart, run: run)
}

/// Checks a site: takes it through every stage and keeps nothing.
///
/// Says everything that a build says. Warnings stop nothing here, so that what stands behind them is said, too.
///
/// - Throws: ``EnvironmentError`` where the machine would not read.
public func checkSite(_ request: BuildRequest) async throws(EnvironmentError) -> [Diagnostic] {
  var lenient = request
  lenient.isStrict = false
  return try await runStages(lenient, of: ProjectFiles.find(request), to: .nowhere).diagnostics
}

/// Renders a site into memory, for the preview.
///
/// - Returns: the bytes of every file by its path, nil while an error stands, with the diagnostics.
/// - Throws: ``EnvironmentError`` where the machine would not read.
public func renderSite(
  _ request: BuildRequest
) async throws(EnvironmentError) -> (files: [String: [UInt8]]?, diagnostics: [Diagnostic]) {
  let run = try await runStages(request, of: ProjectFiles.find(request), to: .memory)
  let files = run.site.map { site in
    Dictionary(site.kept.map { ($0.path, $0.bytes) }) { first, _ in first }
  }
  return (files, run.diagnostics)
}

/// Whether something stands that stops a build.
public func isRefused(_ diagnostics: [Diagnostic], strict: Bool) -> Bool {
  diagnostics.contains { $0.level == .error || (strict && $0.level == .warning) }
}

/// Takes a site through every stage, with a file for the bodies that are too many to be held.
///
/// What is made goes to `end` file by file. Whatever is made before a site is refused is of no use.
///
/// - Throws: ``EnvironmentError`` where the machine would not read, or `end` not take.
private func runStages<Kept>(
  _ request: BuildRequest, of files: Diagnosed<ProjectFiles>, to end: SiteEnd<Kept>
) async throws(EnvironmentError) -> SiteRun<Kept> {
  let archive = BodyScratch(in: end.scratchFolder, after: request.heldBytes)
  let run = try await runStages(request, of: files, to: end, archive)
  try archive?.checkReading()
  return run
}

/// The stages, a line each, until something stands that stops the site.
private func runStages<Kept>(
  _ request: BuildRequest, of files: Diagnosed<ProjectFiles>, to end: SiteEnd<Kept>,
  _ archive: BodyScratch?
) async throws(EnvironmentError) -> SiteRun<Kept> {
  let workers = request.workers
  let (records, templates) = (files.value.content, files.value.templates)
  var times = StageTimes()
  var readings = Readings(isKept: false)
  let content = try await times.measure(
    .reading,
    await loadContent(
      records, workers: workers, archive: archive,
      entries: { end.extent(of: $0, for: request) }, readings: &readings))
  let theme = try await times.measure(
    .templates, LoadedTheme(overriding: templates, in: request).compiled(for: content.value.site))
  let loading = files.diagnostics + content.diagnostics + theme.diagnostics
  guard let linked = try await times.measure(.linking, linkRecords(content.value, for: request))
  else { return SiteRun(diagnostics: loading, site: nil, times: times) }
  let checked = try await times.measure(
    .checking, await checkRecords(linked, loading: loading, workers: workers))
  let kinds = PlannedKinds(
    siteContext(of: linked, theme.value, for: request, hasSearch: end.hasSearch))
  let plan = try await times.measure(
    .planning, await planSite(checked, kinds, theme.value, for: request))
  var said = checked.standing + plan.diagnostics
  func refused() -> SiteRun<Kept>? {
    guard isRefused(said, strict: request.isStrict) else { return nil }
    return SiteRun(diagnostics: said, site: nil, times: times)
  }
  if let run = refused() { return run }
  let pages = try await times.measure(
    .rendering, await renderPages(plan.value, workers: workers, to: end))
  said += try await times.measure(
    .links, await checkPages(pages.map(\.facts), of: plan.value, workers: workers))
  let comparison = try await times.measure(
    .comparing,
    await lookBack(
      from: plan.value, pages.map(\.facts), content.value.entries, for: request, end))
  said += comparison?.diagnostics ?? []
  if let run = refused() { return run }
  let others =
    end.takesFiles
    ? try await times.measure(
      .files, await makeFiles(of: plan.value, workers: workers, to: end))
    : []
  let site = MadeSite(
    pageCount: pages.count, paths: plan.value.paths, kept: pages.map(\.kept) + others,
    plan: plan.value, facts: pages.map(\.facts), entries: content.value.entries,
    comparison: comparison)
  return SiteRun(diagnostics: said, site: site, times: times)
}
