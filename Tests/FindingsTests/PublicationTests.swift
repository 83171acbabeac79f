import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publisher

/// That a publication lists what it consists of, and that the next one is held against it.
struct PublicationTests {
  static let report = """
    ---
    title: A study of lamps
    kind: thematic
    publisher: body
    framework: unknown
    published: 2012-03-01
    overall: good
    recommendations:
      - {id: 1, text: Trim the wicks., to: [body]}
    ---

    ## What was seen

    1. The lamps were lit.

    2. The wicks were long.

    """

  static func project() throws -> Project {
    try FileNameTests.project([
      "content/organisations/body.md": "---\ntitle: Body\nkind: inspectorate\n---\n",
      "content/reports/study.md": report,
      "content/pages/about.md": "---\ntitle: About\n---\n\n## Who we are\n\nA body.\n",
      "content/files/plan.txt": "A plan.",
    ])
  }

  /// What a check says of the way from a publication to what the project is now.
  static func complaints(of project: Project) async throws -> [Diagnostic] {
    var request = project.request()
    request.previous = "public"
    return try await checkSite(request)
      .filter { $0.check == .lostAddress || $0.check == .unannouncedChange }
  }

  private func published(_ project: Project) async throws -> PublishedSite {
    let bytes = Array(try #require(project.folder.text("public/manifest.json")).utf8)
    return try await PublishedSite.read(bytes, shown: "manifest.json", workers: 2)
  }

  @Test func `the list names every file with its digest, its kind, its record and its places`()
    async throws
  {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    let site = try await published(project)
    var files = try project.folder.contents(of: "public")
    for name in ["manifest.json", ".findings-manifest"] { files[name] = nil }
    #expect(site.files.map(\.path) == files.keys.sorted { $0.precedesByBytes($1) })
    for file in site.files {
      let bytes = try #require(files[file.path])
      #expect(file.size == bytes.count)
      #expect(file.sha256 == SHA256(of: bytes), "\(file.path)")
    }
    func file(_ path: String) -> PublishedFile? { site.files.first { $0.path == path } }
    let page = try #require(file("reports/study/index.html"))
    #expect(page.kind == .record)
    #expect(page.records == ["reports/study"])
    #expect(page.ids == ["para-1", "para-2", "what-was-seen"])
    #expect(file("reports/study/recommendations/1/index.html")?.records == ["reports/study"])
    #expect(file("files/plan.txt")?.kind == .download)
    #expect(file("index.html")?.kind == .page)
    #expect(file("feed.xml")?.kind == .feed)
    #expect(site.files.contains { $0.kind == .asset })
    #expect(site.head.previous == nil)
    let record = try #require(site.records.first { $0.name == "reports/study" })
    #expect(record.source == SHA256(of: Array(Self.report.utf8)))
    #expect(record.says["overall"] == "good")
    #expect(record.says["recommendations.1.text"] == "Trim the wicks.")
    #expect(record.says["para-2"] == "The wicks were long.")
    #expect(record.says["heading.what-was-seen"] == "What was seen")
  }

  @Test func `facts of one name are told apart by numbers, and each is found by its name`() {
    let names = ["b", "a", "a", "a.x", "c", "a", "a~1"]
    let facts = RecordFacts(names.enumerated().map { .init(name: $1, value: "\($0)") })
    #expect(facts.all.map(\.name) == ["a", "a.x", "a~1", "a~2", "a~3", "b", "c"])
    #expect(["a", "a~2", "a~3", "a.x", "c"].map { facts[$0] } == ["1", "2", "5", "3", "4"])
    #expect(["", "a.", "d"].map { facts[$0] } == [nil, nil, nil])
  }

  @Test func `facts have single spaces, wherever in a text its blanks stand`() throws {
    for blanks in ["", " ", "  ", "\\t", "\\n", " \\n ", "\\r\\n\\t", "          "] {
      for (before, after) in (0..<18).flatMap({ left in [0, 1, 7, 8, 9].map { (left, $0) } }) {
        let words = [before, after].map { String(repeating: "x", count: $0) }
        let note = "\(blanks)\(words[0])\(blanks)\(blanks)\(words[1])\(blanks)"
        let text = Self.report.replacingOccurrences(
          of: "overall: good", with: "overall: good\nnote: \"\(note)\"")
        var said: RecordFacts?
        _ = readRecord(text, at: "reports/study.md", facts: { said = $0.facts(visibleRoles: []) })
        let expected =
          blanks.isEmpty
          ? words.joined() : words.filter { !$0.isEmpty }.joined(separator: " ")
        #expect(try #require(said)["note"] == expected, "\(note.debugDescription)")
      }
    }
  }

  @Test func `a paragraph's fact ends with what its links name`() throws {
    let text = Self.report.replacingOccurrences(
      of: "The wicks were long.",
      with: "The [wicks](rec:1)\n    and  the [lamps](report:study#para-1) were long.")
    var said: RecordFacts?
    _ = readRecord(text, at: "reports/study.md", facts: { said = $0.facts(visibleRoles: []) })
    #expect(
      try #require(said)["para-2"]
        == "The wicks and the lamps were long. [rec:1] [report:study#para-1]")
  }

