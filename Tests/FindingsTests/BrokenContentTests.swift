import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// The shipped register with one mistake each: what is said of it, and that nothing is written.
///
/// An expected output holds what the mistake adds to the findings that stand without it, which are
/// golden by themselves, what it takes away, and the line of counts.
struct BrokenContentTests {
  static let names = Repository.cases(in: "broken")

  /// What the program says of the register as it is shipped, block by block.
  static let standing = Task {
    let project = try Project.shipped()
    return blocks(of: project.terminal(try await buildSite(project.request()).diagnostics))
  }

  @Test func `what stands of the shipped register is known`() async throws {
    let text = try await Self.standing.value.joined(separator: "\n\n")
    #expect(Snapshot.difference(Array(text.utf8), from: "../Sites/shipped/findings.txt") == nil)
  }

  @Test func `the shipped register has no error`() async throws {
    let project = try Project.shipped()
    let outcome = try await buildSite(project.request())
    #expect(outcome.diagnostics.filter { $0.level == .error }.map(\.message) == [])
    #expect(outcome.written != nil)
  }

  @Test func `there are more than twenty ways to be broken`() {
    #expect(Self.names.count > 20)
  }

  @Test(arguments: names)
  func `a mistake is told exactly, and the output stays as it was`(_ name: String) async throws {
    let project = try Self.project(broken: name)
    try await Self.fillOutput(of: project)
    let before = try project.folder.contents(of: "public")
    let outcome = try await buildSite(project.request())
    #expect(outcome.diagnostics.contains { $0.level == .error })
    #expect(outcome.written == nil)
    #expect(try project.folder.contents(of: "public") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted()
        == ["content", "public", "templates"])
    let found = Self.blocks(of: project.terminal(outcome.diagnostics))
    let changes = Self.changes(from: try await Self.standing.value, to: found)
    let file = "../Sites/broken/\(name)/expected.txt"
    #expect(Snapshot.difference(Array(changes.utf8), from: file) == nil)
  }

  @Test(arguments: ["unknown-grade", "broken-yaml", "missing-partial"])
  func `the program says the same as its parts and ends with 1`(_ name: String) async throws {
    let project = try Self.project(broken: name)
    try await Self.fillOutput(of: project)
    let before = try project.folder.contents(of: "public")
    let build = ["build", "--as-of", "\(Repository.now.day)", "--search", "off"]
    let run = try Program.run(build, in: project.folder.path)
    let outcome = try await buildSite(project.request())
    #expect(run.status == 1)
    let urgent = outcome.diagnostics.filter { $0.level != .notice }
    #expect(run.output == project.terminal(urgent))
    #expect(run.errors.hasSuffix("findings: nothing was written; public is as it was\n"))
    #expect(try project.folder.contents(of: "public") == before)
  }

  /// The shipped register after the mistake of this name.
  private static func project(broken name: String) throws -> Project {
    let project = try Project.shipped()
    let path = "\(Repository.sites)/broken/\(name)/mistake.md"
    try Mistake(try String(contentsOfFile: path, encoding: .utf8)).apply(to: project)
    return project
  }

  /// Puts an older site, and a file that is not the tool's, where the site will go.
  private static func fillOutput(of project: Project) async throws {
    let staging = try Staging.begin(output: project.folder["public"])
    let paths = ["index.html", "areas/old/index.html"]
    for path in paths { try staging.folder.write(path, Array("an older \(path)".utf8)) }
    _ = try await staging.commit(paths)
    try project.folder.write("public/CNAME", "register.example.org\n")
  }

  private static func blocks(of output: String) -> [String] {
    output.components(separatedBy: "\n\n")
  }

  /// The blocks that a mistake adds, then what it takes away by check, then the counts.
  private static func changes(from standing: [String], to found: [String]) -> String {
    let added = found.dropLast().filter { !standing.contains($0) }
    let gone = Dictionary(grouping: standing.dropLast().filter { !found.contains($0) }) { block in
      block.prefix { $0 != ":" }
    }
    let lines = gone.sorted { $0.key < $1.key }.map { "no longer: \($0.key) (\($0.value.count))" }
    return (added + (lines.isEmpty ? [] : [lines.joined(separator: "\n")]) + found.suffix(1))
      .joined(separator: "\n\n")
  }
}
