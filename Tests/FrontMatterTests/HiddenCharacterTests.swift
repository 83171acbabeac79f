import Diagnostics
import FrontMatter
import Testing

/// Characters that nobody sees, in names and in values.
struct HiddenCharacterTests {
  @Test(arguments: [
    ("ti«\u{200B}»tle: A", "{title: A}"), ("«\u{A0}»title: A", "{title: A}"),
    ("title«\u{A0}»: A", "{title: A}"),
    ("title: «\u{A0}»A", "{title: A}"), ("title: A«\u{A0}»", "{title: A}"),
    ("title: \"«\u{A0}»A\"", "{title: \"A\"}"), ("title: A«\u{200B}»", "{title: A}"),
    ("title: Recom«\u{AD}»mended", "{title: Recommended}"),
    ("published: «\u{FEFF}»2008", "{published: 2008}"),
    ("title: \"«\u{200B}»A\u{200B}b\"", "{title: \"Ab\"}"),
    ("list: [a, «\u{2060}»b]", "{list: [a, b]}"),
    ("title: |\n  A«\u{200B}»b", "{title: \"Ab\\n\"}"), ("title: é«\u{200D}»b", "{title: éb}"),
    ("title: É«\u{200B}»té", "{title: Été}"),
  ])
  func `a character that nobody sees is named, and the rest is read`(fields: String, meant: String)
  {
    let source = MarkedSource("---\n\(fields)\n---\nText.\n")
    let result = read(source.bytes)
    #expect(result.diagnostics.map(\.check.name) == ["hidden-character"])
    #expect(result.diagnostics.map(\.primary.span.range) == source.primary)
    #expect(sketch(result.value.frontMatter) == meant)
    let text = SourceText(file: SourceFile(path: "report.md"), bytes: source.bytes)
    let fixed = applyFixes(result.diagnostics, to: text)
    #expect(read(fixed).diagnostics.isEmpty)
    #expect(sketch(read(fixed).value.frontMatter) == meant)
  }

  @Test(arguments: [
    "title: £5\u{A0}million", "title: Qu'est-ce\u{202F}?", "title: 👩\u{200D}🚒",
    "title: می\u{200C}خواهم",
    "title: ภาษา\u{200B}ไทย", "title: \"A\\u200B\"", "title: \"\\uFEFF\\u00A0A\"",
    "title: Été — l'an",
    "counts: {Cafcass\u{A0}staff: 1}",
  ])
  func `what a script needs, or the author wrote as an escape, is left alone`(fields: String) {
    #expect(readFields(fields).diagnostics.map(\.message) == [])
  }

  @Test(arguments: ["a: b\n«\u{FEFF}»title: A\nc: d", "a:\n«\u{A0}»\u{A0}- b\nc: d"])
  func `one that moves a line into another column is named as the cause`(fields: String) {
    let source = MarkedSource("---\n\(fields)\n---\nText.\n")
    let result = read(source.bytes)
    #expect(result.diagnostics.map(\.check.name) == ["hidden-character"])
    #expect(result.diagnostics.map(\.primary.span.range) == source.primary)
    #expect(!result.value.isComplete)
  }

  @Test(arguments: [
    ("a:\n  - b: c\n«\u{A0}»   d: e", "a:\n  - b: c\n    d: e"),
    ("a:\n  - b: c\n  «\u{A0}» d: e\n    f: g", "a:\n  - b: c\n    d: e\n    f: g"),
    ("a:\n  - b: c\n«\u{A0}» - b: d", "a:\n  - b: c\n  - b: d"),
    ("a:\n«\u{3000}»\u{A0}- b", "a:\n  - b"), ("a:\n«\u{A0}» b: c", "a:\n  b: c"),
    // One too many.
    ("a:\n  - b: c\n    «\u{A0}»d: e", "a:\n  - b: c\n    d: e"),
    ("a: b\n«\u{A0}»c: d", "a: b\nc: d"), ("a: b\n«\u{200B}»c: d", "a: b\nc: d"),
  ])
  func `a space of another kind in the indentation gives way to what puts the line in its column`(
    fields: String, fixed: String
  ) {
    let source = MarkedSource("---\n\(fields)\n---\nText.\n")
    let result = read(source.bytes)
    #expect(result.diagnostics.map(\.check.name) == ["hidden-character"])
    #expect(result.diagnostics.map(\.primary.span.range) == source.primary)
    let text = SourceText(file: SourceFile(path: "report.md"), bytes: source.bytes)
    let bytes = applyFixes(result.diagnostics, to: text)
    #expect(String(decoding: bytes, as: UTF8.self) == "---\n\(fixed)\n---\nText.\n")
    #expect(read(bytes).diagnostics.isEmpty)
  }

  @Test func `where no column tells what is meant, nothing is put in`() throws {
    let result = readFields("a:\n  - b: c\n\u{A0}  d: e")
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(diagnostic.fix == nil)
    #expect(diagnostic.help != "delete it")
  }

  @Test func `a value of such characters alone is left out`() {
    let result = readFields("title: \u{200B}\nkind: b")
    #expect(result.diagnostics.map(\.check.name) == ["hidden-character"])
    #expect(sketch(result.value.frontMatter) == "{kind: b}")
    #expect(!result.value.isComplete)
  }
}
