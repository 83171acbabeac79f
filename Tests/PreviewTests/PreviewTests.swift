import FlyingSocks
import Foundation
import Inspections
import Publisher
import TestSupport
import Testing

@testable import Preview

/// The whole preview over its sockets.
@Suite(.endsSometime)
struct PreviewTests {
  private static let site = """
    title: A register
    base_url: https://register.example.org/site/
    language: en-GB
    publisher: The tests of findings

    """

  /// The seconds that a socket may wait for its turn among all other tests.
  private static let longest = 1_800.0

  private static func page(_ text: String) -> String { "---\ntitle: About\n---\n\n\(text)\n" }

  /// Runs a preview of a small register with one page of its own, which begins with the word "first".
  private func withPreview(
    patience: Swift.Duration = .seconds(longest),
    change: (inout PreviewConfiguration) -> Void = { _ in },
    _ body: (_ folder: TemporaryFolder, _ port: UInt16) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml", Self.site)
    try folder.write("content/pages/about.md", Self.page("first"))
    var configuration = PreviewConfiguration(
      root: folder.path, watched: [folder["content"], folder["templates"]], basePath: "site",
      port: 0, interval: .milliseconds(20), patience: patience)
    change(&configuration)
    let (addresses, started) = AsyncStream.makeStream(of: String.self)
    let running = Task { [configuration] in
      try await preview(
        configuration,
        news: { if case .started(let address) = $0 { started.yield(address) } },
        open: { address in
          Workspace(
            BuildRequest(
              root: folder.path, now: .instant(Instant(secondsSince1970: 1_763_900_000)),
              baseURL: address))
        })
    }
    let address = try #require(await addresses.first { _ in true })
    #expect(address.hasPrefix("http://localhost:") && address.hasSuffix("/site/"))
    let port = try #require(URL(string: address)?.port.map { UInt16($0) })
    try await body(folder, port)
    running.cancel()
    try await running.value
    #expect(throws: Never.self) { try Listening.freePort(port, spareRange: 0) }
  }

  private func connect(_ port: UInt16, _ request: String) async throws -> AsyncSocket {
    let socket = try await AsyncSocket.connected(to: Listening.ipv4(port), timeout: Self.longest)
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
    _ port: UInt16, _ path: String = "/site/pages/about/", host: String = "localhost",
    method: String = "GET", with fields: String...
  ) async throws -> String {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + fields
    let socket = try await connect(port, lines.joined(separator: "\r\n"))
    defer { try? socket.close() }
    return await read(socket)
  }

