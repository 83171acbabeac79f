import Diagnostics
import Inspections
import Publisher

extension WorkspaceState: ProjectState {}

extension LanguageSession {
  /// A document has another text than before.
  func documentChanged(_ document: TextDocument) {
    guard let path = document.path else { return }
    changedBuffers[path] = .some(document.text.bytes)
    isStale = true
    say(of: [path])
  }

  /// Files may have changed on the disk.
  func projectChanged() {
    isStale = true
    isDiskStale = true
    say(of: documents.values.compactMap(\.path))
  }

  /// The project as of now: what changed is read first.
  ///
  /// - Throws: where the project cannot be read, or the work that asks is given up.
  func currentState() async throws(ResponseError) -> WorkspaceState {
    while isStale || refreshing != nil {
      if Task.isCancelled { throw .cancelled }
      if refreshing == nil {
        isStale = false
        refreshing = Task { await refresh() }
      }
      await refreshing?.value
    }
    guard let state else {
      throw ResponseError(.requestFailed, trouble ?? "the project has not been read")
    }
    return state
  }

  private func refresh() async {
    let buffers = changedBuffers
    changedBuffers = [:]
    for (path, text) in buffers { await workspace.setBuffer(text, of: path) }
    let looksAtDisk = isDiskStale
    isDiskStale = false
    do throws(EnvironmentError) {
      state = try await workspace.refresh(looksAtDisk: looksAtDisk)
      trouble = nil
    } catch {
      isDiskStale = true
      if trouble != error.description {
        notify(
          "window/showMessage",
          .object([("type", .number(1)), ("message", .string("findings: \(error)"))]))
      }
      trouble = error.description
    }
    refreshing = nil
  }

  /// A document with the project around it; nil for one that is not part of it.
  func glance(
    at address: String, in state: WorkspaceState
  ) -> Glance? {
    guard let path = documents[address]?.path ?? place.path(of: address),
      let text = documents[address]?.text ?? state.text(of: path).map(PlacedText.init)
    else { return nil }
    return Glance(state: state, folders: folders, path: path, text: text)
  }

  /// The documents that are open in the project, by their paths.
  var openDocuments: [String: TextDocument] {
    Dictionary(documents.values.compactMap { document in document.path.map { ($0, document) } }) {
      first, _ in first
    }
  }
}
