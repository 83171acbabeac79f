import Diagnostics
import Inspections

/// The entries that records have in the list of what is published, each made while its file was at hand.
///
/// So the list speaks of the very bytes that the pages are made from, whatever becomes of the files
/// meanwhile.
///
/// ```swift
/// let content = try await loadContent(files, workers: 2, entries: .abridged, readings: &readings)
/// let records = try await content.value.entries.records(of: register, workers: 2)
/// ```
struct RecordEntries: Sendable {
  /// How much an entry says.
  enum Extent: Sendable {
    /// Long values by their digests, as lists have them.
    case abridged
    /// Every value, for those who are to be shown what changed.
    case full
  }

  private var entries: [RecordKey: RecordEntry] = [:]

  /// Takes the entry of a record.
  mutating func put(_ entry: RecordEntry, of key: RecordKey) { entries[key] = entry }

  /// The entries of the records that readers see, in the order of the bytes of their names; each is fetched
  /// when it is asked for.
  func lines(of register: Register) -> some Swift.Collection<[UInt8]> {
    register.everyRecord.map(\.key).sortedByBytes(\.name).compactMap { entries[$0] }
      .lazy.map(\.bytes)
  }

  /// What the entries say, in the same order.
  func records(of register: Register, workers: Int) async -> [PublishedRecord] {
    await parallelMap(Array(lines(of: register)), workers: workers) { PublishedRecord(entry: $0) }
      .compactMap(\.self)
  }

  /// Fails where one could not be fetched from the file that it lay in.
  func checkReading() throws(EnvironmentError) {
    for case .archived(let archive, _) in entries.values { return try archive.checkReading() }
  }
}

/// An entry, in memory or in the file for what memory should not hold.
enum RecordEntry: Sendable {
  case held([UInt8])
  case archived(in: BodyScratch, Range<Int>)

  /// The entry of a record that was read from `bytes` and says `facts`, in `archive` if that takes it.
  init(
    _ key: RecordKey, from bytes: [UInt8], saying facts: RecordFacts,
    _ extent: RecordEntries.Extent, in archive: BodyScratch?
  ) {
    let entry = PublishedRecord.entry(
      key.name, source: SHA256(of: bytes), saying: facts, extent)
    if let archive, let start = archive.keep(entry) {
      self = .archived(in: archive, start..<start + entry.count)
    } else {
      self = .held(entry)
    }
  }

  /// Its bytes, read back where they are in a file.
  var bytes: [UInt8] {
    switch self {
    case .held(let bytes): bytes
    case .archived(let archive, let place): archive.bytes(in: place)
    }
  }
}
