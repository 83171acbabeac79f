import FlyingSocks
import Foundation
import TestSupport
import Testing

@testable import Preview

/// The whole preview over its sockets; other tests keep the processors busy meanwhile.
@Suite(.timeLimit(.minutes(5)))
struct PreviewTests {
  /// Runs a preview of a folder whose file `page.html` is the site; a text with `error` is one.
  private func withPreview(
    patience: Duration = .seconds(60),
    _ body: (_ folder: TemporaryFolder, _ port: UInt16) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/page.html", "<body>first</body>")
    let configuration = PreviewConfiguration(
      watched: [folder["content"]], basePath: "site", port: 0, interval: .milliseconds(20),
      patience: patience)
    let (addresses, started) = AsyncStream.makeStream(of: String.self)
    let path = folder["content/page.html"]
    let running = Task {
      try await preview(configuration, started: { started.yield($0) }) { _ in
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "error: gone"
        return text.contains("error")
          ? .errors(text) : .site(["index.html": Array(text.utf8)], diagnostics: "")
      }
    }
    let address = try #require(await addresses.first { _ in true })
    #expect(address.hasPrefix("http://localhost:") && address.hasSuffix("/site/"))
    let port = try #require(URL(string: address)?.port.map { UInt16($0) })
    try await body(folder, port)
    running.cancel()
    try await running.value
    #expect(throws: Never.self) { try Loopback.freePort(port, spareRange: 0) }
  }

  private func connect(_ port: UInt16, _ request: String) async throws -> AsyncSocket {
    let socket = try await AsyncSocket.connected(to: Loopback.ipv4(port), timeout: 60)
    try await socket.write(Data((request + "\r\n\r\n").utf8))
    return socket
  }

