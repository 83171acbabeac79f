import Foundation
import Inspections
import TestSupport
import Testing

/// `findings new` from outside: the file it begins, and the files it leaves alone.
struct NewCommandTests {
  private static let day = ["--as-of", "2026-11-23"]

  @Test(arguments: [
    (["report", "coast-2026"], "reports/coast-2026.md"),
    (["monitoring", "coast-2026-visit"], "reports/coast-2026-visit.md"),
    (["area", "south-shore"], "areas/south-shore.md"),
    (["response", "an-answer", "--about", "north-shore-2016"], "responses/an-answer.md"),
    (["coverage", "an-article", "--about", "north-shore-2016"], "coverage/an-article.md"),
    (["term", "fog-signal"], "glossary/fog-signal.md"),
  ])
  func `a record is begun in its folder, and no error stands against it`(
    arguments: [String], file: String
  ) throws {
    let project = try Project.golden("everything")
    let before = try project.folder.contents(of: "content")
    let run = try Program.run(["new"] + arguments + Self.day, in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.output == "content/\(file)\n")
    #expect(run.errors == "")
    var after = try project.folder.contents(of: "content")
    #expect(after.removeValue(forKey: file)?.isEmpty == false)
    #expect(after == before)
    let check = try Program.run(CommandLineTests.check, in: project.folder.path)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `a visit lists what its report asked for`() throws {
    let project = try Project.golden("everything")
    let arguments = ["new", "monitoring", "visit-2026", "--about", "north-shore-2019"]
    #expect(try Program.run(arguments, in: project.folder.path).status == 0)
    let text = try #require(project.folder.text("content/reports/visit-2026.md"))
    #expect(text.contains("\nfollows: north-shore-2019\n"))
    #expect(text.contains("\nnot_assessed: [1, 2, 3, 4, 5]\n"))
  }

  @Test func `every kind can be begun`() {
    let tested: Set = ["report", "monitoring", "area", "response", "coverage", "term"]
    #expect(Set(SkeletonKind.allCases.map(\.rawValue)) == tested)
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
    (["region", "south-shore"], "The value 'region' is invalid for '<kind>'"),
    (
      ["response", "answer", "--about", "north-shore-2018"],
      "'north-shore-2018' is not a report; did you mean 'north-shore-2016'?"
    ),
    (["response", "answer", "--about", "coast"], "'coast' is not a report"),
    (["area"], "Missing expected argument '<id>'"),
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
