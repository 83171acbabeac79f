import Foundation
import TestSupport
import Testing

@testable import Preview

struct FileWatcherTests {
  @Test(arguments: ["edit", "add", "remove", "rename", "replace", "folder"])
  func `every kind of change shows`(change: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/reports/a.md", "one")
    try folder.write("content/b.md", "two")
    let before = FileWatcher.fingerprint(of: [folder["content"]])
    #expect(FileWatcher.fingerprint(of: [folder["content"]]) == before)
    let files = FileManager.default
    switch change {
    case "edit": try folder.write("content/reports/a.md", "other")
    case "add": try folder.write("content/reports/c.md")
    case "remove": try files.removeItem(atPath: folder["content/b.md"])
    case "rename":
      try files.moveItem(atPath: folder["content/b.md"], toPath: folder["content/c.md"])
    case "replace":
      // As long as before, and at the same time: the file is another one.
      let date = try #require(
        files.attributesOfItem(atPath: folder["content/b.md"])[.modificationDate])
      try folder.write("new", "new")
      try files.setAttributes([.modificationDate: date], ofItemAtPath: folder["new"])
      try files.removeItem(atPath: folder["content/b.md"])
      try files.moveItem(atPath: folder["new"], toPath: folder["content/b.md"])
    default:
      try files.createDirectory(atPath: folder["content/new"], withIntermediateDirectories: false)
    }
    #expect(FileWatcher.fingerprint(of: [folder["content"]]) != before)
  }

  @Test func `what editors leave behind is no change`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md")
    let before = FileWatcher.fingerprint(of: [folder["content"]])
    for name in [".a.md.swp", "a.md~", "#a.md#", ".DS_Store"] {
      try folder.write("content/\(name)")
    }
    #expect(FileWatcher.fingerprint(of: [folder["content"]]) == before)
  }

  @Test func `links to folders are looked behind, and may lead in a circle`() throws {
    let folder = try TemporaryFolder()
    try folder.write("shared/a.md", "one")
    try folder.write("content/b.md")
    try folder.link("content/shared", to: "../shared")
    try folder.link("content/circle", to: ".")
    let before = FileWatcher.fingerprint(of: [folder["content"]])
    try folder.write("shared/a.md", "other")
    #expect(FileWatcher.fingerprint(of: [folder["content"]]) != before)
  }

  @Test func `a missing folder and one that appears are no trouble`() throws {
    let folder = try TemporaryFolder()
    let before = FileWatcher.fingerprint(of: [folder["content"]])
    try folder.write("content/a.md")
    #expect(FileWatcher.fingerprint(of: [folder["content"]]) != before)
  }

  @Test(.endsSometime)
  func `changes in a row are one change`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "0")
    var watcher = FileWatcher([folder["content"]], interval: .milliseconds(10))
    for number in 1...5 { try folder.write("content/a.md", String(repeating: "x", count: number)) }
    #expect(await watcher.change {})
    #expect(watcher.seen == FileWatcher.fingerprint(of: [folder["content"]]), "nothing is left")
  }

  @Test(.endsSometime)
  func `where nothing changes, watching ends with its task`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md", "0")
    let watching = Task { [path = folder["content"]] in
      var watcher = FileWatcher([path], interval: .milliseconds(10))
      return await watcher.change {}
    }
    watching.cancel()
    #expect(await watching.value == false)
  }
}