  /// Reads until the text has been seen or the other side is done.
  private func read(_ socket: AsyncSocket, until text: String? = nil) async -> String {
    var bytes: [UInt8] = []
    while let more = try? await socket.read(atMost: 4096), !more.isEmpty {
      bytes += more
      let heard = String(decoding: bytes, as: UTF8.self)
      if let text, heard.contains(text) { return heard }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func get(
    _ port: UInt16, _ path: String, host: String = "localhost", method: String = "GET"
  ) async throws -> String {
    let socket = try await connect(
      port, "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close")
    defer { try? socket.close() }
    return await read(socket)
  }

  /// Asks until the answer has the text, for a build takes its time.
  private func wait(_ port: UInt16, for text: String) async throws -> String {
    while true {
      let page = try await get(port, "/site/")
      if page.contains(text) { return page }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test func `pages are served with the script and only to this machine`() async throws {
    try await withPreview { _, port in
      let page = try await wait(port, for: "first")
      #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(page.contains("Cache-Control: private, no-cache\r\n"))
      #expect(page.contains("<script src=\"/.findings-preview/live.js\""))
      let head = try await get(port, "/site/", method: "HEAD")
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
      let refused = try await get(port, "/site/", host: "evil.example:\(port)")
      #expect(refused.hasPrefix("HTTP/1.1 421 ") && !refused.contains("first"))
      let outside = try await get(port, "/site/../../../../etc/passwd")
      #expect(outside.hasPrefix("HTTP/1.1 404 "))
    }
  }

  @Test func `an open page hears of errors, of their end and of a new version`() async throws {
    try await withPreview { folder, port in
      _ = try await wait(port, for: "first")
      let socket = try await connect(
        port, "GET \(LivePage.eventsPath) HTTP/1.1\r\nHost: localhost:\(port)")
      let opening = await read(socket, until: "data: none")
      #expect(opening.contains("Content-Type: text/event-stream"))
      let version = try #require(opening.firstMatch(of: /data: ([a-z0-9]+-1)\n/)?.1)

      try folder.write("content/page.html", "error[unknown-grade]: 'x<y>'")
      let errors = await read(socket, until: "data: error[unknown-grade]: 'x<y>'\n")
      #expect(errors.contains("data: \(version)\ndata: errors\n"))
      let covered = try await wait(port, for: "data-kind=\"errors\"")
      #expect(covered.contains("first") && covered.contains("&#39;x&lt;y&gt;&#39;"))

      try folder.write("content/page.html", "<body>second</body>")
      let mended = await read(socket, until: "data: none")
      #expect(!mended.contains("data: \(version)\n"))
      #expect(try await wait(port, for: "second").contains("data-kind=\"none\" hidden"))
      try socket.close()
    }
  }

  @Test func `a head beyond its bound is refused at once, and nobody waits for it`() async throws {
    try await withPreview { _, port in
      _ = try await wait(port, for: "first")
      let line = try await connect(port, "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1")
      #expect(await read(line).hasPrefix("HTTP/1.1 431 "))
      let field = try await AsyncSocket.connected(to: Loopback.ipv4(port), timeout: 60)
      let sending = Task {
        try await field.write(Data("GET /site/ HTTP/1.1\r\nHost: localhost\r\nX: ".utf8))
        try await field.write(Data(repeating: 0x61, count: 10_000_000))
      }
      #expect(try await get(port, "/site/").contains("first"))
      // The preview hangs up long before it is through.
      await #expect(throws: (any Error).self) { try await sending.value }
      for socket in [line, field] { try socket.close() }
    }
  }

  @Test func `who is slow, idle or does not read is let go`() async throws {
    try await withPreview(patience: .milliseconds(300)) { folder, port in
      _ = try await wait(port, for: "first")
      let idle = try await AsyncSocket.connected(to: Loopback.ipv4(port), timeout: 60)
      #expect(await read(idle).isEmpty)
      let slow = try await AsyncSocket.connected(to: Loopback.ipv4(port), timeout: 60)
      let dripping = Task {
        try await slow.write(Data("GET /site/ HTTP/1.1\r\nHost: localhost\r\n".utf8))
        while true {
          try await slow.write(Data("X: a\r\n".utf8))
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      await #expect(throws: (any Error).self) { try await dripping.value }

      let unread = try await connect(
        port, "GET \(LivePage.eventsPath) HTTP/1.1\r\nHost: localhost")
      for round in 1...4 {
        // More than the system keeps for a connection.
        let words = String(repeating: "error \(round) ", count: 400_000)
        try folder.write("content/page.html", words)
        _ = try await wait(port, for: "error \(round) ")
      }
      try await Task.sleep(for: .seconds(1))
      #expect(await read(unread).utf8.count < 20_000_000)
      for socket in [idle, slow, unread] { try socket.close() }
    }
  }

  @Test func `thousands of requests are answered over one connection and over many`() async throws {
    try await withPreview { _, port in
      _ = try await wait(port, for: "first")
      let many = 2_000
      let request = "GET /site/?%d HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let socket = try await AsyncSocket.connected(to: Loopback.ipv4(port), timeout: 60)
      let requests = String(repeating: request, count: many - 1)
      let sending = Task {
        try await socket.write(
          Data(
            (requests + "GET /site/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").utf8)
        )
      }
      let answers = await read(socket)
      try await sending.value
      #expect(answers.components(separatedBy: "HTTP/1.1 200 OK\r\n").count == many + 1)
      try socket.close()
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<600 { group.addTask { try await get(port, "/site/").contains("first") } }
        for try await isAnswered in group { #expect(isAnswered) }
      }
    }
  }

  @Test func `a port that is taken gives way to the next, or is an error`() async throws {
    let taken = try Socket(domain: Int32(AF_INET))
    try taken.bind(to: Loopback.ipv4(0))
    try taken.listen()
    guard case .ip4(_, let port) = try taken.sockname() else { return }
    #expect(try Loopback.freePort(port, spareRange: 20) > port)
    let error = #expect(throws: PortError.self) { try Loopback.freePort(port, spareRange: 0) }
    #expect(
      error?.description == "port \(port) is taken\n  = help: choose another with --port")
    try taken.close()
  }

  @Test func `a base path has a slash at both ends`() {
    #expect(PreviewConfiguration(watched: [], basePath: "").basePath == "/")
    #expect(PreviewConfiguration(watched: [], basePath: "/").basePath == "/")
    #expect(PreviewConfiguration(watched: [], basePath: "a/b").basePath == "/a/b/")
    #expect(PreviewConfiguration(watched: [], basePath: "/a/").basePath == "/a/")
  }
}
