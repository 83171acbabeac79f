import Diagnostics

/// All records of a site with the links between them in both directions.
///
/// A class, for everything that shows a record holds the whole register; it never changes.
public final class Register: Sendable {
  /// What `site.yml` says.
  public let site: SiteSettings
  /// The organisations.
  public let organisations: Shelf<Organisation>
  /// The frameworks.
  public let frameworks: Shelf<Framework>
  /// The areas.
  public let areas: Shelf<Area>
  /// The reports that readers may see.
  public let reports: Shelf<Report>
  /// The responses.
  public let responses: Shelf<Response>
  /// The coverage.
  public let coverage: Shelf<Coverage>
  /// The glossary.
  public let glossary: Shelf<Term>
  /// The free pages.
  public let pages: Shelf<Page>
  /// Paths below `content/files/` that bodies may offer for download, as they are published.
  public let downloads: Set<String>
  /// Which reports, responses and coverage belong to what.
  public let links: Links
  /// Which areas and organisations came before and after which.
  public let lineage: Lineage
  /// Records whose files could not be read; references to them are not reported again.
  let unreadable: Set<RecordKey>
  /// Drafts and other records that readers cannot see yet; nothing that they can see may refer to one.
  let hidden: Set<RecordKey>
  /// What is known of unreadable reports; of others nothing is.
  let lost: [ReportID: LostReport]
  /// One for each unreadable report.
  private let lacking: [LostReport]

  /// Links the records.
  ///
  /// - Parameters:
  ///   - site: what `site.yml` says.
  ///   - records: the records.
  ///   - unreadable: the records whose files could not be read.
  ///   - lost: what is known of those of these that are reports.
  ///   - hidden: the records that readers cannot see yet.
  ///   - downloads: the paths below `content/files/` that are published.
  ///
  /// Complexity: O(n log n) in the number of records.
  public init(
    site: SiteSettings, records: [ContentRecord], unreadable: Set<RecordKey> = [],
    lost: [ReportID: LostReport] = [:], hidden: Set<RecordKey> = [], downloads: Set<String> = []
  ) {
    var sorted = SortedRecords()
    for record in records { sorted.add(record) }
    self.site = site
    organisations = Shelf(sorted.organisations)
    frameworks = Shelf(sorted.frameworks)
    areas = Shelf(sorted.areas)
    reports = Shelf(sorted.reports)
    responses = Shelf(sorted.responses)
    coverage = Shelf(sorted.coverage)
    glossary = Shelf(sorted.glossary)
    pages = Shelf(sorted.pages)
    self.downloads = downloads
    self.unreadable = unreadable
    self.lost = lost
    self.hidden = hidden
    lacking = unreadable.filter { $0.collection == .reports }
      .map { lost[ReportID($0.id)] ?? .unknown }
    links = Links(reports: reports, responses: responses, coverage: coverage)
    lineage = Lineage(areas: areas, organisations: organisations)
  }

  /// The same register with other texts of some reports; their fields must be what they were, for nothing is
  /// linked anew.
  ///
  /// Complexity: O(n) in the number of reports, without looking at any but these.
  public init(_ register: Register, rewriting reports: RewrittenReports) {
    site = register.site
    organisations = register.organisations
    frameworks = register.frameworks
    areas = register.areas
    self.reports = Shelf(register.reports, reports.applied(to: register.reports.records))
    responses = register.responses
    coverage = register.coverage
    glossary = register.glossary
    pages = register.pages
    downloads = register.downloads
    unreadable = register.unreadable
    lost = register.lost
    hidden = register.hidden
    lacking = register.lacking
    links = Links(register.links, rewriting: reports)
    lineage = register.lineage
  }

  /// What the reports of a register stand among: the same without reports, responses and coverage.
  ///
  /// Complexity: O(n) in the unreadable records.
  init(surroundingsIn register: Register) {
    site = register.site
    organisations = register.organisations
    frameworks = register.frameworks
    areas = register.areas
    reports = Shelf([])
    responses = Shelf([])
    coverage = Shelf([])
    glossary = register.glossary
    pages = register.pages
    downloads = register.downloads
    unreadable = register.unreadable.filter { $0.collection.surroundsReports }
    lost = [:]
    hidden = register.hidden.filter { $0.collection.surroundsReports }
    lacking = []
    links = Links(reports: reports, responses: responses, coverage: coverage)
    lineage = register.lineage
  }

  /// The framework a report was made under, where it is known and held.
  public func framework(of report: Report) -> Framework? {
    // Looked at where it stands: asked for everywhere, and a copy would hold the place of the
    // field, too.
    guard case .known(let id)? = report.framework?.value else { return nil }
    return frameworks[id]
  }

  /// The download of a name, however its accents are written.
  func download(_ name: String) -> String? {
    downloads.firstIndex(of: name).map { downloads[$0] }
  }

  /// The records of a collection.
  func shelf(of collection: Collection) -> any AnyShelf {
    switch collection {
    case .organisations: organisations
    case .frameworks: frameworks
    case .areas: areas
    case .reports: reports
    case .responses: responses
    case .coverage: coverage
    case .glossary: glossary
    case .pages: pages
    }
  }

