import Diagnostics
import Foundation
import Publisher
import Testing

/// What the program does to the folder that it writes to, and to its reader's patience.
struct OutputFolderTests {
  static let build = ["build", "--as-of", "2026-11-23", "--search", "off"]

  @Test func `a good build replaces the site, and files of others stay`() throws {
    let project = try Project.golden("everything")
    #expect(try Program.run(Self.build, in: project.folder.path).status == 0)
    try project.folder.write("public/CNAME", "register.example.org\n")
    try project.folder.write("public/reports/north-shore-2019/hand-made.txt", "by hand\n")
    try project.folder.remove("content/coverage/almanac-2020.md")
    let run = try Program.run(Self.build, in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.errors.contains("findings: wrote "))
    #expect(project.folder.text("public/CNAME") == "register.example.org\n")
    #expect(project.folder.text("public/reports/north-shore-2019/hand-made.txt") == "by hand\n")
    #expect(project.folder.bytes("public/index.html") != nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted()
        == ["content", "public", "templates"])
  }

  @Test func `a changed asset has another name, and the former file goes`() throws {
    let project = try Project.golden("everything")
    func sheets() throws -> [String] {
      #expect(try Program.run(Self.build, in: project.folder.path).status == 0)
      return try project.folder.contents(of: "public").keys
        .filter { $0.hasPrefix("assets/") && $0.hasSuffix(".css") }
    }
    let before = try sheets()
    try project.folder.write("templates/assets/findings.css", "p { color: black }\n")
    let after = try sheets()
    #expect(before.count == 1 && after.count == 1 && before != after)
  }

  @Test func `a failed build leaves the output as it was`() throws {
    let project = try Project.golden("everything")
    #expect(try Program.run(Self.build, in: project.folder.path).status == 0)
    let before = try project.folder.contents(of: "public")
    try project.edit("content/areas/coast.md", "kind: national", "knd: national")
    let run = try Program.run(Self.build, in: project.folder.path)
    #expect(run.status == 1)
    #expect(try project.folder.contents(of: "public") == before)
  }

  @Test func `a folder that is not ours is refused and left alone`() throws {
    let project = try Project.golden("everything")
    try project.folder.write("public/thesis.txt", "five years of work")
    let run = try Program.run(Self.build, in: project.folder.path)
    #expect(run.status == 74)
    #expect(run.errors.contains("public"))
    #expect(
      try project.folder.contents(of: "public") == ["thesis.txt": Array("five years of work".utf8)])
  }

  @Test func `a killed build leaves the old site or the new one, whole`() throws {
    let project = try Project.golden("everything")
    let folder = project.folder
    let start = ContinuousClock.now
    #expect(try Program.run(Self.build, in: folder.path).status == 0)
    let length = start.duration(to: .now)
    let old = try folder.contents(of: "public")
    try project.edit(
      "content/site.yml", "title: The register of lights", "title: A register of lights")
    #expect(try Program.run(Self.build + ["--output", "other"], in: folder.path).status == 0)
    let new = try folder.contents(of: "other")
    #expect(old != new)
    var generator = Seeded(state: 7)
    var seen: Set<Bool> = []
    for _ in 0..<16 {
      let process = try Program.prepared(Self.build, in: folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let fraction = Double.random(in: 0...1.1, using: &generator)
      Thread.sleep(forTimeInterval: fraction * length.seconds)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try folder.contents(of: "public")
      #expect(now == old || now == new)
      seen.insert(now == new)
    }
    #expect(seen.contains(false), "no build was killed before its end")
    #expect(try Program.run(Self.build, in: folder.path).status == 0)
    #expect(try folder.contents(of: "public") == new)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["content", "other", "public", "templates"])
  }
}

extension Duration {
  /// The length in seconds.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
