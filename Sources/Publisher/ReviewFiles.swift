import Inspections
import Site

/// The files of a copy for reviewers that are no pages: as readers would get them, without anything of
/// records that are not released.
///
/// A file that is there only for such a record keeps its place, for pages lead to it, and says nothing.
func reviewFiles(
  _ site: SiteContext, of linked: LinkedRecords, _ copy: ReviewCopy, pages: [PlannedPage]
) -> [PlannedFile] {
  guard copy.shows != .none else { return plannedFiles(site, pages: pages) }
  let released = SiteContext(
    register: linked.released, now: site.now, addresses: site.addresses, assets: site.assets,
    hasSearch: site.hasSearch)
  let shown = pages.filter { !copy.isUnreleased($0.path) }
  let known = Dictionary(
    plannedFiles(released, pages: shown).map { ($0.path, $0) }
  ) { first, _ in first }
  return plannedFiles(site, pages: pages).map { file in
    if file.path == "robots.txt" {
      return PlannedFile(path: file.path) { Array("User-agent: *\nDisallow: /\n".utf8) }
    }
    return known[file.path]
      ?? PlannedFile(path: file.path) { Array(ReviewWords.withheldFile.utf8) }
  }
}

extension ContentRecord {
  /// Whether readers may see it.
  func isReleased(at now: Moment) -> Bool {
    guard case .report(let report) = self else { return !header.isDraft }
    return report.isPublic(on: now.instant)
  }
}

extension LinkedRecords {
  /// The register as readers get it.
  fileprivate var released: Register {
    Register(
      site: register.site, records: shown.filter { $0.isReleased(at: now) },
      hidden: Set(shown.filter { !$0.isReleased(at: now) }.map(\.key)),
      downloads: register.downloads)
  }
}
