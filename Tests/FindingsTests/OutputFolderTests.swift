import Diagnostics
import Foundation
import Publisher
import TestSupport
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
    let first = start.duration(to: .now)
    let old = try folder.contents(of: "public")
    try project.edit(
      "content/site.yml", "title: The register of lights", "title: A register of lights")
    let middle = ContinuousClock.now
    #expect(try Program.run(Self.build + ["--output", "other"], in: folder.path).status == 0)
    // A build beside other work may take many times as long as those that are killed.
    let length = min(first, middle.duration(to: .now))
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

  @Test func `what a killed build left goes at the next start, even if that build is refused`()
    throws
  {
    let project = try Project.golden("everything")
    try project.folder.write(".public.findings-work/lock", "")
    try project.folder.write(".public.findings-work/site/index.html", "half a site")
    try project.edit("content/areas/coast.md", "kind: national", "knd: national")
    #expect(try Program.run(Self.build, in: project.folder.path).status == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted()
        == ["content", "templates"])
  }

  @Test func `a folder that is kept is filled file by file, and the summary says so`() throws {
    let project = try Project.golden("everything")
    #expect(try Program.run(Self.build, in: project.folder.path).status == 0)
    let run = try Program.run(Self.build + ["--keep-folder"], in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.errors.contains(", not in one step, for the folder itself was to stay\n"))
  }

  @Test func `nothing in the project's folder is run or obeyed`() throws {
    let project = try Project.golden("everything")
    try project.folder.write("pagefind.py", "open('ran', 'w').close()\n")
    try project.folder.write("pagefind.yml", "site: content\noutput_path: ran\n")
    try project.folder.write("pagefind", "#!/bin/sh\ntouch ran\n")
    try project.folder.write("bin/pagefind", "#!/bin/sh\ntouch ran\n")
    for name in ["pagefind", "bin/pagefind"] { try project.allowRunning(name) }
    let run = try Program.run(
      ["build", "--as-of", "2026-11-23"], in: project.folder.path,
      environment: ["PATH": ":.:bin:/usr/bin:/bin", "PYTHONPATH": project.folder.path])
    #expect(run.status == 0)
    #expect(project.folder.bytes("ran") == nil)
    #expect(try Disk.status(of: project.folder["ran"]) == nil)
  }

  @Test(arguments: [SIGKILL, SIGINT, SIGTERM])
  func `a helper ends with the build, however that ends`(number: Int32) throws {
    let project = try Project.golden("everything")
    #expect(try Program.run(Self.build, in: project.folder.path).status == 0)
    let before = try project.folder.contents(of: "public")
    try project.folder.write(
      "tools/pagefind",
      """
      #!/bin/sh
      [ "$1" = --version ] && exit 0
      echo $$ > '\(project.folder["number"])'
      exec sleep 600
      """)
    try project.allowRunning("tools/pagefind")
    let build = try Program.prepared(
      ["build", "--as-of", "2026-11-23"], in: project.folder.path,
      environment: ["PATH": "\(project.folder["tools"]):/usr/bin:/bin"])
    (build.standardOutput, build.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try build.run()
    let helper = try #require(
      Self.eventually {
        project.folder.text("number")?.hasSuffix("\n") == true
          ? pid_t(project.folder.text("number")?.dropLast() ?? "") : nil
      })
    kill(build.processIdentifier, number)
    build.waitUntilExit()
    #expect(build.terminationReason == .uncaughtSignal)
    #expect(build.terminationStatus == number)
    #expect(Self.eventually { kill(helper, 0) != 0 ? true : nil } == true)
    #expect(try project.folder.contents(of: "public") == before)
    if number != SIGKILL {
      #expect(try Disk.status(of: project.folder[".public.findings-work"]) == nil)
    }
  }

  /// What `body` gives within a minute, or nil.
  private static func eventually<Value>(_ body: () -> Value?) -> Value? {
    for _ in 0..<3_000 {
      if let value = body() { return value }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return nil
  }
}

extension Project {
  /// Makes a file one that the system runs.
  fileprivate func allowRunning(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder[name])
  }
}

extension Duration {
  /// The length in seconds.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
