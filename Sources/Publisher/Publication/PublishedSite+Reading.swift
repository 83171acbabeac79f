import Diagnostics
import Inspections
import Site
import Templates

extension PublishedSite {
  /// Reads a list, with all workers.
  ///
  /// It must be laid out as it was written, an entry a line, so that one of many hundred thousand files is
  /// read in pieces. `shown` names it in messages.
  ///
  /// - Throws: ``EnvironmentError`` where it is no such list.
  static func read(
    _ bytes: [UInt8], shown: String, workers: Int
  ) async throws(EnvironmentError) -> PublishedSite {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.last == UInt8(ascii: ",") ? line.dropLast() : line
    }
    let starts = ["\"files\":[", "\"records\":[", "\"former\":["].map { start in
      lines.firstIndex { $0.elementsEqual(start.utf8) }
    }
    guard let files = starts[0], let records = starts[1], let former = starts[2],
      0 < files, files + 1 < records, records + 1 < former, former + 2 < lines.count,
      let head = Head(lines[1..<files])
    else { throw noList(shown) }
    func entries<Entry: Sendable>(
      _ start: Int, _ end: Int, _ entry: @escaping @Sendable ([String: JSONValue]) -> Entry?
    ) async throws(EnvironmentError) -> [Entry] {
      let found = await parallelMap(Array(lines[(start + 1)..<end]), workers: workers) { line in
        members(Array(line)).flatMap(entry)
      }
      let entries = found.compactMap(\.self)
      guard entries.count == found.count else { throw noList(shown) }
      return entries
    }
    return PublishedSite(
      head: head, files: try await entries(files, records - 1, PublishedFile.init(_:)),
      records: try await entries(records, former - 1, PublishedRecord.init(_:)),
      former: try await entries(former, lines.count - 2, FormerAsset.init(_:)))
  }

  private static func noList(_ shown: String) -> EnvironmentError {
    EnvironmentError(
      shown, "is no list of a publication that this version of findings can read",
      help: "name the manifest.json of a site as it was written")
  }
}

/// The members of a JSON object; nil where a text is none.
private func members(_ text: [UInt8]) -> [String: JSONValue]? {
  let source = SourceText(file: SourceFile(path: PublishedSite.name), bytes: text)
  guard case .object(let members) = JSONValue.parse(source).value else { return nil }
  return members
}

extension PublishedSite.Head {
  fileprivate init?(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    let text = lines.joined(separator: [UInt8(ascii: ",")])
    guard let read = members([UInt8(ascii: "{")] + text + [UInt8(ascii: "}")]),
      read.text("version")?.hasPrefix("1.") == true, let register = read.text("register"),
      let address = read.text("address"), let built = read.text("built")
    else { return nil }
    self.init(
      register: register, address: address, built: built, previous: read.digest("previous"))
  }
}

extension PublishedFile {
  fileprivate init?(_ line: [String: JSONValue]) {
    guard let path = line.path, let sha256 = line.digest("sha256"), let size = line.count("size")
    else { return nil }
    self.init(
      path: path, sha256: sha256, size: size,
      kind: line.text("kind").flatMap(Kind.init(rawValue:)) ?? .data,
      records: line.texts("records"),
      ids: line.texts("ids"))
  }
}

extension FormerAsset {
  fileprivate init?(_ line: [String: JSONValue]) {
    guard let path = line.path, let sha256 = line.digest("sha256"), let size = line.count("size"),
      let publications = line.count("publications")
    else { return nil }
    self.init(path: path, sha256: sha256, size: size, publications: publications)
  }
}

extension PublishedRecord {
  /// Reads what ``entry(_:source:saying:_:)`` wrote; nil where it is no entry.
  init?(entry: [UInt8]) {
    guard let line = members(entry) else { return nil }
    self.init(line)
  }

  fileprivate init?(_ line: [String: JSONValue]) {
    guard let name = line.text("record"), let source = line.digest("source"),
      let facts = line.digest("facts"), case .object(let says) = line["says"]
    else { return nil }
    let said = says.compactMap { name, value in
      value.text.map { RecordFacts.Fact(name: name, value: $0) }
    }
    self.init(name: name, source: source, facts: facts, says: RecordFacts(said))
  }
}

extension JSONValue {
  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension [String: JSONValue] {
  fileprivate func text(_ key: String) -> String? { self[key]?.text }

  fileprivate func texts(_ key: String) -> [String] {
    guard case .array(let values) = self[key] else { return [] }
    return values.compactMap(\.text)
  }

  fileprivate func digest(_ key: String) -> SHA256? { text(key).flatMap(SHA256.init(hexadecimal:)) }

  fileprivate func count(_ key: String) -> Int? {
    guard case .number(let digits) = self[key], let count = Int(digits), count >= 0 else {
      return nil
    }
    return count
  }

  /// A path that a site may have.
  fileprivate var path: String? {
    text("path").flatMap { OutputPath.problem(of: $0) == nil ? $0 : nil }
  }
}
