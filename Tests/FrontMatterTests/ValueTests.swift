import Diagnostics
import FrontMatter
import Testing

/// What values become, and which bytes they stand in.
struct ValueTests {
  @Test(arguments: [
    ("a: 2008-02-15", "{a: 2008-02-15}"),
    ("a: 2009-W03", "{a: 2009-W03}"),
    ("a: NO", "{a: NO}"),
    ("a: yes\nb: on\nc: null\nd: ~", "{a: yes, b: on, c: null, d: ~}"),
    ("a:", "{a: }"),
    ("a:\nb: c", "{a: , b: c}"),
    ("a: ''", "{a: \"\"}"),
    ("a: \"2008\"", "{a: \"2008\"}"),
    ("a: '070205'", "{a: \"070205\"}"),
    ("a: 070205", "{a: 070205}"),
    ("2008: a", "{2008: a}"),
    ("true: a\n\"b c\": d", "{true: a, b c: d}"),
    ("a: >-\n  one\n  two", "{a: \"one two\"}"),
    ("a: one\n  two", "{a: one two}"),
    ("a: 'it''s'", "{a: \"it's\"}"),
    ("a: \"caf\\u00e9 \\U0001F600\"", "{a: \"café 😀\"}"),
    ("a: [b, {c: d}, [e]]", "{a: [b, {c: d}, [e]]}"),
    ("a:\n- b\n-\n- c: d\n  e: f", "{a: [b, , {c: d, e: f}]}"),
    ("a: b # c\nd: e#f", "{a: b, d: e#f}"),
    ("a: https://example.org/b#c", "{a: https://example.org/b#c}"),
    ("a: 09:30", "{a: 09:30}"),
    ("? a\n: b", "{a: b}"),
    ("a:\tb", "{a: b}"),
    ("{a: b, c: d}", "{a: b, c: d}"),
  ])
  func `plain values stay text and quotes are remembered`(fields: String, tree: String) {
    let result = readFields(fields)
    #expect(result.diagnostics.isEmpty)
    #expect(sketch(result.value.frontMatter) == tree)
  }

