import CommonMark
import Diagnostics
public import Inspections
import Site

/// Everything in the content folder, read and decoded but not yet linked.
struct LoadedContent: Sendable {
  /// What `site.yml` says; nil where it is missing or too broken.
  let site: SiteSettings?
  /// The records that could be made, in the order of their paths.
  let records: [ContentRecord]
  /// The records that could not.
  let unreadable: Set<RecordKey>
  /// What is known of the reports among these.
  let lost: [ReportID: LostReport]
  /// What a list says of the records, where one was asked for.
  let entries: RecordEntries
  /// The files offered for download, by their path below `files/`.
  let downloads: [ProjectFiles.File]
  /// The files for the root of the site, by their path below `root/`.
  let rootFiles: [ProjectFiles.File]
}

/// Reads and decodes every content file, bodies included, with all workers; what the bodies come to
/// goes into `archive`, if there is one, and what `readings` holds of unchanged files is taken from there.
///
/// `entries` says what a site's list is to say of each record, which is made of files that are read now.
///
/// Diagnostics: the syntax group, those of the Markdown layer, `unsafe-path`, `stray-file`,
/// `file-limits`.
func loadContent(
  _ files: [ProjectFiles.File], workers: Int, archive: BodyScratch? = nil,
  entries extent: (SiteSettings) -> RecordEntries.Extent? = { _ in nil },
  readings: inout Readings
) async throws(EnvironmentError) -> Diagnosed<LoadedContent> {
  let plan = ContentPlan(files)
  let site = try loadSite(plan)
  let extra = site.value?.extraFields ?? .none
  readings.begin(
    Readings.Settings(
      options: RenderOptions(
        rawHTML: site.value?.allowsHTML == true ? .allow : .refuse,
        smart: site.value?.usesSmartPunctuation == true,
        linkSchemes: site.value?.linkSchemes ?? [], reservedIDs: LayoutIDs.all),
      extended: extra.isEmpty ? nil : plan.site, visibleRoles: site.value?.visibleRoles ?? [],
      zone: site.value?.timeZone))
  let reader = RecordReader(
    options: readings.options, extra: extra, zone: site.value?.timeZone, archive: archive,
    isKept: readings.isKept,
    listing: site.value.flatMap { site in extent(site).map { ($0, site.visibleRoles) } })
  // What is public of offices must be known before the texts that may name it are looked at.
  let offices = try await readings.read(plan.records.filter(\.isOffice), workers: workers) {
    entry throws(EnvironmentError) in try reader.read(entry, knowing: .none)
  }
  let known = PublicContacts(
    of: offices.compactMap(\.result.value), visibleRoles: site.value?.visibleRoles ?? [])
  readings.note(known)
  let others = try await readings.read(plan.records.filter { !$0.isOffice }, workers: workers) {
    entry throws(EnvironmentError) in try reader.read(entry, knowing: known)
  }
  var results = (offices.makeIterator(), others.makeIterator())
  var records: [ContentRecord] = []
  var unreadable = plan.misplaced
  var lost: [ReportID: LostReport] = [:]
  var entries = RecordEntries()
  var diagnostics = plan.diagnostics + site.diagnostics
  // What the settings may allow is not known where they are there and cannot be read in full.
  let isOpen = plan.site != nil && site.value?.isWhole != true
  let waiting = isOpen ? Catalogue.checksOfSettings : []
  for entry in plan.records {
    guard let read = entry.isOffice ? results.0.next() : results.1.next() else { continue }
    diagnostics += read.result.diagnostics.filter { !waiting.contains($0.check.name) }
    if let record = read.result.value {
      records.append(record)
      if let listed = read.listed { entries.put(listed, of: entry.key) }
    } else {
      unreadable.insert(entry.key)
      if let known = read.lost { lost[ReportID(entry.key.id)] = known }
    }
  }
  return Diagnosed(
    LoadedContent(
      site: site.value, records: records, unreadable: unreadable, lost: lost,
      entries: entries, downloads: plan.downloads, rootFiles: plan.rootFiles),
    diagnostics)
}

/// Reads again what editors most often change: texts of reports, and nothing else.
///
/// Gives the reports with what there is to say of them, and puts them into `readings`; nil, and nothing is put
/// there, where a file is no report that could be read before and now, or has other fields than before.
func rereadTexts(
  _ files: [ProjectFiles.File], of site: SiteSettings, archive: BodyScratch?,
  readings: inout Readings
) throws(EnvironmentError) -> Diagnosed<RewrittenReports>? {
  let reader = RecordReader(
    options: readings.options, extra: site.extraFields, zone: site.timeZone, archive: archive,
    isKept: true, listing: nil)
  var found: [(entry: ContentEntry, content: Readings.Content)] = []
  var pairs: [(former: Report, now: Report)] = []
  for file in files {
    guard let key = RecordKey(file: file.name), RecordKey.isID(key.id),
      case .report(let former) = readings.record(key)
    else { return nil }
    let entry = ContentEntry(key: key, file: file)
    let content = try reader.read(entry, knowing: readings.contacts)
    guard case .report(let now) = content.result.value,
      content.fields == readings.fields(of: key), former.header.isWhole == now.header.isWhole
    else { return nil }
    pairs.append((former, now))
    found.append((entry, content))
  }
  for (entry, content) in found { readings.put(content, of: entry) }
  return Diagnosed(RewrittenReports(pairs), found.flatMap(\.content.result.diagnostics))
}

