import CommonMark
import Diagnostics
import Inspections

/// What each content file came to when it was last read, so that one that has not changed is not read again.
///
/// What a file comes to depends on its bytes, on a few settings of the site and on what is public of
/// offices; where those change, every file is read again that they bear on.
struct Readings: Sendable {
  /// What reading depends on beside the file.
  struct Settings: Sendable, Equatable {
    /// How bodies are rendered.
    var options = RenderOptions()
    /// `site.yml`, where it declares fields of its own.
    var extended: ProjectFiles.File?
    /// Whose names readers see.
    var visibleRoles: [String] = []
  }

  /// What a file came to.
  struct Content: Sendable {
    /// Its record, with what there is to say.
    let result: Diagnosed<ContentRecord?>
    /// A number that changes with the bytes before the body.
    let fields: Int
  }

  private struct Reading: Sendable {
    let file: ProjectFiles.File
    let content: Content
  }

  /// Whether there will be a next time.
  let isKept: Bool
  private var settings = Settings()
  private var known = PublicContacts.none
  private var last: [RecordKey: Reading] = [:]
  private var current: [RecordKey: Reading] = [:]

  /// Nothing that was read yet; what is read is kept for the next time, unless there is none.
  init(isKept: Bool) {
    self.isKept = isKept
  }

  /// How bodies are rendered now.
  var options: RenderOptions { settings.options }

  /// A number that changes with the bytes before the body of a record's file; nil where it was not read.
  func fields(of key: RecordKey) -> Int? { current[key]?.content.fields }

  /// Begins to read a state of the files; what the last state had and this one has not is forgotten.
  mutating func begin(_ settings: Settings) {
    last = settings == self.settings ? current : [:]
    current = [:]
    self.settings = settings
  }

  /// Takes what is public of offices, which is known when these have been read.
  mutating func note(_ known: PublicContacts) {
    if known != self.known { last = [:] }
    self.known = known
  }

  /// What each file comes to, in order: as last time, or read now, with all workers.
  mutating func read(
    _ entries: [ContentEntry], workers: Int,
    _ read: @escaping @Sendable (ContentEntry) throws(EnvironmentError) -> Content
  ) async throws(EnvironmentError) -> [Diagnosed<ContentRecord?>] {
    let stale = entries.filter { last[$0.key]?.file != $0.file }
    var fresh = await parallelResults(stale, workers: workers, read).makeIterator()
    var results: [Diagnosed<ContentRecord?>] = []
    results.reserveCapacity(entries.count)
    for entry in entries {
      let isSame = last[entry.key]?.file == entry.file
      guard let content = isSame ? last[entry.key]?.content : try fresh.next()?.get() else {
        continue
      }
      if isKept { current[entry.key] = Reading(file: entry.file, content: content) }
      results.append(content.result)
    }
    return results
  }
}
