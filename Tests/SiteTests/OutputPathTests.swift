import Site
import Testing

struct OutputPathTests {
  @Test(arguments: [
    "index.html", "reports/east-midlands-2008/index.html", ".nojekyll", "a..b/..c/d..", "…/é.html",
    ".well-known/security.txt", String(repeating: "a", count: 255),
  ])
  func `a path within the folder is fine`(path: String) {
    #expect(OutputPath.problem(of: path) == nil)
  }

  @Test(arguments: [
    ("", OutputPath.Problem.empty), ("/etc/passwd", .absolute), ("a//b", .emptyPart),
    ("a/", .emptyPart), ("..", .leavesFolder), ("../a", .leavesFolder), ("a/../b", .leavesFolder),
    ("a/..", .leavesFolder), ("./a", .leavesFolder), ("a/./b", .leavesFolder),
    ("a\0b", .controlCharacter), ("a\nb", .controlCharacter), ("a\u{7F}", .controlCharacter),
    ("a\\b", .backslash), (String(repeating: "a", count: 256), .nameTooLong),
    ("a/" + String(repeating: "é", count: 128) + "/b", .nameTooLong),
    (Array(repeating: "abcdefghi", count: 81).joined(separator: "/"), .pathTooLong),
    (".findings-manifest", .reserved), (".findings-work/x", .reserved),
  ])
  func `a path that could leave the folder is refused`(path: String, problem: OutputPath.Problem) {
    #expect(OutputPath.problem(of: path) == problem)
  }

  @Test func `paths that are one file on some disks are refused`() {
    let paths = ["a/index.html", "b.html", "A/index.html", "b.html", "caf\u{E9}", "cafe\u{301}"]
    let problems = OutputPath.problems(among: paths)
    #expect(problems.map(\.path) == ["A/index.html", "b.html", "cafe\u{301}"])
    #expect(problems.first?.problem == .taken("a/index.html"))
    #expect(problems.dropFirst().first?.problem == .taken(""))
  }

  @Test func `a file where another path needs a folder is refused`() {
    let problems = OutputPath.problems(among: ["a/b/c.html", "x.html", "A", "a/b/d.html"])
    #expect(problems.map(\.path) == ["a/b/c.html"])
    #expect(problems.first?.problem == .blocked("A"))
  }

  @Test func `only capitals tell the folder of one path from the file of another`() {
    let problems = OutputPath.problems(among: ["reports/kent/index.html", "about.html", "Reports"])
    #expect(problems.map(\.problem) == [.blocked("Reports")])
  }

  @Test func `paths that share folders and the starts of names are fine`() {
    let paths = ["a/b/index.html", "a/b-c/index.html", "a/index.html", "a.html", "ab/index.html"]
    #expect(OutputPath.problems(among: paths).isEmpty)
  }
}
