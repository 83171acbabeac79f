import Diagnostics
import FrontMatter
import Testing

/// Texts that are made to take long: each is read in time that grows with its size.
struct LimitTests {
  private static let inputs: [(name: String, text: String)] = [
    ("a line of a megabyte", "a: " + repeated("x", 1_000_000)),
    ("a quotation of a megabyte that is never closed", "a: \"" + repeated("x ", 500_000)),
    ("ten thousand fields", (0..<10_000).map { "k\($0): v\n" }.joined()),
    ("ten thousand repetitions", repeated("a: b\n", 10_000)),
    ("ten thousand quotations that are never closed", repeated("a: \"b\n", 10_000)),
    ("ten thousand open brackets", "a: " + repeated("[", 10_000)),
    ("ten thousand open brackets in lines", repeated("a: [\n", 10_000)),
    ("ten thousand keys in brackets", "a: [" + repeated("b: c, ", 10_000) + "]"),
    ("ten thousand question marks", repeated("? ", 10_000)),
    ("ten thousand dashes", repeated("- ", 10_000)),
    ("ten thousand colons", repeated(": ", 10_000)),
    ("ten thousand anchors", (0..<10_000).map { "k\($0): &a\($0) x\n" }.joined()),
    ("ten thousand aliases", "a: &a x\nb: [" + repeated("*a, ", 9_000) + "]"),
    ("ten thousand tags", repeated("a: !t b\n", 10_000)),
    ("control characters", "a: " + repeated("\u{1}", 10_000)),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(.timeLimit(.minutes(5)), arguments: inputs.map(\.name))
  func `pathological front matter is read in time`(name: String) throws {
    let input = try #require(Self.inputs.first { $0.name == name })
    _ = readFields(input.text)
    _ = read("---\n" + input.text)
    _ = readYAML(Array(input.text.utf8), file: SourceFile(path: "site.yml"))
  }

  @Test(.timeLimit(.minutes(5))) func `a body of ten megabytes costs one look`() {
    let text = "---\ntitle: A\n---\n" + Self.repeated("Été. ", 1_500_000) + "\u{FFFD}"
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func `too many fields are an error, and no others are missed`() {
    let entries = Self.repeated("  - a\n", Limits.fields + 1_000)
    let found = readFields("title: T\nnames:\n\(entries)last: x\n")
    #expect(
      found.diagnostics.map(\.message) == ["front matter has more than 20,000 fields and entries"])
    #expect(!found.value.isComplete)
  }

  @Test func `control characters by the million are a thousand errors and one more`() {
    let found = read("---\ntitle: T\n---\n" + Self.repeated("\0", 1_000_000)).diagnostics
    #expect(found.map(\.check.name).suffix(2) == ["control-character", "file-limits"])
    #expect(found.count == Limits.foundOfOneKind + 1)
  }

  @Test func `no run of YAML's signs traps, points outside the file or goes without words`() {
    let signs = [
      "a", "b: ", "\n", "  ", "- ", ": ", "\"", "'", "[", "]", "{", "}", ",", "#", "&x ", "*x",
      "!t ", "|\n", ">\n", "\t", "é", "---\n", "...\n", "?", " ", "%", "@", "\\", "\r", "\r\n",
      "c: d\n", "\u{FEFF}", "<<: ", "\u{2028}",
    ]
    // Knuth's linear congruential generator, so that every run tries the same texts.
    var seed: UInt64 = 42
    func random(below limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<20_000 {
      let inside = (0..<random(below: 14)).map { _ in signs[random(below: signs.count)] }
      let text = "---\n" + inside.joined() + (random(below: 2) == 0 ? "\n---\n" : "")
      for diagnostic in read(text).diagnostics {
        let spans = ([diagnostic.primary] + diagnostic.secondary).map(\.span)
        #expect(spans.allSatisfy { $0.end <= text.utf8.count }, "\(text.debugDescription)")
        #expect(
          diagnostic.message != "this is not YAML",
          "\(text.debugDescription) \(diagnostic.primary.text) \(diagnostic.notes)")
      }
    }
  }
}
