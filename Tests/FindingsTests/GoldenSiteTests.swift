import Diagnostics
import Inspections
import Publisher
import TestSupport
import Testing

/// A valid site that uses every field of every collection and every form of Markdown.
struct GoldenSiteTests {
  static let everything = Task { try await Project.golden("everything").built() }
  static let report = "reports/north-shore-2019/index.html"

  @Test func `every recorded file of the site is as expected`() async throws {
    let project = try Project.golden("everything")
    let outcome = try await buildSite(project.request())
    #expect(outcome.written != nil)
    let site = BuiltSite(files: try project.folder.contents(of: "public"))
    let paths = RecordedFiles.paths
    let reviewed = ReviewedSite(
      site, recording: paths, base: "https://lights.example.org/register/")
    #expect(reviewed.differences(fromExpected: "everything") == [])
    #expect(paths.filter { site.files[$0] == nil } == [], "recorded and not built")
    #expect(paths.count == Set(paths).count, "recorded once")
  }

  @Test func `a file of every kind is recorded, and every table`() async throws {
    let recorded = Set(RecordedFiles.paths.map(RecordedFiles.kind))
    let site = try await Self.everything.value
    for path in site.files.keys where !path.hasPrefix("assets/") && !path.hasPrefix("files/") {
      #expect(recorded.contains(RecordedFiles.kind(of: path)), "\(path) is of another kind")
    }
    let tables = site.files.keys.filter { $0.hasPrefix("data/") && $0.hasSuffix(".csv") }
    let unrecorded = Set(tables.filter { !$0.hasSuffix(".excel.csv") })
      .subtracting(RecordedFiles.paths)
    #expect(unrecorded == [])
  }

  @Test func `records are not told apart by kind, and what is told of a record is`() {
    for (path, kind) in [
      ("index.html", "index.html"), ("areas/index.html", "areas/index.html"),
      ("areas/coast/index.html", "areas/*/index.html"),
      ("reports/a/recommendations/1/index.html", "reports/*/recommendations/*/index.html"),
      ("reports/a/print/index.html", "reports/*/print/index.html"),
      ("data/areas.excel.csv", "data/*.excel.csv"),
      ("organisations/a/progress/follow-up-times.csv", "organisations/*/progress/*.csv"),
      ("reports/a/figures/sample-b.csv", "reports/*/figures/*.csv"),
    ] {
      #expect(RecordedFiles.kind(of: path) == kind)
    }
  }

  @Test func `JSON is published without white space but a line for each row`() async throws {
    for (path, bytes) in try await Self.everything.value.files where path.hasSuffix(".json") {
      let text = String(decoding: bytes, as: UTF8.self)
      let space = JSONLayout.space(in: text)
      #expect(space.allSatisfy { $0 == UInt8(ascii: "\n") }, "\(path)")
      #expect(space.count == text.split(separator: "\n").count, "\(path) ends each line")
    }
  }

  @Test func `the site uses every field of every collection`() throws {
    let folder = "\(Repository.sites)/everything/content"
    func unused(_ record: RecordDescription, in files: [String]) throws -> [String] {
      let texts = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
      return keys(of: record).filter { key in !texts.contains { $0.contains("\(key):") } }
    }
    #expect(try unused(siteDescription, in: ["site.yml"]) == [])
    let paths = try TemporaryFolder.files(below: folder)
    for collection in Inspections.Collection.allCases {
      let files = paths.filter { $0.hasPrefix(collection.rawValue + "/") }
      #expect(try unused(description(of: collection), in: files) == [], "\(collection.rawValue)")
    }
  }

  @Test func `what is said of the site is as expected`() async throws {
    let project = try Project.golden("everything")
    let text = project.terminal(try await buildSite(project.request()).diagnostics)
    #expect(Snapshot.difference(Array(text.utf8), from: "../Sites/everything/findings.txt") == nil)
  }

  @Test func `what is rendered into memory is what is written, but for the lists of files`()
    async throws
  {
    let project = try Project.golden("everything")
    _ = try await buildSite(project.request())
    var written = try project.folder.contents(of: "public")
    for name in [".findings-manifest", "manifest.json"] { written[name] = nil }
    #expect(BuiltSite(files: written).differences(from: try await Self.everything.value) == [])
  }

  @Test func `the longest report has all that it was written to have`() async throws {
    let page = PageReading(try await Self.everything.value.text(Self.report))
    let ids = Set(page.ids)
    #expect((1...131).allSatisfy { ids.contains("para-\($0)") })
    #expect(!ids.contains("para-132"))
    #expect(page.count(of: "<table") >= 5 + 6, "five tables, and one with each of six charts")
    #expect(page.count(of: "<svg") >= 6)
    #expect(page.count(of: "role=\"doc-endnotes\"") == 1)
    #expect(
      page.count(of: "role=\"doc-noteref\"") == 41, "forty notes, of which one is cited twice")
    #expect(page.count(of: "role=\"doc-backlink\"") == 41)
  }

  @Test func `every anchor of the site is there and there once`() async throws {
    let site = try await Self.everything.value
    let pages = site.pages
    #expect(pages.count > 40)
    let base = "/register/"
    var anchors: [String: Set<String>] = [:]
    for (path, page) in pages {
      #expect(page.ids.count == Set(page.ids).count, "\(path) has an id twice")
      anchors[path] = Set(page.ids)
    }
    var count = 0
    for (path, page) in pages {
      for link in page.links where link.hasPrefix(base) || link.hasPrefix("#") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts[0].dropFirst(base.count).prefix { $0 != "?" }
        let file =
          link.hasPrefix("#")
          ? path
          : place.isEmpty || place.hasSuffix("/") ? "\(place)index.html" : String(place)
        #expect(site.files[file] != nil, "\(link) on \(path) leads nowhere")
        count += 1
        guard parts.count == 2, !parts[1].isEmpty else { continue }
        let anchor = parts[1].removingPercentEncoding ?? String(parts[1])
        #expect(anchors[file]?.contains(anchor) == true, "\(link) on \(path) has no such anchor")
      }
    }
    #expect(count > 1_000)
  }

  @Test func `a former address leads to where its record is now`() async throws {
    let site = try await Self.everything.value
    for (alias, address) in [
      ("about", "/register/pages/about/"), ("areas/the-shore", "/register/areas/north-shore/"),
      ("inspectorate", "/register/organisations/lights-inspectorate/"),
    ] {
      #expect(site.text("\(alias)/index.html").contains(address), "\(alias) does not lead on")
    }
  }

  @Test func `a download is there to the byte`() async throws {
    let site = try await Self.everything.value
    let source = try Project.golden("everything").folder.bytes(
      "content/files/plan-of-the-shore.txt")
    #expect(site.files["files/plan-of-the-shore.txt"] == source)
  }
}

/// The keys of a mapping and of every mapping in it, but for those that all records share.
private func keys(of record: RecordDescription) -> [String] {
  let shared: Set = ["aliases", "source", "note", "waivers"]
  return record.fields.filter { !shared.contains($0.key) }
    .flatMap { [$0.key] + keys(in: $0.type) }
}

private func keys(in type: TypeDescription) -> [String] {
  switch type {
  case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner), .map(_, let inner):
    keys(in: inner)
  case .record(let record): keys(of: record)
  case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
    .duration, .due,
    .instant, .address, .formed, .choice, .reference, .name, .judgedGrade, .params:
    []
  }
}

extension PageReading {
  /// How often a text occurs.
  func count(of text: String) -> Int { html.components(separatedBy: text).count - 1 }
}
