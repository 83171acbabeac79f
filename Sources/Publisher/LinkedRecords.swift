import Diagnostics
public import Inspections

/// The records of a site, joined to a register, beside those that are no part of it yet.
struct LinkedRecords: Sendable {
  /// What readers see, linked.
  let register: Register
  /// The same without the records of which a part could not be read, for the checks.
  let checkable: Register
  /// The records of the register, in the order of their paths.
  let shown: [ContentRecord]
  /// Drafts, and reports that wait for their release.
  let heldBack: [RecordKey]
  /// The reports that readers cannot see yet.
  let unseen: [Report]
  /// Every file offered for download.
  let downloads: [ProjectFiles.File]
  /// Files for the root of the site.
  let rootFiles: [ProjectFiles.File]
  /// The moment the site is built for.
  let now: Moment
}

extension LinkedRecords {
  /// The same records with other texts of some reports, whose fields are what they were.
  func rewriting(_ reports: RewrittenReports) -> LinkedRecords {
    let rewritten = Register(register, rewriting: reports)
    return LinkedRecords(
      register: rewritten,
      checkable: checkable === register ? rewritten : Register(checkable, rewriting: reports),
      shown: shown.map { $0.rewriting(reports) }, heldBack: heldBack,
      unseen: reports.applied(to: unseen),
      downloads: downloads, rootFiles: rootFiles, now: now)
  }
}

extension ContentRecord {
  /// What the record has become where it is one of some reports with other texts.
  func rewriting(_ reports: RewrittenReports) -> ContentRecord {
    if case .report(let report) = self { .report(reports.applied(to: report)) } else { self }
  }
}

/// Links the records that are part of this build; nil where nothing says what site it is.
func linkRecords(_ content: LoadedContent, for request: BuildRequest) -> LinkedRecords? {
  guard let site = content.site else { return nil }
  let now = Moment(request.now, in: site.timeZone)
  var shown: [ContentRecord] = []
  var unseen: [Report] = []
  var heldBack: [RecordKey] = []
  for record in content.records {
    if case .report(let report) = record,
      !report.isShown(on: now.instant, with: request.unreleased)
    {
      unseen.append(report)
      heldBack.append(report.key)
    } else if record.header.isDraft, request.unreleased != .all {
      heldBack.append(record.key)
    } else {
      shown.append(record)
    }
  }
  var unreadable = content.unreadable
  var lost = content.lost
  var hidden = Set(heldBack)
  for report in unseen {
    // A release that is missing is reported in the report, and not wherever something names it.
    if report.status == .scheduled, report.release == nil {
      unreadable.insert(report.key)
      lost[report.id] = LostReport(report)
      hidden.remove(report.key)
    }
  }
  let register = Register(
    site: site, records: shown, unreadable: unreadable, lost: lost, hidden: hidden,
    downloads: Set(content.downloads.map { String($0.name.dropFirst("files/".count)) }))
  return LinkedRecords(
    register: register, checkable: register.checkable(of: shown), shown: shown,
    heldBack: heldBack, unseen: unseen,
    downloads: content.downloads,
    rootFiles: content.rootFiles, now: now)
}

/// Loads and links the records of a site without checking them, for commands that look things up.
///
/// - Returns: the register, nil where `site.yml` cannot be read.
/// - Throws: ``EnvironmentError`` where files cannot be read.
public func loadRegister(_ request: BuildRequest) async throws(EnvironmentError) -> Register? {
  try await loadLinkedRecords(request)?.linked.register
}

/// The same beside the names of drafts and of reports that wait for their release, which are no part of it.
///
/// - Throws: ``EnvironmentError`` where files cannot be read.
public func loadRegisterAndHeldBack(
  _ request: BuildRequest
) async throws(EnvironmentError) -> (register: Register, heldBack: [RecordKey])? {
  try await loadLinkedRecords(request).map { loaded in
    (loaded.linked.register, loaded.linked.heldBack)
  }
}

/// The same beside those that readers cannot see yet, with what a list would say of each, if anything.
func loadLinkedRecords(
  _ request: BuildRequest, entries: RecordEntries.Extent? = nil
) async throws(EnvironmentError) -> (linked: LinkedRecords, entries: RecordEntries)? {
  let files = try ProjectFiles.find(request)
  var readings = Readings(isKept: false)
  let content = try await loadContent(
    files.value.content, workers: request.workers, entries: { _ in entries },
    readings: &readings)
  return linkRecords(content.value, for: request).map { ($0, content.value.entries) }
}
