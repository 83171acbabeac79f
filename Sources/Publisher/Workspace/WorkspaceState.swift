public import Diagnostics
import HTML
public import Inspections
public import Site
import Synchronization

/// A register at a moment, with every page that somebody asks for.
///
/// It never changes: what it is asked for is worked out once and kept, so a page and what is said of it
/// are always of one state.
public final class WorkspaceState: Sendable {
  /// Tells states of one workspace apart; a later one has a higher number.
  public let number: Int
  /// The files that are new, different or gone since the state before.
  public let changed: Set<SourceFile>

  private let request: BuildRequest
  /// The files with what they came to.
  private let known: KnownFiles
  /// What reading had to say, before waivers and levels.
  private let loading: [Diagnostic]
  /// The site; nil where nothing says what site it is.
  private let site: LinkedSite?
  private let memory: WorkspaceMemory
  /// Every record, ordered by its file, those that readers cannot see yet included.
  public let records: [ContentRecord]
  private let kept = Mutex(Kept())
  private let isAbandoned = Atomic(false)

  /// The records, linked, and how they become pages.
  private struct LinkedSite: Sendable {
    let records: LinkedRecords
    let theme: CompiledTheme
    let kinds: PlannedKinds
    let renderer: PageRenderer
    let checks: Deferred<CheckContext>
  }

  /// What was worked out so far.
  private struct Kept {
    var checked: CheckedRecords?
    var findings: [Diagnostic]?
    var planned: [String: PlannedFile]?
    var files: [String: [UInt8]] = [:]
  }

  init(
    number: Int, request: BuildRequest, files: ProjectFiles, changed: Set<SourceFile>,
    loading: [Diagnostic], records: [ContentRecord], linked: LinkedRecords?, readings: Readings,
    theme: CompiledTheme, memory: WorkspaceMemory
  ) {
    self.number = number
    self.request = request
    known = KnownFiles(files: files, readings: readings)
    self.changed = changed
    self.loading = loading
    self.memory = memory
    site = linked.map { linked in
      let context = siteContext(of: linked, theme, for: request, hasSearch: false)
      return LinkedSite(
        records: linked, theme: theme, kinds: PlannedKinds(context),
        renderer: PageRenderer(theme, for: context),
        checks: Deferred { CheckContext(register: linked.checkable, now: linked.now) })
    }
    self.records = records
  }
}

extension WorkspaceState {
  /// What readers see, linked; nil where nothing says what site it is.
  public var register: Register? { site?.records.register }

  /// The record of a file, by the path that messages show; nil where there is none or it cannot be read.
  public func record(at path: String) -> ContentRecord? {
    known.recordKey(ofFile: path).flatMap(known.readings.record)
  }

  /// The path of every file that the state is of, as messages show it.
  public var sourcePaths: [String] { known.files.all.map(\.source.path) }

  /// The text of a file, by the path that messages show: what an editor has, else what is on the disk.
  public func text(of path: String) -> [UInt8]? {
    try? known.files.file(at: path)?.readText().value
  }

  /// The theme's assets under their own names.
  public var assets: [String: SiteContext.Asset] { site?.theme.published.places ?? [:] }

  /// Where in the site the page of a file's record is, like `areas/kent/`; nil where it has none.
  public func page(of file: SourceFile) -> String? {
    guard let record = record(at: file.path) else { return nil }
    return Addresses.path(of: record.key.target)
  }

  /// Why readers see less of a page's report than an editor does.
  public enum Reservation: Sendable, Hashable {
    /// It is a draft.
    case draft
    /// It waits for its release, an instant in UTC as its author wrote it.
    case waiting(until: String)
    /// It was withdrawn.
    case withdrawn
  }

  /// Why readers see less of the report that a page shows than an editor does; nil where they see all.
  public func reservation(ofPage page: String) -> Reservation? {
    guard let site, let path = file(ofPage: page), case .report(let report) = record(at: path)
    else { return nil }
    if report.status == .withdrawn { return .withdrawn }
    guard !report.isPublic(on: site.records.now.instant) else { return nil }
    return report.release.map { .waiting(until: $0.value.description) } ?? .draft
  }

