import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publisher

/// That what a reader would notice between two states is told, and nothing else is.
struct PublicChangesTests {
  private func changes(_ project: Project, from old: String, to new: String) async throws
    -> PublicChanges
  {
    try await publicChanges(from: old, to: new, for: project.request())
  }

  @Test func `changes of content are told fact by fact, with the note that says so`() async throws {
    let project = try PublicationTests.project()
    try project.folder.copy(project.folder["content"], to: "before")
    try project.edit("content/reports/study.md", "were long", "were short")
    try project.edit("content/reports/study.md", "overall: good", "overall: poor")
    try project.edit(
      "content/reports/study.md", "recommendations:",
      "changes: [{date: 2013-01-01, note: Mended.}]\nrecommendations:")
    try project.folder.write("content/pages/new.md", "---\ntitle: New\n---\n")
    try project.folder.remove("content/pages/about.md")
    let found = try await changes(project, from: "before", to: "content")
    #expect(
      found.text == """
        added
          pages/new: New
        gone
          pages/about: About
        changed
          reports/study: A study of lamps
            said on 2013-01-01: Mended.
            grade: overall: 'good' became 'poor'
            wording: para-2: 'The wicks were long.' became 'The wicks were short.'

        """)
    #expect(try await changes(project, from: "content", to: "content").isEmpty)
  }

  @Test func `lists of publications are compared without the content, addresses too`() async throws
  {
    let project = try PublicationTests.project()
    _ = try await buildSite(project.request())
    try project.folder.copy(project.folder["public"], to: "before")
    let long = String(repeating: "The wicks were long. ", count: 9)
    try project.edit("content/reports/study.md", "The wicks were long.", long)
    try project.edit("content/pages/about.md", "Who we are", "What we are")
    _ = try await buildSite(project.request())
    let found = try await changes(project, from: "before/manifest.json", to: "public")
    #expect(found.gone == ["/pages/about/#who-we-are"])
    let study = try #require(found.changed.first { $0.record.name == "reports/study" })
    #expect(study.facts.map(\.words) == ["para-2 has other words"])
    // Content beside a list: what the one says in full, the other knows by its digest.
    #expect(try await changes(project, from: "public", to: "content").isEmpty)
  }

  @Test func `a revision of git is a state, and one that git does not know is refused`()
    async throws
  {
    let project = try PublicationTests.project()
    for words in [
      ["init", "-q"], ["add", "content"],
      ["-c", "user.name=T", "-c", "user.email=t@t.example", "commit", "-q", "-m", "First"],
    ] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/env")
      git.arguments = ["git", "-C", project.folder.path] + words
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
    try project.edit("content/reports/study.md", "overall: good", "overall: poor")
    let found = try await changes(project, from: "HEAD", to: "content")
    #expect(found.changed.flatMap(\.facts).map(\.name) == ["overall"])
    for name in ["no-such-branch", "--output=stolen"] {
      await #expect(throws: EnvironmentError.self) {
        try await changes(project, from: name, to: "content")
      }
    }
    #expect(project.folder.text("stolen") == nil)
  }

  @Test func `a summary in Markdown says what the author wrote and is no markup of his`()
    async throws
  {
    let project = try PublicationTests.project()
    try project.folder.copy(project.folder["content"], to: "before")
    try project.edit(
      "content/reports/study.md", "title: A study of lamps", "title: 'A *b* <i> [c](d)'")
    let found = try await changes(project, from: "before", to: "content")
    #expect(found.markdown.contains("became 'A \\*b\\* \\<i\\> \\[c\\]\\(d\\)'"))
    #expect(found.markdown.contains("**no note says so**"))
  }

  @Test func `the moments from which a build is needed are those after which something is not so`()
    async throws
  {
    let project = try PublicationTests.project()
    try project.edit("content/site.yml", "publisher: P", "publisher: P\ntime_zone: Europe/London")
    try project.edit(
      "content/reports/study.md", "to: [body]}", "to: [body], due: 2030-07}")
    let secret = PublicationTests.report.replacingOccurrences(
      of: "published: 2012-03-01", with: "status: scheduled\nrelease: 2030-02-01T09:30:00Z")
    try project.folder.write("content/reports/secret.md", secret)
    func due(_ until: String) async throws -> DueBuilds {
      let day = try #require(PartialDate(until)).earliest
      return try #require(try await dueBuilds(until: day, for: project.request()))
    }
    // July is over in London an hour before it is in UTC.
    #expect(
      try await due("2030-08-01").text == """
        2030-02-01T09:30:00Z  a scheduled report is released
        2030-07-31T23:00:00Z  the date of /reports/study/recommendations/1/ has passed

        """)
    #expect(try await due("2030-07-31").builds.count == 1)
    #expect(try await due("2030-01-31").text == "until 2030-01-31 nothing falls due\n")
    let json = String(decoding: try await due("2030-08-01").json, as: UTF8.self)
    #expect(json.contains("\"next\":\"2030-02-01T09:30:00Z\""))
    #expect(!json.contains("secret"))
    let calendar = String(decoding: try await due("2030-08-01").calendar, as: UTF8.self)
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 3)
    #expect(calendar.contains("DTSTART:20300731T230000Z\r\n"))
  }
}
