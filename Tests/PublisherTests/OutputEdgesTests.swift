import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publisher

/// What happens to an output folder where other programs, other users and other mounts have a part in it.
struct OutputEdgesTests {
  private func publish(
    _ files: [String], _ text: String, to output: String, keepsFolder: Bool = false
  ) async throws {
    let stage = try Staging.begin(output: output, keepsFolder: keepsFolder)
    for path in files { try stage.folder.write(path, Array(text.utf8)) }
    _ = try await stage.commit(files, waitsForDisk: false)
  }

  @Test func `what pages need goes before them, and pages before what leads to them`() {
    let paths = [
      "feed.xml", "index.html", "reports/a/index.html", "pagefind/pagefind-entry.json",
      "assets/findings.1.css", "reports/index.html", "files/a.pdf", "pagefind/fragment/1.pf",
      "data/reports.csv",
    ]
    #expect(
      MoveFiles.inOrder(paths) == [
        "assets/findings.1.css", "files/a.pdf", "pagefind/fragment/1.pf", "reports/a/index.html",
        "reports/index.html", "index.html", "data/reports.csv", "feed.xml",
        "pagefind/pagefind-entry.json",
      ])
  }

  @Test func `a folder that is kept stays the same folder, and a marker tells of half a move`()
    async throws
  {
    let folder = try TemporaryFolder()
    try await publish(["index.html", "a/index.html", "b"], "1", to: folder["public"])
    let before = try Disk.status(of: folder["public"])
    // The home page cannot be replaced, and everything before it can.
    try FileManager.default.removeItem(atPath: folder["public/index.html"])
    try FileManager.default.createDirectory(
      atPath: folder["public/index.html"], withIntermediateDirectories: false)
    try folder.write("public/index.html/other.txt", "not ours")
    try folder.write(
      "public/.findings-manifest",
      "findings-manifest 1\na/index.html\nb\nindex.html\n"
        + "index.html/other.txt\n")
    try folder.write("public/index.html/late.txt", "not ours")
    await #expect(throws: EnvironmentError.self) {
      try await publish(
        ["index.html", "a/index.html"], "2", to: folder["public"], keepsFolder: true)
    }
    try FileManager.default.removeItem(atPath: folder["public/index.html"])
    try await publish(["index.html", "a/index.html"], "2", to: folder["public"], keepsFolder: true)
    #expect(try Disk.status(of: folder["public"])?.inode == before?.inode)
    #expect(folder.text("public/a/index.html") == "2")
    #expect(
      try folder.files(in: "public") == [".findings-manifest", "a/index.html", "index.html"])
    #expect(try folder.names() == ["public"])
  }

  @Test func `a move that was interrupted is named and repaired by the next build`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html", "old/index.html"], "1", to: folder["public"])
    try folder.write("public/new/index.html", "2")
    try folder.write("public/.findings-unfinished", "")
    try folder.write(
      "public/.findings-manifest",
      "findings-manifest 1\nindex.html\nnew/index.html\nold/index.html\n")
    let stage = try Staging.begin(output: folder["public"])
    try stage.folder.write("index.html", Array("3".utf8))
    #expect(try await stage.commit(["index.html"], waitsForDisk: false).isRepaired)
    #expect(try folder.files(in: "public") == [".findings-manifest", "index.html"])
  }

  @Test(arguments: [false, true])
  func `a file becomes a folder and a folder a file`(keepsFolder: Bool) async throws {
    let folder = try TemporaryFolder()
    try await publish(["a", "b/c/d", "b/e"], "1", to: folder["public"])
    try await publish(["a/x/y", "b"], "2", to: folder["public"], keepsFolder: keepsFolder)
    #expect(try folder.files(in: "public") == [".findings-manifest", "a/x/y", "b"])
  }

  @Test func `what others write between carrying and clearing goes over to the new site`() throws {
    let folder = try TemporaryFolder()
    for name in ["kept", "changed", "removed"] { try folder.write("old/\(name)", "before") }
    try folder.write("old/page.html", "1")
    try folder.write("old/.findings-manifest", "")
    try folder.write("new/page.html", "2")
    for name in ["kept", "changed", "removed"] {
      _ = try Disk.duplicate(folder["old/\(name)"], to: folder["new/\(name)"])
    }
    try FileManager.default.removeItem(atPath: folder["old/removed"])
    try FileManager.default.removeItem(atPath: folder["old/changed"])
    try folder.write("old/changed", "after")
    try folder.write("old/added/deep/file", "after")
    try FileManager.default.createDirectory(
      atPath: folder["old/empty"], withIntermediateDirectories: false)
    try FormerOutput(
      location: folder["old"], site: folder["new"], ours: ["page.html"],
      carried: ["kept", "changed", "removed"]
    ).clear()
    #expect(
      try folder.files(in: "new") == ["added/deep/file", "changed", "kept", "page.html"])
    #expect(folder.text("new/changed") == "after")
    #expect(folder.text("new/page.html") == "2")
    #expect(Disk.exists(folder["new/empty"]))
    #expect(try folder.names() == ["new"])
  }

  @Test func `a build killed after the exchange loses nothing that others wrote until then`()
    async throws
  {
    let folder = try TemporaryFolder()
    try await publish(["index.html"], "2", to: folder["public"])
    let inode = try #require(try Disk.status(of: folder["public"])).inode
    try folder.write(".public.findings-work/lock")
    try folder.write(".public.findings-work/next", "\(inode)")
    try folder.write(
      ".public.findings-work/site/.findings-manifest", "findings-manifest 1\nold.html\n")
    try folder.write(".public.findings-work/site/old.html", "1")
    try folder.write(".public.findings-work/site/uploads/late.pdf", "late")
    try await publish(["index.html"], "3", to: folder["public"])
    #expect(
      try folder.files(in: "public") == [".findings-manifest", "index.html", "uploads/late.pdf"])
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: ["content", "content/public", "content/a/../public", ".", "templates/x"])
  func `an output that is in the input or around it is refused`(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/site.yml")
    try folder.write("templates/base.mustache")
    try folder.write(".findings-manifest", "findings-manifest 1\ncontent/site.yml\n")
    try folder.write("content/.findings-manifest", "findings-manifest 1\nsite.yml\n")
    let request = BuildRequest(
      root: folder.path, output: output, now: .instant(Instant(secondsSince1970: 0)))
    let error = #expect(throws: EnvironmentError.self) { _ = try Staging.begin(for: request) }
    #expect(error?.reason.hasSuffix("which the site is made from") == true)
    #expect(folder.text("content/site.yml") != nil)
  }

  @Test func `owner, group and permissions of the folder and of what others have in it are kept`()
    async throws
  {
    // Only root can give something away; anybody else's folders are their own anyway.
    let other: UInt32 = geteuid() == 0 ? 4_321 : geteuid()
    let folder = try TemporaryFolder()
    try await publish(["index.html", "a/index.html"], "1", to: folder["public"])
    try folder.write("public/uploads/a.pdf", "theirs")
    for path in ["public", "public/uploads", "public/uploads/a.pdf"] {
      #expect(chown(folder[path], other, getegid()) == 0)
    }
    try Disk.setPermissions(folder["public"], 0o2775)
    try Disk.setPermissions(folder["public/uploads"], 0o700)
    try await publish(["index.html", "a/index.html"], "2", to: folder["public"])
    for (path, bits) in [("public", 0o2775), ("public/uploads", 0o700)] as [(String, UInt32)] {
      let status = try Disk.status(of: folder[path])
      #expect(status?.owner == other)
      #expect(status?.permissions == bits)
    }
    #expect(try Disk.status(of: folder["public/uploads/a.pdf"])?.owner == other)
    #expect(folder.text("public/index.html") == "2")
  }

  @Test func `the system's list tells what is mounted in a folder and where else it is shown`() {
    let lines = """
      27 1 254:0 / / rw - ext4 /dev/vda rw
      28 27 0:30 / /srv/site/public/my\\040uploads rw - tmpfs tmpfs rw
      29 27 254:0 /srv/site/public /var/www rw - ext4 /dev/vda rw
      30 27 254:3 /volumes/7 /srv/other rw - ext4 /dev/vdb rw
      31 27 254:3 /volumes/7/public/reports /var/www2 rw - ext4 /dev/vdb rw
      32 27 254:9 /srv/third /elsewhere rw - ext4 /dev/vdc rw

      """
    let mounts = Mounts(Array(lines.utf8))
    #expect(mounts.all.count == 6)
    #expect(mounts.isPoint("/var/www"))
    #expect(!mounts.isPoint("/srv/site/public"))
    #expect(mounts.point(inside: "/srv/site/public") == "/srv/site/public/my uploads")
    #expect(mounts.point(inside: "/srv/site/pub") == nil)
    #expect(mounts.point(showing: "/srv/site/public") == "/var/www")
    #expect(mounts.point(showing: "/srv/other/public") == "/var/www2")
    #expect(mounts.point(showing: "/srv/other/public/reports/x") == nil)
    #expect(mounts.point(showing: "/srv/third") == nil)
  }
}