  /// The path of the file whose record a page shows, as messages show it; nil for lists and the like.
  public func file(ofPage page: String) -> String? {
    Addresses.record(at: page)?.path(in: request.content)
  }

  /// Has the work behind given up that nobody waits for any more, because a later state is there.
  public func abandon() {
    isAbandoned.store(true, ordering: .relaxed)
  }

  /// Whether nobody waits for what is being worked out.
  private var isGivenUp: Bool { Task.isCancelled || isAbandoned.load(ordering: .relaxed) }
}

// MARK: - What is said

extension WorkspaceState {
  /// The errors that were found on reading; the first of what there is to say.
  public var readingErrors: [Diagnostic] {
    guard let site else { return loading }
    let mayBeRaised = !site.records.register.site.checkLevels.isEmpty
    guard mayBeRaised || loading.contains(where: { $0.level == .error }) else { return [] }
    return levelled(loading, of: site.records).filter { $0.level == .error }
  }

  /// What reading a file had to say, at the levels of the site.
  public func readingFindings(in path: String) -> [Diagnostic] {
    let read = loading.about(path)
    return site.map { levelled(read, of: $0.records).about(path) } ?? read
  }

  /// What stands of some findings after waivers, whose use shows only when all is checked.
  private func levelled(_ found: [Diagnostic], of linked: LinkedRecords) -> [Diagnostic] {
    let outcome = applyWaivers(
      found, in: linked.register, unseen: linked.unseen, checks: [], catalogue: Catalogue.checks)
    return applyLevels(
      outcome.remaining, of: linked.register.site, catalogue: Catalogue.checks)
  }

  /// What can be said of one file at once, at the levels of the site.
  ///
  /// That is what reading it had to say and what the checks of its record find; the rest is in
  /// ``findings()``.
  ///
  /// Complexity: O(size of the file) and O(what reading said).
  public func findings(in path: String) -> [Diagnostic] {
    if let known = kept.withLock({ $0.findings }) { return known.about(path) }
    let read = loading.about(path)
    guard let site else { return read }
    let linked = site.records
    var found = read
    if let record = record(at: path) {
      if case .report(let report) = record, linked.unseen.contains(where: { $0.id == report.id }) {
        found += checkUnseen(report, in: site.checks.value)
      } else {
        found += checkReferences(of: record, in: linked.checkable)
        if !record.header.isWhole {
          found += checkPart(of: record, in: site.checks.value)
        } else if case .report(let report) = record {
          found += checkReport(report, in: site.checks.value)
        }
      }
    }
    return levelled(found, of: linked).about(path)
  }

  /// Everything that a check of the project says; nil where the task is cancelled meanwhile, or the state
  /// abandoned.
  ///
  /// Complexity: that of a build without writing, for who asks first.
  public func findings() async -> [Diagnostic]? {
    if let known = kept.withLock({ $0.findings }) { return known }
    guard let site else { return loading }
    guard let checked = await checkedRecords(of: site, unless: { self.isGivenUp }) else {
      return nil
    }
    let brought = await plan(checked, of: site)
    guard !isGivenUp else { return nil }
    let plan = brought.plan.value
    var said = checked.standing + brought.plan.diagnostics
    if !isRefused(said, strict: false) {
      guard let facts = pageFacts(of: plan, known: brought.facts, unless: { isGivenUp }) else {
        return nil
      }
      memory.keep(
        KnownPages(of: known, plan: brought.whole, rewritten: brought.rewritten, facts: facts))
      said += await checkPages(facts, of: plan, workers: 1)
    }
    kept.withLock { $0.findings = said }
    return said
  }

