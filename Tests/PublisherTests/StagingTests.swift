import Foundation
import TestSupport
import Testing

@testable import Publisher

struct StagingTests {
  @discardableResult
  private func publish(
    _ files: [String: String], to output: String, keepsFolder: Bool = false
  ) async throws(EnvironmentError) -> Staging.Summary {
    let stage = try Staging.begin(output: output, keepsFolder: keepsFolder)
    for (path, text) in files { try stage.folder.write(path, Array(text.utf8)) }
    return try await stage.commit(Array(files.keys), waitsForDisk: false)
  }

  private func failure(
    _ body: () async throws(EnvironmentError) -> Void
  ) async -> EnvironmentError? {
    do throws(EnvironmentError) {
      try await body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a site is put in place with its list and nothing beside it`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "home", "a/b/index.html": "b"], to: folder["site/public"])
    #expect(
      try folder.files(in: "site/public") == [".findings-manifest", "a/b/index.html", "index.html"])
    #expect(folder.text("site/public/a/b/index.html") == "b")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["site"]) == ["public"])
  }

  @Test func `the list is the same whatever the order of writing`() async throws {
    let folder = try TemporaryFolder()
    let paths = ["b.html", "a/z.html", "a-b.html", "é.html", "B/x.html"]
    for (name, order) in [("one", paths), ("two", paths.reversed())] {
      let stage = try Staging.begin(output: folder[name])
      for path in order { try stage.folder.write(OutputFile(path: path, bytes: [65])) }
      _ = try await stage.commit(order)
    }
    let list = "findings-manifest 1\nB/x.html\na-b.html\na/z.html\nb.html\né.html\n"
    #expect(folder.text("one/.findings-manifest") == list)
    #expect(folder.text("two/.findings-manifest") == list)
  }

  @Test(arguments: [false, true])
  func `a file that is the same is left, and what others made of it is not`(keepsFolder: Bool)
    async throws
  {
    let folder = try TemporaryFolder()
    let site = ["index.html": "home", "a/index.html": "a", "b/index.html": "b", "c/x": "c"]
    try await publish(site, to: folder["public"])
    func inodes() throws -> [UInt64?] {
      try site.keys.sorted().map { try Disk.ownStatus(of: folder["public/\($0)"])?.inode }
    }
    let before = try inodes()
    try folder.write("elsewhere/x", "c")
    // As long as before, and other words; and a link to a folder with the same file.
    try folder.write("public/b/index.html", "B")
    try FileManager.default.removeItem(atPath: folder["public/c"])
    try FileManager.default.createSymbolicLink(
      atPath: folder["public/c"], withDestinationPath: folder["elsewhere"])
    let stranger = try Disk.status(of: folder["elsewhere/x"])?.inode
    var changed = site
    changed["a/index.html"] = "A"
    do throws(EnvironmentError) {
      try await publish(changed, to: folder["public"], keepsFolder: keepsFolder)
    } catch {
      // A link of somebody else stands where a folder of ours must be.
      try FileManager.default.removeItem(atPath: folder["public/c"])
      try await publish(changed, to: folder["public"], keepsFolder: keepsFolder)
    }
    let after = try inodes()
    #expect(folder.text("public/a/index.html") == "A")
    #expect(folder.text("public/b/index.html") == "b")
    #expect(before[3] == after[3] && before[0] != after[0] && before[1] != after[1])
    #expect(after[2] != stranger)
    #expect(folder.text("elsewhere/x") == "c")
  }

  @Test
  func `a file that comes in pieces is left where it is the same, and summed as it is written`()
    async throws
  {
    let folder = try TemporaryFolder()
    func publish(_ pieces: [String]) async throws -> (digest: FileDigest, inode: UInt64?) {
      let stage = try Staging.begin(output: folder["public"])
      let digest = try stage.folder.write(
        "data/all.csv", .pieces { put in for piece in pieces { put(Array(piece.utf8)) } },
        with: stage.folder.writer())
      _ = try await stage.commit(["data/all.csv"], waitsForDisk: false)
      return (digest, try Disk.ownStatus(of: folder["public/data/all.csv"])?.inode)
    }
    let long = String(repeating: "row;", count: 20_000)
    let first = try await publish(["head\r\n", long, long])
    #expect(first.digest == FileDigest(of: Array("head\r\n\(long)\(long)".utf8)))
    let same = try await publish(["head\r\n\(long)", long])
    #expect(same.digest == first.digest && same.inode == first.inode)
    // As long as before, with another last letter.
    let other = try await publish(["head\r\n", long, long.dropLast() + "x"])
    #expect(other.digest != first.digest && other.inode != first.inode)
    #expect(folder.text("public/data/all.csv")?.hasSuffix("rowx") == true)
    #expect(try folder.files(in: "public") == [".findings-manifest", "data/all.csv"])
  }

  @Test func `what the last build wrote and this one did not is gone`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1", "old/index.html": "1"], to: folder["public"])
    try await publish(["index.html": "2", "new/index.html": "2"], to: folder["public"])
    #expect(
      try folder.files(in: "public") == [".findings-manifest", "index.html", "new/index.html"])
    #expect(folder.text("public/index.html") == "2")
    #expect(Disk.exists(folder["public/old"]) == false)
  }

  @Test(arguments: [false, true])
  func `files of others survive`(keepsFolder: Bool) async throws {
    let folder = try TemporaryFolder()
    try folder.write("public/.gitignore", "*\n")
    try await publish(["index.html": "1", "a/index.html": "1"], to: folder["public"])
    try folder.write("public/CNAME", "example.org")
    try folder.write("public/a/notes.txt", "mine")
    try folder.write("public/.git/objects/ab/cd", "object")
    try folder.link("public/latest", to: "a/index.html")
    try FileManager.default.createDirectory(
      atPath: folder["public/empty"], withIntermediateDirectories: false)
    try Disk.setPermissions(folder["public/.git"], 0o700)
    let summary = try await publish(
      ["index.html": "2"], to: folder["public"], keepsFolder: keepsFolder)
    #expect(
      summary
        == Staging.Summary(
          written: 1, kept: 5, obstacle: keepsFolder ? .asked : nil, isRepaired: false))
    #expect(
      try folder.files(in: "public") == [
        ".findings-manifest", ".git/objects/ab/cd", ".gitignore", "CNAME", "a/notes.txt",
        "index.html", "latest",
      ])
    #expect(folder.text("public/index.html") == "2")
    #expect(folder.text("public/CNAME") == "example.org")
    #expect(Disk.exists(folder["public/empty"]))
    #expect(try Disk.ownStatus(of: folder["public/.git"])?.permissions == 0o700)
    #expect(try folder.names() == ["public"])
  }

  @Test func `a file of others is never written over`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1"], to: folder["public"])
    try folder.write("public/about/index.html", "mine")
    let error = await failure { () async throws(EnvironmentError) in
      try await publish(["index.html": "2", "about/index.html": "2"], to: folder["public"])
    }
    #expect(error?.path == folder["public/about/index.html"])
    #expect(folder.text("public/index.html") == "1")
    #expect(folder.text("public/about/index.html") == "mine")
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: [
    (["about": "a page"], "about/mine.txt"), (["about/index.html": "a page"], "about"),
  ])
  func `a file of others does not become a folder, nor a folder a file`(
    site: [String: String], mine: String
  ) async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1"], to: folder["public"])
    try folder.write("public/\(mine)", "mine")
    #expect(
      await failure { () async throws(EnvironmentError) in
        try await publish(site, to: folder["public"])
      } != nil)
    #expect(folder.text("public/\(mine)") == "mine")
    #expect(folder.text("public/index.html") == "1")
  }

  @Test func `a folder that holds files no build wrote is refused`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("documents/thesis.txt", "years of work")
    let error = await failure { () async throws(EnvironmentError) in
      try await publish(["index.html": "1"], to: folder["documents"])
    }
    #expect(
      error?.description == """
        '\(folder["documents"])' holds 'thesis.txt' and other files that no build wrote
          = help: empty the folder, or choose another with --output
        """)
    #expect(try folder.files(in: "documents") == ["thesis.txt"])
    #expect(try folder.names() == ["documents"])
  }

  @Test func `a folder with hidden files only is accepted`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("public/.gitignore", "*")
    try await publish(["index.html": "1"], to: folder["public"])
    #expect(
      try folder.files(in: "public") == [".findings-manifest", ".gitignore", "index.html"])
  }

  @Test func `a list of another version is refused`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("public/.findings-manifest", "findings-manifest 2\n")
    #expect(
      await failure { () async throws(EnvironmentError) in
        try await publish(["index.html": "1"], to: folder["public"])
      }?.reason == "is not a list of files that this version of findings wrote")
  }

  @Test func `a build that fails leaves the output as it was`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1"], to: folder["public"])
    let before = try Disk.status(of: folder["public"])
    let error = await failure { () async throws(EnvironmentError) in
      let stage = try Staging.begin(output: folder["public"])
      try stage.folder.write("index.html", Array("2".utf8))
      try stage.folder.write("../index.html", [])
      _ = try await stage.commit(["index.html"])
    }
    #expect(error?.reason == "has a part '.' or '..'")
    #expect(try Disk.status(of: folder["public"]) == before)
    #expect(folder.text("public/index.html") == "1")
    #expect(try folder.names() == ["public"])
  }

  @Test func `a build that is given up leaves nothing where there was nothing`() async throws {
    let folder = try TemporaryFolder()
    let stage = try Staging.begin(output: folder["public"])
    try stage.folder.write("index.html", [65])
    stage.abort()
    #expect(try folder.names() == [])
  }

  @Test func `what a killed build left is cleared away by the next`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1"], to: folder["public"])
    try folder.write(".public.findings-work/lock")
    try folder.write(".public.findings-work/site/half/index.html", "half a page")
    #expect(folder.text("public/index.html") == "1")
    try await publish(["index.html": "2"], to: folder["public"])
    #expect(folder.text("public/index.html") == "2")
    #expect(try folder.files(in: "public") == [".findings-manifest", "index.html"])
    #expect(try folder.names() == ["public"])
  }

  @Test func `without an exchange two moves do, and the first is taken back if need be`() throws {
    let folder = try TemporaryFolder()
    try folder.write("public/index.html", "1")
    try folder.write("site/index.html", "2")
    try Disk.replace(folder["public"], with: folder["site"], aside: folder["old"])
    #expect(folder.text("public/index.html") == "2")
    #expect(folder.text("old/index.html") == "1")
    #expect(throws: EnvironmentError.self) {
      try Disk.replace(folder["public"], with: folder["missing"], aside: folder["older"])
    }
    #expect(folder.text("public/index.html") == "2")
    #expect(try folder.names() == ["old", "public"])
  }

  @Test func `this system exchanges two folders in one step`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/1")
    try folder.write("b/2")
    guard try Disk.exchange(folder["a"], folder["b"]) == .atomic else { return }
    #expect(try folder.files(in: "a") == ["2"])
    #expect(try folder.files(in: "b") == ["1"])
  }

  @Test func `a build killed between two moves is mended by the next`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1"], to: folder["public"])
    try folder.write("public/CNAME", "example.org")
    try folder.write(".public.findings-work/lock")
    try Disk.move(folder["public"], to: folder[".public.findings-work/old"])
    let stage = try Staging.begin(output: folder["public"])
    #expect(folder.text("public/index.html") == "1")
    try stage.folder.write("index.html", Array("2".utf8))
    _ = try await stage.commit(["index.html"])
    #expect(
      try folder.files(in: "public") == [".findings-manifest", "CNAME", "index.html"])
  }

  @Test(arguments: [".public.findings-work", ".public.findings-work/site"])
  func `a link in the place of the work folder harms nobody`(name: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("others/site/precious.txt", "precious")
    if name.hasSuffix("site") { try folder.write(".public.findings-work/lock") }
    try folder.link(name, to: folder["others"])
    _ = await failure { () async throws(EnvironmentError) in
      try await publish(["index.html": "1"], to: folder["public"])
    }
    #expect(folder.text("others/site/precious.txt") == "precious")
    #expect(try folder.files(in: "others") == ["site/precious.txt"])
  }

  @Test func `a second build into the same folder is told to wait`() async throws {
    let folder = try TemporaryFolder()
    let first = try Staging.begin(output: folder["public"])
    let error = await failure { () async throws(EnvironmentError) in
      _ = try Staging.begin(output: folder["public"])
    }
    #expect(error?.reason == "is being written by another build")
    try first.folder.write("index.html", [65])
    _ = try await first.commit(["index.html"])
    try await publish(["index.html": "2"], to: folder["public"])
    #expect(folder.text("public/index.html") == "2")
  }

  @Test func `one path cannot be written twice`() async throws {
    let folder = try TemporaryFolder()
    let stage = try Staging.begin(output: folder["public"])
    try stage.folder.write("index.html", [65])
    let staged = stage.folder
    let error = await failure { () async throws(EnvironmentError) in
      try staged.write("index.html", [66])
    }
    #expect(error?.reason == "is there already")
    stage.abort()
  }

  @Test func `a folder that became a link keeps what it leads to`() async throws {
    let folder = try TemporaryFolder()
    try await publish(["index.html": "1", "a/index.html": "1"], to: folder["public"])
    try folder.write("elsewhere/index.html", "not ours")
    try FileManager.default.removeItem(atPath: folder["public/a"])
    try folder.link("public/a", to: folder["elsewhere"])
    try await publish(["index.html": "2"], to: folder["public"])
    #expect(folder.text("elsewhere/index.html") == "not ours")
    #expect(try Disk.ownStatus(of: folder["public/a"])?.kind == .link)
    #expect(folder.text("public/index.html") == "2")
  }

  @Test func `a link to the output stays a link`() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder["www"], withIntermediateDirectories: false)
    try folder.link("public", to: "www")
    try await publish(["index.html": "1"], to: folder["public"])
    try await publish(["index.html": "2"], to: folder["public"])
    #expect(try Disk.ownStatus(of: folder["public"])?.kind == .link)
    #expect(folder.text("www/index.html") == "2")
  }

  @Test func `moving file by file removes what is stale and leaves links alone`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("elsewhere/index.html", "not ours")
    let sites = [["a/b/index.html", "c/index.html", "d"], ["a/index.html", "d/index.html"]]
    for (round, paths) in sites.enumerated() {
      if round == 1 {
        try FileManager.default.removeItem(atPath: folder["public/c"])
        try folder.link("public/c", to: "../elsewhere")
      } else {
        try folder.write("public/.keep")
      }
      let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "\(round)") })
      try await publish(files, to: folder["public"], keepsFolder: true)
    }
    #expect(
      try folder.files(in: "public") == [
        ".findings-manifest", ".keep", "a/index.html", "c", "d/index.html",
      ])
    #expect(folder.text("elsewhere/index.html") == "not ours")
    #expect(
      folder.text("public/.findings-manifest")
        == "findings-manifest 1\na/index.html\nd/index.html\n")
  }

  @Test func `all workers write into one folder`() async throws {
    let folder = try TemporaryFolder()
    let stage = try Staging.begin(output: folder["public"])
    let paths = (0..<2_000).map { "reports/\($0 % 500)/\($0).html" }
    let staged = stage.folder
    let results = await parallelResults(paths, workers: 4) { path throws(EnvironmentError) in
      try staged.write(path, Array(path.utf8))
    }
    _ = try results.allSuccesses()
    let summary = try await stage.commit(paths)
    #expect(summary.written == 2_000)
    #expect(try folder.files(in: "public").count == 2_001)
    #expect(folder.text("public/reports/7/1507.html") == "reports/7/1507.html")
  }
}

extension Disk {
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
