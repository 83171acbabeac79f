import Diagnostics
import Inspections

/// The downloads that are part of this build: all but those that only reports name which readers
/// cannot see yet, or words that a report withholds.
///
/// One that no record names is published with a notice, for links from elsewhere may lead to it.
/// Complexity: O(downloads + references).
func publishedDownloads(
  _ downloads: [ProjectFiles.File], _ seen: SeenRecords, in register: Register, workers: Int
) async -> Diagnosed<[ProjectFiles.File]> {
  guard !downloads.isEmpty else { return Diagnosed([], []) }
  let shown = await named(by: seen.shown, in: register, workers: workers)
  let unseen = await named(
    by: seen.unseen.map(ContentRecord.report), in: register, workers: workers)
  let held = unseen.union(
    seen.shown.flatMap { withheldDownloads(of: $0, in: register) }.map { "files/\($0)" })
  var published: [ProjectFiles.File] = []
  var diagnostics: [Diagnostic] = []
  for file in downloads {
    if !shown.contains(file.name) {
      guard !held.contains(file.name) else { continue }
      diagnostics.append(.loneDownload(file))
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
