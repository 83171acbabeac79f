import CommonMark
import Diagnostics
import FrontMatter
import Inspections
import Publisher
import Site

/// What the features ask of a project: its register and its files as of one moment.
protocol ProjectState: Sendable {
  /// The records, linked; nil without a `site.yml` that can be read.
  var register: Register? { get }
  /// Every record, ordered by its file, those that readers cannot see yet included.
  var records: [ContentRecord] { get }
  /// The record of a file; nil where there is none or it cannot be read.
  func record(at path: String) -> ContentRecord?
  /// A file as an editor has it, or as it is on the disk.
  func text(of path: String) -> [UInt8]?
  /// The paths of all files.
  var sourcePaths: [String] { get }
}

/// Which files are what, by their paths.
struct ProjectFolders: Sendable {
  /// The folder of the records, as messages show it.
  let content: String
  /// The folder of templates and assets.
  let templates: String

  /// What a file of the project is.
  enum Kind: Sendable, Hashable {
    case site
    case record(RecordKey)
    case template(String)
    case other
  }

  /// What the file of a path is.
  func kind(of path: String) -> Kind {
    if let name = Self.path(path, below: content) {
      if name == "site.yml" { return .site }
      return RecordKey(file: name).map(Kind.record) ?? .other
    }
    guard let name = Self.path(path, below: templates), name.hasSuffix(Self.templateEnding) else {
      return .other
    }
    return .template(String(name.dropLast(Self.templateEnding.count)))
  }

  /// The path of a record's file.
  func path(of key: RecordKey) -> String { key.path(in: content) }

  static let templateEnding = ".mustache"

  private static func path(_ path: String, below folder: String) -> String? {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
  }
}

/// A document with the project that it is a part of: what every feature begins with.
struct Glance: Sendable {
  /// The project.
  let state: any ProjectState
  /// Which files are what.
  let folders: ProjectFolders
  /// The path of the document, relative to the project.
  let path: String
  /// Its text, that of the state.
  let text: PlacedText

  /// What the document is.
  var kind: ProjectFolders.Kind { folders.kind(of: path) }

  /// The record that the document is; nil where it cannot be read.
  var record: ContentRecord? { state.record(at: path) }

  /// The shape of the fields of the document; nil where it has none.
  var shape: RecordDescription? {
    switch kind {
    case .site: siteDescription
    case .record(let key):
      state.register?.site.extraFields.description(ofExtended: key.collection)
        ?? description(of: key.collection)
    case .template, .other: nil
    }
  }

  /// The bytes of the document's fields: all of `site.yml`, the lines between the fences of a record.
  var fields: Range<Int>? {
    switch kind {
    case .site: 0..<text.bytes.count
    case .record: parts.inner
    case .template, .other: nil
    }
  }

  /// The document taken apart.
  var parts: (document: ContentDocument, inner: Range<Int>?) {
    let document = readDocument(text.bytes, file: SourceFile(path: path)).value
    let whole = document.frontMatterSpan.range
    guard !whole.isEmpty else { return (document, nil) }
    let start = text.line(text.lineNumber(at: document.openingSpan.end) + 1).lowerBound
    let last = text.line(text.lineNumber(at: max(whole.upperBound - 1, 0)))
    let isClosed = last.lowerBound >= start && text.bytes[last].starts(with: Array("---".utf8))
    let end = isClosed ? last.lowerBound : max(start, whole.upperBound)
    return (document, start..<max(start, end))
  }

  /// What short references in the document mean.
  var scope: ReferenceScope? {
    guard case .record(let key) = kind else { return nil }
    guard let register = state.register else { return ReferenceScope(key) }
    return record?.scope(in: register) ?? ReferenceScope(key, in: register)
  }
}
