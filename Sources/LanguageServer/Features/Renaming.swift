import Diagnostics
import FrontMatter
import Inspections
import Site

/// A change of a record's id, through every file that names it.
struct Renaming: Sendable, Hashable {
  /// New text for some bytes of a file.
  struct Edit: Sendable, Hashable {
    let span: Span
    let text: String
  }

  /// The changes of texts, in the order of files and bytes.
  let edits: [Edit]
  /// The file of the record, and what it is to be called.
  let oldPath: String
  let newPath: String
}

extension Glance {
  /// What it takes to give a record another id: its file's name, the id wherever it is named, and its
  /// former address among its aliases.
  ///
  /// - Throws: where the id cannot be one, is taken, or is written somewhere in a form of which the bytes
  ///   cannot be told.
  func renaming(_ key: RecordKey, to id: String) throws(ResponseError) -> Renaming {
    guard RecordKey.isID(id) else {
      throw ResponseError(
        .requestFailed,
        "'\(id)' cannot be an id: lower-case letters a to z, digits, '-' and '_' only")
    }
    let (oldPath, newPath) = (
      folders.path(of: key), folders.path(of: RecordKey(key.collection, id))
    )
    guard state.text(of: newPath) == nil else {
      throw ResponseError(.requestFailed, "'\(id)' is the id of another record")
    }
    guard let record = state.record(at: oldPath), let text = state.text(of: oldPath) else {
      throw ResponseError(.requestFailed, "'\(oldPath)' cannot be read; mend it first")
    }
    var edits: [Renaming.Edit] = []
    for other in state.records {
      edits += try mentionEdits(in: other, of: key, to: id)
    }
    if let alias = aliasEdit(for: record, in: text) { edits.append(alias) }
    edits.sort { ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start) }
    return Renaming(edits: edits, oldPath: oldPath, newPath: newPath)
  }

  private func mentionEdits(
    in record: ContentRecord, of key: RecordKey, to id: String
  ) throws(ResponseError) -> [Renaming.Edit] {
    let mentions = record.mentions.filter { $0.target == key }
    guard !mentions.isEmpty else { return [] }
    let path = record.header.file.path
    var places: Set<Span> = []
    for mention in mentions {
      let found = mention.places(in: state.text(of: path) ?? [])
      guard !found.isEmpty else {
        throw ResponseError(
          .requestFailed,
          "'\(key.id)' is named in '\(path)' in a form that cannot be changed; change it there first"
        )
      }
      places.formUnion(found)
    }
    return places.map { Renaming.Edit(span: $0, text: id) }
  }

  /// What keeps the former address of a record; nil for those that have no page of their own.
  private func aliasEdit(for record: ContentRecord, in text: [UInt8]) -> Renaming.Edit? {
    switch record {
    case .organisation, .framework, .area, .report, .response, .page: break
    case .term, .coverage: return nil
    }
    let file = record.header.file
    let alias = "/\(Addresses.path(of: record.key.target))"
    let fields = Glance(
      state: state, folders: folders, path: file.path, text: PlacedText(text))
    if let last = record.header.aliases.last {
      let line = fields.text.line(fields.text.lineNumber(at: last.span.start))
      let lead = fields.text.text(in: line.lowerBound..<last.span.start)
      let isListed = lead.allSatisfy { $0 == " " || $0 == "-" }
      return Renaming.Edit(
        span: Span(file, last.span.end..<last.span.end),
        text: isListed ? "\n\(lead)\(alias)" : ", \(alias)")
    }
    let parts = fields.parts
    guard let inner = parts.inner else { return nil }
    if case .mapping(let pairs) = parts.document.frontMatter?.content,
      let empty = pairs.first(where: { $0.key == "aliases" })
    {
      return Renaming.Edit(span: empty.value.span, text: "[\(alias)]")
    }
    return Renaming.Edit(
      span: Span(file, inner.upperBound..<inner.upperBound), text: "aliases: [\(alias)]\n")
  }
}
