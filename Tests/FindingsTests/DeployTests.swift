import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publisher

/// That a site is put where it is public in the order in which no reader misses anything, and over the right one.
struct DeployTests {
  private func site(_ files: KeyValuePairs<String, String>, former: [String] = []) -> PublishedSite
  {
    PublishedSite(
      head: .init(register: "T", address: "https://t.example/", built: "2026-11-28", previous: nil),
      files: files.map { path, text in
        let kind: PublishedFile.Kind =
          if path.hasPrefix("reports/"), path.hasSuffix("/index.html"), path != "reports/index.html"
          {
            .record
          } else if path.hasSuffix(".html") {
            .page
          } else {
            PublishedFile.Kind(ofFile: path)
          }
        return PublishedFile(
          path: path, sha256: SHA256(of: Array(text.utf8)), size: text.utf8.count, kind: kind,
          records: [], ids: [])
      }, records: [],
      former: former.map {
        FormerAsset(path: $0, sha256: SHA256(of: Array($0.utf8)), size: 0, publications: 1)
      })
  }

  @Test
  func `what pages refer to comes before them, lists after them, and the list of all at last`() {
    let old = site([
      "assets/a.css": "a", "reports/one/index.html": "1", "reports/index.html": "list",
      "feed.xml": "feed", "index.html": "home", "reports/two/index.html": "2", "data/same.csv": "s",
    ])
    let new = site(
      [
        "assets/b.css": "b", "reports/one/index.html": "1b", "reports/one/report.txt": "new",
        "reports/index.html": "listb", "feed.xml": "feedb", "index.html": "homeb",
        "data/same.csv": "s",
        "files/plan.pdf": "plan",
      ], former: ["assets/a.css"])
    let plan = DeployPlan(from: old, to: new, isSigned: true) { _ in false }
    #expect(
      plan.steps.map(\.paths) == [
        ["assets/b.css"], ["files/plan.pdf", "reports/one/report.txt"], ["reports/one/index.html"],
        ["reports/index.html"], ["feed.xml"], ["index.html"],
        ["manifest.json.sig", "manifest.json"],
      ])
    #expect(plan.removed == ["reports/two/index.html"])
    let suspicious = DeployPlan(
      from: old, suspects: ["data/same.csv", "reports/three/index.html"], to: new, isSigned: false
    ) { _ in false }
    #expect(suspicious.steps.contains { $0.paths.contains("data/same.csv") })
    #expect(suspicious.removed == ["reports/three/index.html", "reports/two/index.html"])
  }

  private struct Places {
    let project: Project
    let first: String
    let second: String

    /// Two builds, the second held against the first.
    static func built() async throws -> Places {
      let project = try PublicationTests.project()
      var request = project.request()
      request.output = "first"
      _ = try await buildSite(request)
      try project.edit("content/pages/about.md", "A body.", "Another body.")
      try project.folder.write("content/pages/more.md", "---\ntitle: More\n---\n\nMore.\n")
      request.output = "second"
      request.previous = "first"
      #expect(try await buildSite(request).written != nil)
      return Places(project: project, first: "first", second: "second")
    }

    func request(_ site: String) -> DeployRequest {
      DeployRequest(site: site, target: "www", root: project.folder.path)
    }

    /// Deploys as far as `steps` say, or to the end.
    func deploy(_ request: DeployRequest) async throws -> Deployment {
      let deployment = try await Deployment(request)
      try deployment.run { _ in }
      return deployment
    }

    /// What is there, and what a build has, but for its own list of files.
    func contents(of name: String) throws -> [String: [UInt8]] {
      try project.folder.contents(of: name).filter { $0.key != ".findings-manifest" }
    }
  }

  @Test func `a deployment sends what differs, takes away what has gone, and is then done`()
    async throws
  {
    let places = try await Places.built()
    _ = try await places.deploy(places.request(places.first))
    #expect(try places.contents(of: "www") == places.contents(of: "first"))
    try places.project.folder.write("www/CNAME", "t.example")
    let second = try await Deployment(places.request(places.second))
    let paths = second.plan.steps.flatMap(\.paths)
    #expect(paths.contains("pages/more/index.html"))
    #expect(!paths.contains("reports/study/report.json"))
    #expect(paths.last == "manifest.json")
    try second.run { _ in }
    var found = try places.contents(of: "www")
    #expect(found.removeValue(forKey: "CNAME") != nil, "what nobody deployed stays")
    #expect(try found == places.contents(of: "second"))
    #expect(try await Deployment(places.request(places.second)).isDone)
  }

  @Test
  func `a place with another site than the former one is refused, unless it is to be replaced`()
    async throws
  {
    let places = try await Places.built()
    _ = try await places.deploy(places.request(places.second))
    await #expect(throws: EnvironmentError.self) {
      try await Deployment(places.request(places.first))
    }
    var request = places.request(places.first)
    request.replaces = true
    _ = try await places.deploy(request)
    #expect(try places.contents(of: "www") == places.contents(of: "first"))
  }

  @Test func `what was cut off is resumed, and a build that comes between must take over`()
    async throws
  {
    let places = try await Places.built()
    let folder = places.project.folder
    _ = try await places.deploy(places.request(places.first))
    // Cut off: the lock and one page of the second build are there, and three that were only begun: one that is
    // sent again, one that had come there all the same, and one that only the second build has.
    let cut = try await Deployment(places.request(places.second))
    let list = try #require(folder.bytes("second/manifest.json"))
    let lock = DeployLock(cut.plan, of: SHA256(of: list), token: "t")
    try folder.write("www/\(DeployLock.name)", lock.bytes)
    let page = "pages/more/index.html"
    try folder.write("www/\(page)", try #require(folder.bytes("second/\(page)")))
    for begun in ["index.html", page, "manifest.json"] {
      try folder.write("www/\(begun).findings-new", "<")
    }
    try folder.copy(folder["www"], to: "cut")
    #expect(try await Deployment(places.request(places.second)).isResumed)
    _ = try await places.deploy(places.request(places.second))
    #expect(try places.contents(of: "www") == places.contents(of: "second"))
    // The first build over the one that was cut off.
    try folder.remove("www")
    try folder.copy(folder["cut"], to: "www")
    var request = places.request(places.first)
    await #expect(throws: EnvironmentError.self) { try await Deployment(request) }
    request.takesOver = true
    _ = try await places.deploy(request)
    #expect(try places.contents(of: "www") == places.contents(of: "first"))
  }

  @Test func `a built site that somebody changed is not deployed`() async throws {
    let places = try await Places.built()
    try places.project.folder.write("second/index.html", "other")
    await #expect(throws: EnvironmentError.self) {
      try await Deployment(places.request(places.second))
    }
    #expect(places.project.folder.bytes("www/index.html") == nil)
  }
}
