import Foundation
import TestSupport
import Testing

/// A build whose helper for search is missing or goes wrong: it ends with 74 and leaves the output as it was.
struct SearchCommandTests {
  private static let build = ["build", "--as-of", "2026-11-23", "--search"]

  /// Builds twice: first without search, then with a program of that script, if any, in place of Pagefind.
  private func run(
    _ search: String, script: String?
  ) throws -> (run: Program.Run, isUntouched: Bool) {
    let project = try Project.golden("everything")
    #expect(try Program.run(Self.build + ["off"], in: project.folder.path).status == 0)
    let before = try project.folder.contents(of: "public")
    try project.edit("content/areas/coast.md", "All of it.", "Every mile of it.")
    let programs = try TemporaryFolder()
    if let script {
      try programs.write("pagefind", "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\n\(script)\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: programs["pagefind"])
    }
    let run = try Program.run(
      Self.build + [search], in: project.folder.path, environment: ["PATH": programs.path])
    return (run, try project.folder.contents(of: "public") == before)
  }

  @Test(
    arguments: ["auto", "required"],
    [
      ("echo no pages; exit 3", "ended without an index: no pages"),
      ("kill -9 $$", "ended without an index: it said nothing"),
      ("exit 0", "ended without an index: it wrote no pagefind/pagefind.js"),
    ])
  func `a program that makes no index ends the build`(
    search: String, program: (script: String, reason: String)
  ) throws {
    let outcome = try run(search, script: program.script)
    #expect(outcome.run.status == 74)
    #expect(outcome.run.errors.contains("pagefind' \(program.reason)\n  = help: "))
    #expect(outcome.isUntouched)
  }

  @Test func `a program that is missing ends only a build that requires it`() throws {
    let required = try run("required", script: nil)
    #expect(required.run.status == 74)
    #expect(
      required.run.errors.hasPrefix(
        "error: 'pagefind' is not installed, and the build requires the search index\n"))
    #expect(required.isUntouched)
    let auto = try run("auto", script: nil)
    #expect(auto.run.status == 0)
    #expect(
      auto.run.errors.hasSuffix(
        "findings: made no index for search, for Pagefind is not installed: "
          + "'pip install pagefind[extended]' in a virtual environment of Python installs it\n"))
    #expect(!auto.isUntouched)
  }
}
