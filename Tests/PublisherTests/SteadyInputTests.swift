import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publisher

/// A build reads one state of its input, or none.
struct SteadyInputTests {
  /// A project, and what is done to it while the work goes on; each change happens in its round.
  private func run(
    _ changes: [@Sendable (TemporaryFolder) throws -> Void]
  ) async throws -> (rounds: Int, restart: String?) {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml", "title: one\n")
    try folder.write("content/reports/a.md", "a")
    try folder.write("templates/base.mustache", "{{title}}")
    let request = BuildRequest(root: folder.path, now: .instant(Instant(secondsSince1970: 0)))
    let rounds = Counter()
    let (_, restart) = try await overSteadyInput(request) { _ async throws(EnvironmentError) in
      let round = await rounds.next()
      guard round < changes.count else { return }
      do { try changes[round](folder) } catch { throw EnvironmentError("change", "\(error)") }
    }
    return (await rounds.value, restart)
  }

  private actor Counter {
    var value = 0
    func next() -> Int {
      defer { value += 1 }
      return value
    }
  }

  @Test func `input that stays as it is is read once`() async throws {
    let outcome = try await run([])
    #expect(outcome == (1, nil))
  }

  @Test(arguments: [
    "content/site.yml", "content/reports/a.md", "content/reports/b.md", "content/files/a.pdf",
    "templates/base.mustache", "templates/assets/findings.css",
  ])
  func `a file that is written meanwhile starts the work again`(path: String) async throws {
    // As long as the first, and its time set back: the file system still knows that it is another.
    let outcome = try await run([
      { folder in
        try? FileManager.default.removeItem(atPath: folder[path])
        try folder.write(path, "A")
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder[path])
      }
    ])
    #expect(outcome == (2, path))
  }

  @Test func `a file that goes or comes back under another name starts it again`() async throws {
    let gone = try await run([
      { try FileManager.default.removeItem(atPath: $0["content/site.yml"]) }
    ])
    #expect(gone == (2, "content/site.yml"))
    let renamed = try await run([
      {
        try Disk.move($0["content/reports/a.md"], to: $0["content/reports/c.md"])
      }
    ])
    #expect(renamed == (2, "content/reports/a.md"))
  }

  @Test func `what editors leave behind changes nothing`() async throws {
    let outcome = try await run([{ try $0.write("content/reports/.a.md.swp", "x") }])
    #expect(outcome == (1, nil))
  }

  @Test func `a failure over input that moved is no failure yet`() async throws {
    let outcome = try await run([
      {
        try $0.write("content/reports/a.md", "longer than before")
        throw EnvironmentError("content/reports/a.md", "does not exist")
      }
    ])
    #expect(outcome == (2, "content/reports/a.md"))
  }

  @Test func `input that moves twice is refused`() async throws {
    let error = await #expect(throws: EnvironmentError.self) {
      try await run([
        { try $0.write("content/reports/a.md", "first") },
        { try $0.write("content/site.yml", "second time") },
      ])
    }
    #expect(
      error?.description == """
        'content/site.yml' changed while the site was being built, as did 'content/reports/a.md' before
          = help: build again when nothing writes to the project
        """)
  }
}