/// Reads records, each from its file.
private struct RecordReader: Sendable {
  let options: RenderOptions
  /// What the site adds to the format.
  let extra: ExtraFields
  /// Where the site's days begin.
  let zone: SiteTimeZone?
  let archive: BodyScratch?
  /// Whether what was read is looked at again for a later state.
  let isKept: Bool
  /// What a list is to say of each, and whose names readers see.
  let listing: (extent: RecordEntries.Extent, visibleRoles: [String])?

  /// What a file comes to; `known` is what is public of offices.
  func read(
    _ entry: ContentEntry, knowing known: PublicContacts
  ) throws(EnvironmentError) -> Readings.Content {
    let text = try entry.file.readText()
    guard let bytes = text.value else {
      return Readings.Content(result: text.map { _ in nil }, lost: nil, fields: 0, listed: nil)
    }
    var listed: RecordEntry?
    let result = readRecord(
      bytes, file: entry.file.source, id: entry.key.id, collection: entry.key.collection,
      options: options, extra: extra, zone: zone, known: known, archive: archive,
      facts: listing.map { listing in
        { written in
          listed = RecordEntry(
            entry.key, from: bytes, saying: written.facts(visibleRoles: listing.visibleRoles),
            listing.extent, in: archive)
        }
      })
    let isLost = result.value == nil && entry.key.collection == .reports
    let lost = isLost ? LostReport(bytes, file: entry.file.source, extra: extra) : nil
    let end = isKept ? result.value?.header.body.source.lowerBound ?? 0 : 0
    return Readings.Content(
      result: result, lost: lost, fields: bytes[..<end].hashValue,
      listed: listed)
  }
}

/// What `site.yml` says; nil where it is missing or too broken.
///
/// - Throws: ``EnvironmentError`` where there is no content folder, or it cannot be read.
public func loadSettings(_ request: BuildRequest) throws(EnvironmentError) -> SiteSettings? {
  try loadSite(ContentPlan(ProjectFiles.find(request).value.content)).value
}

private func loadSite(
  _ plan: ContentPlan
) throws(EnvironmentError) -> Diagnosed<SiteSettings?> {
  guard let file = plan.site else {
    return Diagnosed(nil, [.missingSite(insteadOf: plan.misnamedSite)])
  }
  let text = try file.readText()
  guard let bytes = text.value else { return text.map { _ in nil } }
  return readSite(bytes, file: file.source)
}

/// A file that holds a record.
struct ContentEntry: Sendable {
  let key: RecordKey
  let file: ProjectFiles.File

  /// Whether the record may say how an office is reached.
  var isOffice: Bool { key.collection == .organisations || key.collection == .areas }
}

/// Which content file is what, by its path.
private struct ContentPlan {
  private(set) var site: ProjectFiles.File?
  /// The file that is `site.yml` under another name, where there is none.
  private(set) var misnamedSite: ProjectFiles.File?
  private(set) var records: [ContentEntry] = []
  private(set) var downloads: [ProjectFiles.File] = []
  private(set) var rootFiles: [ProjectFiles.File] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What is no part of the register where it lies.
  private var strays: [ProjectFiles.File] = []
  /// The records that files would be in another place, or under another name.
  private(set) var misplaced: Set<RecordKey> = []

  init(_ files: [ProjectFiles.File]) {
    for file in files.prefix(Limits.files) { add(file) }
    if files.count > Limits.files { diagnostics.append(.tooManyFiles(files[Limits.files].source)) }
    let names = strays.isEmpty ? [] : Set(files.map(\.name))
    for file in strays {
      let stray = StrayFile(file, among: names)
      if let meant = stray.meant { misplaced.insert(meant) }
      // Without site.yml that is said once, with the file that is it by another name.
      if site == nil, stray.isMisnamedSite {
        misnamedSite = file
      } else {
        diagnostics.append(.strayFile(stray))
      }
    }
    noteImpossibleIDs()
    misplaced.subtract(records.map(\.key))
  }

  private mutating func noteImpossibleIDs() {
    let impossible = records.filter { !RecordKey.isID($0.key.id) }
    guard !impossible.isEmpty else { return }
    let keys = Set(records.map(\.key))
    for entry in impossible {
      let meant = RecordKey(
        entry.key.collection, PlainID(StrayFile.markdownStem(of: entry.key.id) ?? entry.key.id).text
      )
      diagnostics.append(.unsafeID(entry, meaning: meant, isTaken: keys.contains(meant)))
      misplaced.insert(meant)
    }
  }

  private mutating func add(_ file: ProjectFiles.File) {
    if file.name == "site.yml" {
      site = file
    } else if file.name.hasPrefix("files/") {
      downloads.append(file)
    } else if file.name.hasPrefix("root/") {
      rootFiles.append(file.named(String(file.name.dropFirst("root/".count))))
    } else if let key = RecordKey(file: file.name) {
      records.append(ContentEntry(key: key, file: file))
    } else {
      strays.append(file)
    }
  }
}
