import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// The program from outside: exit codes, levels and formats.
struct CommandLineTests {
  static let check = ["check", "--as-of", "2026-11-23"]

  @Test(arguments: [
    ["build", "--wrokers", "2"], ["build", "--workers", "0"], ["build", "--workers", "many"],
    ["build", "--as-of", "tomorrow"], ["build", "--as-of", "2026-02-30"],
    ["build", "--base-url", "example.org"], ["check", "--base-url", "https://example.org//a/"],
    ["fix", "--base-url", "https://example.org/?a"],
    ["build", "--base-url", "https://me@example.org/"],
    ["build", "--base-url", "https:///a/"], ["build", "--base-url", "https://example.org/a b/"],
    ["build", "--base-url", "https://example.org/#a"], ["check", "--format", "xml"], ["biuld"],
    ["check", "--only", "unknown-grad"],
    ["explain", "unknown-grad"], ["render-template"],
  ])
  func `a wrong use of the program ends with 64 and says what is right`(arguments: [String]) throws
  {
    let folder = try TemporaryFolder()
    let run = try Program.run(arguments, in: folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test(arguments: ["now", "", "-1", "253402300800", "9223372036854775807"])
  func `a moment that is none in the environment ends with 64`(epoch: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["build"], in: folder.path, environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(run.status == 64)
  }

  @Test(arguments: [
    (["explain", "nothing"], "explain"), (["show", "nothing"], "show"),
    (["list", "nothing"], "list"), (["init", "x", "--scale", "Good"], "init"),
    (["new", "report", "x", "--area", "nowhere"], "new report"),
    (["due", "--until", "31.12.2027"], "due"),
  ])
  func `a wrong argument is told with the usage of its own command`(
    arguments: [String], command: String
  ) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(arguments, in: project.folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("\nUsage: findings \(command) "), "\(run.errors)")
    #expect(run.errors.hasSuffix("See 'findings \(command) --help' for more information.\n"))
  }

  @Test func `a project that is not there is named, and nothing is made in its place`() throws {
    let folder = try TemporaryFolder()
    for command in ["build", "check"] {
      let run = try Program.run([command, "--root", "elsewhere"], in: folder.path)
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("error: 'elsewhere/content' does not exist\n"))
      #expect(!FileManager.default.fileExists(atPath: folder["elsewhere"]))
    }
  }

