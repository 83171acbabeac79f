import Foundation
import Testing

/// What is kept as expected output can be read, and hides no change of the site.
struct ReviewedSiteTests {
  private static let base = "https://a.example.org/"

  private func files(_ site: [String: String]) -> [String: String] {
    let built = BuiltSite(files: site.mapValues { Array($0.utf8) })
    return ReviewedSite(built, base: Self.base).files
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `what is short stands on one line of JSON, all else a member a line`() {
    let long = String(repeating: "x", count: 210)
    #expect(
      JSONLayout.indented(#"{"a":[1,{"b":"c, \"d\" "}],"e":{}}"#)
        == #"{"a": [1, {"b": "c, \"d\" "}], "e": {}}"#)
    #expect(
      JSONLayout.indented(#"{"a":["\#(long)",2],"b":null}"#)
        == """
        {
          "a": [
            "\(long)",
            2
          ],
          "b": null
        }
        """)
  }

  @Test func `white space is looked for outside of strings`() {
    #expect(JSONLayout.space(in: "{\"a b\\\" \":1}\n") == [UInt8(ascii: "\n")])
    #expect(JSONLayout.space(in: "[1, 2]") == [UInt8(ascii: " ")])
  }

  @Test(arguments: ["", "{", "[\"", "\"\\", "]", ",,", "{\"a\"", "{:", "[1 2"])
  func `laying out ends, whatever the text`(_ text: String) {
    #expect(JSONLayout.indented(text).utf8.count < 20)
  }

  @Test func `long lines are broken, and nothing is lost by it`() {
    let words = Array(repeating: "lamp", count: 90).joined(separator: " ")
    let text =
      "short <b>line</b>\n<p>\(words)<a href=\"#\">\(words)</a></p>\n\n"
      + String(repeating: "y", count: 900)
    let broken = LongLines.broken(text)
    #expect(broken.hasPrefix("short <b>line</b>\n<p>lamp"))
    #expect(broken.contains("\n\\<a href"))
    #expect(broken.split(separator: "\n").allSatisfy { $0.utf8.count <= 400 })
    #expect(LongLines.joined(broken) == text)
  }

  @Test func `what two pages share is kept once, and what one has stays in its place`() {
    func page(_ name: String) -> String {
      "<title>\(name)</title>\n<header class=\"masthead\">\n<a>\n</a>\n</header>\n<main>\n\(name)\n"
        + "<link href=\"\(Self.base)\(name)/\">\n<svg class=\"mark\"><svg></svg><path></svg>\n"
    }
    let kept = files(["one/index.html": page("one"), "two/index.html": page("two")])
    let shared = kept.filter { $0.key.hasPrefix("shared/") }
    #expect(
      shared.values.sorted() == [
        "<header class=\"masthead\">\n<a>\n</a>\n</header>\n",
        "<svg class=\"mark\"><svg></svg><path></svg>\n",
      ])
    let one = kept["one/index.html"] ?? ""
    #expect(one.hasPrefix("<title>one</title>\n<shared one/masthead-1>"))
    #expect(one.contains("<link href=\"{address}\">\n<shared one/mark-1>"))
  }

  @Test func `a change of any byte of a page changes what is kept`() {
    let page =
      "<title>A</title>\n<header>\n1\n2\n3\n4\n</header>\n<main>\n<svg class=\"mark\"><path d=\"M0\"/></svg>"
      + "\n<div class=\"body\"><h2 id=\"b\">B</h2>\n<a href=\"\(Self.base)a/\">\n</div>\n</main>\n"
    let kept = files(["a/index.html": page, "b/index.html": page])
    for index in page.indices {
      let changed = page.replacingCharacters(in: index...index, with: "~")
      #expect(files(["a/index.html": changed, "b/index.html": page]) != kept, "\(changed)")
    }
  }

  @Test func `rows that the register repeats are named, unless one differs`() {
    let table = "{\"reports\":[\n{\"id\":\"a\"}\n,{\"id\":\"b\"}]}\n"
    let rows = "\n{\"id\":\"a\"}\n,{\"id\":\"b\"}"
    let same = files(["data/reports.json": table, "data/register.json": "{\"reports\":[\(rows)]}"])
    #expect(same["data/register.json"] == #"{"reports": ["all rows of data/reports.json"]}"#)
    let other = rows.replacing("\"b\"", with: "\"c\"")
    let differs = files([
      "data/reports.json": table, "data/register.json": "{\"reports\":[\(other)]}",
    ])
    #expect(differs["data/register.json"] == #"{"reports": [{"id": "a"}, {"id": "c"}]}"#)
  }
}
