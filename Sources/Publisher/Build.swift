public import Diagnostics
import Site

/// What a build came to.
public struct BuildOutcome: Sendable {
  /// Everything there is to say, at the levels of the site.
  public let diagnostics: [Diagnostic]
  /// What was written; nil where nothing was.
  public let written: Written?
  /// How long each stage took, as far as the build went.
  public let times: StageTimes
  /// The file that changed while the build read it, for which it started again.
  public let restart: String?
  /// What was built from.
  ///
  /// Held for a program that ends after the build: taking 10,000 reports apart again, record by
  /// record, is 5 % of it.
  let plan: SitePlan?

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

/// Builds a site: reads, checks, renders into a staging folder, and puts it in place.
///
/// Nothing is written while an error stands, and a failed or killed build leaves the output as it was.
/// A build whose input changes while it reads starts again once, so that no site is made from two.
///
/// - Throws: ``EnvironmentError`` where the machine would not read or write.
public func buildSite(_ request: BuildRequest) async throws(EnvironmentError) -> BuildOutcome {
  let staging = try Staging.begin(for: request)
  let folder = staging.folder
  let (gathered, restart) = try await overSteadyInput(request) { files throws(EnvironmentError) in
    try folder.empty()
    return try await gather(request, files, in: folder)
  }
  var times = gathered.times
  guard let plan = gathered.plan, let paths = gathered.paths else {
    staging.abort()
    return BuildOutcome(
      diagnostics: gathered.diagnostics, written: nil, times: times, restart: restart,
      plan: gathered.plan)
  }
  let index = try SearchIndex.make(in: folder.location, request.search)
  times.lap(.search)
  let summary = try await staging.commit(
    paths + (index ?? []), workers: request.workers, waitsForDisk: request.waitsForDisk)
  times.lap(.publishing)
  return BuildOutcome(
    diagnostics: gathered.diagnostics,
    written: .init(
      pages: plan.pages.count, files: summary.written, isIndexed: index != nil,
      obstacle: summary.obstacle, isRepaired: summary.isRepaired),
    times: times, restart: restart, plan: plan)
}

/// A site checked and, if nothing stands against it, written to the staging folder.
private struct GatheredSite: Sendable {
  let diagnostics: [Diagnostic]
  let plan: SitePlan?
  /// The files that were written; nil where the site is refused.
  let paths: [String]?
  let times: StageTimes
}

/// Everything of a build between finding the files and putting the site in place.
private func gather(
  _ request: BuildRequest, _ files: Diagnosed<ProjectFiles>, in folder: StagedFolder
) async throws(EnvironmentError) -> GatheredSite {
  let check = try await checkSite(request, of: files)
  var times = check.times
  guard let plan = check.plan, !check.isRefused(strict: request.isStrict) else {
    return GatheredSite(
      diagnostics: check.diagnostics, plan: check.plan, paths: nil, times: times)
  }
  let pages = try await renderPages(plan, workers: request.workers) {
    path, bytes throws(EnvironmentError) in try folder.write(path, bytes)
  }
  times.lap(.rendering)
  let diagnostics =
    await check.diagnostics(with: pages, of: plan, workers: request.workers)
  times.lap(.links)
  guard !isRefused(diagnostics, strict: request.isStrict) else {
    return GatheredSite(diagnostics: diagnostics, plan: plan, paths: nil, times: times)
  }
  let files = await parallelResults(plan.files, workers: request.workers) {
    file throws(EnvironmentError) in try folder.write(file.path, file.bytes())
  }
  for result in files { try result.get() }
  for file in plan.downloads { try folder.write(file.name, file.read()) }
  times.lap(.files)
  return GatheredSite(diagnostics: diagnostics, plan: plan, paths: plan.paths, times: times)
}

/// Does everything that a build does but writing: pages are rendered and their links checked.
///
/// - Throws: ``EnvironmentError`` where the machine would not read.
public func checkWholeSite(_ request: BuildRequest) async throws(EnvironmentError) -> [Diagnostic] {
  let check = try await checkSite(request)
  guard let plan = check.plan, !check.isRefused(strict: false) else { return check.diagnostics }
  let pages = try await renderPages(plan, workers: request.workers) { _, _ in }
  return await check.diagnostics(with: pages, of: plan, workers: request.workers)
}

/// Renders a site into memory, for the preview.
///
/// - Returns: the bytes of every file by its path, nil while an error stands, with the diagnostics.
/// - Throws: ``EnvironmentError`` where the machine would not read.
public func renderSite(
  _ request: BuildRequest
) async throws(EnvironmentError) -> (files: [String: [UInt8]]?, diagnostics: [Diagnostic]) {
  let check = try await checkSite(request)
  guard let plan = check.plan, !check.isRefused(strict: request.isStrict) else {
    return (nil, check.diagnostics)
  }
  let pages = try await renderPages(plan, workers: request.workers) { path, bytes in
    (path: path, bytes: bytes)
  }
  let diagnostics =
    await check.diagnostics(with: pages, of: plan, workers: request.workers)
  guard !isRefused(diagnostics, strict: request.isStrict) else { return (nil, diagnostics) }
  var files = Dictionary(pages.map { ($0.kept.path, $0.kept.bytes) }) { first, _ in first }
  for file in plan.files { files[file.path] = file.bytes() }
  for file in plan.downloads { files[file.name] = try file.read() }
  return (files, diagnostics)
}

/// Whether something stands that stops a build.
public func isRefused(_ diagnostics: [Diagnostic], strict: Bool) -> Bool {
  diagnostics.contains { $0.level == .error || (strict && $0.level == .warning) }
}
