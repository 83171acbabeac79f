import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `findings preview` from outside.
@Suite(.endsSometime)
struct PreviewCommandTests {
  /// A preview that serves until the value goes away.
  private final class Running {
    private let process: Process
    private let files: TemporaryFolder

    init(_ arguments: [String], in project: Project) throws {
      files = try TemporaryFolder()
      try files.write("errors", "")
      process = try Program.prepared(["preview"] + arguments, in: project.folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle(forWritingAtPath: files["errors"])
      try process.run()
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
    }

    /// The address that it says, once it serves.
    func address() async throws -> URL {
      let start = "findings: preview at "
      while true {
        let lines = (files.text("errors") ?? "").components(separatedBy: "\n").dropLast()
        if let line = lines.first(where: { $0.hasPrefix(start) }) {
          return try #require(URL(string: String(line.dropFirst(start.count))))
        }
        try #require(process.isRunning, "\(lines)")
        try await Task.sleep(for: .milliseconds(20))
      }
    }

    /// Reads a page until it has the words.
    func page(_ url: URL, saying words: String) async throws -> String {
      while true {
        let page = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        if page.contains(words) { return page }
        try #require(process.isRunning)
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  @Test func `a page is served, follows its file, and shows what is wrong with it`() async throws {
    let project = try Project.golden("everything")
    let preview = try Running(["--port", "0", "--as-of", "2026-11-23"], in: project)
    // The path below the host is that of base_url.
    let page = try await preview.address().appending(path: "areas/coast/")
    #expect(page.path.hasPrefix("/register/areas"))
    _ = try await preview.page(page, saying: "All of it.")
    try project.edit("content/areas/coast.md", "All of it.", "Every mile of it.")
    _ = try await preview.page(page, saying: "Every mile of it.")
    try project.edit("content/areas/coast.md", "kind: national", "knd: national")
    let broken = try await preview.page(page, saying: "unknown-field")
    #expect(broken.contains("Every mile of it."), "the last good site stays")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted() == [
        "content", "templates",
      ])
  }

  @Test func `a port that is taken gives way to another`() async throws {
    let project = try Project.golden("everything")
    let first = try Running(["--port", "0"], in: project)
    let taken = try #require(try await first.address().port)
    let second = try Running(["--port", "\(taken)"], in: project)
    let address = try await second.address()
    let port = try #require(address.port)
    #expect(port > taken && port <= taken + 20)
    // Whole addresses lead to where the pages are.
    _ = try await second.page(address, saying: "href=\"http://localhost:\(port)/register/\"")
  }

  @Test(arguments: [["--port", "70000"], ["--port", "http"], ["--prot", "8080"]])
  func `a wrong use ends with 64`(arguments: [String]) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["preview"] + arguments, in: project.folder.path)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test func `a folder without content ends with 74`() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["preview", "--port", "0"], in: folder.path)
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("error: 'content' does not exist\n"))
  }
}
