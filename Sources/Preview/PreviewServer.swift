import FlyingFox
import FlyingSocks
import Foundation

/// The HTTP server of the preview: FlyingFox on the loopback addresses, and on nothing else.
struct PreviewServer: Sendable {
  /// Where a browser finds the site.
  let address: String
  private let servers: [HTTPServer]

  /// Finds a port that is free on every loopback address; does not listen yet.
  init(
    _ configuration: PreviewConfiguration, _ responder: SiteResponder, _ live: LiveState
  ) throws {
    let handler = PreviewHandler(responder: responder, live: live)
    let port = try Loopback.freePort(configuration.port, spareRange: configuration.spareRange)
    address = "http://localhost:\(port)\(configuration.basePath)"
    var servers = [
      HTTPServer(address: try Loopback.ipv4(port), logger: .disabled, handler: handler)
    ]
    if Loopback.hasIPv6 {
      servers.append(
        HTTPServer(address: Loopback.ipv6(port), logger: .disabled, handler: handler))
    }
    self.servers = servers
  }

  /// Serves until the task is cancelled; `started` is told the address once all listen.
  func run(started: @escaping @Sendable (String) -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for server in servers { group.addTask { try await server.run() } }
      group.addTask {
        // A machine with much else to do may take its time; failing to listen ends the server itself.
        for server in servers { try await server.waitUntilListening(timeout: 60) }
        started(address)
      }
      try await group.waitForAll()
    }
  }
}

/// Passes requests of the HTTP library on and its answers back.
private struct PreviewHandler: HTTPHandler {
  let responder: SiteResponder
  let live: LiveState

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let asked = PreviewRequest(
      method: request.method.rawValue, path: request.target.path(), query: request.target.query(),
      host: request.headers[.host])
    let answer = responder.response(to: asked, await live.snapshot)
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    let status = HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase)
    switch answer.body {
    case .bytes(let bytes):
      // The answer to HEAD says how long the body would be and has none.
      headers[.contentLength] = String(bytes.count)
      return HTTPResponse(
        statusCode: status, headers: headers, body: Data(asked.method == "HEAD" ? [] : bytes))
    case .events where asked.method == "HEAD":
      return HTTPResponse(statusCode: status, headers: headers)
    case .events:
      return HTTPResponse(
        statusCode: status, headers: headers,
        body: HTTPBodySequence(from: EventBody(events: await live.listen())))
    }
  }
}
