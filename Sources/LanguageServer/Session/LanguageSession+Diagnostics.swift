import Diagnostics
import Inspections
import Publisher

/// What an editor was last told of a file.
struct SaidOfFile: Sendable {
  /// The state that it is of.
  let state: Int
  /// What there is to say, as it is shown.
  let diagnostics: [Diagnostic]
  /// What of it the editor was told.
  let told: [Diagnostic]
}

extension LanguageSession {
  /// How long nothing must change before the whole project is looked at.
  private static let pause = Swift.Duration.milliseconds(200)

  /// Says anew what there is to say of some files, and of the whole project when nothing changes any more.
  func say(of paths: [String]) {
    sayingAll?.cancel()
    sayingAll = nil
    unsaid.formUnion(paths)
    guard saying == nil else { return }
    saying = Task { await sayWhatChanged() }
  }

  private func sayWhatChanged() async {
    while !Task.isCancelled {
      let paths = unsaid
      unsaid = []
      guard let state = try? await currentState() else { break }
      for path in paths.sorted() {
        let version = version(of: path)
        let found = state.findings(in: path)
        // What is outdated by now is said when the newer text has been read.
        guard version == self.version(of: path) else { continue }
        publish(found, of: path, in: state)
      }
      if unsaid.isEmpty { break }
    }
    saying = nil
    guard !Task.isCancelled else { return }
    sayingAll = Task(priority: .utility) { await sayAll() }
  }

  private func sayAll() async {
    guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
    if !watchesFiles {
      isStale = true
      isDiskStale = true
    }
    guard let state = try? await currentState() else { return }
    // What the checks of records say comes long before what pages show.
    guard let first = await state.recordFindings() else { return }
    publish(first, in: state)
    guard let found = await state.findings() else { return }
    publish(found, in: state)
  }

  /// Tells the editor what is to be said of all files, unless that is outdated.
  private func publish(_ found: [Diagnostic], in state: WorkspaceState) {
    guard !Task.isCancelled, !isStale, state.number == self.state?.number else { return }
    var silent = Set(said.keys)
    let files = Dictionary(grouping: found) { $0.primary.span.file.path }
    for (path, diagnostics) in files.sorted(by: { $0.key < $1.key }) {
      silent.remove(path)
      publish(diagnostics, of: path, in: state)
    }
    for path in silent.sorted() { publish([], of: path, in: state) }
  }

  private func version(of path: String) -> Int? { document(at: path)?.version }

  func document(at path: String) -> TextDocument? { documents.values.first { $0.path == path } }

  /// Tells the editor what is to be said of a file, unless that is what it was told before.
  ///
  /// Of files that nobody has open, notices are left out: a register has thousands.
  private func publish(_ diagnostics: [Diagnostic], of path: String, in state: WorkspaceState) {
    let shown = shown(diagnostics, of: path, in: state)
    let document = document(at: path)
    let told = document == nil ? shown.filter { $0.level != .notice } : shown
    let before = said[path]?.told ?? []
    said[path] =
      told.isEmpty && document == nil
      ? nil : SaidOfFile(state: state.number, diagnostics: shown, told: told)
    if document == nil, told == before { return }
    let shapes = Shapes(state, open: openDocuments, place: place)
    notify(
      "textDocument/publishDiagnostics",
      .fields([
        "uri": .string(shapes.address(of: path)),
        "version": document.map { .number($0.version) },
        "diagnostics": .array(told.map(shapes.diagnostic)),
      ]))
  }

  /// Diagnostics of a file as every format shows them.
  func shown(
    _ diagnostics: [Diagnostic], of path: String, in state: WorkspaceState
  ) -> [Diagnostic] {
    shownByFile(diagnostics) { file in
      state.text(of: file.path).map { SourceText(file: file, bytes: $0) }
    }.first { $0.file.path == path }?.diagnostics ?? []
  }

  /// What is to be said of a document as of a state: what was said last, or what can be said at once.
  func diagnostics(of path: String, in state: WorkspaceState) -> [Diagnostic] {
    if let said = said[path], said.state == state.number { return said.diagnostics }
    return shown(state.findings(in: path), of: path, in: state)
  }
}
