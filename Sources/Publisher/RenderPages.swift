import Diagnostics
import HTML
import Inspections
import Site
import Templates

/// Pages after rendering: what there is to say of them, and what the caller made of their bytes.
struct RenderedPages<Kept: Sendable>: Sendable {
  /// What rendering and the check of the links have to say.
  let diagnostics: [Diagnostic]
  /// What `keep` made of each page, in the order of the plan.
  let kept: [Kept]
}

/// Renders every page, each worker with one buffer, and holds the links against what was rendered.
///
/// - Parameter keep: takes the path and the bytes of each page; called from all workers.
/// - Throws: the first failure of `keep` in the order of the pages.
func renderPages<Kept: Sendable>(
  _ plan: SitePlan, workers: Int,
  keep: @escaping @Sendable (String, [UInt8]) throws(EnvironmentError) -> Kept
) async throws(EnvironmentError) -> RenderedPages<Kept> {
  let results = await parallelChunks(plan.pages, workers: workers) { chunk in
    var buffer = HTMLBuffer(capacity: 64 * 1024)
    var seen: Set<UInt64> = []
    return chunk.map { page in
      let problem = plan.render(page, into: &buffer)
      let facts = PageFacts(
        of: buffer.bytes, path: page.path, addresses: plan.context.addresses, problem: problem,
        seen: &seen)
      return Result { () throws(EnvironmentError) in
        (facts: facts, kept: try keep(Addresses.file(of: page.path), buffer.bytes))
      }
    }
  }
  let pages = try results.map { result throws(EnvironmentError) in try result.get() }
  let facts = pages.map(\.facts)
  let found = facts.compactMap(\.problem) + brokenLinks(in: facts, of: plan)
  // What is wrong with the levels themselves was said before.
  let levelled = applyLevels(found, of: plan.context.register.site, catalogue: Catalogue.checks)
  return RenderedPages(
    diagnostics: levelled.filter { $0.check != CheckLevels.check },
    kept: pages.map(\.kept))
}

extension SitePlan {
  /// Renders one page in place of what the buffer holds.
  fileprivate func render(_ page: PlannedPage, into buffer: inout HTMLBuffer) -> Diagnostic? {
    buffer.removeAll()
    guard let template = library.page(page.kind.rawValue) else { return nil }
    let record = ViewRecord(slots: page.fill().slots + [assets])
    return library.render(template, record, into: &buffer)
  }

  /// The paths of every page and file in the output folder.
  var paths: [String] {
    pages.map { Addresses.file(of: $0.path) } + files.map(\.path) + downloads.map(\.name)
  }
}
