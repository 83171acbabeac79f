import TestSupport
import Testing

@testable import Preview

struct SiteResponderTests {
  private let snapshot = Snapshot(
    version: "v1",
    site: FixedSite([
      "index.html": "<body>home</body>", "areas/a b/index.html": "<body>area</body>",
      "assets/site.css": "body {}", "feed.xml": "<feed/>", "404.html": "<body>not here</body>",
    ]), notes: PreviewNotes([], isComplete: true, number: 1))
  private let responder = SiteResponder(
    basePath: "/register/", hosts: HostNames(), notes: NotesView(root: "/nowhere", editor: nil))

  private func get(
    _ path: String, method: String = "GET", host: String? = "localhost:8080",
    _ fields: String...
  ) async throws -> PreviewResponse {
    let lines = ["\(method) \(path) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? []) + fields
    let request = try #require(PreviewRequest(head: Array(lines.joined(separator: "\r\n").utf8)))
    return await responder.response(to: request, snapshot)
  }

  @Test(arguments: [
    ("/register/", "home", "text/html; charset=utf-8"),
    ("/register/index.html", "home", "text/html; charset=utf-8"),
    ("/register/areas/a%20b/", "area", "text/html; charset=utf-8"),
    ("/register/assets/site.css", "body {}", "text/css; charset=utf-8"),
    ("/register/assets/%73ite.css", "body {}", "text/css; charset=utf-8"),
    ("/register/feed.xml", "<feed/>", "application/xml"),
  ])
  func `files are found below the base path`(path: String, text: String, type: String) async throws
  {
    let response = try await get(path)
    #expect(response.status == .ok)
    #expect(response.text.contains(text))
    #expect(response.headers["Content-Type"] == type)
    #expect(response.headers["Cache-Control"] == "private, no-cache")
  }

  @Test(arguments: [
    ("/", "/register/"), ("/register", "/register/"),
    ("/register/areas/a%20b", "/register/areas/a%20b/"),
    ("/register/areas/a%20b?q=1", "/register/areas/a%20b/?q=1"),
  ])
  func `folders are sent on to their slash`(path: String, location: String) async throws {
    let response = try await get(path)
    #expect(response.status == .found)
    #expect(response.headers["Location"] == location)
  }

  @Test(arguments: [
    "/other/", "/register/missing/", "/register/areas", "/registers/", "/register/index.html/",
    "/register/../../etc/passwd", "/register/%2e%2e/%2e%2e/etc/passwd",
    "/register/..%2f..%2fetc/passwd", "/register/assets/../index.html", "/register/./index.html",
    "/register//index.html", "//evil.example/", "//evil.example", "/register/%00",
    "/register/%0d%0aSet-Cookie:x", "/register/%5c..%5c", "/register/%zz", "/register/%",
    "/register/%ff", "/register/a%2fb",
  ])
  func `any other path is not found, with the site's own page`(path: String) async throws {
    let response = try await get(path)
    #expect(response.status == .notFound)
    #expect(response.text.contains("not here"))
    #expect(response.headers["Location"] == nil)
  }

  @Test(arguments: [
    "localhost", "localhost:8080", "LOCALHOST:8081", "127.0.0.1:8080", "[::1]:8080", "[::1]",
  ])
  func `this machine's own names are answered`(host: String) async throws {
    #expect(try await get("/register/", host: host).status == .ok)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "localhost.evil.example:8080", "127.0.0.1.evil.example",
    "192.168.0.1:8080", "localhost:8080.evil.example", "localhost:", "::1", "[::1", "", nil,
  ])
  func `a request that names another host is refused`(host: String?) async throws {
    for path in ["/register/", LivePage.eventsPath, LivePage.scriptPath] {
      let response = try await get(path, host: host)
      #expect(response.status == .misdirected)
      #expect(!response.text.contains("home"))
    }
  }

  @Test func `a preview that is open to others answers to addresses and to the names it is given`()
  {
    let hosts = HostNames(isOpen: true, others: ["Box.example"])
    for host in [
      "localhost:1", "192.168.0.1:8080", "[fe80::1]:80", "box.example", "BOX.example:80",
    ] {
      #expect(hosts.contains(host), "\(host)")
    }
    for host in [
      "evil.example", "192.168.0.1.evil.example", "192.168.0.256", "1.2.3", "[evil]", "",
      "box.example.evil",
    ] {
      #expect(!hosts.contains(host), "\(host)")
    }
    #expect(!HostNames(others: ["box.example"]).contains("192.168.0.1"))
    #expect(HostNames(others: ["box.example"]).contains("box.example"))
  }

