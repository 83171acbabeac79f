import Diagnostics
import FlyingSocks

/// The HTTP server of the preview, on the loopback addresses unless it is told of another.
struct PreviewServer: Sendable {
  /// Where a browser finds the site.
  let address: String
  private let port: UInt16
  private let host: String?
  private let responder: SiteResponder
  private let live: LiveState
  private let patience: Duration

  /// Finds a port that is free on every address it will listen on; does not listen yet.
  init(_ configuration: PreviewConfiguration, _ live: LiveState) throws(PortError) {
    host = configuration.host
    port = try Listening.freePort(
      configuration.port, on: host, spareRange: configuration.spareRange)
    address = "http://localhost:\(port)\(configuration.basePath)"
    responder = SiteResponder(
      basePath: configuration.basePath,
      hosts: HostNames(isOpen: host != nil, others: configuration.allowedNames),
      notes: NotesView(root: configuration.root, editor: configuration.editor))
    self.live = live
    patience = configuration.patience
  }

  /// Serves until the task is cancelled; `started` is told the address once all listen.
  func run(started: @escaping @Sendable (String) -> Void) async throws {
    let pool: some AsyncSocketPool = .make(maxEvents: 64)
    try await pool.prepare()
    let sockets = try Listening.listen(port, on: host)
    defer { for socket in sockets { try? socket.close() } }
    let listeners = try sockets.map { try AsyncSocket(socket: $0, pool: pool) }
    started(address)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      for listener in listeners { group.addTask { try await accept(from: listener) } }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Serves every connection beside the others, up to a number of them at once.
  private func accept(from listener: AsyncSocket) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var open = 0
      while true {
        if open == Limits.connections {
          try await group.next()
          open -= 1
        }
        do {
          let socket = try await listener.accept()
          group.addTask {
            await PreviewConnection(socket, responder, live, patience: patience).serve()
          }
          open += 1
        } catch {
          // Cancelled, or the machine has no descriptor left: then some may soon be free.
          try await Task.sleep(for: .milliseconds(100))
        }
      }
    }
  }
}