  /// What a record carries; nil where there is none.
  public func header(of key: RecordKey) -> RecordHeader? { record(of: key)?.header }

  /// The record of a key; nil where there is none.
  private func record(of key: RecordKey) -> (any Record)? {
    switch key.collection {
    case .organisations: organisations[ID(key.id)]
    case .frameworks: frameworks[ID(key.id)]
    case .areas: areas[ID(key.id)]
    case .reports: reports[ID(key.id)]
    case .responses: responses[ID(key.id)]
    case .coverage: coverage[ID(key.id)]
    case .glossary: glossary[ID(key.id)]
    case .pages: pages[ID(key.id)]
    }
  }

  /// What each record of a collection carries, ordered by id.
  public func headers(of collection: Collection) -> [RecordHeader] {
    shelf(of: collection).headers
  }

  /// What a record is called; nil where there is none.
  public func title(of key: RecordKey) -> InlineText? { record(of: key)?.title.value }

  /// The language of what a record is called; empty where that is the site's or there is none.
  public func titleLanguage(of key: RecordKey) -> String { record(of: key)?.titleLanguage ?? "" }

  /// What a record is called and the language of that; nil where there is none.
  public func name(of key: RecordKey) -> (title: InlineText, language: String)? {
    record(of: key).map { ($0.title.value, $0.titleLanguage) }
  }

  /// Whether a record's file was found but could not be read.
  func isUnreadable<Stored: Record>(_ id: ID<Stored>) -> Bool {
    isUnreadable(RecordKey(Stored.collection, id.name))
  }

  /// Whether a record's file was found but could not be read.
  public func isUnreadable(_ key: RecordKey) -> Bool { unreadable.contains(key) }

  /// Whether a record is one that readers cannot see yet.
  func isHidden<Stored: Record>(_ id: ID<Stored>) -> Bool {
    isHidden(RecordKey(Stored.collection, id.name))
  }

  /// Whether a record is one that readers cannot see yet.
  public func isHidden(_ key: RecordKey) -> Bool { hidden.contains(key) }

  /// Whether every file of a record could be read.
  public var isWhole: Bool { unreadable.isEmpty }

  /// Whether a report that could not be read, or not in full, may be one of those that `isMeant` asks for.
  ///
  /// Complexity: O(n) in the number of unreadable reports.
  func mayLack(where isMeant: (LostReport) -> Bool) -> Bool { lacking.contains(where: isMeant) }

  /// Whether it holds every record of a kind, so that a title of just one of them is nobody else's.
  func holdsAll(of collection: Collection) -> Bool {
    !hidden.contains { $0.collection == collection }
      && !unreadable.contains { $0.collection == collection }
  }
}

/// Reports that have other texts than before, and the same fields.
public struct RewrittenReports: Sendable {
  private let byFormer: [ObjectIdentifier: Report]

  /// Couples each report with what it has become.
  public init(_ pairs: [(former: Report, now: Report)]) {
    byFormer = Dictionary(pairs.map { (ObjectIdentifier($0.former), $0.now) }) { $1 }
  }

  /// What a report has become; itself where it is not among them.
  public func applied(to report: Report) -> Report {
    byFormer[ObjectIdentifier(report)] ?? report
  }

  /// The same list with what its reports have become.
  public func applied(to reports: [Report]) -> [Report] { reports.map(applied) }
}

/// The collection and id of a record of any kind.
public struct RecordKey: Sendable, Hashable {
  /// The folder.
  public let collection: Collection
  /// The file's stem.
  public let id: String

  /// Names a record.
  public init(_ collection: Collection, _ id: String) {
    self.collection = collection
    self.id = id
  }

  /// Names the record of a file, by its path below a folder of records; nil where no record can be there.
  ///
  /// What the file is called need not be an id.
  public init?(file path: String) {
    guard path.hasSuffix(".md"), let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")),
      let collection = Collection(rawValue: String(path[..<slash]))
    else { return nil }
    let name = path[path.utf8.index(after: slash)...].dropLast(3)
    guard !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    self.init(collection, String(name))
  }

  /// Both, as lists of what is published name a record: `reports/east-midlands-2008`.
  public var name: String { "\(collection.rawValue)/\(id)" }

  /// The path of the record's file below a folder of records.
  public func path(in content: String) -> String { "\(content)/\(name).md" }
}

/// Records taken apart by kind, in the order they came.
private struct SortedRecords {
  var organisations: [Organisation] = []
  var frameworks: [Framework] = []
  var areas: [Area] = []
  var reports: [Report] = []
  var responses: [Response] = []
  var coverage: [Coverage] = []
  var glossary: [Term] = []
  var pages: [Page] = []

  mutating func add(_ record: ContentRecord) {
    switch record {
    case .organisation(let organisation): organisations.append(organisation)
    case .framework(let framework): frameworks.append(framework)
    case .area(let area): areas.append(area)
    case .report(let report): reports.append(report)
    case .response(let response): responses.append(response)
    case .coverage(let account): coverage.append(account)
    case .term(let term): glossary.append(term)
    case .page(let page): pages.append(page)
    }
  }
}
