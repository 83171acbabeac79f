import Foundation
import Publisher
import TestSupport
import Testing

/// Files of `content/root`, which stand at the root of the site.
struct RootFilesTests {
  @Test func `files for hosts and browsers are copied to the root`() throws {
    let project = try Project.golden("everything")
    try project.folder.write("content/root/CNAME", "lights.example.org\n")
    try project.folder.write(
      "content/root/.well-known/security.txt", "Contact: mailto:a@b.example\n")
    try project.folder.write("content/root/.nojekyll", "")
    try project.folder.write("content/root/.hidden", "not meant to be seen")
    try project.folder.write("content/root/deep/er.txt", "deep")
    let run = try Program.run(OutputFolderTests.build, in: project.folder.path)
    #expect(run.status == 0, "\(run.output)")
    #expect(project.folder.text("public/CNAME") == "lights.example.org\n")
    #expect(
      project.folder.text("public/.well-known/security.txt") == "Contact: mailto:a@b.example\n")
    #expect(project.folder.text("public/deep/er.txt") == "deep")
    #expect(project.folder.bytes("public/.nojekyll") == [])
    #expect(project.folder.bytes("public/.hidden") == nil)
    // Hidden files elsewhere stay where they are.
    try project.folder.write("content/files/.well-known/plan.txt", "no")
    #expect(try Program.run(OutputFolderTests.build, in: project.folder.path).status == 0)
    #expect(project.folder.bytes("public/files/.well-known/plan.txt") == nil)
  }

  @Test(arguments: [
    "index.html", "areas/coast/index.html", "feed.xml", "pagefind/pagefind.js", "INDEX.html",
    "areas", ".findings-manifest",
  ])
  func `none of them takes the place of a page`(path: String) throws {
    let project = try Project.golden("everything")
    try project.folder.write("content/root/\(path)", "mine")
    let run = try Program.run(OutputFolderTests.build, in: project.folder.path)
    if path == ".findings-manifest" {
      // A hidden file of another name is passed over.
      #expect(run.status == 0 && project.folder.text("public/\(path)") != "mine")
    } else {
      #expect(run.status == 1)
      #expect(run.output.contains("error[unsafe-path]"), "\(run.output)")
      #expect(run.output.contains("content/root/\(path)"), "\(run.output)")
    }
  }
}
