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
  }
}

/// Builds a site: reads, checks, renders into a staging folder, and puts it in place.
///
/// Nothing is written while an error stands, and a failed or killed build leaves the output as it was.
///
/// - Throws: ``EnvironmentError`` where the machine would not read or write.
public func buildSite(_ request: BuildRequest) async throws(EnvironmentError) -> BuildOutcome {
  let check = try await checkSite(request)
  var times = check.times
  guard let plan = check.plan, !check.isRefused(strict: request.isStrict) else {
    return BuildOutcome(
      diagnostics: check.diagnostics, written: nil, times: times, plan: check.plan)
  }
  let staging = try Staging.begin(output: request.location(of: request.output))
  let folder = staging.folder
  let pages = try await renderPages(plan, workers: request.workers) {
    path, bytes throws(EnvironmentError) in try folder.write(path, bytes)
  }
  times.lap(.rendering)
  let diagnostics =
    await check.diagnostics(with: pages, of: plan, workers: request.workers)
  times.lap(.links)
  guard !isRefused(diagnostics, strict: request.isStrict) else {
    staging.abort()
    return BuildOutcome(diagnostics: diagnostics, written: nil, times: times, plan: plan)
  }
  let files = await parallelResults(plan.files, workers: request.workers) {
    file throws(EnvironmentError) in try folder.write(file.path, file.bytes())
  }
  for result in files { try result.get() }
  for file in plan.downloads { try folder.write(file.name, file.read()) }
  times.lap(.files)
  let index = try SearchIndex.make(in: folder.location, request.search)
  times.lap(.search)
  let paths = plan.paths + (index ?? [])
  _ = try await staging.commit(paths, workers: request.workers)
  times.lap(.publishing)
  return BuildOutcome(
    diagnostics: diagnostics,
    written: .init(pages: plan.pages.count, files: paths.count, isIndexed: index != nil),
    times: times, plan: plan)
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
