import Diagnostics
import FrontMatter
import Testing

/// Text that YAML takes for a comment.
struct DroppedTextTests {
  @Test(arguments: [
    "title: Baths «#5 of the harbour»", "title: Baths «#five»", "note: See item «#\"A\"»",
    "text: Mend door «#3 and window»  ", "title: Baths   «#5»", "title: Baths\t«#5»",
    "list: [a «#5,»\n  b]", "list:\n  - Baths «#5»\n  - b", "title: «#5 of the harbour»",
    "title: «# 5 of the harbour»", "title:\n  «#5 of the harbour»\nkind: b",
    "title: Baths\n  «#5 of the harbour»\nkind: b",
    "list:\n  - text: Mend door «#3»\n    kind: b", "title: Baths «#5»\n  of the harbour\nkind: b",
    "title: Baths «#5»\n  of the: harbour\nkind: b", "a: {text: door «#3»\n  }",
  ])
  func `words after a hash are told as lost`(fields: String) throws {
    let source = MarkedSource("---\n\(fields)\n---\nText.\n")
    let result = read(source.bytes)
    #expect(result.diagnostics.map(\.check.name) == ["dropped-text"])
    #expect(result.diagnostics.map(\.level) == [.error])
    #expect(result.diagnostics.map(\.primary.span.range) == source.primary)
    #expect(result.diagnostics.map { $0.fix == nil } == [true])
  }

  @Test(arguments: [
    "title: Baths # the old ones", "title: Baths # to be asked", "title: Baths #",
    "title: Baths ##",
    "title: Baths ## a section", "title: Baths #----", "# 5 baths\ntitle: Baths",
    "#title: Baths\na: b",
    "title: \"Baths #5 of the harbour\"", "title: 'Baths #5'", "title: Baths#5", "title: C#",
    "title: \"Baths\" #5", "text: |\n  Baths #5\n  #6", "text: >-\n  Baths #5",
    "published: 2008-02 # 3 sources", "size: 12 # 4 of them twice", "list: # 5 of them\n  - a",
    "list:\n  # 5 of them\n  - a", "list:\n  - a\n  #- b\n  - c", "a:\n  b: c\n  #d: e\n  f: g",
    "a:\n  - b: c\n    #d: e\n    f: g", "title: Baths\n#5 of the harbour\nkind: b",
    "title: Baths\n  # 5 of the harbour\nkind: b", "list: [a, b] #5",
  ])
  func `a comment is left alone`(fields: String) {
    #expect(readFields(fields).diagnostics.map(\.message) == [])
  }

  @Test func `a number after a hash and a space may be either`() {
    let result = expect(
      "---\ntext: Mend door «# 3 and window»\n---\n",
      says: ["'# 3 and window' is a comment in YAML and is left out of the value"])
    #expect(result.diagnostics.map(\.level) == [.warning])
    #expect(result.value.isComplete)
  }

  @Test func `a value that goes on after a comment is told by the comment`() {
    expect(
      "---\ntitle: Baths ‹# the old ones›\n  «of the harbour»\nkind: b\n---\n",
      says: ["'of the harbour' goes on with a value that a comment ended"])
  }

  @Test(arguments: [
    ("title: «&Sons» Ferries Ltd", "title: \"&Sons Ferries Ltd\""),
    ("text: «&Build» the \"ramp\" at Rann's", "text: '&Build the \"ramp\" at Rann''s'"),
    ("list:\n  - «&a» b\n  - c", "list:\n  - \"&a b\"\n  - c"),
    ("a: {text: «&b» c}", "a: {text: \"&b c\"}"), ("title: «&Sons»", "title: \"&Sons\""),
    ("a: «&x» b\nc: «&x» d", nil),
  ])
  func `a word after an ampersand that names nothing is told as lost`(
    fields: String, mended: String?
  ) throws {
    let source = MarkedSource("---\n\(fields)\n---\nText.\n")
    let result = read(source.bytes)
    #expect(Set(result.diagnostics.map(\.check.name)) == ["dropped-text"])
    #expect(result.diagnostics.map(\.primary.span.range) == source.primary)
    guard let mended else { return }
    let fix = try #require(result.diagnostics.first?.fix)
    var bytes = source.bytes
    bytes.replaceSubrange(fix.span.range, with: fix.replacement.utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == "---\n\(mended)\n---\nText.\n")
  }

  @Test(arguments: [
    "a: &x text\nb: *x", "a: &x {b: c}\nd: e", "a: &x [b, c]", "title: AT&T", "title: R & D",
    "title: \"&Sons\"", "a: &x \"text\"",
  ])
  func `an anchor that is used or that no text begins with is left alone`(fields: String) {
    #expect(readFields(fields).diagnostics.map(\.message) == [])
  }
}
