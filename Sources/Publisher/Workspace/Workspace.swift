import CommonMark
import Diagnostics
import Inspections
import Site

/// The register of a project in memory: takes changes and gives a new state.
///
/// Files that have not changed are not read again; records are linked anew, and pages are planned and
/// rendered when a state is asked for them, by the same functions as a build.
///
/// ```swift
/// let workspace = Workspace(request)
/// let before = try await workspace.refresh()
/// await workspace.setBuffer(Array(typed.utf8), of: "content/reports/east-midlands-2008.md")
/// let after = try await workspace.refresh()
/// let page = await after.file(at: "reports/east-midlands-2008/index.html")
/// ```
public actor Workspace {
  private let request: BuildRequest
  private let archive: BodyScratch?
  private var buffers: [String: [UInt8]] = [:]
  private var last: Reading?
  private var onDisk: Diagnosed<ProjectFiles>?
  private var theme: (key: ThemeKey, compiled: Diagnosed<CompiledTheme>)?
  private var started = 0
  private let memory = WorkspaceMemory()

  /// What was read for a state.
  private struct Reading {
    let number: Int
    let files: ProjectFiles
    let readings: Readings
    /// What reading the records had to say.
    let said: [Diagnostic]
    let theme: Diagnosed<CompiledTheme>
    let records: [ContentRecord]
    /// The records, linked; nil where nothing says what site it is.
    let linked: LinkedRecords?
  }

  /// What a compiled theme depends on.
  private struct ThemeKey: Equatable {
    let templates: [ProjectFiles.File]
    let site: ProjectFiles.File?
  }

  /// A workspace over the project of a request; nothing is read yet.
  public init(_ request: BuildRequest) {
    self.request = request
    archive = BodyScratch(in: Disk.temporaryFolder, after: request.heldBytes)
  }

  /// Takes the text of a file as an editor has it, unsaved; nil where what is on the disk counts again.
  ///
  /// `path` is that of messages: relative to the project's root.
  public func setBuffer(_ text: [UInt8]?, of path: String) {
    buffers[path] = text
  }

  /// Looks at the disk, reads what changed there or in editors, and gives the state as of now.
  ///
  /// - Parameter looksAtDisk: false where only editors have changed something, and what was on the disk at the
  ///   last look will do.
  ///
  /// Complexity: O(files) system calls to look, then the time to read what changed and to link all, or where
  /// nothing but texts of reports did O(records).
  /// - Returns: the state, with the files that are not as in the state before.
  /// - Throws: ``EnvironmentError`` where the machine would not read; the workspace is as before then.
  public func refresh(looksAtDisk: Bool = true) async throws(EnvironmentError) -> WorkspaceState {
    started += 1
    let number = started
    let known = looksAtDisk ? nil : onDisk
    let found = if let known { known } else { try ProjectFiles.find(request) }
    onDisk = found
    let files = found.value.with(buffers, in: request)
    let changed = files.changes(since: last?.files ?? .none)
    let reading: Reading
    if let quick = try rewritten(last, files, changed, number: number) {
      reading = quick
    } else {
      reading = try await read(files, number: number)
    }
    try archive?.checkReading()
    // Of two that overlap, the one that looked later counts.
    if number > last?.number ?? 0 { last = reading }
    return WorkspaceState(
      number: number, request: request, files: files, changed: changed,
      loading: found.diagnostics + reading.said + reading.theme.diagnostics,
      records: reading.records, linked: reading.linked, readings: reading.readings,
      theme: reading.theme.value, memory: memory)
  }

  /// Reads what changed, and links all.
  private func read(
    _ files: ProjectFiles, number: Int
  ) async throws(EnvironmentError) -> Reading {
    var readings = last?.readings ?? Readings(isKept: true)
    let content = try await loadContent(
      files.content, workers: request.workers, archive: archive, readings: &readings)
    return Reading(
      number: number, files: files, readings: readings, said: content.diagnostics,
      theme: try compiledTheme(of: files, for: content.value), records: content.value.records,
      linked: linkRecords(content.value, for: request))
  }

  /// The reading of the state before with other texts of reports, where nothing else has changed, which is so for
  /// nearly every keystroke; else nil.
  private func rewritten(
    _ before: Reading?, _ files: ProjectFiles, _ changed: Set<SourceFile>, number: Int
  ) throws(EnvironmentError) -> Reading? {
    guard let before, let linked = before.linked, changed.count <= Self.mostRewritten else {
      return nil
    }
    let now = changed.compactMap { files.file(at: $0.path) }
    var readings = before.readings
    guard now.count == changed.count,
      let reports = try rereadTexts(
        now, of: linked.register.site, archive: archive, readings: &readings)
    else { return nil }
    return Reading(
      number: number, files: files, readings: readings,
      said: before.said.filter { !changed.contains($0.primary.span.file) } + reports.diagnostics,
      theme: before.theme, records: before.records.map { $0.rewriting(reports.value) },
      linked: linked.rewriting(reports.value))
  }

  /// With more than these, reading with all workers comes first.
  private static let mostRewritten = 8

  private func compiledTheme(
    of files: ProjectFiles, for content: LoadedContent
  ) throws(EnvironmentError) -> Diagnosed<CompiledTheme> {
    let key = ThemeKey(
      templates: files.templates, site: files.content.first { $0.name == "site.yml" })
    if let theme, theme.key == key { return theme.compiled }
    let compiled = try LoadedTheme(overriding: files.templates, in: request)
      .compiled(for: content.site)
    theme = (key, compiled)
    return compiled
  }
}
