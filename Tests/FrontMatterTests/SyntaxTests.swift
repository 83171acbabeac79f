import Diagnostics
import FrontMatter
import Testing

/// What is said of text that is not YAML, and how much of the file is read all the same.
struct SyntaxTests {
  @Test func `what stands in a bracket straight behind a colon is read all the same`() {
    let result = expect(
      """
      ---
      z: é
      x«:»[{a: é, ‹b›«:»[c, d], «b»: 2}]
      e:
        - {f«:»{g: h, ‹i›: 1, «i»: 2}, j: k}
      l: m
      ---
      """,
      says: [
        "'x:[' has no space after its ':'", "'b:[' has no space after its ':'",
        "'b' stands here twice", "'f:{' has no space after its ':'", "'i' stands here twice",
      ])
    #expect(result.value.isComplete)
    #expect(
      sketch(result.value.frontMatter)
        == "{z: é, x: [{a: é, b: [c, d]}], e: [{f: {g: h, i: 1}, j: k}], l: m}")
  }

  @Test(arguments: [
    ("title: a«:» b", "'a: b' contains ': ' without quotes"),
    ("title: é “x”«:» b", "'é “x”: b' contains ': ' without quotes"),
    ("‹title: x›\n  «kind»: y", "'kind' stands under a value"),
    ("«title Cafcass»\nkind: x", "'title Cafcass' has no ':'"),
    ("a: b\n«title Cafcass»\nkind: x", "'title Cafcass' has no ':'"),
    ("a: b\nc«:»d\ne: f", "'c:d' has no space after its ':'"),
    ("a: «-» b", "'-' starts a list on the line of its field"),
    ("a: «\"»b\nc: d", "'\"b' opens a quotation that is never closed"),
    ("a: «'»b\nc: d", "''b' opens a quotation that is never closed"),
    ("a: «[»b, c\nd: e", "'[b, c' opens a list that is never closed"),
    ("a: «{»b: c\nd: e", "'{b: c' opens a mapping that is never closed"),
    ("a: «[»b, c", "'[b, c' opens a list that is never closed"),
    ("a: ‹{›b: c«]»\nd: e", "']' stands where ',' or '}' is due"),
    ("a: ‹[›b, \"c\" «d»]", "'d' stands where ',' or ']' is due"),
    ("a: [b, c]«]»", "']' stands after a complete value"),
    ("a: [b,«,» c]", "',' stands where a value is due"),
    ("a: «@»b", "'@' starts a value without quotes"),
    ("a: «`»b`", "'`' starts a value without quotes"),
    ("a: «%» b", "'%' starts a value without quotes"),
    ("a: «?» b", "'?' starts a value without quotes"),
    ("a: «,»b", "',' stands where a value is due"),
    ("a: «*»b* c", "'*b* c' starts with '*' without quotes"),
    ("a: «*»*b** c", "'**b** c' starts with '*' without quotes"),
    ("a: «&» b", "'& b' starts with '&' without quotes"),
    ("a: \"b‹\"› «c»", "'c' stands after the closing \""),
    ("a: 'it‹'›«s'»", "'s'' stands after the closing '"),
    ("a: \"é«\\d»\"", "'\\d' is not an escape"),
    ("a: \"«\\x»Z\"", "'\\x' is not an escape"),
    ("a: \"«\\u»12\"", "'\\u' is not an escape"),
    ("a:\n«\t»b: c", "a tab indents this line"),
    ("é:\n  b: c\n«\t\t»d: e", "a tab indents this line"),
    ("«\t»a: b", "a tab indents this line"),
    ("a: |\n«\t»b", "a tab indents this line"),
    ("a: x\n é\n«\t» c: d", "a tab indents this line"),
    ("a:\n  ‹- b›\n «c: d»", "'c: d' starts in a column of its own"),
    ("a:\n    ‹b: c›\n  «d: e»", "'d: e' starts in a column of its own"),
    ("a: b\n«-» c", "'-' starts an entry where a field is due"),
    ("a: |«x»\n  b", "'x' stands on the line of '|'"),
    ("a: >«0»\n b", "'0' stands on the line of '>'"),
    ("«%YAML 1.1»\na: b", "'%YAML 1.1' is a directive"),
    ("«:» b", "a field has no name"),
    ("a:\n  «-»id: 1\n    text: x", "'-id: 1' has no space after its '-'"),
    ("a:\n  - id: 1\n  «-»id: 2\n    text: y", "'-id: 2' has no space after its '-'"),
    ("a:\n  «-»{b: c, d: e}", "'-{b: c, d: e}' has no space after its '-'"),
    ("a:\n  «-»one\n  -two", "'-one' has no space after its '-'"),
    ("a:\n  - {b«:»c, d:e, f: g}", "'b:c' has no space after its ':'"),
    ("a: {b: «C c, d e», f: 1}", "'C c, d e' has a comma, which ends a value between braces"),
    (
      "a: {b: «C, see http://x», f: 1}",
      "'C, see http://x' has a comma, which ends a value between braces"
    ),
    ("a: {b: «1,040», c: 1}", "'1,040' has a comma, which ends a value between braces"),
    ("a: {c: {b: «1,040,000»}}", "'1,040,000' has a comma, which ends a value between braces"),
    ("a: {b: c, «d»}", "'d' has no ':' and no value"),
  ])
  func `each usual mistake has its own words and its exact place`(fields: String, message: String)
    throws
  {
    let result = expect("---\nz: é\n\(fields)\n---\nText.\n", says: [message])
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.check.name == "yaml-syntax")
    #expect(diagnostic.help != nil)
    #expect(!result.value.isComplete)
    let text = MarkedSource("---\nz: é\n\(fields)\n---\nText.\n")
    #expect(String(decoding: text.bytes[result.value.body], as: UTF8.self) == "Text.\n")
  }

  @Test(arguments: [
    ("a: {b: c, d«:»[e]}", "'d:[' has no space after its ':'"),
    ("a«:»[b]\nc: d", "'a:[' has no space after its ':'"),
    ("a:\n  - b«:»{c: d}", "'b:{' has no space after its ':'"),
  ])
  func `a bracket straight behind a colon is put right, and nothing is lost`(
    fields: String, message: String
  ) throws {
    let result = expect("---\nz: é\n\(fields)\n---\n", says: [message])
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.fix?.replacement == ": ")
    #expect(result.value.isComplete)
  }

  @Test func `fields after a complete value are not read`() {
    expect("---\n{a: b}\n«c: d»\n---\n", says: ["'c: d' stands after the end of the value"])
  }

  @Test(arguments: [
    ("title: East Midlands: a study", "title: \"East Midlands: a study\""),
    ("title: A \"big\": study", "title: 'A \"big\": study'"),
    ("title: *very* good", "title: \"*very* good\""),
    ("title: @home", "title: \"@home\""),
    ("title:x\nkind: y", "title: x\nkind: y"),
    ("a:\n  -id: 1\n    b: c", "a:\n  - id: 1\n    b: c"),
    ("a:\n  -\u{A0}id: 1\n    b: c", "a:\n  - id: 1\n    b: c"),
    ("a: {b:c, d: e, f:\u{A0}g}", "a: {b: c, d: e, f: g}"),
    (
      "a: {title: Fire doors, old and new, size: 40}",
      "a: {title: \"Fire doors, old and new\", size: 40}"
    ),
    ("a: {size: 1,040, b: c}", "a: {size: 1040, b: c}"),
  ])
  func `a fix that needs no thought puts the file right`(fields: String, fixed: String) throws {
    let result = readFields(fields)
    let fix = try #require(result.diagnostics.first?.fix)
    var bytes = Array("---\n\(fields)\n---\nText.\n".utf8)
    bytes.replaceSubrange(fix.span.range, with: Array(fix.replacement.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "---\n\(fixed)\n---\nText.\n")
    #expect(read(bytes).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "title: a: \"b\" and 'c'", "title: a: b # c", "title: a: b\n  more",
  ])
  func `no fix is offered where quoting could change the meaning`(fields: String) {
    #expect(readFields(fields).diagnostics.first.map { $0.fix == nil } == true)
  }

  @Test func `reading goes on after each syntax error`() {
    let result = expect(
      """
      ---
      title: East Midlands«:» key challenges
      ‹kind›: inspection
      area: «"»east-midlands
      «kind»: thematic
      judgements:
        - aspect: care
          grade: good
        - aspect: safeguarding
          grade: «@»x
        - aspect: leadership
      published: 2008-02
      ---
      """,
      says: [
        "'East Midlands: key challenges' contains ': ' without quotes",
        "'\"east-midlands' opens a quotation that is never closed",
        "'kind' stands here twice",
        "'@' starts a value without quotes",
      ])
    #expect(
      sketch(result.value.frontMatter)
        == "{kind: inspection, judgements: [{aspect: care, grade: good}], published: 2008-02}")
  }

  @Test func `a value that breaks off is left out rather than read in part`() {
    #expect(sketch(readFields("a: 1\nb: c: d\ne: 2").value.frontMatter) == "{a: 1, e: 2}")
    #expect(sketch(readFields("a: 1\nb: [c, d\ne: 2").value.frontMatter) == "{a: 1, e: 2}")
    #expect(sketch(readFields("a:\n  b: 1\n  c: @\ne: 2").value.frontMatter) == "{e: 2}")
  }

  @Test func `a field that could not be read is still told when it is repeated`() {
    expect(
      "---\n‹a›: b«:» c\n«a»: 1\nd: 2\n---\n",
      says: ["'b: c' contains ': ' without quotes", "'a' stands here twice"])
    expect(
      "---\n‹a›: «@»b\nd: 2\n«a»: 1\n---\n",
      says: ["'@' starts a value without quotes", "'a' stands here twice"])
  }

  @Test func `a line that starts with a per cent sign is no field`() {
    expect("---\n«%»\n---\n", says: ["'%' is a directive"])
    expect("---\n«%TAG x»\na: b\n---\n", says: ["'%TAG x' is a directive"])
    expect("---\n«%é of all»\na: b\n---\n", says: ["'%é of all' is a directive"])
  }

  @Test func `after twenty syntax errors the rest is left alone`() {
    let fields = (0..<100).map { "k\($0): a: b" }.joined(separator: "\n")
    #expect(readFields(fields).diagnostics.count == 20)
  }

  @Test func `a long value is cut in the message`() throws {
    let value = String(repeating: "long ", count: 20) + ": x"
    let message = try #require(readFields("a: \(value)").diagnostics.first?.message)
    #expect(message == "'long long long long long long long long…' contains ': ' without quotes")
  }
}
