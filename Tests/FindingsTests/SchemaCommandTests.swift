import Foundation
import TestSupport
import Testing

/// `findings schema` from outside.
struct SchemaCommandTests {
  private static let subjects = [
    "site", "organisations", "frameworks", "areas", "reports", "responses", "coverage", "glossary",
    "pages",
  ]

  @Test(arguments: subjects)
  func `the schema of a subject is JSON and names it`(subject: String) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["schema", subject], in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(schema?["$id"] as? String == "urn:findings:schema:\(subject)")
    let fields = try #require(schema?["properties"] as? [String: Any])
    #expect(fields["title"] != nil)
  }

  @Test func `the ids of the project are in its schemas, where it can be read`() throws {
    let project = try Project.golden("everything")
    let with = try Program.run(["schema", "reports"], in: project.folder.path).output
    #expect(with.contains("\"harbour-lights-2019\""))
    try project.folder.remove("content/site.yml")
    let without = try Program.run(["schema", "reports"], in: project.folder.path)
    #expect(without.status == 0)
    #expect(!without.output.contains("\"harbour-lights-2019\""))
  }

  @Test func `a folder gets a file for each subject, the same as is printed`() throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["schema", "--folder", "schemas"], in: project.folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    let written = try TemporaryFolder.files(below: project.folder["schemas"])
    #expect(Set(written) == Set(Self.subjects.map { "\($0).schema.json" }))
    let printed = try Program.run(["schema", "areas"], in: project.folder.path).output
    #expect(project.folder.text("schemas/areas.schema.json") == printed)
  }

  @Test func `the reference page needs no project`() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema", "--reference"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# Content reference\n"))
    for subject in Self.subjects { #expect(run.output.contains(subject), "\(subject)") }
  }

  @Test(arguments: [
    (["report"], "'report' is none of site, organisations, "),
    ([], "name a collection, or a folder for all schemas with --folder."),
  ])
  func `what is no subject, or none at all, ends with 64`(
    arguments: [String], words: String
  ) throws {
    let project = try Project.golden("everything")
    let run = try Program.run(["schema"] + arguments, in: project.folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: \(words)"))
  }

  @Test func `a folder without content, or one that cannot be made, ends with 74`() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["schema", "areas"], in: folder.path).status == 74)
    let project = try Project.golden("everything")
    try project.folder.write("schemas", "a file")
    let run = try Program.run(["schema", "--folder", "schemas"], in: project.folder.path)
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("error: 'schemas"))
    #expect(project.folder.text("schemas") == "a file")
  }
}
