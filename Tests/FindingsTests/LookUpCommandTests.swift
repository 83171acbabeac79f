import Foundation
import TestSupport
import Testing

/// `findings list` and `findings show` from outside: what they print, and how they end.
struct LookUpCommandTests {
  private static let commands = [["list"], ["show", "coast"], ["new", "term", "fog"]]

  @Test func `a list has a line for each record of the collections that were asked for`() throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["list", "glossary", "pages"], in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        glossary (4)
          keeper           term  Keeper              content/glossary/keeper.md
          lens             term  First-order lens    content/glossary/lens.md
          occulting-light  term  Feu à occultations  content/glossary/occulting-light.md
          recommendation   term  Point for action    content/glossary/recommendation.md

        pages (2)
          about       page  About *this* register  content/pages/about.md
          complaints  page  Sut i gwyno            content/pages/complaints.md

        """)
  }

  @Test
  func `a list of everything names every record that readers may see, and a draft when asked`()
    throws
  {
    let project = try Project.golden("everything")
    let files = try TemporaryFolder.files(below: project.folder["content"])
      .filter { $0.hasSuffix(".md") }.map { "content/\($0)" }
    // A draft, and a report whose release lies ahead.
    let kept = ["night-watch-2027", "north-west-shore-2026"].map { "content/reports/\($0).md" }
    let day = ["--as-of", "2026-11-23"]
    let usual = try listed(["list", "--json"] + day, in: project)
    #expect(Set(usual) == Set(files).subtracting(kept))
    let all = try listed(["list", "--json", "--drafts"] + day, in: project)
    #expect(Set(all) == Set(files))
    #expect(all.count == files.count)
  }

  private func listed(_ arguments: [String], in project: Project) throws -> [String] {
    let run = try Program.run(arguments, in: project.folder.path)
    #expect(run.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(json?["version"] as? Int == 1)
    let records = try #require(json?["records"] as? [[String: Any]])
    return records.compactMap { $0["file"] as? String }
  }

  @Test(arguments: ["coast", "areas/coast"])
  func `a record is shown with what it names and what names it`(name: String) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["show", name], in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        areas/coast
          title  The coast
          kind   national
          date   1890
          file   content/areas/coast.md
        names
          area of  organisations/lights-board  Lights Board
        is named by
          has the part  areas/far-isles           Far Isles
          has the part  areas/north-east-shore    North-East Shore
          has the part  areas/north-shore         North Shore
          inspected by  reports/light-ships-2015  The light ships

        """)
  }

  @Test func `records of two collections that share an id are both shown`() throws {
    let project = try Project.golden("everything")
    try project.folder.write(
      "content/glossary/coast.md", "---\ntitle: Coast\ndefinition: An edge.\n---\n")
    let both = try Program.run(["show", "coast"], in: project.folder.path).output
    #expect(both.contains("areas/coast\n") && both.contains("glossary/coast\n"))
    let one = try Program.run(["show", "glossary/coast"], in: project.folder.path).output
    #expect(one.hasPrefix("glossary/coast\n") && !one.contains("areas/coast"))
  }

  @Test(arguments: [
    (["list", "area"], "'area' is none of organisations, frameworks, areas, reports, "),
    (["show", "cost"], "'cost' is not a record; did you mean 'coast'?"),
    (["show", "reports/coast"], "'reports/coast' is not a record"),
    (["show"], "Missing expected argument '<id>'"),
    (["show", "coast", "lens"], "Unexpected argument 'lens'"),
  ])
  func `what is no record or collection ends with 64`(arguments: [String], words: String) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(arguments, in: project.folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: \(words)"))
  }

  @Test(arguments: commands)
  func `a folder without a register ends with 74`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run(arguments, in: folder.path)
    #expect(missing.status == 74)
    #expect(missing.output == "")
    #expect(missing.errors.hasPrefix("error: 'content' does not exist\n"))
    try FileManager.default.createDirectory(
      atPath: folder["content"], withIntermediateDirectories: false)
    let empty = try Program.run(arguments, in: folder.path)
    #expect(empty.status == 74)
    #expect(empty.output == "")
    #expect(
      empty.errors
        == "error: 'content/site.yml' cannot be read\n  = help: findings check says why\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["content"]) == [])
  }
}
