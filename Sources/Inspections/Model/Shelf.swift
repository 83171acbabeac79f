/// All records of one collection, ordered by id, with a look-up by id.
public struct Shelf<Stored: Record>: Sendable {
  /// The records, ordered by id.
  public let records: [Stored]
  /// The ids of the records in their order, among which the one that was meant is sought: not the names of
  /// files that cannot be ids.
  let names: [String]
  /// By the names of the ids: a text is hashed faster than what wraps one.
  @usableFromInline let positions: [String: Int]

  /// Orders `records`; of two with one id the first in the given order stays reachable by it.
  public init(_ records: [Stored]) {
    self.records = records.sorted { $0.id < $1.id }
    var positions: [String: Int] = [:]
    for (position, record) in self.records.enumerated() where positions[record.id.name] == nil {
      positions[record.id.name] = position
    }
    self.positions = positions
    names = self.records.map(\.id.name).filter(RecordKey.isID)
  }

  /// The same ids with other records, which have them in the same order.
  init(_ shelf: Shelf, _ records: [Stored]) {
    self.records = records
    positions = shelf.positions
    names = shelf.names
  }

  /// The record with an id.
  @inlinable
  public subscript(id: ID<Stored>) -> Stored? {
    guard let position = positions[id.name] else { return nil }
    return records[position]
  }

  /// Whether there is a record with an id, without copying it.
  public func contains(_ id: ID<Stored>) -> Bool { positions[id.name] != nil }
}

/// A shelf of whatever records.
protocol AnyShelf {
  /// What each of its records carries, ordered by id.
  var headers: [RecordHeader] { get }
  /// The ids of its records in their order, as far as they can be ids.
  var names: [String] { get }
  /// What each of them is called by its title and other names.
  var titles: [(name: String, words: [String])] { get }
  /// Whether there is a record with an id.
  func holds(_ id: String) -> Bool
}

extension Shelf: AnyShelf {
  var headers: [RecordHeader] { records.map(\.header) }

  var titles: [(name: String, words: [String])] {
    records.filter { RecordKey.isID($0.id.name) }.map {
      ($0.id.name, [$0.title.value.plain] + $0.alsoKnownAs.map(\.value))
    }
  }

  func holds(_ id: String) -> Bool { contains(ID(id)) }
}
