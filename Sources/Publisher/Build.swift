public import Diagnostics
import HTML
import Site
import Templates

/// What a build came to.
public struct BuildOutcome: Sendable {
  /// Everything there is to say, at the levels of the site.
  public let diagnostics: [Diagnostic]
  /// What was written; nil where nothing was.
  public let written: Written?

  /// What a build wrote.
  public struct Written: Sendable {
    /// How many pages.
    public let pages: Int
    /// How many files in all, pages included.
    public let files: Int
  }
}

/// Builds a site: reads, checks, renders into a staging folder, and puts it in place.
///
/// Nothing is written while an error stands, and a failed or killed build leaves the output as it was.
///
/// - Throws: ``EnvironmentError`` where the machine would not read or write.
public func buildSite(_ request: BuildRequest) async throws(EnvironmentError) -> BuildOutcome {
  let check = try await checkSite(request)
  guard let plan = check.plan, !check.isRefused(strict: request.isStrict) else {
    return BuildOutcome(diagnostics: check.diagnostics, written: nil)
  }
  let staging = try Staging.begin(output: request.location(of: request.output))
  let rendered = await render(plan, into: staging.folder, workers: request.workers)
  let facts = try rendered.map { result throws(EnvironmentError) in try result.get() }
  let diagnostics = check.diagnostics + facts.flatMap(\.diagnostics) + brokenLinks(in: facts, of: plan)
  guard !diagnostics.contains(where: { $0.level == .error }) else {
    staging.abort()
    return BuildOutcome(diagnostics: diagnostics, written: nil)
  }
  for file in plan.files { try staging.folder.write(file.path, file.bytes()) }
  let paths = plan.pages.map { Addresses.file(of: $0.path) } + plan.files.map(\.path)
  _ = try await staging.commit(paths, workers: request.workers)
  return BuildOutcome(
    diagnostics: diagnostics,
    written: BuildOutcome.Written(pages: plan.pages.count, files: paths.count))
}

/// Renders every page and writes it, each worker with one buffer.
private func render(
  _ plan: SitePlan, into folder: StagedFolder, workers: Int
) async -> [Result<PageFacts, EnvironmentError>] {
  await parallelChunks(plan.pages, workers: workers) { chunk in
    var buffer = HTMLBuffer(capacity: 64 * 1024)
    return chunk.map { page in
      do throws(EnvironmentError) {
        buffer.removeAll()
        var diagnostics: [Diagnostic] = []
        if let template = plan.library.page(page.kind.rawValue),
          let problem = plan.library.render(template, page.fill(), into: &buffer)
        {
          diagnostics.append(problem)
        }
        try folder.write(Addresses.file(of: page.path), buffer.bytes)
        return .success(
          PageFacts(
            of: buffer.bytes, path: page.path, addresses: plan.context.addresses,
            diagnostics: diagnostics))
      } catch {
        return .failure(error)
      }
    }
  }
}
