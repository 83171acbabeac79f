import Diagnostics
import HTML
import Inspections
import Site

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
    let keep = Result { () throws(EnvironmentError) in try end.keeper() }
    return render(chunk, of: plan, places) { page, facts, bytes in
      Result { () throws(EnvironmentError) in
        RenderedPage(
          facts: facts, kept: try keep.get()(Addresses.file(of: page.path), .whole { bytes }))
      }
    }
  }
  return try results.map { result throws(EnvironmentError) in try result.get() }
}

/// Renders neighbouring pages with one buffer; `keep` makes something of each.
private func render<Output>(
  _ pages: ArraySlice<PlannedPage>, of plan: SitePlan, _ places: PageFacts.Places,
  _ keep: (PlannedPage, PageFacts, [UInt8]) -> Output
) -> [Output] {
  var buffer = HTMLBuffer(capacity: 64 * 1024)
  var seen = SeenLinks()
  return pages.map { page in
    let problem = plan.renderer.render(page, into: &buffer)
    let facts = PageFacts(
      of: buffer.bytes, page: page, places: places, problem: problem, seen: &seen)
    return keep(page, facts, plan.review?.rewritten(buffer.bytes, at: page.path) ?? buffer.bytes)
  }
}

/// What the check of the links needs to know of every page, in the order of the plan, for who wants no
/// page yet; nil where nobody waits for it any more.
///
/// Of pages that are `known` nothing is asked again. One worker does it, for others are to be served by the
/// rest.
func pageFacts(
  of plan: SitePlan, known: [PageFacts?], unless isGivenUp: () -> Bool
) -> [PageFacts]? {
  let places = PageFacts.Places(of: plan)
  let unknown = zip(plan.pages, known).filter { $1 == nil }.map(\.0)
  var made: [PageFacts] = []
  made.reserveCapacity(unknown.count)
  while made.count < unknown.count {
    guard !isGivenUp() else { return nil }
    made += render(unknown[made.count...].prefix(pagesAtOnce), of: plan, places) { _, facts, _ in
      facts
    }
  }
  var fresh = made.makeIterator()
  return known.compactMap { $0 ?? fresh.next() }
}

/// How many pages are rendered between two looks whether somebody still wants them.
private let pagesAtOnce = 64

/// What pages together show and none alone: links that lead nowhere, and how heavy each is.
///
/// `facts` are those of the plan's pages, in their order.
func checkPages(_ facts: [PageFacts], of plan: SitePlan, workers: Int) async -> [Diagnostic] {
  await holdLinks(in: facts, of: plan, workers: workers) + weighPages(in: facts, of: plan)
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
      Result { () throws(EnvironmentError) in try keep.get()(file.path, file.contents) }
    }
  }
  let keep = try end.keeper()
  return try made.map { result throws(EnvironmentError) in try result.get() }
    + plan.downloads.map { file throws(EnvironmentError) in
      let bytes = try file.read()
      return try keep(file.name, .whole { bytes })
    }
}