  /// The site's plan, with what is known of its pages where nothing but texts has changed; a part of
  /// it where nobody waits for it any more.
  private func plan(_ checked: CheckedRecords, of site: LinkedSite) async -> BroughtPlan {
    let context = checked.context(site.kinds.context)
    if let pages = memory.knownPages,
      let brought = await BroughtPlan(
        pages, upTo: known, site.kinds, context, PageRenderer(site.theme, for: context),
        workers: request.workers)
    {
      return brought
    }
    return BroughtPlan(
      await planSite(checked, site.kinds, site.theme, for: request) { self.isGivenUp })
  }

  /// What the checks of the records say, which comes long before ``findings()``: links are held and pages
  /// weighed when every page was rendered; nil where the state was abandoned meanwhile.
  public func recordFindings() async -> [Diagnostic]? {
    guard let site else { return loading }
    return await checkedRecords(of: site, unless: { self.isGivenUp })?.standing
  }

  /// The records with what the checks say of them; nil where `isGivenUp` says meanwhile that nobody waits for it.
  private func checkedRecords(
    of site: LinkedSite, unless isGivenUp: @escaping @Sendable () -> Bool = { false }
  ) async -> CheckedRecords? {
    if let known = kept.withLock({ $0.checked }) { return known }
    guard
      let (checked, single) = await checkRecords(
        site.records, loading: loading, knowing: memory.checks(for: known),
        workers: request.workers, unless: isGivenUp)
    else { return nil }
    memory.keep(single, of: known)
    kept.withLock { $0.checked = checked }
    return checked
  }
}

// MARK: - What is served

extension WorkspaceState {
  /// The bytes of a file of the site, made when it is first asked for; nil where the site has none there.
  ///
  /// `path` is that in the output folder, like `areas/kent/index.html`.
  /// Complexity: that of planning its kind of page, for the first of the kind, and of rendering it.
  public func file(at path: String) async -> [UInt8]? {
    if let bytes = kept.withLock({ $0.files[path] }) { return bytes }
    guard let site, let bytes = await made(path, of: site) else { return nil }
    kept.withLock { $0.files[path] = bytes }
    return bytes
  }

  /// The path in the output folder of every file that a build would write.
  public func paths() async -> [String] {
    guard let site else { return [] }
    guard let checked = await checkedRecords(of: site) else { return [] }
    return await planSite(checked, site.kinds, site.theme, for: request).value.paths
  }

  private func made(_ path: String, of site: LinkedSite) async -> [UInt8]? {
    let index = "index.html"
    let isIndex = path == index || path.hasSuffix("/\(index)")
    let place = isIndex ? String(path.dropLast(index.count)) : path
    if let page = await page(at: place, of: site) {
      var buffer = HTMLBuffer(capacity: 64 * 1024)
      _ = site.renderer.render(page, into: &buffer)
      return buffer.bytes
    }
    if let asset = site.theme.published.files.first(where: { $0.path == path }) {
      return asset.bytes()
    }
    if let file = await plannedFiles(of: site)[path] { return file.bytes() }
    guard let checked = await checkedRecords(of: site) else { return nil }
    return try? (checked.downloads + checked.linked.rootFiles).first { $0.name == path }?.read()
  }

  private func page(at place: String, of site: LinkedSite) async -> PlannedPage? {
    guard let page = await site.kinds.page(at: place, workers: request.workers) else { return nil }
    guard page.kind.showsFindings else { return page }
    guard let context = await checkedRecords(of: site)?.context(site.kinds.context) else {
      return nil
    }
    return page.kind.planned(context).value.first { $0.path == place }
  }

  /// The files that are made here beside pages and assets.
  private func plannedFiles(of site: LinkedSite) async -> [String: PlannedFile] {
    if let known = kept.withLock({ $0.planned }) { return known }
    let context = site.kinds.context
    let pages = await site.kinds.all(with: context, workers: request.workers).flatMap(\.value)
    let files = Publisher.plannedFiles(context, pages: pages)
    let planned = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    kept.withLock { $0.planned = planned }
    return planned
  }
}

extension [Diagnostic] {
  /// Those about one file.
  fileprivate func about(_ path: String) -> [Diagnostic] {
    filter { $0.primary.span.file.path == path }
  }
}
