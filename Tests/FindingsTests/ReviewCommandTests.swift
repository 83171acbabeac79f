import Foundation
import TestSupport
import Testing

/// `build --drafts` and `check --since` from outside.
struct ReviewCommandTests {
  @Test func `drafts are on pages that say so and in no feed, table, calendar or map`() throws {
    let project = try Project.golden("everything")
    let begun = try Program.run(
      ["new", "report", "zqdraft", "--area", "coast", "--title", "Zqdraft"], in: project.folder.path
    )
    #expect(begun.status == 0)
    let run = try Program.run(
      ["build", "--drafts", "--relative", "--search", "off", "--as-of", "2026-11-23"],
      in: project.folder.path)
    #expect(run.status == 0, "\(run.output)")
    let files = try project.folder.contents(of: "public")
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".html") {
        #expect(
          text.contains("noindex, nofollow") && text.contains("A copy for reviewers"), "\(path)")
        #expect(text.firstMatch(of: /(?:href|src)="\//) == nil, "\(path)")
      } else if path != ".findings-manifest", !path.hasPrefix("manifest") {
        #expect(!text.contains("Zqdraft") && !text.contains("reports/zqdraft"), "\(path)")
      }
    }
    #expect(files["robots.txt"] == Array("User-agent: *\nDisallow: /\n".utf8))
    let area = try #require(project.folder.text("public/areas/coast/index.html"))
    #expect(area.contains("Zqdraft <mark>(not published)</mark></a>"))
    let page = try #require(project.folder.text("public/reports/zqdraft/index.html"))
    #expect(page.contains("What this page shows is not published."))
    // The policy that a site is served with allows no style in a page.
    #expect(page.contains("<p class=\"copy\" role=\"note\"><mark>") && !page.contains("style="))
    #expect(page.contains("not published, and are counted with the rest"))
  }

  @Test func `an embargoed copy has what waits for its release, says until when, and has no draft`()
    throws
  {
    let project = try Project.golden("everything")
    for id in ["zqdraft", "zqwaiting"] {
      let begun = try Program.run(
        ["new", "report", id, "--area", "coast", "--title", id.capitalized], in: project.folder.path
      )
      #expect(begun.status == 0)
    }
    try project.edit(
      "content/reports/zqwaiting.md", "status: draft",
      "status: scheduled\nrelease: 2099-07-01T08:30:00Z")
    let build = ["build", "--search", "off", "--as-of", "2026-11-23"]
    let readers = try Program.run(build, in: project.folder.path)
    #expect(readers.status == 0, "\(readers.errors)")
    #expect(project.folder.text("public/reports/zqwaiting/index.html") == nil)
    let run = try Program.run(build + ["--embargoed"], in: project.folder.path)
    #expect(run.status == 0, "\(run.errors)")
    for (path, bytes) in try project.folder.contents(of: "public") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Zqdraft") && !text.contains("reports/zqdraft"), "\(path)")
      if path.hasSuffix(".html") {
        #expect(text.contains("noindex, nofollow") && text.contains("Under embargo"), "\(path)")
      } else if !path.hasPrefix("manifest"), path != ".findings-manifest" {
        #expect(!text.contains("Zqwaiting"), "\(path)")
      }
    }
    let page = try #require(project.folder.text("public/reports/zqwaiting/index.html"))
    // Summer time in London.
    #expect(page.contains("at 09:30 on 1 July 2099 where the register is kept</time>."))
    let both = try Program.run(build + ["--embargoed", "--drafts"], in: project.folder.path)
    #expect(both.status == 64)
  }

  @Test func `a check since a commit tells what is new and counts the rest`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "site"], in: folder.path).status == 0)
    let about = "site/content/pages/about.md"
    let body = "\n[gone](report:gone)\n"
    try folder.write(about, try #require(folder.text(about)) + body)
    for arguments in [
      ["init", "--quiet"], ["add", "--all"],
      ["-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "--quiet", "-m", "x"],
    ] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/env")
      git.arguments = ["git", "-C", folder.path] + arguments
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
    let check = ["check", "--root", "site", "--since", "HEAD"]
    let same = try Program.run(check, in: folder.path)
    #expect(same.status == 0, "\(same.output)\(same.errors)")
    #expect(same.errors == "findings: since HEAD: 0 new, 0 mended, 1 as before\n")

    // The old mistake moves, another comes.
    let report = "site/content/reports/example-report.md"
    let text = try #require(folder.text(report))
    try folder.write(report, text.replacing("size: 12", with: "size: 13"))
    let page = try #require(folder.text(about))
    try folder.write(about, page.replacing("\n---\n", with: "\n---\n\nMore.\n"))
    let more = try Program.run(check, in: folder.path)
    #expect(more.status == 1)
    #expect(more.output.contains("distribution-sum") && !more.output.contains("'gone'"))
    #expect(more.errors.hasSuffix(": 1 new, 0 mended, 1 as before\n"), "\(more.errors)")

    try folder.write(report, text)
    try folder.write(about, page.replacing(body, with: ""))
    let mended = try Program.run(check, in: folder.path)
    #expect(mended.errors.hasSuffix(": 0 new, 1 mended, 0 as before\n"), "\(mended.errors)")

    // A folder that was not there then is not called missing now.
    try folder.copy(folder["site/content"], to: "site/records")
    let moved = try Program.run(check + ["--content", "records"], in: folder.path)
    #expect(moved.status == 74)
    #expect(
      moved.errors.hasPrefix("error: 'records' does not exist at 'HEAD'\n"), "\(moved.errors)")

    try folder.write(report, text.replacing("size: 12", with: "size: 11"))
    let changes = ["changes", "--root", "site"]
    for new in [[], ["content/"], [folder["site/content"]]] {
      let told = try Program.run(changes + ["HEAD"] + new, in: folder.path)
      #expect(told.status == 0 && told.output.contains("reports/example-report"), "\(told)")
    }
    let nothing = try Program.run(changes + ["HEAD", "HEAD"], in: folder.path)
    #expect(nothing.status == 0 && !nothing.output.contains("reports/"), "\(nothing)")
    let nowhere = try Program.run(changes + ["no-such"], in: folder.path)
    #expect(nowhere.status == 74)
    #expect(nowhere.errors.contains("'no-such' cannot be laid out by git"))
    #expect(nowhere.errors.contains("name a site, its manifest.json"))

    let unknown = try Program.run(
      ["check", "--root", "site", "--since", "no-such"], in: folder.path)
    #expect(unknown.status == 74)
    #expect(unknown.errors.contains("'no-such' cannot be laid out by git"))
  }
}
