/// All records of one collection, ordered by id, with a look-up by id.
public struct Shelf<Stored: Record>: Sendable {
  /// The records, ordered by id.
  public let records: [Stored]
  /// The ids of the records in their order, among which the one that was meant is sought: not the names of
  /// files that cannot be ids.
  let names: [String]
  private let positions: [ID<Stored>: Int]

  /// Orders `records`; of two with one id the first in the given order stays reachable by it.
  public init(_ records: [Stored]) {
    self.records = records.sorted { $0.id < $1.id }
    var positions: [ID<Stored>: Int] = [:]
    for (position, record) in self.records.enumerated() where positions[record.id] == nil {
      positions[record.id] = position
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
  public subscript(id: ID<Stored>) -> Stored? {
    positions[id].map { records[$0] }
  }

  /// Whether there is a record with an id, without copying it.
  public func contains(_ id: ID<Stored>) -> Bool { positions[id] != nil }
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
  /// What the record with an id carries.
  func header(of id: String) -> RecordHeader?
  /// What the record with an id is called.
  func title(of id: String) -> InlineText?
  /// The language of what the record with an id is called.
  func titleLanguage(of id: String) -> String?
}

extension Shelf: AnyShelf {
  var headers: [RecordHeader] { records.map(\.header) }

  var titles: [(name: String, words: [String])] {
    records.filter { RecordKey.isID($0.id.name) }.map {
      ($0.id.name, [$0.title.value.plain] + $0.alsoKnownAs.map(\.value))
    }
  }

  func holds(_ id: String) -> Bool { contains(ID(id)) }

  // Not by way of the record, of which a copy would be made.
  func header(of id: String) -> RecordHeader? { positions[ID(id)].map { records[$0].header } }

  func title(of id: String) -> InlineText? { positions[ID(id)].map { records[$0].title.value } }

  func titleLanguage(of id: String) -> String? {
    positions[ID(id)].map { records[$0].titleLanguage }
  }
}
