import Diagnostics
import Inspections
import Testing

@testable import Site

struct PlannedPageTests {
  @Test func `a register with nothing in it has every page that does not need a record`() throws {
    let pages = try sampleSite([:]).renderedPages()
    for path in ["", "frameworks/", "organisations/", "glossary/", "search/", "data/", "404.html"] {
      #expect(pages[path]?.contains("<h1>") == true, "\(path)")
    }
    #expect(pages["editors/"] == nil)
    #expect(pages[""]?.contains("This register holds no reports yet.") == true)
  }

  @Test func `a former address leads to the present one`() throws {
    let files = Sample.files("aliases: [/reports/old-name/, /north.html]")
    let pages = try sampleSite(files).renderedPages()
    let alias = try #require(pages["north.html"])
    #expect(alias.contains("content=\"0; url=/register/reports/north-2009/\""))
    #expect(
      alias.contains("rel=\"canonical\" href=\"https://example.org/register/reports/north-2009/\""))
    #expect(pages["reports/old-name/"]?.contains("/register/reports/north-2009/") == true)
  }

  @Test(arguments: [
    ("/old.html/index.html", "old.html/"), ("/a/index.html/index.html", "a/index.html/"),
    ("/a/b/", "a/b/"), ("/a/b", "a/b/"), ("a.html", "a.html"), ("/a/index.html", "a/"),
    ("/", ""), ("/index.html", ""), ("/a.html/", "a.html/"), ("/a.b/c.pdf", "a.b/c.pdf/"),
    ("/old/a b/", "old/a b/"), ("/old/a%20b/", "old/a b/"), ("/old/h%C3%A4fen/", "old/häfen/"),
    ("/old/ha\u{308}fen/", "old/h\u{E4}fen/"), ("/50%25/", "50%/"), ("/a%2525/", "a%25/"),
    ("/%3Fid=7/", "?id=7/"), ("/%EF%BB%BFa/", "\u{FEFF}a/"), ("/x%23y", "x#y/"),
  ])
  func `a former address becomes the place that a server looks at`(
    address: String, path: String
  ) throws {
    #expect(Array(try AliasPage.path(of: address).utf8) == Array(path.utf8))
  }

  @Test(arguments: [
    ("/../a/", OutputPath.Problem.leavesFolder), ("/a/%2e%2E/b", .leavesFolder),
    ("/a?b", .query), ("/a#b", .query), ("//a/b/", .emptyPart), ("/a//b/", .emptyPart),
    ("https://example.org/a/", .emptyPart), ("/a%2Fb/", .encodedSlash), ("/100%/", .undecodable),
    ("/%C3/", .undecodable), ("/a%00b/", .controlCharacter), ("/a\u{1B}[31m/", .controlCharacter),
    ("/a\\b/", .backslash), ("/a%5Cb/", .backslash), ("/.findings-manifest", .reserved),
    ("/" + String(repeating: "%61", count: 256), .nameTooLong),
    (String(repeating: "/abcdefghi", count: 81), .pathTooLong),
  ])
  func `a former address that no file can answer is refused`(
    address: String, problem: OutputPath.Problem
  ) {
    #expect(throws: problem) { try AliasPage.path(of: address) }
  }

  @Test(arguments: [(20, false), (21, true)])
  func `many pages of the register's own are listed on one and not on all`(
    count: Int, isListed: Bool
  ) throws {
    let files = (0..<count).map { ("pages/p\($0).md", "---\ntitle: Page \($0)\n---\n") }
    let pages = try sampleSite(Dictionary(uniqueKeysWithValues: files)).renderedPages()
    #expect((pages["pages/"] != nil) == isListed)
    #expect(pages[""]?.contains("href=\"/register/pages/\"") == isListed)
    // p9 is the last in the order of ids.
    let link = "href=\"/register/pages/p9/\""
    #expect(pages[""]?.contains(link) == !isListed)
    if isListed { #expect(pages["pages/"]?.contains(link) == true) }
  }

  @Test func `an aspect in a circle of parents is shown all the same`() throws {
    let framework = """
      ---
      title: A framework
      inspectorate: unknown
      aspects:
        - {id: a, title: A, parent: b}
        - {id: b, title: B, parent: a}
        - {id: c, title: C}
        - {id: d, title: D, parent: c}
        - {id: e, title: E, parent: d}
      ---
      """
    let site = sampleSite(["frameworks/frame.md": framework])
    let trees = AspectTree.roots(of: try #require(site.register.frameworks.records.first), in: site)
    #expect(trees.map(\.link.title) == ["C", "A"])
    #expect(trees.map { $0.parts.map(\.title) } == [["D", "E"], ["B"]])
    #expect(trees[0].parts[1].note == "part of D")
  }

  @Test func `an aspect with many judgements has a page for each year`() throws {
    var files = Sample.files("")
    for number in 0...ListBounds.items {
      files["reports/r\(number).md"] = Sample.report(
        "judgements:\n  - {aspect: care, grade: good}", published: "\(2000 + number % 3)")
    }
    let paths = sampleSite(files).pages.map(\.path).filter { $0.contains("/aspects/") }
    let page = "frameworks/frame/aspects/care/"
    #expect(paths == [page, page + "2002/", page + "2001/", page + "2000/"])
  }

  @Test func `the glossary sorts without regard to case and gathers what begins with no letter`() {
    func term(_ title: String) -> String {
      "---\ntitle: \"\(title)\"\ndefinition: What it is.\n---\n"
    }
    let register = sampleRegister([
      "glossary/a.md": term("beta"), "glossary/b.md": term("Alpha"),
      "glossary/c.md": term("Beta two"),
      "glossary/d.md": term("7 days"),
    ])
    let letters = GlossaryPage.letters(of: register.glossary.records[...])
    #expect(letters.map(\.title) == ["0–9", "A", "B"])
    #expect(letters.last?.terms.map(\.id.name) == ["a", "c"])
  }

  @Test func `a long glossary is divided by letter, and links to its terms still lead to them`()
    throws
  {
    var files = Sample.files("")
    for number in 0...ListBounds.items {
      files["glossary/t\(number).md"] =
        "---\ntitle: \(number < 60 ? "Alpha" : "Beta") \(number)\ndefinition: What it is.\n---\n"
    }
    files["pages/about.md"] = "---\ntitle: About\n---\n\nSee [a word](term:t70).\n"
    let pages = try sampleSite(files).renderedPages()
    #expect(
      pages.keys.filter { $0.hasPrefix("glossary/") }.sorted() == [
        "glossary/", "glossary/a/", "glossary/b/",
      ])
    #expect(pages["pages/about/"]?.contains("href=\"/register/glossary/b/#t70\"") == true)
    #expect(pages["glossary/b/"]?.contains("<div id=\"t70\">") == true)
    // Whoever kept the address that the term had in a short glossary finds it, too.
    let entry = "<li id=\"t70\"><a href=\"/register/glossary/b/#t70\">Beta 70</a></li>"
    #expect(pages["glossary/"]?.contains(entry) == true)
  }

  @Test func `two terms may explain themselves under headings of one name`() throws {
    let term = "---\ntitle: A term\ndefinition: What it is.\n---\n\n## History\n\nSome.\n"
    let pages = try sampleSite(["glossary/one.md": term, "glossary/two.md": term]).renderedPages()
    let glossary = try #require(pages["glossary/"])
    #expect(glossary.contains("id=\"one.history\"") && glossary.contains("id=\"two.history\""))
  }
}
