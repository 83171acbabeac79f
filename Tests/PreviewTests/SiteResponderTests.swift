import Testing

@testable import Preview

struct SiteResponderTests {
  private let snapshot = Snapshot(
    version: "v1",
    site: .files([
      "index.html": Array("<body>home</body>".utf8),
      "areas/a b/index.html": Array("<body>area</body>".utf8),
      "assets/site.css": Array("body {}".utf8), "feed.xml": Array("<feed/>".utf8),
      "404.html": Array("<body>not here</body>".utf8),
    ]), report: .none)

  private func get(
    _ path: String, query: String = "", method: String = "GET", host: String? = "localhost:8080"
  ) -> PreviewResponse {
    SiteResponder(basePath: "/register/").response(
      to: PreviewRequest(method: method, path: path, query: query, host: host), snapshot)
  }

  @Test(arguments: [
    ("/register/", "home", "text/html; charset=utf-8"),
    ("/register/index.html", "home", "text/html; charset=utf-8"),
    ("/register/areas/a%20b/", "area", "text/html; charset=utf-8"),
    ("/register/assets/site.css", "body {}", "text/css; charset=utf-8"),
    ("/register/assets/%73ite.css", "body {}", "text/css; charset=utf-8"),
    ("/register/feed.xml", "<feed/>", "application/xml"),
  ])
  func `files are found below the base path`(path: String, text: String, type: String) {
    let response = get(path)
    #expect(response.status == .ok)
    #expect(response.text.contains(text))
    #expect(response.headers["Content-Type"] == type)
    #expect(response.headers["Cache-Control"] == "no-store")
  }

  @Test(arguments: [
    ("/", "", "/register/"), ("/register", "", "/register/"),
    ("/register/areas/a%20b", "", "/register/areas/a%20b/"),
    ("/register/areas/a%20b", "q=1", "/register/areas/a%20b/?q=1"),
  ])
  func `folders are sent on to their slash`(path: String, query: String, location: String) {
    let response = get(path, query: query)
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
  func `any other path is not found, with the site's own page`(path: String) {
    let response = get(path)
    #expect(response.status == .notFound)
    #expect(response.text.contains("not here"))
    #expect(response.headers["Location"] == nil)
  }

  @Test(arguments: [
    "localhost", "localhost:8080", "LOCALHOST:8081", "127.0.0.1:8080", "[::1]:8080", "[::1]",
  ])
  func `this machine's own names are answered`(host: String) {
    #expect(get("/register/", host: host).status == .ok)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "localhost.evil.example:8080", "127.0.0.1.evil.example",
    "192.168.0.1:8080", "localhost:8080.evil.example", "localhost:", "::1", "[::1", "", nil,
  ])
  func `a request that names another host is refused`(host: String?) {
    for path in ["/register/", LivePage.eventsPath, LivePage.scriptPath] {
      let response = get(path, host: host)
      #expect(response.status == .misdirected)
      #expect(!response.text.contains("home"))
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func `only reading is allowed`(method: String) {
    #expect(get("/register/", method: method).status == .methodNotAllowed)
  }

  @Test func `a folder is served without what is outside of it`() throws {
    let folder = try TemporaryFolder()
    try folder.add("public/index.html", "<p>home")
    try folder.add("public/.findings-manifest", "list")
    try folder.add("secret.txt", "secret")
    try folder.link("public/leak.txt", to: "../secret.txt")
    try folder.link("public/start.html", to: "index.html")
    let site = PreviewSite.folder(folder["public"])
    #expect(site.bytes(of: "index.html") == Array("<p>home".utf8))
    #expect(site.bytes(of: "start.html") == Array("<p>home".utf8))
    for path in ["leak.txt", "../secret.txt", ".findings-manifest", "", "missing", "."] {
      #expect(site.bytes(of: path) == nil)
    }
  }

  @Test(arguments: [
    "index.html", "a/INDEX.HTML", "data/report.json", "x.tar.gz", "noending", ".hidden", "a.b/c",
  ])
  func `content types are those of the last ending`(path: String) {
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