  @Test func `a project without content ends with 74`() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["build"], in: folder.path)
    #expect(run.status == 74)
    #expect(
      run.errors == "error: 'content' does not exist\n  = help: make the folder, or name another\n")
  }

  @Test func `warnings stop a strict build and no other`() throws {
    let project = try Project.golden("everything")
    let arguments = ["build", "--as-of", "2026-11-23", "--search", "off"]
    let strict = try Program.run(arguments + ["--strict"], in: project.folder.path)
    #expect(strict.status == 1)
    #expect(strict.errors == "findings: nothing was written; public is as it was\n")
    #expect(strict.output.contains("3 notices in "))
    #expect(project.folder.bytes("public/index.html") == nil)
    let usual = try Program.run(arguments, in: project.folder.path)
    #expect(usual.status == 0)
    #expect(!usual.output.contains("notice["))
    #expect(usual.errors.hasPrefix("findings: 3 notices besides; 'findings check' shows them\n"))
    #expect(project.folder.bytes("public/index.html") != nil)
  }

  @Test func `one check can be shown alone, and the run ends as it would without that`() throws {
    let project = try Project.golden("everything")
    try project.folder.write("content/glossary/broken.md", "---\ntitle: [\n---\n")
    let all = try Program.run(Self.check, in: project.folder.path)
    let one = try Program.run(
      Self.check + ["--only", "overdue-at-visit"], in: project.folder.path)
    #expect(all.status == 1 && one.status == 1)
    #expect(all.output.contains("error["))
    #expect(!one.output.contains("error["))
    let heads = one.output.split(separator: "\n").filter { $0.contains("[") && $0.contains("]: ") }
    #expect(heads.count == 3)
    #expect(heads.allSatisfy { $0.hasPrefix("notice[overdue-at-visit]: ") })
  }

  @Test func `checking writes nothing and says what building says to a program`() throws {
    let project = try Project.golden("everything")
    let checked = try Program.run(Self.check + ["--format", "json"], in: project.folder.path)
    #expect(checked.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted()
        == ["content", "templates"])
    let built = try Program.run(
      ["build", "--as-of", "2026-11-23", "--search", "off", "--format", "json"],
      in: project.folder.path)
    #expect(checked.output == built.output)
  }

  @Test func `the moment comes from the command line, else from the environment`() throws {
    let project = try Project.golden("everything")
    let epoch = ["SOURCE_DATE_EPOCH": "1796117400"]
    let report = "public/reports/north-west-shore-2026/index.html"
    #expect(
      try Program.run(["build", "--search", "off"], in: project.folder.path, environment: epoch)
        .status == 0)
    #expect(project.folder.bytes(report) != nil)
    let earlier = ["build", "--as-of", "2026-11-30", "--search", "off"]
    #expect(try Program.run(earlier, in: project.folder.path, environment: epoch).status == 0)
    #expect(project.folder.bytes(report) == nil)
  }

  @Test(arguments: ["terminal", "json", "sarif", "github"])
  func `a format changes what is written and not how a run ends`(format: String) throws {
    let project = try Project.golden("everything")
    let arguments = Self.check + ["--format", format]
    #expect(try Program.run(arguments, in: project.folder.path).status == 0)
    try project.edit("content/areas/coast.md", "kind: national", "knd: national")
    let broken = try Program.run(arguments, in: project.folder.path)
    #expect(broken.status == 1)
    #expect(broken.output.contains("unknown-field"))
    #expect(broken.errors == "")
  }

  @Test func `JSON, SARIF and annotations tell the same findings`() throws {
    let project = try Project.golden("everything")
    try project.edit("content/areas/coast.md", "kind: national", "knd: national")
    func output(_ format: String) throws -> String {
      try Program.run(Self.check + ["--format", format], in: project.folder.path).output
    }
    let json = try #require(try object(output("json")))
    let diagnostics = try #require(json["diagnostics"] as? [[String: any Sendable]])
    let checks = diagnostics.compactMap { $0["check"] as? String }
    #expect(checks.count == diagnostics.count)
    #expect(checks.contains("unknown-field"))

    let sarif = try #require(try object(output("sarif")))
    #expect(sarif["version"] as? String == "2.1.0")
    let run = try #require((sarif["runs"] as? [[String: any Sendable]])?.first)
    let results = try #require(run["results"] as? [[String: any Sendable]])
    #expect(results.compactMap { $0["ruleId"] as? String } == checks)
    let tool = (run["tool"] as? [String: any Sendable])?["driver"] as? [String: any Sendable]
    let rules = try #require(tool?["rules"] as? [[String: any Sendable]])
    let names = Set(rules.compactMap { $0["id"] as? String })
    #expect(names == Set(Catalogue.checks.map(\.name)))

    let commands = try output("github").split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(commands.count { $0.contains("file=") } == checks.count)
    #expect(commands.contains { $0.hasPrefix("::error file=content/areas/coast.md,line=3,") })
  }

  @Test func `colour is for terminals, and not where it is unwanted`() throws {
    let project = try Project.golden("everything")
    let plain = try Program.run(Self.check, in: project.folder.path).output
    #expect(!plain.contains("\u{1B}"))
    let coloured = try Program.runOnTerminal(Self.check, in: project.folder.path)
    #expect(coloured.contains("\u{1B}["))
    let unwanted = try Program.runOnTerminal(
      Self.check, in: project.folder.path, environment: ["NO_COLOR": "1"])
    #expect(unwanted == plain)
  }

  @Test func `every check is explained, and named once`() throws {
    let folder = try TemporaryFolder()
    let list = try Program.run(["explain"], in: folder.path)
    #expect(list.status == 0)
    let names = Catalogue.checks.map(\.name)
    #expect(names.count == Set(names).count)
    #expect(list.output.split(separator: "\n").count == names.count)
    for check in Catalogue.checks {
      #expect(check.summary.hasSuffix("."), "\(check.name)")
      #expect(check.explanation.count > 80, "\(check.name)")
      #expect(list.output.contains("\(check.name) "), "\(check.name)")
    }
    let run = try Program.run(["explain", "unknown-grade"], in: folder.path)
    #expect(run.output.hasPrefix("unknown-grade (references, error)\n"))
  }

  private func object(_ text: String) throws -> [String: any Sendable]? {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: any Sendable]
  }
}
