import CommonMark
public import Diagnostics

/// One record with its links in both directions, for `findings show`.
public struct RecordOverview: Sendable {
  /// A link to another record.
  public struct Link: Sendable, Hashable {
    /// What the other record is to this one, like "published by".
    public let relation: String
    /// The other record.
    public let key: RecordKey
    /// What it is called; nil where the register does not hold it.
    public let title: String?
  }

  /// The record in a line.
  public let entry: RegisterListing.Entry
  /// What a report holds, like "10 recommendations"; empty for other records.
  public let contents: [String]
  /// Records that this one names.
  public let outgoing: [Link]
  /// Records that name this one.
  public let incoming: [Link]

  /// The records that a name means: an id, or a collection and an id like `reports/cafcass-2014`.
  ///
  /// Records of different collections may share an id; all of them are meant then.
  ///
  /// Complexity: O(number of records and links).
  public static func find(_ name: String, in register: Register) -> [RecordOverview] {
    let listing = RegisterListing(register)
    let meant = listing.entries.filter {
      $0.key.id == name || "\($0.key.collection.rawValue)/\($0.key.id)" == name
    }
    guard !meant.isEmpty else { return [] }
    let titles = Dictionary(
      listing.entries.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
    let edges = register.edges
    return meant.map { entry in
      RecordOverview(
        entry: entry, contents: register.contents(of: entry.key),
        outgoing: edges.filter { $0.from == entry.key }
          .map { Link(relation: $0.forward, key: $0.to, title: titles[$0.to]) },
        incoming: edges.filter { $0.to == entry.key }
          .map { Link(relation: $0.backward, key: $0.from, title: titles[$0.from]) })
    }
  }

  /// The ids nearest to a name that means no record.
  public static func suggestion(for name: String, in register: Register) -> String? {
    NearMiss.of(name, among: RegisterListing(register).entries.map(\.key.id))
  }

  /// The record as aligned lines; ends with a line ending.
  public var text: String {
    let rows = [
      ["title", entry.title], ["kind", entry.kind], ["date", entry.date], ["file", entry.path],
      ["holds", contents.joined(separator: ", ")],
    ]
    var output = "\(entry.key.collection.rawValue)/\(entry.key.id)\n"
    output += alignedLines(rows.filter { !$0[1].isEmpty })
    output += Self.section("names", outgoing) + Self.section("is named by", incoming)
    return output
  }

  /// The record as JSON, version 1.
  public var json: OrderedJSON {
    .fields([
      "version": .number(1), "record": entry.json, "contents": .strings(contents),
      "names": .array(outgoing.map(Self.json)), "named_by": .array(incoming.map(Self.json)),
    ])
  }

  private static func section(_ heading: String, _ links: [Link]) -> String {
    guard !links.isEmpty else { return "" }
    return "\(heading)\n"
      + alignedLines(
        links.map { link in
          [
            link.relation, "\(link.key.collection.rawValue)/\(link.key.id)",
            shortened(link.title ?? "(not in this register)", to: 60),
          ]
        })
  }

  private static func json(_ link: Link) -> OrderedJSON {
    .fields([
      "relation": .string(link.relation), "collection": .string(link.key.collection.rawValue),
      "id": .string(link.key.id), "title": link.title.map(OrderedJSON.string),
    ])
  }
}

extension Register {
  fileprivate func contents(of key: RecordKey) -> [String] {
    guard key.collection == .reports, let report = reports[ID(key.id)] else { return [] }
    let counts = [
      (report.header.body.paragraphs.count, "numbered paragraph"),
      (report.judgements.count, "judgement"), (report.recommendations.count, "recommendation"),
      (report.samples.count, "sample"), (report.surveys.count, "survey"),
      (report.indicators.count, "indicator"),
      (report.visit?.progress.known()?.count ?? 0, "item of progress"),
    ]
    return counts.filter { $0.0 > 0 }.map { count, noun in
      let many = noun == "item of progress" ? "items of progress" : noun + "s"
      return "\(count) \(count == 1 ? noun : many)"
    }
  }
}
