import Diagnostics
import Foundation
import Inspections
import Publisher
import TestSupport
import Testing

/// What holds of every build, whatever the site.
struct BuildPropertyTests {
  @Test func `a site built twice is the same to the byte`() async throws {
    let project = try Project.golden("everything")
    let first = try await project.built()
    #expect(!first.files.isEmpty)
    #expect(first.differences(from: try await project.built()) == [])
  }

  @Test(arguments: [1, 2, 7])
  func `neither the order of the files nor the number of workers shows`(
    workers: Int
  ) async throws {
    let expected = try await GoldenSiteTests.everything.value
    var generator = Seeded(state: UInt64(workers))
    let shuffled = try Project.golden("everything") { $0.shuffled(using: &generator) }
    var request = shuffled.request()
    request.workers = workers
    #expect(expected.differences(from: try await shuffled.built(request)) == [])
  }

  @Test func `the shipped register comes out the same with one worker and with two`() async throws {
    let project = try Project.shipped()
    var request = project.request()
    let two = try await project.built(request)
    request.workers = 1
    #expect(!two.files.isEmpty)
    #expect(two.differences(from: try await project.built(request)) == [])
  }

  @Test func `whether bodies lie in memory or in a file shows in no byte`() async throws {
    let expected = try await GoldenSiteTests.everything.value
    let project = try Project.golden("everything")
    var request = project.request()
    request.heldBytes = 0
    #expect(expected.differences(from: try await project.built(request)) == [])
  }

  @Test func `a base address moves every link and nothing else`() async throws {
    let project = try Project.golden("everything")
    var request = project.request()
    let usual = try await project.built(request)
    request.baseURL = "https://www.example.org/a/deep/place/"
    let moved = try await project.built(request)
    #expect(Set(usual.files.keys) == Set(moved.files.keys))
    for (path, page) in moved.pages {
      let rootLinks = page.links.filter { $0.hasPrefix("/") && !$0.hasPrefix("/a/deep/place/") }
      #expect(rootLinks == [], "\(path)")
      #expect(!page.html.contains("https://lights.example.org/register/"), "\(path)")
      let back = page.html
        .replacingOccurrences(
          of: "https://www.example.org/a/deep/place/", with: "https://lights.example.org/register/"
        )
        .replacingOccurrences(of: "/a/deep/place/", with: "/register/")
      #expect(back == usual.text(path), "\(path)")
    }
  }

  @Test func `a site can stand at the root of its host`() async throws {
    let project = try Project.golden("everything")
    var request = project.request()
    request.baseURL = "https://lights.example.org/"
    let site = try await project.built(request)
    #expect(!site.files.isEmpty)
    for (path, page) in site.pages {
      #expect(
        page.links.filter { $0.hasPrefix("//") || $0.hasPrefix("/register/") } == [], "\(path)")
    }
  }

  @Test func `links that are broken on every page are said alike by any number of workers`()
    async throws
  {
    let project = try Project.shipped()
    try project.edit(
      "templates/layout.mustache", "</body>",
      """
      <p><a href="/nowhere/">1</a> <a href="/glossary/#no-such-term">2</a> <a href="#nothing">3</a>
      <a href="beside/">4</a> <a href="">5</a> <a href="/nowhere/">6</a></p></body>
      """)
    var request = project.request()
    request.baseURL = "https://register.example.org/"
    request.workers = 1
    let found = try await checkSite(request).filter { $0.check.name == "broken-link" }
    let messages = found.map(\.message)
    #expect(messages.count { $0 == "'/nowhere/' leads nowhere" } == 1)
    #expect(messages.count { $0 == "'#no-such-term' is not an anchor of /glossary/" } == 1)
    #expect(messages.count { $0 == "'#nothing' is not an anchor of /areas/east-midlands/" } == 1)
    #expect(messages.contains("'/beside/' leads nowhere"))
    #expect(messages.contains("'/areas/east-midlands/beside/' leads nowhere"))
    for workers in [2, 7] {
      request.workers = workers
      let others = try await checkSite(request).filter { $0.check.name == "broken-link" }
      #expect(project.terminal(others) == project.terminal(found), "\(workers) workers")
    }
  }

  @Test func `the shipped register is free of errors without the shipped templates`() async throws {
    let project = try Project.shipped()
    let shipped = try await project.built()
    try project.folder.remove("templates")
    #expect(shipped.differences(from: try await project.built()) == [])
  }
}
