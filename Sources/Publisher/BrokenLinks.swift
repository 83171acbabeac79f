public import Diagnostics
import HTML
import Inspections
import Site

extension Check {
  /// Links of the finished site that lead nowhere.
  public static let brokenLink = Check(
    "broken-link", .links, .error,
    summary: "Every link of the finished site leads to a page, an anchor or a file that it has.",
    explanation: """
      After all pages are rendered, every address within the site is held against what was \
      rendered: pages, anchors on them, assets and downloads. A link to a record is checked \
      before; this check finds what only the finished site can show, such as a link to a heading \
      that was reworded or an entry of the navigation that no page stands behind.

      Example: `[the method](../pages/about.md#how-we-work)` after the heading became "Our method".
      """)
}

/// Holds every link against what was rendered: what rendering had to say, and the links that lead nowhere,
/// at the levels of the site.
///
/// `facts` are those of the plan's pages, in their order.
func holdLinks(in facts: [PageFacts], of plan: SitePlan, workers: Int) async -> [Diagnostic] {
  let broken = await brokenLinks(in: facts, of: plan, workers: workers)
  return laterFindings(facts.compactMap(\.problem) + broken, of: plan.context.register)
}

/// What is left to check when all pages are rendered: the links that no page could settle by itself.
///
/// Complexity: O(links + anchors), and each page with a broken link is rendered once more.
private func brokenLinks(
  in facts: [PageFacts], of plan: SitePlan, workers: Int
) async -> [Diagnostic] {
  let wanted = Set(facts.flatMap(\.wanted))
  let found = await parallelChunks(facts, workers: workers) { pages in
    pages.flatMap { page in page.anchors.filter(wanted.contains) }
  }
  let missing = wanted.subtracting(found)
  let pages = zip(plan.pages, facts).filter { _, facts in
    facts.isLost || !missing.isDisjoint(with: facts.wanted)
  }
  guard !pages.isEmpty else { return [] }
  let pagePlaces = PageFacts.Places(of: plan)
  let broken = await parallelChunks(pages.map(\.0), workers: workers) { chunk in
    var buffer = HTMLBuffer()
    return chunk.flatMap { page in
      _ = plan.renderer.render(page, into: &buffer)
      return PageFacts.brokenLinks(
        in: buffer.bytes, path: page.path, places: pagePlaces, missing: missing
      ).map { (page: page.path, link: $0) }
    }
  }
  return diagnostics(of: broken, in: plan)
}

/// What is said of broken links: each at every place where a record has it, else once, at a page.
private func diagnostics(
  of broken: [(page: String, link: PageFacts.BrokenLink)], in plan: SitePlan
) -> [Diagnostic] {
  let known = KnownPaths(of: plan)
  var sources = WrittenLinks(plan)
  var reported: Set<PageFacts.BrokenLink> = []
  var told: Set<Span> = []
  var diagnostics: [SourceFile: BoundedDiagnostics] = [:]
  func report(_ link: PageFacts.BrokenLink, typed: String?, at label: Diagnostic.Label) {
    diagnostics[label.span.file, default: BoundedDiagnostics()].append(
      .brokenLink(
        link, typed: typed, at: label, known: known, asset: asset(meantBy: link.path, in: plan)))
  }
  var others: [(page: String, link: PageFacts.BrokenLink)] = []
  for (page, link) in broken {
    let written = sources.written(link, on: page)
    if written.isEmpty { others.append((page, link)) }
    // A record may have more pages than one, such as the one to print.
    for typed in written where told.insert(typed.span).inserted {
      reported.insert(link)
      report(link, typed: typed.anchor, at: Diagnostic.Label(typed.span, "written here"))
    }
  }
  for (page, link) in others where reported.insert(link).inserted {
    let page = Span(startOf: SourceFile(path: "/" + page))
    report(link, typed: nil, at: Diagnostic.Label(page, "linked from this page"))
  }
  return diagnostics.values.flatMap(\.all)
}

/// The paths of everything that a site has.
private struct KnownPaths {
  private let set: Set<String>
  /// In the order in which the nearest is sought.
  private let sorted: [String]

  init(of plan: SitePlan) {
    set = Set(plan.pages.map(\.path) + plan.files.map(\.path) + plan.downloads.map(\.name))
    sorted = set.sorted()
  }

  func contains(_ path: String) -> Bool { set.contains(path) }

  func nearest(to path: String) -> String? { NearMiss.of(path, among: sorted) }
}

/// The asset that a link to its own name means, as templates name it: assets are published under
/// names with their hash.
private func asset(meantBy link: String, in plan: SitePlan) -> String? {
  let folder = Array("assets/".utf8)
  let bytes = Array(link.utf8)
  let starts = bytes.indices.reversed()
  guard let start = starts.first(where: { bytes[$0...].starts(with: folder) }) else { return nil }
  let path = String(decoding: bytes[(start + folder.count)...], as: UTF8.self)
  let known = plan.context.assets
  let meant = known[path] == nil ? NearMiss.of(path, among: known.keys.sorted()) : path
  return meant.map { "assets.\(AssetsView.name(of: $0)).address" }
}

extension Diagnostic {
  fileprivate static func brokenLink(
    _ link: PageFacts.BrokenLink, typed: String?, at place: Label, known: KnownPaths,
    asset: String?
  ) -> Diagnostic {
    if let anchor = link.anchor, known.contains(link.path) {
      return Diagnostic(
        .brokenLink, "'#\(typed ?? anchor)' is not an anchor of /\(link.path)", at: place,
        notes: ["an anchor is the heading's text in lower case, with '-' for its spaces"],
        help: "look at the heading that is meant, and write its anchor")
    }
    if let asset {
      return Diagnostic(
        .brokenLink, "'/\(link.path)' leads nowhere", at: place,
        notes: ["assets are published under names with a part of their hash"],
        help: "write '{{\(asset)}}' in the template")
    }
    let nearest = known.nearest(to: link.path)
    return Diagnostic(
      .brokenLink, "'/\(link.path)' leads nowhere", at: place,
      help: nearest.map { "did you mean '/\($0)'?" }
        ?? "mend the link where it is written, or add what it leads to")
  }
}
