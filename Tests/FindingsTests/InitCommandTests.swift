import Foundation
import Publisher
import TestSupport
import Testing

/// `findings init` from outside: the register that it begins builds at once, whatever was said.
struct InitCommandTests {
  @Test(arguments: [
    [], ["--language", "en"], ["--language", "en-IE", "--scale", "1, 2, 3, 4"],
    ["--language", "en-US", "--scale", "none"], ["--area", "none"],
    ["--scale", "none", "--area", "none", "--host", "github"],
    ["--host", "gitlab", "--title", "Inspections: \"quoted\" & \\ #1 *and* {more}"],
    ["--inspectorate", "One Body", "--body", "One Body"],
    ["--scale", "Très bien,Bien", "--body", "Équipe", "--area", "Leeds, West"],
    ["--scale", "A,B,C,D,E,F", "--address", "http://localhost:8000/a/b", "--title=- a"],
  ])
  func `a register that is begun passes the strictest check and builds`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let begun = try Program.run(["init", "site"] + options, in: folder.path)
    #expect(begun.status == 0, "\(begun.errors)")
    let check = try Program.run(["check", "--strict", "--root", "site"], in: folder.path)
    #expect(check.status == 0, "\(check.output)")
    let build = try Program.run(
      ["build", "--strict", "--search", "off", "--root", "site"], in: folder.path)
    #expect(build.status == 0, "\(build.output)\(build.errors)")
    let page = try #require(folder.text("site/public/reports/example-report/index.html"))
    #expect(page.contains("Nothing in it happened."))
    #expect(page.contains("<svg"))
  }

  @Test func `what was not said is told`() throws {
    let folder = try TemporaryFolder()
    let all = ["--title", "T", "--address", "https://a.org/", "--language", "en", "--body", "B"]
    let rest = ["--inspectorate", "I", "--scale", "x,y", "--area", "A", "--host", "none"]
    #expect(
      !(try Program.run(["init", "a"] + all + rest, in: folder.path).errors.contains("made up")))
    let some = try Program.run(["init", "b"] + all, in: folder.path)
    #expect(
      some.errors.contains(
        "made up, for you did not say: inspectorate 'The Example Inspectorate', "
          + "scale 'Good, Fair, Poor', area 'Example Area', host 'none'"))
  }

  @Test func `ids are made of names without their accents, and what is left out is told`() throws {
    let folder = try TemporaryFolder()
    let options = ["--inspectorate", "Łódź", "--body", "Київ", "--area", "Köln Straße"]
    let run = try Program.run(["init", "site"] + options, in: folder.path)
    #expect(run.status == 0)
    for path in ["organisations/lodz", "organisations/inspected-body", "areas/koln-strasse"] {
      #expect(folder.text("site/content/\(path).md") != nil, "\(path)")
    }
    #expect(run.errors.contains("'Київ' has letters beyond a to z and their accents"))
    #expect(run.errors.contains("'organisations/inspected-body.md'"))
    #expect(!run.errors.contains("'Köln Straße' has"))
    let check = try Program.run(["check", "--strict", "--root", "site"], in: folder.path)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test(arguments: [
    (["--scale", "Good"], "'Good' is one grade, and a scale has two at least."),
    (["--scale", "A,a"], "'A, a' has grades that cannot be told apart."),
    (
      ["--language", "fr"],
      "'fr' is no tag of English, like en or en-GB: the words of the pages are English."
    ),
    (["--address", "example.org"], "'example.org' cannot be the address: "),
    (["--title", " "], "' ' is no name."),
    (["--host", "bitbucket"], "The value 'bitbucket' is invalid for '--host <host>'"),
  ])
  func `a wrong answer writes nothing`(options: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["init", "site"] + options, in: folder.path)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: \(words)"), "\(run.errors)")
    #expect(try folder.contents(of: ".").isEmpty)
  }

  @Test func `a project that is there is left as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/pages/about.md", "mine")
    let run = try Program.run(["init", "."], in: folder.path)
    #expect(run.status == 74)
    #expect(try folder.contents(of: ".").count == 1)
  }
}
