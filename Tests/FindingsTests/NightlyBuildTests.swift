import Foundation
import Publisher
import TestSupport
import Testing

/// What a build changes in the folder of the one before: what says something else, and nothing more.
struct NightlyBuildTests {
  /// What names the day of the build.
  private static let withTheDay = ["as-of/day.css", "as-of/index.html", "manifest.json"]

  /// A file as programs that copy or serve it see it.
  private struct Seen: Equatable {
    let bytes: [UInt8]?
    let inode: UInt64
    let changed: Date?
  }

  private func build(_ project: Project, _ day: String, _ options: [String] = []) throws -> [String:
    Seen]
  {
    let run = try Program.run(
      ["build", "--as-of", day, "--search", "off", "--no-sync"] + options, in: project.folder.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return try project.folder.files(in: "public").reduce(into: [:]) { seen, path in
      let place = project.folder["public/\(path)"]
      let values = try FileManager.default.attributesOfItem(atPath: place)
      seen[path] = Seen(
        bytes: project.folder.bytes("public/\(path)"),
        inode: try #require(try Disk.status(of: place)).inode,
        changed: values[.modificationDate] as? Date)
    }
  }

  private func changed(_ old: [String: Seen], _ new: [String: Seen]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] && $0 != ".findings-manifest" }
      .sorted()
  }

  // Nothing in the register falls due between these days; the rows of years are told apart on 1 January.
  @Test(arguments: [[], ["--keep-folder"]])
  func `a night in which nothing falls due changes what names the day`(options: [String]) throws {
    let project = try Project.golden("everything")
    let first = try build(project, "2026-11-23")
    #expect(first.count > 200)
    let day = String(decoding: try #require(first["as-of/day.css"]?.bytes), as: UTF8.self)
    #expect(day.contains("as of 23 November 2026"))
    let page = String(decoding: try #require(first["index.html"]?.bytes), as: UTF8.self)
    #expect(page.contains("as-of/day.css\" media=\"print\">"))
    #expect(page.contains("<span class=\"as-of-day\"></span>"))
    #expect(try changed(first, build(project, "2026-11-23", options)) == [])
    #expect(try changed(first, build(project, "2026-11-24", options)) == Self.withTheDay)
    #expect(try changed(first, build(project, "2026-11-30", options)) == Self.withTheDay)
  }

  @Test func `an index for search is kept until a page that is in it changes`() throws {
    let project = try Project.golden("everything")
    // Like the real one, it makes another index each time.
    try project.folder.write(
      "tools/pagefind",
      """
      #!/bin/sh
      [ "$1" = --version ] && exit 0
      mkdir "$2/pagefind" && date +%s%N >"$2/pagefind/pagefind.js"
      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.folder["tools/pagefind"])
    func index(on day: String) throws -> String? {
      let run = try Program.run(
        ["build", "--as-of", day, "--search", "required", "--no-sync"], in: project.folder.path,
        environment: ["PATH": "\(project.folder["tools"]):/usr/bin:/bin"])
      #expect(run.status == 0 && run.errors.contains("findings: indexed them"), "\(run.errors)")
      return project.folder.text("public/pagefind/pagefind.js")
    }
    let first = try #require(try index(on: "2026-11-23"))
    #expect(try index(on: "2026-11-24") == first)
    // A report comes out in between.
    #expect(try index(on: "2026-12-02") != first)
  }

  @Test func `a changed record changes its pages and leaves the others`() throws {
    let project = try Project.golden("everything")
    let first = try build(project, "2026-11-23")
    try project.edit("content/coverage/almanac-2020.md", "title: ", "title: So ")
    let second = try build(project, "2026-11-23")
    let pages = changed(first, second)
    #expect(pages.contains("coverage/index.html") && pages.count < first.count / 4, "\(pages)")
  }
}
