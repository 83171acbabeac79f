import Diagnostics
import Inspections

extension PublishedSite {
  /// Writes a list as JSON, an entry a line, and hands it over piece by piece.
  ///
  /// `records` are the entries of the records, as ``PublishedRecord/entry(_:source:saying:_:)`` has them.
  ///
  /// Complexity: O(n) time, and memory for one piece.
  static func write(
    _ head: Head, files: [PublishedFile], records: some Swift.Collection<[UInt8]>,
    former: [FormerAsset],
    to put: ([UInt8]) throws(EnvironmentError) -> Void
  ) throws(EnvironmentError) {
    var piece = head.opening
    func add(_ line: [UInt8], isLast: Bool) throws(EnvironmentError) {
      piece += line
      if !isLast { piece.append(UInt8(ascii: ",")) }
      piece.append(UInt8(ascii: "\n"))
      guard piece.count >= mostOfPiece else { return }
      try put(piece)
      piece.removeAll(keepingCapacity: true)
    }
    piece += Array("\"files\":[\n".utf8)
    for (index, file) in files.enumerated() {
      try add(file.json, isLast: index == files.count - 1)
    }
    piece += Array("],\n\"records\":[\n".utf8)
    for (index, record) in records.enumerated() {
      try add(record, isLast: index == records.count - 1)
    }
    piece += Array("],\n\"former\":[\n".utf8)
    for (index, asset) in former.enumerated() {
      try add(asset.json, isLast: index == former.count - 1)
    }
    try put(piece + Array("]\n}\n".utf8))
  }

  private static let mostOfPiece = 1 << 20
}

extension PublishedSite.Head {
  /// What stands before the first list.
  fileprivate var opening: [UInt8] {
    var lines = [("version", PublishedSite.version), ("register", register)]
    lines += [("address", address), ("built", built)]
    if let previous { lines.append(("previous", previous.hexadecimal)) }
    var bytes = Array("{\n".utf8)
    for (key, value) in lines {
      var json = JSONBuffer()
      json.member(key, value)
      bytes += json.bytes + Array(",\n".utf8)
    }
    return bytes
  }
}

extension PublishedFile {
  fileprivate var json: [UInt8] {
    var json = JSONBuffer(capacity: 192)
    json.object { entry in
      entry.member("path", path)
      entry.member("sha256", sha256.hexadecimal)
      entry.key("size")
      entry.integer(size)
      entry.member("kind", kind.rawValue)
      if !records.isEmpty { entry.member("records", records) }
      if !ids.isEmpty { entry.member("ids", ids) }
    }
    return json.bytes
  }
}

extension FormerAsset {
  fileprivate var json: [UInt8] {
    var json = JSONBuffer(capacity: 192)
    json.object { entry in
      entry.member("path", path)
      entry.member("sha256", sha256.hexadecimal)
      entry.key("size")
      entry.integer(size)
      entry.key("publications")
      entry.integer(publications)
    }
    return json.bytes
  }
}

extension PublishedRecord {
  /// A record's entry in a list, where its file has this digest and says these facts.
  static func entry(
    _ name: String, source: SHA256, saying facts: RecordFacts, _ extent: RecordEntries.Extent
  ) -> [UInt8] {
    let text = facts.canonicalText
    var json = JSONBuffer(capacity: 256 + 48 * facts.places.count)
    json.object { entry in
      entry.member("record", name)
      entry.member("source", source.hexadecimal)
      entry.member("facts", SHA256(of: text).hexadecimal)
      entry.key("says")
      entry.object { says in
        for place in facts.places {
          let value = text[place.value]
          let short = extent == .abridged ? abridgement(of: value) : nil
          says.member(text[place.name], short?[...] ?? value)
        }
      }
    }
    return json.bytes
  }
}
