import Diagnostics
import Foundation
import Publisher
import Site
import TestSupport
import Testing

/// Themes of a site's own, and what a site overrides of the built-in one.
struct ThemeTests {
  static let gazette = "\(Repository.root)/docs/examples/gazette/templates"

  @Test func `a theme written from the reference builds the shipped register, page for page`()
    async throws
  {
    let project = try Project.shipped()
    try project.folder.remove("templates")
    let usual = try await renderSite(project.request())
    try project.folder.copy(Self.gazette, to: "templates")
    let site = try await renderSite(project.request())
    #expect(project.terminal(site.diagnostics) == project.terminal(usual.diagnostics))
    let files = try #require(site.files)
    let pages = Set(files.keys.filter { $0.hasSuffix(".html") })
    #expect(pages == Set((usual.files ?? [:]).keys.filter { $0.hasSuffix(".html") }))
    for page in pages {
      #expect(files[page] != usual.files?[page], "\(page) is drawn by the built-in theme")
    }
  }

  @Test
  func `that theme has a template of its own for every page, and builds the site of all fields`()
    async throws
  {
    let names = try TemporaryFolder.files(below: Self.gazette)
    for kind in PageKind.all { #expect(names.contains("\(kind.name).mustache")) }
    let project = try Project.golden("everything")
    let usual = try await renderSite(project.request()).diagnostics
    try project.folder.remove("templates")
    try project.folder.copy(Self.gazette, to: "templates")
    let site = try await renderSite(project.request())
    #expect(site.files != nil)
    #expect(project.terminal(site.diagnostics) == project.terminal(usual))
  }

  @Test func `a template names what the site adds to its records, and what it hands over`()
    async throws
  {
    let project = try Project.golden("everything")
    try project.folder.write(
      "templates/area.mustache",
      Array(
        """
        <h1>{{page.title}}</h1><p id="area.history"></p><p id="area.lineage"></p><p id="timeline.list"></p>
        {{#extra.lamps}}<b>{{text}}</b>{{/extra.lamps}}
        {{#extra.rocks}}<i>{{{html}}}</i>{{/extra.rocks}}
        {{#extra.pilots}}<a href="{{link}}">{{text}}</a>{{/extra.pilots}}
        <p>{{params.helpline}} {{#params.offices}}{{.}},{{/params.offices}}</p>
        {{#params.keeper}}<p>{{name}}{{#open}} now{{/open}}</p>{{/params.keeper}}
        """.utf8))
    let site = try await renderSite(project.request())
    let page = try #require(site.files?["areas/north-shore/index.html"])
    let html = String(decoding: page, as: UTF8.self)
    #expect(html.contains("<b>7.50</b>"))
    #expect(
      html.contains(
        "<i>The <em>Twins</em></i><i><a href=\"/register/areas/coast/\">Old Tom</a></i>"))
    #expect(html.contains("<a href=\"/register/organisations/sea-department/\">sea-department</a>"))
    #expect(html.contains("<p>0114 496 0130 Harbourton,Farness,</p>"))
    #expect(html.contains("<p>The keepers now</p>"))
    let coast = String(decoding: try #require(site.files?["areas/coast/index.html"]), as: UTF8.self)
    #expect(!coast.contains("<b>"))
  }

  @Test func `a template that names no field of the site is told which there are`() async throws {
    let project = try Project.golden("everything")
    try project.folder.write(
      "templates/not-found.mustache", Array("{{page.title}} {{params.helplin}}".utf8))
    let site = try await renderSite(project.request())
    #expect(site.files == nil)
    #expect(project.terminal(site.diagnostics).contains("did you mean 'params.helpline'?"))
  }

  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], "error[not-utf8]: byte 0xE9 is not UTF-8"),
      ([0x61, 0x00, 0x62], "error[control-character]: "),
      ([0x61, 0xEF, 0xBF, 0xBE], "error[control-character]: "),
    ] as [([UInt8], String)])
  func `a template that is no text is refused with the place`(bytes: [UInt8], message: String)
    async throws
  {
    let project = try Project.shipped()
    try project.folder.write("templates/not-found.mustache", Array("<p>".utf8) + bytes)
    let site = try await renderSite(project.request())
    #expect(site.files == nil)
    let said = project.terminal(site.diagnostics)
    #expect(said.contains(message))
    #expect(said.contains("--> templates/not-found.mustache"))
  }

  @Test func `every class in HTML that the program makes is told to authors of themes`()
    async throws
  {
    let guide = try String(
      contentsOfFile: "\(Repository.root)/docs/templates.md", encoding: .utf8)
    let templates = try TemporaryFolder.files(below: "\(Repository.root)/templates")
      .filter { $0.hasSuffix(".mustache") }
      .map { try String(contentsOfFile: "\(Repository.root)/templates/\($0)", encoding: .utf8) }
    let ours = Set(templates.flatMap(Self.classes))
    let site = try await GoldenSiteTests.everything.value
    let made = Set(site.pages.flatMap { Self.classes(in: $0.page.html) }).subtracting(ours)
    // Languages of code and kinds of boxes are what authors of records write.
    for name in made.sorted() where !name.hasPrefix("language-") && !name.hasPrefix("box-") {
      #expect(guide.contains("`\(name)`"), "docs/templates.md does not name the class \(name)")
    }
  }

  @Test func `what is copied keeps its original, and can be told from what the theme changed`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml", "title: A\n")
    let layout = try builtIn("layout.mustache")
    #expect(try run(["copy", "layout.mustache"], in: folder).status == 0)
    #expect(folder.bytes("templates/layout.mustache") == layout)
    #expect(folder.bytes("templates/.built-in/layout.mustache") == layout)
    #expect(try state(in: folder) == "same")

    let text = String(decoding: layout, as: UTF8.self)
    try folder.write(
      "templates/layout.mustache", text.replacing("<main", with: "<main class=\"wide\""))
    #expect(try state(in: folder) == "current")
    #expect(try run(["diff", "--exit-code"], in: folder).status == 0)

    // As if the copy had been taken from an earlier version.
    try folder.write(
      "templates/.built-in/layout.mustache",
      text.replacing("charset=\"utf-8\"", with: "charset=\"latin1\""))
    #expect(try state(in: folder) == "outdated")
    let diff = try run(["diff", "layout.mustache", "--exit-code"], in: folder)
    #expect(diff.status == 1)
    #expect(diff.output.contains("\n-<main id=\"content\""))
    #expect(diff.output.contains("\n+<main class=\"wide\" id=\"content\""))
    #expect(diff.output.contains("\n-<meta charset=\"latin1\">\n+<meta charset=\"utf-8\">\n"))

    #expect(try run(["accept", "layout.mustache"], in: folder).status == 0)
    #expect(try state(in: folder) == "current")
    #expect(try run(["copy", "layout.mustache"], in: folder).status == 74, "what is there stays")
  }

  @Test func `states of files that nobody copied are told, and names that are none are refused`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml", "title: A\n")
    try folder.write("templates/home.mustache", "home")
    try folder.write("templates/my/part.mustache", "part")
    try folder.write("templates/old.mustache", "old")
    try folder.write("templates/.built-in/old.mustache", "older")
    #expect(try states(in: folder) == ["unrecorded", "own", "gone"])
    let list = try run(["list"], in: folder).output
    #expect(list.contains("layout.mustache") && list.contains("my/part.mustache"))
    #expect(try run(["show", "layout.mustache"], in: folder).output.hasPrefix("<!doctype html>"))
    let refused = try run(["copy", "layuot.mustache"], in: folder)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("did you mean 'layout.mustache'?"))
    #expect(
      try run(["diff", "homme.mustache"], in: folder).errors.contains(
        "did you mean 'home.mustache'?"))
  }

  @Test func `an override whose original has changed is noticed by every check`() async throws {
    let project = try Project.golden("everything")
    try project.folder.write(
      "templates/layout.mustache",
      String(decoding: try builtIn("layout.mustache"), as: UTF8.self) + "\n")
    #expect(try await outdated(in: project).isEmpty)
    try project.folder.write("templates/.built-in/layout.mustache", "an older one\n")
    let found = try await outdated(in: project)
    #expect(found.count == 1 && found.first?.level == .notice)
    #expect(found.first?.primary.span.file.path == "templates/layout.mustache")
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"),
    ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    (
      "a", "a\n",
      "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"
    ),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n",
      "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n"
    ),
  ])
  func `differences are told as diff -u tells them`(old: String, new: String, hunk: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml", "title: A\n")
    try folder.write("templates/.built-in/layout.mustache", old)
    try folder.write("templates/layout.mustache", new)
    let output = try run(["diff", "--json"], in: folder).output
    let changes = try #require(try files(output).first?["siteChanges"] as? String)
    #expect(changes == "--- built-in/layout.mustache\n+++ templates/layout.mustache\n\(hunk)")
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Run {
    try Program.run(["theme"] + arguments, in: folder.path)
  }

  private func builtIn(_ name: String) throws -> [UInt8] {
    try #require(ThemeFile.builtIn.first { $0.path == name }).bytes
  }

  private func outdated(in project: Project) async throws -> [Diagnostic] {
    try await checkSite(project.request()).filter {
      $0.check.name == "outdated-override"
    }
  }

  private func state(in folder: TemporaryFolder) throws -> String? { try states(in: folder).first }

  private func states(in folder: TemporaryFolder) throws -> [String] {
    try files(run(["diff", "--json"], in: folder).output).compactMap { $0["state"] as? String }
  }

  private func files(_ json: String) throws -> [[String: any Sendable]] {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: any Sendable]
    return value?["files"] as? [[String: any Sendable]] ?? []
  }

  private static func classes(in html: String) -> [String] {
    html.components(separatedBy: " class=\"").dropFirst().flatMap { rest in
      rest.prefix { $0 != "\"" }.split(separator: " ").map(String.init)
    }
  }
}
