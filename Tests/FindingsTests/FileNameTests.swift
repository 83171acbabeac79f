import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// Names of files and addresses that nobody thought of: what they are published as, or why not.
struct FileNameTests {
  static let names = [
    "plain.pdf", "Children's services.pdf", "Smith & Sons.pdf", "Report #4.pdf", "Why?.pdf",
    "100%.pdf", "a%20b.pdf", "a+b=c;d,e.pdf", "q\"uote.pdf", "<b>.pdf", "[x](y).pdf", "{{a}}.pdf",
    "häfen.pdf", "ha\u{308}fen.pdf", "日本.pdf", "👪.pdf", "a:b.pdf", "a|b*.pdf", "-.pdf", "~x.pdf",
    "no ending", "two..dots.pdf", "deep/er #2/x.pdf", "e\u{301}/é.pdf", "$(id).pdf", "`x`.pdf",
  ]

  /// A small register with some more files.
  static func project(_ files: KeyValuePairs<String, String>) throws -> Project {
    let project = Project(folder: try TemporaryFolder())
    let site = """
      title: T
      base_url: https://t.example/register/
      language: en-GB
      publisher: P

      """
    try project.folder.write("content/site.yml", site)
    for (path, text) in files { try project.folder.write(path, text) }
    return project
  }

  /// What a check says that builds no site; a build says the same and writes nothing.
  static func refusal(of project: Project) async throws -> [String] {
    let checked = try await checkSite(project.request())
    let built = try await buildSite(project.request())
    #expect(built.written == nil)
    #expect(built.diagnostics.map(\.message).sorted() == checked.map(\.message).sorted())
    for diagnostic in checked where diagnostic.level == .error {
      #expect(shownSource(of: diagnostic.primary.span.file, root: project.folder.path) != nil)
    }
    return checked.filter { $0.level == .error }.map { "\($0.check.name): \($0.message)" }
  }

  /// Links of pages that lead to no file, and words that lead nowhere, found without the program.
  static func lost(in site: BuiltSite) -> [String] {
    let base = "/register/"
    return site.pages.flatMap { path, page in
      page.links.filter { link in
        guard !link.contains("://"), !link.hasPrefix("#"), !link.hasPrefix("mailto:") else {
          return false
        }
        let end = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
        guard let name = String(link[..<end]).removingPercentEncoding, name.hasPrefix(base) else {
          return true
        }
        let file = String(name.dropFirst(base.count))
        return site.files[file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file] == nil
      }.map { "\(path): \($0)" }
    }
  }

  @Test(arguments: names)
  func `a download of any name is found by links of every kind`(name: String) async throws {
    let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name
    let typed = name.replacingOccurrences(of: "%", with: "%25").unicodeScalars.map { scalar in
      "\\<>[]&*`_".unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(scalar)
    }.joined()
    let page = """
      ---
      title: D
      ---

      [one report](<file:\(typed)>), [two](<file:\(encoded)>), [three](../files/\(encoded)),
      [four](<file:\(typed.decomposedStringWithCanonicalMapping)>), [page 3](<file:\(typed)#page=3>)

      ![a picture](<file:\(typed)>)
      """
    let project = try Self.project(["content/pages/d.md": page, "content/files/\(name)": "text"])
    #expect(try await checkSite(project.request()).map(\.message) == [])
    let site = try await project.built()
    #expect(site.text("files/\(name.precomposedStringWithCanonicalMapping)") == "text")
    #expect(Self.lost(in: site) == [])
    let links = PageReading(site.text("pages/d/index.html")).links.filter { $0.contains("/files/") }
    #expect(links.count == 6 && Set(links).count == 2)
    #expect(links.filter { $0.hasSuffix("#page=3") }.count == 1)
  }

