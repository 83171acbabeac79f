import Diagnostics
import Inspections

/// What a reader would notice between two states of a register.
public struct PublicChanges: Sendable, Hashable {
  /// A record by its name and its title.
  public struct Named: Sendable, Hashable {
    /// Its collection and id, like `reports/east-midlands-2008`.
    let name: String
    /// What it is called; empty where that is not known.
    let title: String
  }

  /// A record that says something else.
  struct Changed: Sendable, Hashable {
    let record: Named
    /// The notes that say so, and were not there before.
    let notes: [String]
    let facts: [FactChange]
  }

  /// The states, as they were named.
  let (old, new): (String, String)
  let added: [Named]
  let removed: [Named]
  let withdrawn: [Named]
  let changed: [Changed]
  /// Addresses of records and downloads that one publication had and the other has not; none of states that were
  /// not built.
  let gone: [String]

  /// Whether there is nothing to notice.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && withdrawn.isEmpty && changed.isEmpty && gone.isEmpty
  }
}

/// What a reader would notice between two states, each named by a site's folder or address, a `manifest.json`, a
/// folder of content, or a revision of git.
///
/// - Throws: ``EnvironmentError`` where one cannot be read.
public func publicChanges(
  from old: String, to new: String, for request: BuildRequest
) async throws(EnvironmentError) -> PublicChanges {
  PublicChanges(
    from: try await PublicState.read(old, for: request), old,
    to: try await PublicState.read(new, for: request), new)
}

extension PublicChanges {
  /// Compares two states.
  ///
  /// Complexity: O(n log n) in their facts.
  init(from old: PublicState, _ oldName: String, to new: PublicState, _ newName: String) {
    let before = Dictionary(old.records.map { ($0.name, $0) }) { first, _ in first }
    let after = Set(new.records.map(\.name))
    var withdrawn: [Named] = []
    var changed: [Changed] = []
    for record in new.records {
      guard let former = before[record.name] else { continue }
      let facts = FactChange.all(from: former, to: record)
      if record.says["status"] == "withdrawn", former.says["status"] != "withdrawn" {
        withdrawn.append(Named(record))
      } else if !facts.isEmpty || !record.notes(since: former).isEmpty {
        changed.append(
          Changed(record: Named(record), notes: record.notes(since: former), facts: facts))
      }
    }
    self.old = oldName
    self.new = newName
    added = new.records.filter { before[$0.name] == nil }.map(Named.init)
    removed = old.records.filter { !after.contains($0.name) }.map(Named.init)
    self.withdrawn = withdrawn
    self.changed = changed
    gone = Self.gone(from: old.files, to: new.files)
  }

  private static func gone(from old: [PublishedFile]?, to new: [PublishedFile]?) -> [String] {
    guard let old, let new else { return [] }
    let kept = Dictionary(new.map { ($0.path, Set($0.ids)) }) { first, _ in first }
    return old.flatMap { file -> [String] in
      switch file.kind {
      case .record, .moved, .download:
        guard let ids = kept[file.path] else { return [file.address] }
        return file.ids.filter { !ids.contains($0) }.map { "\(file.address)#\($0)" }
      case .page, .asset, .feed, .search, .data: return []
      }
    }
  }
}

extension PublicChanges.Named {
  fileprivate init(_ record: PublishedRecord) {
    name = record.name
    title = FactChange.shown(record.says["title"]) ?? ""
  }
}

extension PublishedRecord {
  /// The notes of changes that a former state did not have, with their dates.
  fileprivate func notes(since former: PublishedRecord) -> [String] {
    let known = Set(former.ownNotes.map { Self.abridged($0.value) })
    return ownNotes.filter { $0.name.hasSuffix(".note") }
      .filter { !known.contains(Self.abridged($0.value)) }
      .map { entry in
        let date = entry.name.dropFirst("changes.".count).dropLast(".note".count)
        return FactChange.shown(entry.value).map { "\(date): \($0)" } ?? String(date)
      }
  }

  /// What its notes of changes say.
  var ownNotes: [RecordFacts.Fact] { says.all.filter { $0.name.hasPrefix("changes.") } }
}
