import Diagnostics
import Inspections

/// The downloads that are part of this build.
///
/// All but those that only texts name which readers cannot see: of reports that are not out yet, and
/// of withdrawn ones whose text is withheld. One that no record names is published with a notice, for
/// links from elsewhere may lead to it.
///
/// Complexity: O(downloads + references).
func publishedDownloads(
  _ downloads: [ProjectFiles.File], _ seen: SeenRecords, in register: Register, workers: Int
) async -> Diagnosed<[ProjectFiles.File]> {
  guard !downloads.isEmpty else { return Diagnosed([], []) }
  let seenByReaders = await named(by: seen.shown, in: register, workers: workers)
  let unseen = await named(
    by: seen.unseen.map(ContentRecord.report), in: register, workers: workers)
  let shown = Set(seenByReaders.flatMap(\.shown))
  let held = Set((seenByReaders.map(\.withheld) + unseen.map(\.shown)).joined())
  var published: [ProjectFiles.File] = []
  var diagnostics: [Diagnostic] = []
  for file in downloads {
    let name = String(file.name.dropFirst("files/".count))
    if !shown.contains(name) {
      guard !held.contains(name) else { continue }
      diagnostics.append(.loneDownload(file))
    }
    published.append(file)
  }
  return Diagnosed(published, diagnostics)
}

private func named(
  by records: [ContentRecord], in register: Register, workers: Int
) async -> [(shown: [String], withheld: [String])] {
  await parallelChunks(records, workers: workers) { chunk in
    chunk.map { downloads(of: $0, in: register) }
  }
}