  @Test func `facts do not depend on how a file is laid out, and depend on all that it says`()
    async throws
  {
    func facts(_ text: String) throws -> RecordFacts {
      var facts: RecordFacts?
      _ = readRecord(
        text, at: "reports/study.md", facts: { facts = $0.facts(visibleRoles: ["director"]) })
      return try #require(facts)
    }
    let laidOut = """
      ---
      # Quoted, in another order, and a list of one.
      kind: "thematic"
      title: >-
        A study
        of lamps
      publishers: [body]
      framework: unknown
      recommendations:
        - id: 1
          to: body
          text: 'Trim the wicks.'
      overall: good
      published: 2012-03-01
      aliases: [/old/]
      people: [{name: Jo Field, role: inspector}]
      ---

      ## What was seen

      1.  The lamps
          were lit.
      2.  The wicks were long.

      """
    #expect(try facts(laidOut) == facts(Self.report))
    for (old, new) in [
      ("good", "poor"), ("2012-03-01", "2012-03-02"), ("Trim", "Cut"), ("lit", "dark"),
      ("was seen", "is seen"), ("study", "view"), ("thematic", "consultation"),
    ] {
      let changed = Self.report.replacingOccurrences(of: old, with: new)
      #expect(try facts(changed) != facts(Self.report), "\(old)")
    }
    let signed = laidOut.replacingOccurrences(of: "role: inspector", with: "role: director")
    #expect(try facts(signed)["people.director.name"] == "Jo Field")
  }

