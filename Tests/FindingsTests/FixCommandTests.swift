import Foundation
import TestSupport
import Testing

/// `findings fix` from outside: what it changes, what it leaves alone, and how it ends.
struct FixCommandTests {
  static let fix = ["fix", "--as-of", "2026-11-23"]
  static let coast = "content/areas/coast.md"
  static let report = "content/reports/north-shore-2019.md"

  @Test(arguments: [
    (coast, "kind: national", "knd: national", "kind: national"),
    (report, "form: full", "form: ful", "form: full"),
    (coast, "from: 1890", "from: 1 July 1890", "from: 1890-07-01"),
    (coast, "from: 1890", "from: July 1890", "from: 1890-07"),
    (
      coast, "organisation: lights-board", "organisation: Lights Board",
      "organisation: lights-board"
    ),
    (coast, "title: The coast", "title: Coast: the whole", "title: \"Coast: the whole\""),
    (coast, "title: The coast", "title:The coast", "title: The coast"),
    (coast, "title: The coast", "ti\u{200B}tle: The \u{FEFF}coast", "title: The coast"),
    (coast, "title: The coast", "title:\u{A0}The coast", "title: The coast"),
    (coast, "---\ntitle: The coast", "----\ntitle: The coast", "---\ntitle: The coast"),
    (coast, "---\ntitle: The coast", "title: The coast", "---\ntitle: The coast"),
    (report, "aspect: main-lights", "aspect: Main lights", "aspect: main-lights"),
    (report, "aspect: minor-lights", "aspect: Moles and buoys", "aspect: minor-lights"),
    (report, "overall: good", "overall: Good", "overall: good"),
    (coast, "organisation:", "\u{A0}organisation:", "organisation:"),
    (
      report, "publisher: lights-inspectorate", "publisher: Inspectorate of harbour lights",
      "publisher: lights-inspectorate"
    ),
    ("content/site.yml", "language: en-GB", "language: en_GB", "language: en-GB"),
  ])
  func `what can be meant in one way is put in, and nothing else changes`(
    path: String, text: String, mistake: String, fixed: String
  ) throws {
    let project = try Project.golden("everything")
    let whole = try #require(project.folder.text(path))
    try project.edit(path, text, mistake)
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(Self.fix, in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.output == "\(path)\n")
    #expect(run.errors == "findings: changed 1 file\n")
    #expect(project.folder.text(path) == whole.replacingOccurrences(of: text, with: fixed))
    let changed = try project.folder.contents(of: "content").filter { before[$0.key] != $0.value }
    #expect(changed.keys.map { "content/\($0)" } == [path])
    let again = try Program.run(Self.fix, in: project.folder.path)
    #expect(again.output == "")
    #expect(again.errors == "findings: changed 0 files\n")
  }

  @Test(arguments: [
    (report, "overall: good", "overall: god"), (report, "overall: good", "overall: fail"),
    (report, "grade: bright", "grade: brght"),
    (report, "aspect: main-lights", "aspect: main-light"),
    (report, "area: north-shore", "area: north-shor"),
    (report, "publisher: lights-inspectorate", "publisher: light-inspectorate"),
    (report, "framework: harbour-lights-2019", "framework: harbour-lights-2020"),
    (report, "licence: open-lights", "licence: open-light"),
    (report, "status: published", "status: unpublished"),
    (report, "published: 2019-06-28", "published: 01/07/2019"),
    (coast, "kind: national", "kind: national\nparent: The shor"),
    ("content/coverage/almanac-2020.md", "kind: other", "kind: other\nabout: night-watch-202"),
    ("content/coverage/almanac-2020.md", "kind: other", "kind: other\nabout: night-watch-2027"),
    (coast, "All of it.", "[All](area:north-shor) of it."),
    (coast, "title: The coast", "title: The coast #1 of two"),
    (coast, "kind: national", "kind: national\nnote: See http://example.org: all of it # or not"),
  ])
  func `a likeness is a suggestion, and is never put in`(
    path: String, text: String, mistake: String
  ) throws {
    let project = try Project.golden("everything")
    try project.edit(path, text, mistake)
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(Self.fix, in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "findings: changed 0 files\n")
    #expect(try project.folder.contents(of: "content") == before)
    #expect(try Program.run(CommandLineTests.check, in: project.folder.path).status == 1)
  }

  @Test func `a title of two records names neither`() throws {
    let project = try Project.golden("everything")
    let double = "---\ntitle: Lights board\nkind: other\n---\n"
    try project.folder.write("content/organisations/other-board.md", double)
    try project.edit(Self.coast, "organisation: lights-board", "organisation: Lights Board")
    let run = try Program.run(Self.fix, in: project.folder.path)
    #expect(run.errors == "findings: changed 0 files\n")
  }

  @Test func `a folder without a site is refused as it is by check`() throws {
    let project = try Project.golden("everything")
    try project.edit(Self.coast, "kind: national", "knd: national")
    try project.folder.remove("content/site.yml")
    let run = try Program.run(Self.fix, in: project.folder.path)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("error[missing-field]: 'site.yml' is missing"))
    #expect(run.output.hasSuffix("findings: 1 error in 1 file\n"))
    #expect(run.errors == "")
    #expect(project.folder.text(Self.coast)?.contains("knd: national") == true)
  }

  @Test func `a wrong use ends with 64, a project without content with 74`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["fix", "--all"], in: folder.path).status == 64)
    #expect(try Program.run(["fix"], in: folder.path).status == 74)
  }
}
