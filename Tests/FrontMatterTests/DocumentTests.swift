import Diagnostics
import FrontMatter
import Testing

/// Where front matter opens, closes and gives way to the body.
struct DocumentTests {
  private func body(_ result: Diagnosed<ContentDocument>, of text: String) -> String {
    String(decoding: Array(text.utf8)[result.value.body], as: UTF8.self)
  }

  @Test(arguments: [
    ("---\ntitle: A\n---\nText.\n", "{title: A}", "Text.\n"),
    ("---\r\ntitle: A\r\n---\r\nText.\r\n", "{title: A}", "Text.\r\n"),
    ("---\rtitle: A\rkind: B\r---\rText.\r", "{title: A, kind: B}", "Text.\r"),
    ("\u{FEFF}---\ntitle: A\n---\nText.\n", "{title: A}", "Text.\n"),
    ("---  \ntitle: A\n---\t\nText.\n", "{title: A}", "Text.\n"),
    ("---\ntitle: A\n---", "{title: A}", ""),
    ("---\n---\nText.\n", "{}", "Text.\n"),
    ("---\n# nothing yet\n\n---\nText.\n", "{}", "Text.\n"),
    ("---\ntitle: A\n---\nText.\n\n---\n\nMore.\n", "{title: A}", "Text.\n\n---\n\nMore.\n"),
    ("---\ntitle: |\n  a\n  ---\n  b\n---\nText.", "{title: \"a\\n---\\nb\\n\"}", "Text."),
    ("---\ntitle: \"a\n  --- b\"\n---\nText.", "{title: \"a --- b\"}", "Text."),
    ("---\ntitle: A\n...\n---\nText.", "{title: A}", "Text."),
  ])
  func `front matter ends at the next line of three dashes`(
    text: String, fields: String, rest: String
  ) {
    let result = read(text)
    #expect(result.diagnostics.isEmpty)
    #expect(sketch(result.value.frontMatter) == fields)
    #expect(body(result, of: text) == rest)
    #expect(result.value.isComplete)
  }

  @Test func `the front matter's place covers both lines of dashes`() {
    let result = read("\u{FEFF}---\ntitle: A\n---\nText.\n")
    #expect(result.value.frontMatterSpan.range == 3..<19)
    #expect(result.value.openingSpan.range == 3..<6)
  }

  @Test func `without front matter its place is where it would be`() {
    #expect(read("\u{FEFF}Text.").value.frontMatterSpan.range == 3..<3)
    #expect(read("Text.").value.openingSpan.range == 0..<0)
  }

  @Test func `front matter below empty lines is told and read`() {
    let result = expect(
      "\n\n«---»\ntitle: A\n---\nText.\n", says: ["'---' does not stand on the first line"])
    #expect(sketch(result.value.frontMatter) == "{title: A}")
  }

  @Test func `front matter that is never closed ends where the text seems to start`() {
    let result = expect(
      "«---»\ntitle: A\nareas:\n  - b\n\n‹East Midlands is a region.›\nIt was inspected.\n",
      says: ["'---' opens front matter that is never closed"])
    #expect(sketch(result.value.frontMatter) == "{title: A, areas: [b]}")
    #expect(!result.value.isComplete)
  }

  @Test(arguments: ["----", "--", "-–", "—", "...", "- - -"])
  func `a line that nearly closes the front matter is pointed at`(line: String) throws {
    let result = expect(
      "«---»\ntitle: A\n‹\(line)›\nText.\n",
      says: ["'---' opens front matter that is never closed"])
    #expect(sketch(result.value.frontMatter) == "{title: A}")
    #expect(try #require(result.diagnostics.first).fix?.replacement == "---")
  }

  @Test func `a line of four dashes is named even when a rule further down closes`() throws {
    let result = expect(
      "---\ntitle: A\n«----»\nkind: text\n---\n",
      says: ["'----' does not close the front matter"])
    #expect(try #require(result.diagnostics.first).fix?.replacement == "---")
  }

  @Test func `three dashes inside a quoted value end the front matter and the note says so`() throws
  {
    let result = expect(
      "---\ntitle: «\"»a\n---\nb\"\n---\nText.",
      says: ["'\"a' opens a quotation that is never closed"])
    let note = try #require(result.diagnostics.first?.notes.first)
    #expect(note == "a line '---' ends the front matter even between quotation marks")
  }

  @Test func `a document end hides nothing`() {
    let result = expect(
      "---\na: b\n«...»\n‹c: d›\ne: f\n---\n", says: ["'...' ends the document here"])
    #expect(sketch(result.value.frontMatter) == "{a: b, c: d, e: f}")
  }

  @Test func `front matter must be fields`() {
    expect("---\n«- a\n- b»\n---\n", says: ["the front matter is not a list of fields"])
    expect("---\n«text»\n---\n", says: ["the front matter is not a list of fields"])
  }

  @Test func `a settings file is one value`() {
    let file = SourceFile(path: "site.yml")
    let result = readYAML(Array("\u{FEFF}---\ntitle: A\nchecks: {a: b}\n".utf8), file: file)
    #expect(result.diagnostics.isEmpty)
    #expect(sketch(result.value) == "{title: A, checks: {a: b}}")
    #expect(readYAML(Array("# nothing\n".utf8), file: file).value == nil)
    #expect(readYAML([], file: file).value == nil)
  }

  @Test func `a second document in a settings file is not read`() {
    let result = readYAML(Array("a: b\n---\nc: d\n".utf8), file: SourceFile(path: "site.yml"))
    #expect(result.diagnostics.map(\.message) == ["'---' starts a second document"])
    #expect(result.diagnostics.first?.primary.span.range == 5..<8)
    #expect(sketch(result.value) == "{a: b}")
  }
}
