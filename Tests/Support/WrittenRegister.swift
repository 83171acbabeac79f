import CommonMark
import Diagnostics
import Inspections

/// A register that a test writes down: what reading the texts of its files comes to.
public struct WrittenRegister {
  /// Nil where `site.yml` is missing or cannot be read.
  public let site: SiteSettings?
  /// The records that could be read: offices first, as a build reads them.
  public private(set) var records: [ContentRecord] = []
  /// The records that are there and could not be read.
  public private(set) var unreadable: Set<RecordKey> = []
  /// What is known of the reports among these.
  public private(set) var lost: [ReportID: LostReport] = [:]
  /// What reading has to say.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads texts by their paths below `content/`; of the `usual` ones, those that a test does not
  /// write itself.
  public init(_ files: [String: String], usual: [String: String] = [:]) {
    let texts = files.merging(usual) { own, _ in own }
    let read = readSite(Array((texts["site.yml"] ?? "").utf8), file: SourceFile(path: "site.yml"))
    site = read.value
    diagnostics = read.diagnostics
    let paths = texts.keys.filter { RecordKey(path: $0) != nil }.sorted()
    for path in paths.filter(Self.isOffice) {
      add(texts[path] ?? "", at: path, known: .none)
    }
    let known = PublicContacts(of: records, visibleRoles: site?.visibleRoles ?? [])
    for path in paths.filter({ !Self.isOffice($0) }) {
      add(texts[path] ?? "", at: path, known: known)
    }
  }

  /// The records, linked; nil where there is no site.
  public var register: Register? {
    site.map { Register(site: $0, records: records, unreadable: unreadable, lost: lost) }
  }

  private mutating func add(_ text: String, at path: String, known: PublicContacts) {
    let read = readRecord(
      text, at: path, extra: site?.extraFields ?? .none, zone: site?.timeZone, known: known)
    diagnostics += read.diagnostics
    if let record = read.value {
      records.append(record)
    } else if let key = RecordKey(path: path) {
      unreadable.insert(key)
      if key.collection == .reports {
        lost[ReportID(key.id)] = LostReport(
          Array(text.utf8), file: SourceFile(path: path), extra: site?.extraFields ?? .none)
      }
    }
  }

  private static func isOffice(_ path: String) -> Bool {
    path.hasPrefix("organisations/") || path.hasPrefix("areas/")
  }
}

/// Reads the text of one file, whose path below `content/` gives its collection and id.
public func readRecord(
  _ text: String, at path: String, extra: ExtraFields = .none, zone: SiteTimeZone? = nil,
  known: PublicContacts = .none,
  facts: ((WrittenFacts) -> Void)? = nil
) -> Diagnosed<ContentRecord?> {
  guard let key = RecordKey(path: path) else {
    preconditionFailure("'\(path)' is in no collection")
  }
  return readRecord(
    Array(text.utf8), file: SourceFile(path: path), id: key.id, collection: key.collection,
    options: RenderOptions(), extra: extra, zone: zone, known: known, facts: facts)
}

extension RecordKey {
  /// The record of a file by its path below `content/`.
  fileprivate init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, parts[1].hasSuffix(".md"),
      let collection = Inspections.Collection(rawValue: parts[0])
    else { return nil }
    self.init(collection, String(parts[1].dropLast(".md".count)))
  }
}
