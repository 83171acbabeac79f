import Diagnostics
import Foundation
import Inspections
import Publisher
import TestSupport
import Testing

struct ProjectFilesTests {
  @Test func `files are found in the order of the bytes of their paths`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a/z.md", "a-b.md", "a/é.md", "a/Z.md", "site.yml"] {
      try folder.write("content/\(name)")
    }
    try folder.write("templates/assets/site.css")
    let found = try ProjectFiles.find(root: folder.path)
    #expect(
      found.value.content.map(\.source.path) == [
        "content/a-b.md", "content/a/Z.md", "content/a/z.md", "content/a/é.md", "content/b.md",
        "content/site.yml",
      ])
    #expect(found.value.content[1].name == "a/Z.md")
    #expect(found.value.templates.map(\.source.path) == ["templates/assets/site.css"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ".DS_Store", ".hidden/a.md", "a.md~", "#a.md#", ".#a.md", ".a.md.swp", "a.md.bak",
    "a.md.orig", "Thumbs.db",
  ])
  func `hidden files and what editors leave behind are passed over`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/\(name)")
    try folder.write("templates/page.html")
    #expect(try ProjectFiles.find(root: folder.path).value.content.isEmpty)
  }

  @Test func `a file is read in full`() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "0123456789", count: 100_000)
    try folder.write("content/a.md", "")
    try folder.write("content/b.md", "ä\r\n\0")
    try folder.write("content/c.md", long)
    try folder.write("templates/page.html")
    let files = try ProjectFiles.find(root: folder.path).value.content
    #expect(try files.map { try $0.read() } == ["", "ä\r\n\0", long].map { Array($0.utf8) })
  }

  @Test func `a link within the project counts as what it leads to`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/areas/a.md", "text")
    try folder.write("templates/page.html")
    try folder.link("content/b.md", to: "areas/a.md")
    try folder.link("content/regions", to: "areas")
    let found = try ProjectFiles.find(root: folder.path)
    #expect(found.value.content.map(\.name) == ["areas/a.md", "b.md", "regions/a.md"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("../../outside.md", "'content/link' is a link that leads out of content"),
    ("../..", "'content/link' is a link that leads out of content"),
    ("/etc/passwd", "'content/link' is a link that leads out of content"),
    ("missing.md", "'content/link' is a link that leads nowhere"),
    ("../settings.yml", "'content/link' is a link that leads out of content"),
    (".secret", "'content/link' is a link that leads to a hidden file"),
    (".git/config", "'content/link' is a link that leads to a hidden file"),
    ("link", "'content/link' is a link that leads nowhere"),
    ("../content", "'content/link' is a link that leads to a folder that it is in"),
  ])
  func `a link that leads astray is an error`(target: String, message: String) throws {
    let outer = try TemporaryFolder()
    try outer.write("outside.md", "secret")
    try outer.write("project/content/a.md")
    for name in ["settings.yml", "content/.secret", "content/.git/config"] {
      try outer.write("project/\(name)")
    }
    try outer.write("project/templates/page.html")
    try outer.link("project/content/link", to: target)
    let found = try ProjectFiles.find(root: outer["project"])
    #expect(found.diagnostics.map(\.message) == [message])
    #expect(found.diagnostics.first?.check.name == "unsafe-path")
    #expect(found.value.content.map(\.name) == ["a.md"])
  }

  @Test(arguments: [
    ("../../outside.md", "areas/a.md"), ("../../outside.md", "reports/r.md"),
    ("../.secret", "files/a.csv"), ("../../settings.yml", "pages/p.txt"),
  ])
  func `nothing is shown of what a link that leads astray leads to`(
    target: String, name: String
  ) throws {
    let outer = try TemporaryFolder()
    for secret in ["outside.md", "project/settings.yml", "project/content/.secret"] {
      try outer.write(secret, "password: 1234\n")
    }
    try outer.write("project/content/\(name).txt")
    try outer.link("project/content/\(name)", to: target)
    let found = try ProjectFiles.find(root: outer["project"])
    let file = try #require(found.diagnostics.first?.primary.span.file)
    #expect(file.path == "content/\(name)")
    #expect(shownSource(of: file, root: outer["project"]) == nil)
    let request = BuildRequest(root: outer["project"], now: .day(Day(number: 0)))
    #expect(
      HeldBackReports(in: request).covered(found.diagnostics).diagnostics == found.diagnostics)
  }

  @Test func `a name that is not UTF-8 is said with its folder`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/files/a.pdf")
    let name = Array(folder["content/files/bad"].utf8) + [0xE9, 0x2E, 0x70, 0x64, 0x66, 0]
    let descriptor = creat(name.map { CChar(bitPattern: $0) }, 0o600)
    // Some disks have no such names.
    guard descriptor >= 0 else { return }
    close(descriptor)
    do throws(EnvironmentError) {
      _ = try ProjectFiles.find(root: folder.path)
      Issue.record("the name is no text")
    } catch {
      #expect(error.reason == "holds 'bad\\xE9.pdf', a name that is not UTF-8")
      #expect(error.path.hasSuffix("content/files"))
    }
  }

  @Test func `a link among the downloads stays among them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/files/a.pdf")
    try folder.write("content/reports/r.md")
    try folder.link("content/files/b.pdf", to: "a.pdf")
    try folder.link("content/files/c.md", to: "../reports/r.md")
    let found = try ProjectFiles.find(root: folder.path)
    #expect(
      found.diagnostics.map(\.message)
        == ["'content/files/c.md' is a link that leads out of content/files"])
    #expect(found.value.content.map(\.name) == ["files/a.pdf", "files/b.pdf", "reports/r.md"])
  }

  @Test(.timeLimit(.minutes(5)))
  func `folders full of links to one another are walked once`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<26 {
      try folder.write("content/areas/\(number)/a.md")
      for link in 0..<50 {
        try folder.link(
          "content/areas/\(number)/link\(link)", to: "../\((number + link + 1) % 26)")
      }
    }
    let found = try ProjectFiles.find(root: folder.path)
    #expect(found.value.content.count <= 2 * 26)
    #expect(found.diagnostics.allSatisfy { $0.check.name == "unsafe-path" })
    #expect(found.diagnostics.count <= 2 * 26 * 50)
  }

  @Test func `pipes and sockets are named and never opened`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md")
    try #require(mkfifo(folder["content/pipe.md"], 0o600) == 0)
    try folder.link("content/link.md", to: "pipe.md")
    try folder.link("content/device.md", to: "/dev/null")
    let found = try ProjectFiles.find(root: folder.path)
    #expect(
      found.diagnostics.map(\.message) == [
        "'content/device.md' is a link that leads out of content",
        "'content/link.md' is a pipe, a socket or a device, and no file",
        "'content/pipe.md' is a pipe, a socket or a device, and no file",
      ])
    #expect(found.value.content.map(\.name) == ["a.md"])
  }

  @Test func `a missing folder is named with the project's`() throws {
    let folder = try TemporaryFolder()
    try folder.write("templates/page.html")
    #expect(throws: EnvironmentError.self) { try ProjectFiles.find(root: folder.path) }
    do throws(EnvironmentError) {
      _ = try ProjectFiles.find(root: folder.path)
    } catch {
      #expect(error.description.hasPrefix("'\(folder.path)/content' does not exist"))
    }
  }

  @Test func `a folder that is a link out of the project is refused`() throws {
    let outer = try TemporaryFolder()
    try outer.write("elsewhere/a.md")
    try outer.write("project/templates/page.html")
    try outer.link("project/content", to: "../elsewhere")
    #expect(throws: EnvironmentError.self) { try ProjectFiles.find(root: outer["project"]) }
    let named = try ProjectFiles.find(root: outer["project"], content: outer["elsewhere"])
    #expect(named.value.content.map(\.name) == ["a.md"])
  }

  @Test func `a file that vanished is an error with the path that the user knows`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/a.md")
    try folder.write("templates/page.html")
    let file = try #require(try ProjectFiles.find(root: folder.path).value.content.first)
    try FileManager.default.removeItem(atPath: file.location)
    do throws(EnvironmentError) {
      _ = try file.read()
      Issue.record("the file is gone")
    } catch {
      #expect(error == EnvironmentError("content/a.md", "does not exist"))
    }
  }
}
