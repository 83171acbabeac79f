import Diagnostics
import Foundation
import Testing

@testable import Site

struct AssetTests {
  @Test(arguments: [
    ("site.css", "a { background: url(dot.png) }", ["dot.png"]),
    (
      "site.css", "a { background: URL( 'a/dot.png' ), url(\"b.svg#mark\") }",
      ["a/dot.png", "b.svg#mark"]
    ),
    ("site.css", "@import \"base.css\"; @import url(print.css) print;", ["base.css", "print.css"]),
    ("site.css", "/* url(no.png) */ a::after { content: \"url(no.png)\" }", []),
    (
      "site.css", "a { fill: url(#here); src: url(data:x,y) url(https://e.example/x) url(//e/x) }",
      []
    ),
    ("site.css", "a { content: \"open\n} b { background: url(dot.png) }", ["dot.png"]),
    (
      "a.js", "import x from \"./x.js\"; import('./y.js'); export * from './z/z.js'",
      ["./x.js", "./y.js", "./z/z.js"]
    ),
    ("a.js", "new URL(\"./x.svg\", import.meta.url); new URL(\"./y.svg\", base)", ["./x.svg"]),
    ("a.js", "// import './no.js'\nconst s = \"import './no.js'\"; import('../pagefind/p.js')", []),
    ("a.mjs", "import 'library'; fetch('./data.json')", []),
    ("a.svg", "url(x)", []),
  ])
  func `addresses of other assets are found`(path: String, text: String, found: [String]) {
    let references = AssetReference.all(in: Array(text.utf8), ofAsset: path)
    #expect(references.map(\.address) == found)
    #expect(references.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == found)
  }

  @Test func `the style sheet is under 25 KB`() throws {
    let sheet = try #require(ThemeFile.builtIn.first { $0.path == "assets/findings.css" })
    #expect(sheet.bytes.count < 25_000)
  }

  @Test func `an asset has a part of its hash in its name, and its hash beside it`() throws {
    let published = publishedAssets([ThemeFile(path: "a/site.css", text: "abc")])
    #expect(published.diagnostics == [])
    let place = try #require(published.value.places["a/site.css"])
    #expect(place.path == "assets/a/site.ba7816bf.css")
    #expect(place.integrity == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(published.value.files.map(\.path) == [place.path])
  }

  @Test func `style sheets and scripts name the published files`() throws {
    let files = try contents(
      [
        "site.css": "@import 'parts/a.css'; b { background: url(\"img/dot.svg?x#y\") }",
        "parts/a.css": "c { background: url(../img/dot.svg) }", "img/dot.svg": "<svg/>",
      ])
    let sheet = try #require(files.first { $0.key.hasPrefix("assets/site.") }).value
    let dot = try #require(files.keys.first { $0.hasPrefix("assets/img/") }).dropFirst(11)
    let part = try #require(files.keys.first { $0.hasPrefix("assets/parts/") }).dropFirst(7)
    #expect(sheet == "@import '\(part)'; b { background: url(\"img/\(dot)?x#y\") }")
    #expect(files["assets/\(part)"] == "c { background: url(../img/\(dot)) }")
  }

  @Test func `the name of an asset changes with whatever it leads to`() throws {
    func name(_ dot: String) throws -> String {
      try #require(
        contents(["a.css": "@import 'b.css'", "b.css": "url(c.svg) @import 'a.css'", "c.svg": dot])
          .keys.first { $0.hasPrefix("assets/a.") })
    }
    #expect(try name("<svg/>") != name("<svg></svg>"))
    #expect(try name("<svg/>") == name("<svg/>"))
  }

  @Test(arguments: [
    ("url(dott.svg)", "'dott.svg' is not an asset", "did you mean 'dot.svg'?"),
    ("@import '../files/x.css'", "'../files/x.css' leads out of the theme's assets", nil),
    ("url(/assets/dot.svg)", "'/assets/dot.svg' leads out of the theme's assets", nil),
    ("url(photo.jpg)", "'photo.jpg' is not an asset", "add the file 'templates/assets/photo.jpg'"),
  ])
  func `an address that leads to no asset is an error`(
    text: String, message: String, help: String?
  ) throws {
    let files = [ThemeFile(path: "dot.svg", text: "<svg/>"), ThemeFile(path: "a.css", text: text)]
    let found = publishedAssets(files).diagnostics
    let diagnostic = try #require(found.first)
    #expect(found.count == 1 && diagnostic.level == .error)
    #expect(diagnostic.check == .unknownAsset && diagnostic.message == message)
    if let help { #expect(diagnostic.help == help) }
    let span = diagnostic.primary.span.range
    #expect(message.hasPrefix("'\(String(decoding: Array(text.utf8)[span], as: UTF8.self))'"))
  }

  /// The published text of each file.
  private func contents(_ assets: [String: String]) throws -> [String: String] {
    let published = publishedAssets(assets.map { ThemeFile(path: $0, text: $1) })
    #expect(published.diagnostics == [])
    return Dictionary(
      uniqueKeysWithValues: published.value.files.map {
        ($0.path, String(decoding: $0.bytes(), as: UTF8.self))
      })
  }
}
