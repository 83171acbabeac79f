import Foundation
import Inspections
import TestSupport
import Testing

/// `findings new` from outside: the file it begins, and the files it leaves alone.
struct NewCommandTests {
  private static let day = ["--as-of", "2026-11-23"]

  @Test(arguments: [
    (["report", "coast-2026"], "reports/coast-2026.md"),
    (["report", "new", "--area", "coast", "--title", "A: title"], "reports/new.md"),
    (["monitoring", "visit-2026", "--about", "north-shore-2019"], "reports/visit-2026.md"),
    (["report", "new", "--kind", "thematic"], "reports/new.md"),
    (["report", "new", "--kind", "consultation"], "reports/new.md"),
    (["area", "south-shore"], "areas/south-shore.md"),
    (["area", "south-shore", "--kind", "Stretch: of coast"], "areas/south-shore.md"),
    (["organisation", "body", "--kind", "inspected-body"], "organisations/body.md"),
    (["framework", "shores-2027"], "frameworks/shores-2027.md"),
    (["response", "an-answer", "--about", "north-shore-2016"], "responses/an-answer.md"),
    (["page", "help"], "pages/help.md"),
  ])
  func `a record is begun in its folder as a draft, and no error stands against it`(
    arguments: [String], file: String
  ) throws {
    let project = try Project.golden("everything")
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(["new"] + arguments + Self.day, in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.output == "content/\(file)\n")
    var after = try project.folder.contents(of: "content")
    #expect(after.removeValue(forKey: file)?.isEmpty == false)
    #expect(after == before)
    let text = try #require(project.folder.text("content/\(file)"))
    #expect(text.contains("\ndraft: true") || text.contains("\nstatus: draft"))
    let check = try Program.run(CommandLineTests.check, in: project.folder.path)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `what nobody said is told, and what cannot be told is left open`() throws {
    let project = try Project.golden("everything")
    let known = try Program.run(
      ["new", "report", "coast-2026"] + Self.day, in: project.folder.path)
    #expect(known.errors.contains("nobody said: area 'coast', for the new id begins with its id"))
    let open = try Program.run(["new", "report", "elsewhere"] + Self.day, in: project.folder.path)
    #expect(!open.errors.contains("nobody said: area"))
    #expect(open.errors.contains("findings: fill in area before the next build"))
    let text = try #require(project.folder.text("content/reports/elsewhere.md"))
    #expect(text.contains("\n# area: …  (the area that was inspected)\n"))
  }

  @Test(arguments: [
    (["organisation", "new-body"], "kind"), (["term", "fog-signal"], "definition"),
    (["coverage", "an-article", "--about", "north-shore-2016"], "outlet"),
  ])
  func `what a draft cannot be without is told, for it stops every build`(
    arguments: [String], key: String
  ) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["new"] + arguments, in: project.folder.path)
    #expect(run.errors.contains("findings: fill in \(key) before the next build"))
    let check = try Program.run(CommandLineTests.check, in: project.folder.path)
    #expect(check.status == 1 && check.output.contains("'\(key)' is missing"))
    #expect(check.output.components(separatedBy: "error[").count == 2, "\(check.output)")
    let whole = try Program.run(["new", "page", "new-page"], in: project.folder.path)
    #expect(!whole.errors.contains("fill in"))
  }

  @Test func `a visit follows the only report that asks for something`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "."], in: folder.path).status == 0)
    let run = try Program.run(["new", "monitoring", "a-visit"], in: folder.path)
    #expect(
      run.errors
        == "findings: nobody said: report 'example-report', the only one that asks for something\n")
    #expect(try Program.run(["check"], in: folder.path).status == 0)
    let list = try Program.run(["list", "reports"], in: folder.path)
    #expect(
      list.errors
        == "findings: one record is not listed, a draft or a report that waits for release; "
        + "--drafts lists it\n")
    #expect(try Program.run(["list", "reports", "--drafts"], in: folder.path).errors.isEmpty)
  }

  @Test func `a draft of any kind is kept back`() throws {
    let project = try Project.golden("everything")
    let arguments = ["new", "page", "help", "--title", "Zqdraft"] + Self.day
    #expect(try Program.run(arguments, in: project.folder.path).status == 0)
    let build = ["build", "--search", "off"] + Self.day
    #expect(try Program.run(build, in: project.folder.path).status == 0)
    #expect(project.folder.text("public/pages/help/index.html") == nil)
    #expect(try Program.run(build + ["--drafts"], in: project.folder.path).status == 0)
    #expect(project.folder.text("public/pages/help/index.html")?.contains("Zqdraft") == true)
  }

  @Test func `a visit lists what its report asked for`() throws {
    let project = try Project.golden("everything")
    let arguments = ["new", "monitoring", "visit-2026", "--about", "north-shore-2019"]
    #expect(try Program.run(arguments, in: project.folder.path).status == 0)
    let text = try #require(project.folder.text("content/reports/visit-2026.md"))
    #expect(text.contains("\nfollows: north-shore-2019\n"))
    #expect(text.contains("\nnot_assessed: [1, 2, 3, 4, 5]\n"))
  }

  @Test func `a file that exists is left as it is`() throws {
    let project = try Project.golden("everything")
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(["new", "area", "coast"], in: project.folder.path)
    #expect(run.status == 74)
    #expect(run.output == "")
    #expect(
      run.errors == "error: 'content/areas/coast.md' exists\n  = help: choose another id\n")
    #expect(try project.folder.contents(of: "content") == before)
  }

  @Test(arguments: [
    (["area", "South Shore"], "'South Shore' cannot be an id: "),
    (["area", "../shore"], "'../shore' cannot be an id: "),
    (["area", ""], "'' cannot be an id: "),
    (["area", "shore", "--about", "x"], "Unknown option '--about'"),
    (["report", "r", "--area", "coats"], "'coats' is not an area; did you mean 'coast'?"),
    (["region", "south-shore"], "2 unexpected arguments: 'region', 'south-shore'"),
    (
      ["response", "answer", "--about", "north-shore-2018"],
      "'north-shore-2018' is not a report; did you mean 'north-shore-2016'?"
    ),
    (["response", "answer", "--about", "coast"], "'coast' is not a report"),
    (["area"], "Missing expected argument '<id>'"),
    (["area", "shore", "--kind", " "], "' ' is no kind of area."),
    (
      ["organisation", "body", "--kind", "inspector"],
      "The value 'inspector' is invalid for '--kind"
    ),
    (["report", "r", "--kind", "monitoring"], "a visit is begun by 'findings new monitoring'."),
    (["term", "shore", "--kind", "x"], "Unknown option '--kind'"),
  ])
  func `a wrong use ends with 64 and writes nothing`(arguments: [String], words: String) throws {
    let project = try Project.golden("everything")
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(["new"] + arguments, in: project.folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: \(words)"))
    #expect(try project.folder.contents(of: "content") == before)
  }
}
