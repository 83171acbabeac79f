import Diagnostics
import FrontMatter
import Testing

/// Files whose front matter opens in another way, or not at all: one diagnostic, and it says so.
struct OpeningTests {
  @Test(arguments: [
    ("«Text.»\n", "'Text.' stands where '---' opens the front matter"),
    ("\n\n«## A heading»\n\nText.\n", "'## A heading' stands where '---' opens the front matter"),
    ("\n\n«---»\n\nA rule, then text.\n", "the file has no front matter"),
    ("«{\"title\": \"A\"}»\n", "'{\"title\": \"A\"}' stands where '---' opens the front matter"),
    ("«»", "the file has no front matter"), ("  \n«»", "the file has no front matter"),
    ("«+++»\ntitle = \"A\"\n+++\nText.\n", "'+++' opens front matter in TOML, which is not read"),
    ("«+++»\ntitle = \"A\"\n", "'+++' opens front matter in TOML, which is not read"),
    ("«----»\ntitle: A\n---\nText.\n", "'----' does not open front matter"),
    ("«--»\ntitle: A\n---\nText.\n", "'--' does not open front matter"),
    ("«—»\ntitle: A\n---\nText.\n", "'—' does not open front matter"),
    ("«----»\ntitle: A\n----\nText.\n", "'----' does not open front matter"),
    ("«title: A»\nkind: b\n---\nText.\n", "'title: A' is a field, and no '---' stands above it"),
    ("\n«title: A»\nkind: b\n\n## Text\n", "'title: A' is a field, and no '---' stands above it"),
  ])
  func `an opening that is none is told once, at its line`(text: String, message: String) {
    expect(text, says: [message])
  }

  @Test(arguments: [
    ("----\ntitle: A\n---\nText.\n", "{title: A}", "Text.\n"),
    ("title: A\nkind: b\n---\nText.\n", "{title: A, kind: b}", "Text.\n"),
    ("title: A\nkind: b\n\n## Text\n", "{title: A, kind: b}", "## Text\n"),
    ("+++\ntitle = \"A\"\n+++\nText.\n", "none", "Text.\n"),
    ("Text.\n", "none", "Text.\n"),
  ])
  func `what is there is read all the same`(text: String, fields: String, body: String) {
    let result = read(text)
    #expect(sketch(result.value.frontMatter) == fields)
    #expect(String(decoding: Array(text.utf8)[result.value.body], as: UTF8.self) == body)
  }

  @Test(arguments: [
    ("----\ntitle: A\n---\nText.\n", "---\ntitle: A\n---\nText.\n"),
    ("title: A\n---\nText.\n", "---\ntitle: A\n---\nText.\n"),
  ])
  func `an opening that is clear can be put in`(text: String, fixed: String) throws {
    let source = SourceText(path: "report.md", text: text)
    #expect(
      String(decoding: applyFixes(read(text).diagnostics, to: source), as: UTF8.self) == fixed)
    #expect(read(fixed).diagnostics.isEmpty)
  }

  @Test func `where nothing closes the fields, no opening is put in`() {
    #expect(read("title: A\n\nText.\n").diagnostics.map { $0.fix == nil } == [true])
  }
}
