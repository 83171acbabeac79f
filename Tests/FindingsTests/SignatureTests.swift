import Foundation
import TestSupport
import Testing

/// `build --sign` and `verify --signers` from outside, with keys that `ssh-keygen` made.
struct SignatureTests {
  private static let keygen = [
    "/usr/bin/ssh-keygen", "/usr/local/bin/ssh-keygen", "/opt/homebrew/bin/ssh-keygen",
  ]
  .first(where: FileManager.default.isExecutableFile)

  /// A project that was built and signed, and a file of those who may sign.
  private func signed() throws -> Project {
    let project = try PublicationTests.project()
    for name in ["key", "other"] {
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.keygen))
      process.arguments = ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", project.folder[name]]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    let key = try #require(project.folder.text("key.pub"))
    let other = try #require(project.folder.text("other.pub"))
    try project.folder.write(
      "signers",
      "register@example.org namespaces=\"findings-manifest\" \(key)"
        + "letters@example.org namespaces=\"file\" \(other)")
    let run = try Program.run(
      ["build", "--search", "off", "--sign", "key"], in: project.folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return project
  }

  private func verification(
    of site: String = "public", by identity: String = "register@example.org", in project: Project
  ) throws -> Program.Run {
    try Program.run(
      ["verify", site, "--signers", "signers", "--identity", identity], in: project.folder.path)
  }

  @Test(.enabled(if: keygen != nil)) func `a signed site and its mirror prove who made them`()
    throws
  {
    let project = try signed()
    let run = try verification(in: project)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix("findings: signed by register@example.org\n"))
    try project.folder.copy(project.folder["public"], to: "mirror")
    #expect(try verification(of: "mirror", in: project).status == 0)
  }

  @Test(.enabled(if: keygen != nil)) func `a list that was changed after it was signed is refused`()
    throws
  {
    let project = try signed()
    let list = try #require(project.folder.text("public/manifest.json"))
    try project.folder.write(
      "public/manifest.json", list.replacing("study of lamps", with: "study of lamp"))
    let run = try verification(in: project)
    #expect(run.status == 1)
    #expect(run.errors.contains("'public' is not signed by register@example.org"), "\(run.errors)")
  }

  @Test(.enabled(if: keygen != nil))
  func `a file that was changed is found though the list is signed`() throws {
    let project = try signed()
    try project.folder.write("public/index.html", "other")
    let run = try verification(in: project)
    #expect(run.status == 1)
    #expect(run.output == "different: index.html\n")
  }

  @Test(.enabled(if: keygen != nil)) func `neither a stranger nor a key for other uses counts`()
    throws
  {
    let project = try signed()
    let stranger = try verification(by: "somebody@example.org", in: project)
    #expect(stranger.status == 1, "\(stranger.output)\(stranger.errors)")
    let run = try Program.run(
      ["build", "--search", "off", "--sign", "other"], in: project.folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try verification(by: "letters@example.org", in: project).status == 1)
    #expect(try verification(in: project).status == 1)
  }

  @Test(.enabled(if: keygen != nil))
  func `a key that is not there ends the build, and the site stays as it was`() throws {
    let project = try signed()
    let before = try project.folder.contents(of: "public")
    let run = try Program.run(
      ["build", "--search", "off", "--sign", "missing"], in: project.folder.path)
    #expect(run.status == 74 && run.errors.contains("missing"), "\(run.status) \(run.errors)")
    #expect(try project.folder.contents(of: "public") == before)
  }
}