  /// Every value of the front matter with the text of its place.
  private func places(_ text: String) -> [String: String] {
    let result = read(text)
    let source = SourceText(path: "report.md", text: text)
    guard case .mapping(let pairs)? = result.value.frontMatter?.content else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: pairs.map { pair in
        #expect(source.text(in: pair.keySpan.range).contains(pair.key))
        return (pair.key, source.text(in: pair.value.span.range))
      })
  }

  @Test func `places are bytes of the whole file and end with the value`() {
    let text = """
      \u{FEFF}---
      plain: café “East”  # why
      quoted: "é \\" ü"
      empty:
      block: |
        naïve
        text


      # a comment
      list:
        - é
        - {b: ü}

      flow: [é,
        ü]
      map:
        one: é
        two: ü   # after

      anchored: &name
        x: é
      last: &other "ß"
      ---
      Text.
      """
    #expect(
      places(text) == [
        "plain": "café “East”", "quoted": "\"é \\\" ü\"", "empty": "",
        "block": "|\n  naïve\n  text", "list": "- é\n  - {b: ü}", "flow": "[é,\n  ü]",
        "map": "one: é\n  two: ü", "anchored": "x: é", "last": "\"ß\"",
      ])
    #expect(places(text.replacing("\n", with: "\r\n"))["map"] == "one: é\r\n  two: ü")
    #expect(places(text.replacing("\n", with: "\r"))["list"] == "- é\r  - {b: ü}")
  }

  @Test func `an empty value stands behind its colon`() {
    let result = readFields("é: \nb:")
    guard case .mapping(let pairs)? = result.value.frontMatter?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs.map(\.keySpan.range) == [4..<6, 9..<10])
    #expect(pairs.map(\.value.span.range) == [7..<7, 11..<11])
  }

  @Test func `the whole mapping runs from its first key to its last value`() {
    #expect(readFields("\n# x\na: b\nc: d\n\n").value.frontMatter?.span.range == 9..<18)
  }

  // MARK: - Repeated keys

  @Test func `every repetition of a key points at the first, whose value is kept`() {
    let result = expect(
      "---\n‹a›: 1\n«a»: 2\nb: {‹é›: 1, «é»: 2}\n---\n",
      says: ["'a' stands here twice", "'é' stands here twice"])
    let thrice = readFields("a: 1\na: 2\n'a': 3")
    #expect(thrice.diagnostics.map(\.primary.span.range) == [9..<10, 14..<17])
    #expect(thrice.diagnostics.flatMap(\.secondary).map(\.span.range) == [4..<5, 4..<5])
    #expect(sketch(result.value.frontMatter) == "{a: 1, b: {é: 1}}")
    #expect(result.diagnostics.allSatisfy { $0.check.name == "duplicate-key" })
    #expect(result.value.isComplete)
  }

  @Test func `a key of a long mapping is found again`() {
    let keys = (0..<100).map { "key\($0): \($0)" }
    let result = readFields((keys + ["key3: again", "key99: again"]).joined(separator: "\n"))
    #expect(
      result.diagnostics.map(\.message) == [
        "'key3' stands here twice", "'key99' stands here twice",
      ])
  }

  // MARK: - Anchors

  @Test func `an alias is the value its anchor names, in the place where it is written`() {
    let text = "a: &x {b: é}\nc: *x\nd: &y text\ne: [*y, *x]"
    let result = readFields(text)
    #expect(result.diagnostics.isEmpty)
    #expect(
      sketch(result.value.frontMatter) == "{a: {b: é}, c: {b: é}, d: text, e: [text, {b: é}]}")
    guard case .mapping(let pairs)? = result.value.frontMatter?.content else { return }
    #expect(pairs[1].value.span == pairs[0].value.span)
  }

  @Test func `aliases may add ten thousand values and no more`() throws {
    var fields = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      fields.append("a\(level): &a\(level) [\(aliases)]")
    }
    let result = readFields(fields.joined(separator: "\n"))
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.message == "'*a3' repeats too much")
    #expect(result.diagnostics.count == 1)
    #expect(sketch(result.value.frontMatter).count < 100_000)
  }

  @Test(arguments: [
    ("a: «*x»", "'*x' refers to an anchor that does not stand above it"),
    ("a: &x [«*x»]", "'*x' stands inside the value that '&x' names"),
    ("«*x» : b", "'*x' is used as the name of a field"),
    ("«<<»: {a: b}", "'<<' is not a field"),
    ("a: «!foo» b", "'!foo' is a tag"),
    ("a: «!!str» 12", "'!!str' is a tag"),
    ("a: «!e!foo» b", "'!e!foo' is a tag"),
    ("a: &x «!t» b", "'!t' is a tag"),
    ("a: «!» [b]", "'!' is a tag"),
    ("«[a]»: b", "a list or mapping is used as the name of a field"),
    ("? «{a: b}»\n: c", "a list or mapping is used as the name of a field"),
    ("«\"\"»: b", "a field has no name"),
    ("a: {«:» b}", "a field has no name"),
    ("a: b«\u{7}»c", "'U+0007' is a control character"),
    ("a: é«\u{85}»b", "'U+0085' is a control character"),
    ("a: b«\u{2028}»c", "'U+2028' is a control character"),
    ("a: «\u{9F}»", "'U+009F' is a control character"),
    ("a: «\u{FFFF}»", "'U+FFFF' is no character"),
    ("a: «\u{0}»", "'U+0000' is a control character"),
  ])
  func `YAML that hides what a file says is refused`(fields: String, message: String) {
    expect("---\nz: é\n\(fields)\n---\n", says: [message])
  }

  @Test func `nesting is bounded`() {
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(readFields("a: \(deep)").diagnostics.isEmpty)
    let deeper = readFields("a: [\(deep)]\nb: c")
    #expect(
      deeper.diagnostics.map(\.message) == ["lists and mappings stand too deep in one another"])
    #expect(sketch(deeper.value.frontMatter) == "{b: c}")
  }
}
