public import Diagnostics
public import Publisher

/// What a preview has to say to whoever started it.
public enum PreviewNews: Sendable {
  /// It serves at this address.
  case started(address: String)
  /// What there is to say of a state; complete once every page was rendered.
  case judged(WorkspaceState, [Diagnostic], isComplete: Bool)
  /// The machine would not read; the preview goes on with what it has.
  case failed(EnvironmentError)
}

/// Serves the register of a workspace on this machine, and follows whatever changes in watched files.
///
/// Pages are rendered when a browser asks for them, from the last state that could be read. Checks run behind;
/// open pages are told what they find. `open` makes the workspace once the address is known, for the
/// port is the first free one. Returns when the task is cancelled.
///
/// - Throws: ``PortError`` where no port can be listened on.
public func preview(
  _ configuration: PreviewConfiguration, news: @escaping @Sendable (PreviewNews) -> Void,
  open: @Sendable (String) -> Workspace
) async throws {
  let live = LiveState(follows: configuration.follows)
  let server = try PreviewServer(configuration, live)
  let workspace = open(server.address)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      do {
        try await server.run { news(.started(address: $0)) }
      } catch {
        // That the sockets close under the server when the preview ends is no failure.
        if !Task.isCancelled { throw error }
      }
    }
    group.addTask { await follow(configuration, workspace, live, news) }
    try await group.next()
    group.cancelAll()
  }
}

/// Takes the state of the files and then that after every change, until the task is cancelled.
private func follow(
  _ configuration: PreviewConfiguration, _ workspace: Workspace, _ live: LiveState,
  _ news: @escaping @Sendable (PreviewNews) -> Void
) async {
  // Of several states that come while one is looked through, the last will do.
  let (states, judged) = AsyncStream.makeStream(
    of: WorkspaceState.self, bufferingPolicy: .bufferingNewest(1))
  // Behind who waits for a page: threads of another priority are others, and do not keep them waiting. A child
  // of this task would get its priority.
  let judging = Task(priority: .utility) {
    for await state in states { await judge(state, live, news) }
  }
  // Listens before each look, so that what changes during it is a change.
  var watcher = ChangeWatcher(configuration)
  var last: WorkspaceState?
  repeat {
    do throws(EnvironmentError) {
      let state = try await workspace.refresh()
      // A file was written as it was, or something else changed beside the folders.
      if last != nil, state.changed.isEmpty { continue }
      last?.abandon()
      last = state
      await live.publish(state)
      judged.yield(state)
    } catch {
      await live.fail("error: \(error)")
      news(.failed(error))
    }
  } while await watcher.change { await live.beat() }
  last?.abandon()
  judged.finish()
  judging.cancel()
  await judging.value
}

/// Says what the checks find, of records first and of pages when all are rendered.
private func judge(
  _ state: WorkspaceState, _ live: LiveState, _ news: @Sendable (PreviewNews) -> Void
) async {
  guard let early = await state.recordFindings() else { return }
  await live.judge(early, of: state, isComplete: false)
  news(.judged(state, early, isComplete: false))
  guard let all = await state.findings() else { return }
  await live.judge(all, of: state, isComplete: true)
  news(.judged(state, all, isComplete: true))
}