  @Test(arguments: [
    ("a\\b.pdf", "'files/a\\b.pdf' has a backslash, which is a separator on some systems"),
    ("a\u{1B}[31m.pdf", "'files/a\u{1B}[31m.pdf' has a control character"),
    ("a\nb.pdf", "'files/a\nb.pdf' has a control character"),
  ])
  func `a download whose name no site can have is refused`(
    name: String, message: String
  ) async throws {
    let project = try Self.project(["content/files/\(name)": ""])
    #expect(try await Self.refusal(of: project) == ["unsafe-path: \(message)"])
  }

  @Test(arguments: [
    ("A.txt", "a.txt"), ("É.txt", "e\u{301}.txt"), ("häfen.txt", "ha\u{308}fen.txt"),
    ("x/A/y.txt", "x/a/y.txt"),
  ])
  func `downloads that are one file on some disks are refused`(
    name: String, other: String
  ) async throws {
    let project = try Self.project(["content/files/\(name)": "", "content/files/\(other)": ""])
    let found = try await Self.refusal(of: project)
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("unsafe-path: 'files/") })
  }

  @Test(arguments: names)
  func `an asset of any name is published where templates find it`(name: String) async throws {
    let layout = "<img src=\"{{assets.\(assetName(of: name)).address}}\" alt=\"\">"
    let allowed = CharacterSet.alphanumerics.union(["/"])
    let encoded = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? name
    let style = "a { background: url(\"\(encoded)\") }"
    let project = try Self.project([
      "templates/assets/\(name)": "text", "templates/not-found.mustache": layout,
      "templates/assets/own.css": style,
    ])
    #expect(try await checkSite(project.request()).map(\.message) == [])
    let site = try await project.built()
    #expect(Self.lost(in: site) == [])
    let style2 = site.files.first { $0.key.hasPrefix("assets/own.") }?.value ?? []
    let address = String(decoding: style2, as: UTF8.self).components(separatedBy: "\"")
    let target = try #require(address.count > 2 ? address[1].removingPercentEncoding : nil)
    #expect(site.files["assets/\(target)"] != nil)
  }

  /// The name that the template reference gives an asset.
  private func assetName(of path: String) -> String {
    path.precomposedStringWithCanonicalMapping.map { character in
      let isName = character.isASCII && (character.isLetter || character.isNumber)
      return isName || "-_@+~".contains(character) || !character.isASCII ? String(character) : "-"
    }.joined()
  }

  @Test(arguments: [
    ("icons/home.svg", "icons-home.svg"), ("a-b.svg", "a.b.svg"), ("a b.svg", "a#b.svg"),
    ("fonts/x.woff2", "fonts-x.woff2"), ("findings-css", "x.css"),
  ])
  func `assets of one name in templates are told with both files`(
    name: String, other: String
  ) async throws {
    let project = try Self.project([
      "templates/assets/\(name)": "", "templates/assets/\(other)": "b",
    ])
    let checked = try await checkSite(project.request())
    #expect(checked.map(\.check.name) == ["asset-name"])
    let places = checked.flatMap {
      [$0.primary.span.file.path] + $0.secondary.map(\.span.file.path)
    }
    #expect(places.contains("templates/assets/\(name)"))
    #expect(
      places.contains { $0 == "templates/assets/\(other)" || $0 == "built-in/assets/findings.css" })
    #expect(try await buildSite(project.request()).written == nil)
  }

  @Test(arguments: [
    ("/Areas/Baths/", "is the same file as 'areas/baths/index.html' on disks that fold letters"),
    ("/areas/baths/", "is an address that the site has already"),
    ("/", "is an address that the site has already"),
    ("/data/reports.csv", "needs a folder where the file 'data/reports.csv' is"),
    ("/files/Annex.txt", "needs a folder where the file 'files/annex.txt' is"),
    ("/404.html", "is an address that the site has already"),
    ("/pagefind/x/", "is a name that the build keeps for itself"),
    ("/Pagefind/x.html", "is a name that the build keeps for itself"),
    ("/OLD", "is the same file as 'old/index.html' on disks that fold letters"),
    ("/../about/", "has a part '.' or '..'"),
    ("/report.asp?id=7", "has a '?' or '#', and what follows it asks for no other file"),
    ("/a\\b/", "has a backslash, which is a separator on some systems"),
  ])
  func `an alias that cannot be served is told at its place by check and build alike`(
    alias: String, fault: String
  ) async throws {
    let quoted = alias.replacingOccurrences(of: "\\", with: "\\\\")
    let area = "---\ntitle: Harbour Baths\nkind: building\naliases: [/old/, \"\(quoted)\"]\n---\n"
    let project = try Self.project([
      "content/areas/baths.md": area, "content/files/annex.txt": "",
    ])
    #expect(try await Self.refusal(of: project) == ["unsafe-path: '\(alias)' \(fault)"])
    let told = try await checkSite(project.request()).filter { $0.level == .error }
    #expect(told.map(\.primary.span.file.path) == ["content/areas/baths.md"])
    #expect(told.map { area.utf8.dropFirst($0.primary.span.range.lowerBound).first } == [0x22])
  }

  @Test func `a former address of two records is told at the second with the first`() async throws {
    func area(_ alias: String) -> String {
      "---\ntitle: A\nkind: building\naliases: [\(alias)]\n---\n"
    }
    let project = try Self.project([
      "content/areas/a.md": area("/old/a%20b"), "content/areas/b.md": area("/old/a b/"),
    ])
    #expect(
      try await Self.refusal(of: project)
        == ["unsafe-path: '/old/a b/' is an address that the site has already"])
    let told = try await checkSite(project.request()).first { $0.level == .error }
    #expect(told?.primary.span.file.path == "content/areas/b.md")
    #expect(told?.secondary.map(\.span.file.path) == ["content/areas/a.md"])
  }

  @Test func `a former address is served as a browser asks for it`() async throws {
    let aliases = [
      "/old/a b/", "/old/häfen/", "/old/a%20b/", "/old/a b", "/x%3Fy/", "/it's/", "/\"q\"/",
      "/a&b/", "/c.html",
    ]
    let list = aliases.map { "  - '\($0.replacingOccurrences(of: "'", with: "''"))'\n" }.joined()
    let area = "---\ntitle: Harbour Baths\nkind: building\naliases:\n\(list)---\n"
    let project = try Self.project(["content/areas/x.md": area])
    #expect(try await checkSite(project.request()).map(\.message) == [])
    let site = try await project.built()
    for file in [
      "old/a b/index.html", "old/häfen/index.html", "x?y/index.html", "it's/index.html",
      "\"q\"/index.html", "a&b/index.html", "c.html",
    ] {
      #expect(site.text(file).contains("/areas/x/"), "\(file)")
    }
    #expect(Self.lost(in: site) == [])
  }

  @Test(arguments: [
    ("reports/a.MD", "rename it to 'reports/a.md'"),
    ("reports/a.markdown", "rename it to 'reports/a.md'"),
    ("reports/a.md.txt", "rename it to 'reports/a.md'"),
    ("reports/a.MD.TXT", "rename it to 'reports/a.md'"),
    ("reports/2026/a.md.txt", "move it to 'reports/a.md'"),
    ("reports/2026/x.md", "move it to 'reports/x.md'"),
    (
      "areas/images/a.png",
      "move it into content/files, and name it with 'file:a.png' where it is shown or linked"
    ),
    (
      "reports/annex.pdf",
      "move it into content/files, and name it with 'file:annex.pdf' where it is shown or linked"
    ),
    (
      "pages/README",
      "move it into content/files, and name it with 'file:README' where it is shown or linked"
    ),
  ])
  func `a file that no collection takes is an error that says where it belongs`(
    name: String, help: String
  ) async throws {
    let project = try Self.project(["content/\(name)": "text"])
    #expect(try await Self.refusal(of: project) == ["stray-file: '\(name)' is no record"])
    #expect(try await checkSite(project.request()).map(\.help) == [help])
  }

  @Test func `a stray file is not sent where another one lies`() async throws {
    let project = try Self.project([
      "content/reports/annex.pdf": "one", "content/files/annex.pdf": "two",
    ])
    let found = try await checkSite(project.request()).filter { $0.level == .error }
    #expect(
      found.map(\.help) == [
        "'files/annex.pdf' is there already: move this one there under another name, and use that where it "
          + "is shown or linked"
      ])
  }

  @Test func `no address of a file that a build writes can be a former one`() async throws {
    let project = try Self.project([
      "content/areas/a.md": "---\ntitle: A\nkind: building\n---\n",
      "content/organisations/o.md": "---\ntitle: O\nkind: inspectorate\n---\n",
    ])
    try project.edit(
      "content/site.yml", "publisher: P", "publisher: P\nhosting: [netlify, cloudflare, apache]")
    var request = project.request()
    request.output = "out"
    request.search = .off
    #expect(try await buildSite(request).written != nil)
    let written = try project.folder.contents(of: "out").keys.sorted()
    #expect(written.count > 30 && written.contains("manifest.json"))
    let own = [
      "Manifest.JSON", "manifest.json.sig", "pagefind", "pagefind/pagefind.js",
      ".findings-manifest", ".Findings-unfinished",
    ]
    let addresses = (written + own).filter { $0 != "index.html" }.map { "/\($0)" }
    let list = addresses.map { "  - \"\($0)\"\n" }.joined()
    let area = "---\ntitle: A\nkind: building\naliases:\n\(list)---\n"
    try project.folder.write("content/areas/a.md", area)
    let told = try await checkSite(request).filter { $0.level == .error }
    let lines = Set(
      told.filter { $0.check.name == "unsafe-path" }.map { diagnostic in
        area.utf8.prefix(diagnostic.primary.span.start).count { $0 == 0x0A }
      })
    let missed = addresses.indices.filter { !lines.contains($0 + 4) }.map { addresses[$0] }
    #expect(missed == [])
    #expect(told.allSatisfy { $0.primary.span.file.path == "content/areas/a.md" })
    let built = try await buildSite(request)
    #expect(built.written == nil)
    #expect(built.diagnostics.map(\.message).sorted() == told.map(\.message).sorted())
  }

  @Test func `each link to an anchor that is not there is told where it is written`() async throws {
    let page = """
      ---
      title: D
      note: See [it](page:e#nope).
      ---

      [i](e.md#nope) one, [again](e.md#nope) two, [z](org:o#nope) three.

      [own](#nope) and [others](page:e#other), [both](../organisations/o.md#nope).
      """
    let project = try Self.project([
      "content/pages/d.md": page, "content/pages/e.md": "---\ntitle: E\n---\n\nText.\n",
      "content/pages/f.md": "---\ntitle: F\n---\n\n[i](e.md#nope)\n",
      "content/organisations/o.md": "---\ntitle: O\nkind: inspectorate\n---\n",
    ])
    let told = try await checkSite(project.request()).filter { $0.check.name == "broken-link" }
    let places = told.map { diagnostic in
      let span = diagnostic.primary.span
      let text = (project.folder.text(span.file.path) ?? "").utf8.dropFirst(span.start)
      return "\(span.file.path): \(String(Substring(text.prefix(span.end - span.start))))"
    }
    #expect(
      places.sorted() == [
        "content/pages/d.md: #nope", "content/pages/d.md: ../organisations/o.md#nope",
        "content/pages/d.md: e.md#nope", "content/pages/d.md: e.md#nope",
        "content/pages/d.md: org:o#nope", "content/pages/d.md: page:e#nope",
        "content/pages/d.md: page:e#other", "content/pages/f.md: e.md#nope",
      ])
  }

  @Test func `a second ending is no part of the id`() async throws {
    let project = try Self.project([
      "content/areas/kent.md.md": "---\ntitle: Kent\nkind: region\n---\n"
    ])
    #expect(try await checkSite(project.request()).map(\.help) == ["rename the file to 'kent.md'"])
  }

  @Test
  func
    `a record in a misspelt folder is an error, and another file beside the collections a warning`()
    async throws
  {
    let misspelt = try Self.project(["content/report/x.md": "text"])
    let found = try await checkSite(misspelt.request())
    #expect(found.map(\.level) == [.error])
    #expect(found.map(\.help) == ["move it to 'reports/x.md'"])
    let notes = try Self.project(["content/notes.txt": "text"])
    #expect(try await checkSite(notes.request()).map(\.level) == [.warning])
  }

  @Test(arguments: [
    ("![p](p.png)", "p.png", "move the file to 'content/files/p.png', and write 'file:p.png'"),
    (
      "![p](../images/p.png)", "../images/p.png",
      "move the file to 'content/files/p.png', and write 'file:p.png'"
    ),
    ("[p](<a b.pdf>)", "a b.pdf", "write '<file:a b.pdf>'"),
  ])
  func `the help of a picture that is not found says where pictures belong`(
    body: String, name: String, help: String
  ) async throws {
    let project = try Self.project([
      "content/pages/d.md": "---\ntitle: D\n---\n\n\(body)\n", "content/files/a b.pdf": "",
    ])
    let found = try await checkSite(project.request()).filter { $0.level == .error }
    #expect(found.map(\.message) == ["'\(name)' is not a file below content/files"])
    #expect(found.map(\.help) == [help])
  }

  @Test func `a download that only unseen reports name is held back with them`() async throws {
    func report(_ head: String, _ file: String) -> String {
      "---\ntitle: R\nkind: thematic\npublisher: o\nframework: unknown\n\(head)\n---\n\n[annex](file:\(file)), [both](../files/both.pdf)\n"
    }
    let project = try Self.project([
      "content/organisations/o.md": "---\ntitle: O\nkind: inspectorate\n---\n",
      "content/reports/draft.md": report("status: draft", "draft.pdf"),
      "content/reports/scheduled.md": report(
        "status: scheduled\nrelease: 2099-01-01T09:00:00Z", "scheduled.pdf"),
      "content/pages/p.md": "---\ntitle: P\n---\n\n[shared](file:both.pdf)\n",
      "content/files/draft.pdf": "secret", "content/files/scheduled.pdf": "secret",
      "content/files/both.pdf": "shared", "content/files/lone.pdf": "named by nobody",
    ])
    let checked = try await checkSite(project.request())
    #expect(
      checked.filter { $0.check.name == "stray-file" }.map(\.message) == [
        "'files/lone.pdf' is published, and no record leads to it"
      ])
    let site = try await project.built()
    #expect(
      site.files.keys.filter { $0.hasPrefix("files/") }.sorted() == [
        "files/both.pdf", "files/lone.pdf",
      ])
    var drafts = project.request()
    drafts.unreleased = .all
    let all = try await project.built(drafts)
    #expect(all.files.keys.filter { $0.hasPrefix("files/") }.count == 4)
  }

  @Test func `nothing that a name holds steers a terminal`() throws {
    let escape = "\u{1B}[31m"
    let project = try Self.project([
      "content/reports/a\(escape).md": "---\ntitle: T\n---\n",
      "content/areas/x.md": "---\ntitle: \"X \\e[31m\"\nkind: building\n---\n",
      "content/files/b\(escape).pdf": "", "templates/c\(escape).mustache": "",
    ])
    for arguments in [
      ["check"], ["check", "--format", "github"], ["check", "--format", "json"], ["build"],
      ["list"],
      ["show", "x"], ["theme", "list"], ["build", "--content", "no\(escape)"],
      ["list", "--content", "no\(escape)"],
    ] {
      let run = try Program.run(arguments, in: project.folder.path)
      #expect(!(run.output + run.errors).utf8.contains(0x1B), "\(arguments)")
      #expect(!(run.output + run.errors).isEmpty)
    }
  }
}