  @Test func `an address that would be gone is an error that says whose it was`() async throws {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    #expect(try await Self.complaints(of: project) == [])
    let study = try #require(project.folder.text("content/reports/study.md"))
    try project.folder.remove("content/reports/study.md")
    try project.folder.remove("content/files/plan.txt")
    try project.folder.write("content/reports/lamps.md", study)
    try project.edit("content/pages/about.md", "Who we are", "What we are")
    let lost = try await Self.complaints(of: project).filter { $0.level == .error }
    #expect(
      lost.map(\.message).sorted() == [
        "'/files/plan.txt' was public and would be gone",
        "'/pages/about/#who-we-are' was public and would be gone",
        "'reports/study' was public, and its addresses would be gone",
      ])
    let record = try #require(lost.first { $0.message.contains("reports/study") })
    #expect(record.notes.first?.contains("/reports/study/recommendations/1/") == true)
    #expect(
      record.help
        == "write 'aliases: [/reports/study/]' in content/reports/lamps.md, which says the same")
    try project.edit(
      "content/reports/lamps.md", "kind: thematic",
      "kind: thematic\naliases: [/reports/study/, /reports/study/recommendations/1/, /reports/study/print/]"
    )
    try project.edit("content/pages/about.md", "What we are", "Who we are")
    try project.folder.write("content/files/plan.txt", "Another plan.")
    #expect(try await Self.complaints(of: project).filter { $0.level == .error } == [])
  }

  @Test func `what changed is pointed at, and a renamed heading can be waived`() async throws {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    try project.edit("content/reports/study.md", "overall: good", "overall: poor")
    func shown(_ complaints: [Diagnostic]) throws -> [String] {
      let text = Array(try #require(project.folder.text("content/reports/study.md")).utf8)
      return complaints.map { String(decoding: text[$0.primary.span.range], as: UTF8.self) }
    }
    #expect(try shown(await Self.complaints(of: project)) == ["poor"])
    try project.edit("content/reports/study.md", "What was seen", "What we saw")
    let told = try await Self.complaints(of: project).sorted { $0.check.name < $1.check.name }
    #expect(told.map(\.check) == [.lostAddress, .unannouncedChange])
    #expect(try shown(told).allSatisfy { $0.contains("What we saw") })
    #expect(told[0].primary.text == "is new, and '#what-was-seen' is gone")
    try project.edit(
      "content/reports/study.md", "recommendations:",
      """
      changes: [{date: 2013-01-01, note: A word.}]
      waivers: [{check: lost-address, reason: A slip., by: The editors, date: 2013-01-01}]
      recommendations:
      """)
    #expect(try await Self.complaints(of: project) == [])
  }

  @Test func `only of reports it is said that they can be withdrawn`() async throws {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    try project.folder.remove("content/pages/about.md")
    try project.folder.remove("content/reports/study.md")
    let lost = try await Self.complaints(of: project)
      .filter { $0.message.hasSuffix("was public, and its addresses would be gone") }
    let help = "list them under 'aliases:' of the record that takes its place, or put the file back"
    #expect(
      lost.sorted { $0.message < $1.message }.map(\.help) == [
        help, help + " and withdraw the report with 'status: withdrawn'",
      ])
    let lists = try await Self.complaints(of: project).filter { $0.level == .notice }
    #expect(
      !lists.isEmpty && lists.allSatisfy { $0.help?.hasPrefix("nothing has to be done") == true })
  }

  @Test func `a withdrawn report may lose its paragraphs and keeps its page`() async throws {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    try project.edit(
      "content/reports/study.md", "published: 2012-03-01",
      """
      published: 2012-03-01
      status: withdrawn
      withdrawal: {date: 2013-01-01, reason: A mistake., withhold: text}
      """)
    let told = try await Self.complaints(of: project)
    #expect(told.filter { $0.level == .error } == [])
    // Nothing is open any more, and so there is no list of it.
    #expect(told.first?.message == "'/recommendations/open/' was public and would be gone")
  }

  @Test func `a public report that changes must say so, and a note speaks for what it names`()
    async throws
  {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    try project.edit("content/reports/study.md", "were long", "were short")
    let text = try await Self.complaints(of: project)
    #expect(text.map(\.message) == ["'study' is public and says something else than before"])
    #expect(
      text.first?.notes == ["para-2: 'The wicks were long.' became 'The wicks were short.'"])
    #expect(text.first?.help?.hasSuffix("with 'paragraphs: [2]'") == true)
    try project.edit("content/reports/study.md", "overall: good", "overall: poor")
    try project.edit(
      "content/reports/study.md", "recommendations:",
      "changes: [{date: 2013-01-01, note: Mended., paragraphs: [1]}]\nrecommendations:")
    let unnamed = try await Self.complaints(of: project)
    #expect(unnamed.map(\.notes) == [text.first?.notes])
    try project.edit("content/reports/study.md", "paragraphs: [1]", "paragraphs: [1, 2]")
    #expect(try await Self.complaints(of: project) == [])
    // A note that was there before speaks for nothing new.
    _ = try await buildSite(project.request())
    try project.edit("content/reports/study.md", "overall: poor", "overall: good")
    #expect(
      try await Self.complaints(of: project).map(\.notes) == [["overall: 'poor' became 'good'"]])
  }

  @Test func `assets that pages no longer ask for stay for as many publications as the site says`()
    async throws
  {
    let project = try Self.project()
    try project.edit("content/site.yml", "publisher: P", "publisher: P\nformer_assets: 2")
    var request = project.request()
    var kept: [[String]] = []
    for round in 0..<4 {
      try project.folder.write(
        "templates/assets/mark.svg", "<svg xmlns=\"a\" id=\"r\(min(round, 1))\"/>")
      request.previous = round == 0 ? "none" : "public"
      let outcome = try await buildSite(request)
      #expect(outcome.written != nil)
      let site = try await published(project)
      kept.append(site.former.map(\.path))
      for asset in site.former {
        #expect(project.folder.text("public/\(asset.path)")?.contains("r0") == true)
      }
      #expect((site.head.previous == nil) == (round == 0))
    }
    #expect(kept.map(\.count) == [0, 1, 1, 0])
    #expect(kept[1] == kept[2])
  }

  @Test func `a site is held against its list`() async throws {
    let project = try Self.project()
    _ = try await buildSite(project.request())
    let folder = project.folder["public"]
    #expect(try await verifySite(folder).isWhole)
    try project.folder.write("public/index.html", "other")
    try project.folder.remove("public/feed.xml")
    try project.folder.write("public/mine.txt", "mine")
    let found = try await verifySite(folder)
    #expect(found.different == ["index.html"])
    #expect(found.missing == ["feed.xml"])
    #expect(found.unlisted == ["mine.txt"])
    #expect(!found.isWhole)
  }

  @Test func `what is no list is refused`() async throws {
    let starts = ["\"files\":[", "\"records\":[", "\"former\":["].joined(separator: "\n")
    for text in ["", "{}", starts, "{\n\(starts)", "{\n\(starts)\n]\n}", "\(starts)\n\(starts)"] {
      await #expect(throws: EnvironmentError.self) {
        try await PublishedSite.read(Array(text.utf8), shown: "x", workers: 1)
      }
    }
  }
}