  @Test func `what a page of another site asks for is refused, but for a link that is followed`()
    async throws
  {
    for path in ["/register/", "/register/feed.xml", LivePage.eventsPath, LivePage.notesPath] {
      for site in ["cross-site", "same-site"] {
        let refused = try await get(path, "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: cors")
        #expect(refused.status == .forbidden, "\(path) from \(site)")
      }
    }
    let link = try await get(
      "/register/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
    #expect(link.status == .ok)
    let own = try await get(
      "/register/feed.xml", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors")
    #expect(own.status == .ok)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func `only reading is allowed`(method: String) async throws {
    #expect(try await get("/register/", method: method).status == .methodNotAllowed)
  }

  @Test func `what a browser has is not sent again until something changes`() async throws {
    let tag = try #require(try await get("/register/feed.xml").headers["ETag"])
    for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let answer = try await get("/register/feed.xml", "If-None-Match: \(known)")
      #expect(answer.status == .notModified && answer.text.isEmpty)
      #expect(answer.headers["ETag"] == tag)
      let head = String(decoding: answer.head(keepsConnection: true), as: UTF8.self)
      #expect(head.hasPrefix("HTTP/1.1 304 ") && !head.contains("Content-Length"))
    }
    for known in ["\"x\"", "", "x"] {
      #expect(try await get("/register/feed.xml", "If-None-Match: \(known)").status == .ok)
    }
    #expect(try await get("/register/missing", "If-None-Match: *").status == .notFound)
    let report = Snapshot(
      version: "v1", site: snapshot.site, notes: PreviewNotes([], isComplete: true, number: 2))
    #expect(report.tag != snapshot.tag)
  }

  @Test(arguments: [
    ("bytes=0-3", "body", "bytes 0-3/7"), ("bytes=5-", "{}", "bytes 5-6/7"),
    ("bytes=-2", "{}", "bytes 5-6/7"), ("bytes=-99", "body {}", "bytes 0-6/7"),
    ("bytes=2-99", "dy {}", "bytes 2-6/7"), ("bytes=6-9223372036854775807", "}", "bytes 6-6/7"),
  ])
  func `a part is answered with that part`(range: String, text: String, place: String) async throws
  {
    let answer = try await get("/register/assets/site.css", "Range: \(range)")
    #expect(answer.status == .partial && answer.text == text)
    #expect(answer.headers["Content-Range"] == place)
    let stale = try await get("/register/assets/site.css", "Range: \(range)", "If-Range: \"old\"")
    #expect(stale.status == .ok && stale.text == "body {}")
    let head = try await get("/register/assets/site.css", method: "HEAD", "Range: \(range)")
    #expect(head.status == .ok)
  }

  @Test(arguments: ["bytes=7-", "bytes=7-9", "bytes=-0", "bytes=99999999999999999-"])
  func `a part that is not there is refused with the length`(range: String) async throws {
    let answer = try await get("/register/assets/site.css", "Range: \(range)")
    #expect(answer.status == .unsatisfiable && answer.text.isEmpty)
    #expect(answer.headers["Content-Range"] == "bytes */7")
  }

  @Test(arguments: [
    "bytes=", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "lines=0-1", "bytes 0-1", "bytes=a-b",
    "bytes=+1-2", "bytes=99999999999999999999-", "",
  ])
  func `what is no range that is known gets the whole`(range: String) async throws {
    #expect(try await get("/register/assets/site.css", "Range: \(range)").text == "body {}")
  }

  @Test(arguments: [
    "", " ", "GET", "GET /", "GET / HTTP/2", "GET  / HTTP/1.1", "GET / HTTP/1.1\r\nnofield",
    "GET / HTTP/1.1\r\n: x", "GET / HTTP/1.1\r\nA b: x", "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
    "GET / HTTP/1.1\r\n folded: x", "\u{0}\u{1}\u{2}", "GET / HTTP/1.1\r\n\r\n",
  ])
  func `what is no request is none`(head: String) {
    #expect(PreviewRequest(head: Array(head.utf8)) == nil)
  }

  @Test func `no request ends the preview or gets what is none of its business`() async {
    let pieces = [
      "GET ", "HEAD ", "/", "/register/", "%2e", "%", " HTTP/1.1", "\r\n", "\n", "\r", "Host: ",
      "localhost", ":", "Range: bytes=", "-", "9", "If-None-Match: ", "\"", "W/", ",", "\u{0}", "é",
      LivePage.scriptPath, "Content-Length: ", "Connection: close", "*", "//", "If-Range: ",
    ]
    let plain = Array("GET /register/feed.xml HTTP/1.1\r\nHost: localhost\r\nRange: bytes=1-2".utf8)
    await Fuzz.rounds("requests", usual: 5_000) { generator in
      let head = Fuzz.changed(plain, with: pieces, using: &generator)
      guard let request = PreviewRequest(head: head) else { return }
      let answer = await responder.response(to: request, snapshot)
      let text = String(
        decoding: answer.head(keepsConnection: request.keepsConnection), as: UTF8.self)
      #expect(text.components(separatedBy: "\r\n\r\n").count == 2)
      if answer.status == .partial { #expect(answer.text.utf8.count <= 7) }
    }
  }

  @Test(arguments: [
    "index.html", "a/INDEX.HTML", "data/report.json", "x.tar.gz", "noending", ".hidden", "a.b/c",
  ])
  func `content types are those of the last ending`(path: String) async throws {
    let types = [
      "index.html": "text/html; charset=utf-8", "a/INDEX.HTML": "text/html; charset=utf-8",
      "data/report.json": "application/json", "x.tar.gz": "application/gzip",
    ]
    #expect(ContentType.of(path) == types[path] ?? "application/octet-stream")
  }
}

extension PreviewResponse {
  var text: String {
    switch body {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .events: "events"
    }
  }
}
