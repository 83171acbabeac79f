import Diagnostics
import HTML
import Inspections
import Site
import Templates

/// A page after rendering: what its links and anchors are, and what the caller made of its bytes.
struct RenderedPage<Kept: Sendable>: Sendable {
  /// What the check of the links needs to know of it.
  let facts: PageFacts
  /// What `keep` made of it.
  let kept: Kept
}

/// Renders every page, each chunk with one buffer, in the order of the plan.
///
/// `end` takes each page; its first failure in the order of the pages is thrown.
func renderPages<Kept: Sendable>(
  _ plan: SitePlan, workers: Int, to end: SiteEnd<Kept>
) async throws(EnvironmentError) -> [RenderedPage<Kept>] {
  let places = PageFacts.Places(of: plan)
  let results = await parallelChunks(plan.pages, workers: workers) { chunk in
    var buffer = HTMLBuffer(capacity: 64 * 1024)
    var seen = SeenLinks()
    let keep = Result { () throws(EnvironmentError) in try end.keeper() }
    return chunk.map { page in
      let problem = plan.render(page, into: &buffer)
      let facts = PageFacts(
        of: buffer.bytes, page: page, places: places, problem: problem, seen: &seen)
      return Result { () throws(EnvironmentError) in
        RenderedPage(
          facts: facts, kept: try keep.get()(Addresses.file(of: page.path), buffer.bytes))
      }
    }
  }
  return try results.map { result throws(EnvironmentError) in try result.get() }
}

/// Makes every file of a site that is no page, in the order of the plan.
///
/// `end` takes each; its first failure in the order of the files is thrown.
func makeFiles<Kept: Sendable>(
  of plan: SitePlan, workers: Int, to end: SiteEnd<Kept>
) async throws(EnvironmentError) -> [Kept] {
  let made = await parallelChunks(plan.files, workers: workers) { chunk in
    let keep = Result { () throws(EnvironmentError) in try end.keeper() }
    return chunk.map { file in
      Result { () throws(EnvironmentError) in try keep.get()(file.path, file.bytes()) }
    }
  }
  let keep = try end.keeper()
  return try made.map { result throws(EnvironmentError) in try result.get() }
    + plan.downloads.map { file throws(EnvironmentError) in try keep(file.name, file.read()) }
}

extension SitePlan {
  /// Renders one page in place of what the buffer holds.
  func render(_ page: PlannedPage, into buffer: inout HTMLBuffer) -> Diagnostic? {
    buffer.removeAll()
    guard let template = library.page(page.kind.name) else { return nil }
    let record = names.filled(page)
    return library.render(template, record, into: &buffer)
  }
}
