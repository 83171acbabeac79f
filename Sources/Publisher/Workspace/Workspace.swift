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
  private var last = Reading(number: 0, files: [:], readings: Readings(isKept: true))
  private var theme: (key: ThemeKey, compiled: Diagnosed<CompiledTheme>)?
  private var started = 0
  private let memory = KnownPages.Memory()

  /// What was read for a state.
  private struct Reading {
    let number: Int
    let files: [SourceFile: ProjectFiles.File]
    let readings: Readings
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
  /// Complexity: O(files) system calls to look, then the time to read what changed and to link all.
  /// - Throws: ``EnvironmentError`` where the machine would not read; the workspace is as before then.
  public func refresh() async throws(EnvironmentError) -> WorkspaceState {
    started += 1
    let number = started
    let found = try ProjectFiles.find(request)
    let files = found.value.with(buffers, in: request)
    var readings = last.readings
    let content = try await loadContent(
      files.content, workers: request.workers, archive: archive, readings: &readings)
    let theme = try compiledTheme(of: files, for: content.value)
    try archive?.checkReading()
    let now = Dictionary((files.content + files.templates).map { ($0.source, $0) }) { $1 }
    let changed = Set(now.filter { last.files[$0.key] != $0.value }.keys)
      .union(last.files.keys.filter { now[$0] == nil })
    // Of two that overlap, the one that looked later counts.
    if number > last.number { last = Reading(number: number, files: now, readings: readings) }
    return WorkspaceState(
      number: number, request: request, files: now, changed: changed,
      loading: found.diagnostics + content.diagnostics + theme.diagnostics,
      content: content.value, readings: readings, theme: theme.value, memory: memory)
  }

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
