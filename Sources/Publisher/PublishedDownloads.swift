import Diagnostics
import Inspections

/// The downloads that are part of this build: all but those that only reports name which readers
/// cannot see yet, or words that a report withholds.
///
/// One that no record names is published with a notice, for links from elsewhere may lead to it; no notice
/// while a record cannot be read, which may name it.
/// Complexity: O(downloads + references).
func publishedDownloads(
  of linked: LinkedRecords, workers: Int
) async -> Diagnosed<[ProjectFiles.File]> {
  guard !linked.downloads.isEmpty else { return Diagnosed([], []) }
  let register = linked.register
  let shown = await named(by: linked.shown, in: register, workers: workers)
  let unseen = await named(
    by: linked.unseen.map(ContentRecord.report), in: register, workers: workers)
  let held = unseen.union(
    linked.shown.flatMap { withheldDownloads(of: $0, in: register) }.map { "files/\($0)" })
  var published: [ProjectFiles.File] = []
  var diagnostics: [Diagnostic] = []
  for file in linked.downloads {
    if !shown.contains(file.name) {
      guard !held.contains(file.name) else { continue }
      if linked.checkable.isWhole { diagnostics.append(.loneDownload(file)) }
    }
    published.append(file)
  }
  return Diagnosed(published, diagnostics)
}

private func named(
  by records: [ContentRecord], in register: Register, workers: Int
) async -> Set<String> {
  Set(
    await parallelChunks(records, workers: workers) { chunk in
      chunk.flatMap { Inspections.downloads(of: $0, in: register).map { "files/\($0)" } }
    })
}
