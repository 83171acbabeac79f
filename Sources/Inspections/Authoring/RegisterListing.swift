import CommonMark
public import Diagnostics

/// What records a register holds, for `findings list`.
public struct RegisterListing: Sendable {
  /// One record in a line.
  public struct Entry: Sendable, Hashable {
    /// Its collection and id.
    public let key: RecordKey
    /// What it is, in words: `inspection`, `region`, `term`.
    public let kind: String
    /// When it was published or began; empty where it has no date, `unknown` where nobody knows.
    public let date: String
    /// What it is called, as its author wrote it.
    public let title: String
    /// The path of its file.
    public let path: String
  }

  /// The records by collection, then by id.
  public let entries: [Entry]

  /// Lists the records of some collections.
  ///
  /// Complexity: O(number of records).
  public init(_ register: Register, collections: [Collection] = Collection.allCases) {
    entries = collections.flatMap { register.listed($0) }
  }

  /// The list as aligned lines, a heading for each collection; ends with a line ending.
  public var text: String {
    guard !entries.isEmpty else { return "no records\n" }
    var output = ""
    for collection in Collection.allCases {
      let rows = entries.filter { $0.key.collection == collection }
      guard !rows.isEmpty else { continue }
      output += output.isEmpty ? "" : "\n"
      output += "\(collection.rawValue) (\(rows.count))\n"
      output += alignedLines(
        rows.map { [$0.key.id, $0.kind, $0.date, shortened($0.title, to: 60), $0.path] })
    }
    return output
  }

  /// The list as JSON, version 1.
  public var json: OrderedJSON {
    .fields(["version": .number(1), "records": .array(entries.map(\.json))])
  }
}

extension RegisterListing.Entry {
  var json: OrderedJSON {
    .fields([
      "collection": .string(key.collection.rawValue), "id": .string(key.id),
      "kind": .string(kind), "date": date.isEmpty ? nil : .string(date), "title": .string(title),
      "file": .string(path),
    ])
  }

  fileprivate init(_ record: some Record, _ kind: String, _ date: String) {
    self.init(
      key: RecordKey(type(of: record).collection, record.header.id), kind: kind, date: date,
      title: record.title.value.source, path: record.header.file.path)
  }
}

extension Register {
  fileprivate func listed(_ collection: Collection) -> [RegisterListing.Entry] {
    switch collection {
    case .organisations:
      organisations.records.map { .init($0, $0.kind.value.rawValue, words($0.life.from)) }
    case .frameworks: frameworks.records.map { .init($0, "framework", words($0.life.from)) }
    case .areas:
      areas.records.map { .init($0, $0.kind.value.value ?? "unknown", words($0.life.from)) }
    case .reports: reports.records.map { .init($0, $0.kind.value.rawValue, words($0.published)) }
    case .responses: responses.records.map { .init($0, "response", words($0.published)) }
    case .coverage: coverage.records.map { .init($0, $0.kind.rawValue, words($0.published)) }
    case .glossary: glossary.records.map { .init($0, "term", "") }
    case .pages: pages.records.map { .init($0, "page", "") }
    }
  }

  private func words(_ date: Located<Known<PartialDate>>?) -> String {
    switch date?.value {
    case .known(let date): date.description
    case .unknown: "unknown"
    case nil: ""
    }
  }
}

/// Rows as lines with two spaces before and between columns, each as wide as its widest cell.
func alignedLines(_ rows: [[String]]) -> String {
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (column, cell) in row.enumerated() where widths[column] > 0 {
      let padding = widths[column] - cell.unicodeScalars.count
      line += "  " + cell + String(repeating: " ", count: padding)
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }.joined()
}

/// Text in one line and at most `limit` characters, cut with an ellipsis.
func shortened(_ text: String, to limit: Int) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count <= limit ? line : String(line.prefix(limit - 1)) + "…"
}
