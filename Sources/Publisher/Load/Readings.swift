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
    /// Where the site's days begin.
    var zone: SiteTimeZone?
  }

  /// What a file came to.
  struct Content: Sendable {
    /// Its record, with what there is to say.
    let result: Diagnosed<ContentRecord?>
    /// What is known of a report that no record could be made of.
    let lost: LostReport?
    /// A number that changes with the bytes before the body.
    let fields: Int
    /// What a list says of the record, where one was asked for.
    let listed: RecordEntry?
  }

  /// A class, for a state of ten thousand files takes over nearly all of them.
  private final class Reading: Sendable {
    let file: ProjectFiles.File
    let content: Content

    init(_ file: ProjectFiles.File, _ content: Content) {
      self.file = file
      self.content = content
    }
  }

  /// Whether there will be a next time.
  let isKept: Bool
  private var settings = Settings()
  /// What is public of offices.
  private(set) var contacts = PublicContacts.none
  private var last: [RecordKey: Reading] = [:]
  private var current: [RecordKey: Reading] = [:]

  /// Nothing that was read yet; what is read is kept for the next time, unless there is none.
  init(isKept: Bool) {
    self.isKept = isKept
  }

  /// How bodies are rendered now.
  var options: RenderOptions { settings.options }

  /// The record of a file as it was read now; nil where there is none or it cannot be read.
  func record(_ key: RecordKey) -> ContentRecord? { current[key]?.content.result.value }

  /// A number that changes with the bytes before the body of a record's file; nil where it was not read.
  func fields(of key: RecordKey) -> Int? { current[key]?.content.fields }

  /// Begins to read a state of the files; what the last state had and this one has not is forgotten.
  mutating func begin(_ settings: Settings) {
    last = settings == self.settings ? current : [:]
    current = [:]
    self.settings = settings
  }

  /// Takes what is public of offices, which is known when these have been read.
  mutating func note(_ contacts: PublicContacts) {
    if contacts != self.contacts { last = [:] }
    self.contacts = contacts
  }

  /// Takes what a file comes to in place of what it came to.
  mutating func put(_ content: Content, of entry: ContentEntry) {
    current[entry.key] = Reading(entry.file, content)
  }

  /// What each file comes to, in order: as last time, or read now, with all workers.
  mutating func read(
    _ entries: [ContentEntry], workers: Int,
    _ read: @escaping @Sendable (ContentEntry) throws(EnvironmentError) -> Content
  ) async throws(EnvironmentError) -> [Content] {
    let known = entries.map { entry in
      last[entry.key].flatMap { $0.file == entry.file ? $0 : nil }
    }
    let stale = zip(entries, known).filter { $1 == nil }.map(\.0)
    var fresh = await parallelResults(stale, workers: workers, read).makeIterator()
    var results: [Content] = []
    results.reserveCapacity(entries.count)
    if isKept { current.reserveCapacity(current.count + entries.count) }
    for (entry, known) in zip(entries, known) {
      var reading = known
      if reading == nil, let content = try fresh.next()?.get() {
        reading = Reading(entry.file, content)
      }
      guard let reading else { continue }
      if isKept { current[entry.key] = reading }
      results.append(reading.content)
    }
    return results
  }
}
