/// Builds a site, serves it on this machine, and builds it again whenever a watched file changes.
///
/// The address is for browsers of this machine only. Pages that are open reload after a good
/// build and show the diagnostics of a bad one. Builds run one at a time; a change during a build
/// starts another after it.
///
/// `started` is told the address once the server listens, and `build` gets it with every call: the port
/// is the first free one. Returns when the task is cancelled.
///
/// - Throws: ``PortError`` where no port can be listened on.
public func preview(
  _ configuration: PreviewConfiguration, started: @escaping @Sendable (String) -> Void = { _ in },
  build: @escaping @Sendable (String) async -> PreviewOutcome
) async throws {
  let live = LiveState()
  let responder = SiteResponder(basePath: configuration.basePath)
  let server = try PreviewServer(configuration, responder, live)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      do {
        try await server.run(started: started)
      } catch {
        // That the sockets close under the server when the preview ends is no failure.
        if !Task.isCancelled { throw error }
      }
    }
    group.addTask { await rebuild(configuration, live) { await build(server.address) } }
    try await group.next()
    group.cancelAll()
  }
}

/// Builds once and then after every change, until the task is cancelled.
private func rebuild(
  _ configuration: PreviewConfiguration, _ live: LiveState,
  _ build: @Sendable () async -> PreviewOutcome
) async {
  // Looked at before each build, so that what changes during it is a change.
  var watcher = FileWatcher(configuration.watched, interval: configuration.interval)
  repeat {
    await live.publish(build())
  } while await watcher.change { await live.beat() }
}