  /// Asks until the answer has the text, for a build takes its time.
  private func wait(_ port: UInt16, for text: String) async throws -> String {
    while true {
      let page = try await get(port)
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
      let head = try await get(port, method: "HEAD")
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
      let refused = try await get(port, host: "evil.example:\(port)")
      #expect(refused.hasPrefix("HTTP/1.1 421 ") && !refused.contains("first"))
      let outside = try await get(port, "/site/../../../../etc/passwd")
      #expect(outside.hasPrefix("HTTP/1.1 404 "))
      let elsewhere = try await get(
        port, with: "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")
      #expect(elsewhere.hasPrefix("HTTP/1.1 403 ") && !elsewhere.contains("first"))
      let link = try await get(port, with: "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
      #expect(link.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(arguments: [false, true])
  func `an open page hears of errors, of their end and of a new version`(polls: Bool) async throws {
    try await withPreview(change: { $0.polls = polls }) { folder, port in
      _ = try await wait(port, for: "first")
      let socket = try await connect(
        port,
        "GET \(LivePage.eventsPath)?page=/site/pages/about/ HTTP/1.1\r\nHost: localhost:\(port)")
      let opening = await read(socket, until: "\"styles\"")
      #expect(opening.contains("Content-Type: text/event-stream"))
      let version = try #require(opening.firstMatch(of: /"version":"([a-z0-9]+-1)"/)?.1)

      try folder.write("content/pages/about.md", "---\nno_such: 'x<y>'\n---\n")
      let covered = try await wait(port, for: "data-kind=\"errors\" open")
      #expect(covered.contains("first"), "the last good page stays")
      #expect(covered.contains("content/pages/about.md:2:1"))
      #expect(covered.contains("unknown-field") && !covered.contains("x<y>"))

      while try await !get(port, LivePage.folder).contains("In all 2 errors") {
        try await Task.sleep(for: .milliseconds(20))
      }

      try folder.write("content/pages/about.md", Self.page("second"))
      let mended = await read(socket, until: "\"changed\":true")
      #expect(mended.contains("data: {\"version\":\"\(version)\",\"changed\":false"))
      let page = try await wait(port, for: "second")
      #expect(page.contains("data-kind=\"notes\"") && !page.contains(" open"))
      try socket.close()
    }
  }

  @Test func `a page that a change leaves as it was is not loaded again`() async throws {
    try await withPreview(change: { $0.follows = true }) { folder, port in
      // With the first word the menu of every page gets a glossary.
      try folder.write("content/glossary/sill.md", "---\ntitle: Sill\ndefinition: A sill.\n---\n")
      _ = try await wait(port, for: "/site/glossary/")
      let socket = try await connect(
        port,
        "GET \(LivePage.eventsPath)?page=/site/pages/about/ HTTP/1.1\r\nHost: localhost:\(port)")
      _ = await read(socket, until: "\"styles\"")
      try folder.write("content/glossary/word.md", "---\ntitle: Word\ndefinition: A word.\n---\n")
      let told = await read(socket, until: "\"target\":\"/site")
      #expect(told.contains("\"changed\":false"))
      #expect(told.contains("\"target\":\"/site/glossary/#word\""))
      try folder.write("templates/assets/findings.css", "body { margin: 1em }")
      let swapped = await read(socket, until: "findings.")
      #expect(swapped.contains("\"styles\":[[\"/site/assets/findings."))
      try socket.close()
    }
  }

  @Test func `requests while files change are all answered from one state`() async throws {
    try await withPreview { folder, port in
      // The site's title stands on every page, and the page's text says which title it goes with.
      for round in 0..<3 {
        let title = "Register of round \(round)"
        try folder.write(
          "content/site.yml", Self.site.replacing("A register", with: title))
        async let writing: Void = folder.write(
          "content/pages/about.md", Self.page("round \(round)"))
        try await withThrowingTaskGroup(of: String.self) { group in
          for _ in 0..<100 { group.addTask { try await get(port) } }
          for try await page in group {
            #expect(page.hasPrefix("HTTP/1.1 200 ") || page.hasPrefix("HTTP/1.1 503 "))
            let titles = Set(page.matches(of: /Register of round (\d)/).map { String($0.1) })
            #expect(titles.count <= 1)
          }
        }
        try await writing
        _ = try await wait(port, for: "round \(round)</p>")
      }
    }
  }

  @Test func `a head beyond its bound is refused at once, and nobody waits for it`() async throws {
    try await withPreview { _, port in
      _ = try await wait(port, for: "first")
      let line = try await connect(port, "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1")
      #expect(await read(line).hasPrefix("HTTP/1.1 431 "))
      let field = try await AsyncSocket.connected(to: Listening.ipv4(port), timeout: Self.longest)
      let sending = Task {
        try await field.write(Data("GET /site/ HTTP/1.1\r\nHost: localhost\r\nX: ".utf8))
        try await field.write(Data(repeating: 0x61, count: 10_000_000))
      }
      #expect(try await get(port).contains("first"))
      // The preview hangs up long before it is through.
      await #expect(throws: (any Error).self) { try await sending.value }
      for socket in [line, field] { try socket.close() }
    }
  }

  @Test func `who is slow, idle or does not read is let go`() async throws {
    try await withPreview(patience: .milliseconds(300)) { folder, port in
      _ = try await wait(port, for: "first")
      let idle = try await AsyncSocket.connected(to: Listening.ipv4(port), timeout: Self.longest)
      #expect(await read(idle).isEmpty)
      let slow = try await AsyncSocket.connected(to: Listening.ipv4(port), timeout: Self.longest)
      let dripping = Task {
        try await slow.write(Data("GET /site/ HTTP/1.1\r\nHost: localhost\r\n".utf8))
        while true {
          try await slow.write(Data("X: a\r\n".utf8))
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      await #expect(throws: (any Error).self) { try await dripping.value }

      // More than the system keeps for a connection.
      try folder.write(
        "content/pages/about.md", Self.page(String(repeating: "many words ", count: 300_000)))
      _ = try await wait(port, for: "many words")
      let request = "GET /site/pages/about/ HTTP/1.1\r\nHost: localhost"
      let unread = try await connect(
        port, Array(repeating: request, count: 10).joined(separator: "\r\n\r\n"))
      try await Task.sleep(for: .seconds(1))
      // Ten answers have more than thirty.
      #expect(await read(unread).utf8.count < 20_000_000)
      for socket in [idle, slow, unread] { try socket.close() }
    }
  }

  @Test func `thousands of requests are answered over one connection and over many`() async throws {
    try await withPreview { _, port in
      _ = try await wait(port, for: "first")
      let many = 2_000
      let request = "GET /site/pages/about/?%d HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let socket = try await AsyncSocket.connected(to: Listening.ipv4(port), timeout: Self.longest)
      let requests = String(repeating: request, count: many - 1)
      let sending = Task {
        try await socket.write(
          Data(
            (requests
              + "GET /site/pages/about/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .utf8)
        )
      }
      let answers = await read(socket)
      try await sending.value
      #expect(answers.components(separatedBy: "HTTP/1.1 200 OK\r\n").count == many + 1)
      try socket.close()
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<600 { group.addTask { try await get(port).contains("first") } }
        for try await isAnswered in group { #expect(isAnswered) }
      }
    }
  }

  @Test func `a port that is taken gives way to the next, or is an error`() async throws {
    let taken = try Socket(domain: Int32(AF_INET))
    try taken.bind(to: Listening.ipv4(0))
    try taken.listen()
    guard case .ip4(_, let port) = try taken.sockname() else { return }
    #expect(try Listening.freePort(port, spareRange: 20) > port)
    let error = #expect(throws: PortError.self) { try Listening.freePort(port, spareRange: 0) }
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
