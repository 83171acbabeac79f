import TestSupport
import Testing

@testable import LanguageServer

/// Where among fields a place is, in text that is half typed.
struct FieldContextTests {
  /// The context at `|` in a text, with the word at the place.
  private static func context(_ marked: String) -> (context: FieldContext, word: String) {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let bytes = Array((parts[0] + parts[1]).utf8)
    let context = FieldContext(bytes, in: 0..<bytes.count, at: parts[0].utf8.count)
    return (context, String(decoding: bytes[context.word], as: UTF8.self))
  }

  /// A place, with the keys around it, the key whose value it is, and the word there.
  static let places: [(text: String, path: [String], key: String?, word: String)] = [
    ("|", [], nil, ""),
    ("ti|", [], nil, "ti"),
    ("ti|tle: x\n", [], nil, "title"),
    ("kind: insp|", [], "kind", "insp"),
    ("kind:|", [], "kind", ""),
    ("kind: |\ntitle: x", [], "kind", ""),
    ("title: x\n|\nkind: y", [], nil, ""),
    ("areas: [north, so|]", ["areas"], nil, "so"),
    ("areas: [|]", ["areas"], nil, ""),
    ("areas:\n  - north\n  - so|", ["areas"], nil, "so"),
    ("areas:\n- north\n- |", ["areas"], nil, ""),
    ("judgements:\n  - aspect: la|\n    grade: good", ["judgements"], "aspect", "la"),
    ("judgements:\n  - aspect: lamps\n    gr|", ["judgements"], nil, "gr"),
    ("judgements:\n  - {aspect: lamps, grade: g|}", ["judgements"], "grade", "g"),
    ("judgements:\n  - {aspect: lamps, |}", ["judgements"], nil, ""),
    ("judgements:\n  - {aspect: lamps, gr|", ["judgements"], nil, "gr"),
    (
      "judgements:\n  - aspect: x\n    parts:\n      - {title: B, grade: p|",
      ["judgements", "parts"],
      "grade", "p"
    ),
    ("judgements:\n  - aspect: x\n|", [], nil, ""),
    ("samples:\n  - id: a\n    grades: {good: 1, ba|: 2}", ["samples", "grades"], nil, "ba"),
    ("samples: [{id: a, grades: {good: |", ["samples", "grades"], "good", ""),
    ("withdrawal:\n  re|", ["withdrawal"], nil, "re"),
    ("source: {title: \"a, {b\", tr|", ["source"], nil, "tr"),
    ("framework: \"har|\"", [], "framework", "har"),
    ("a:\n  b:\n    c: 1\n  d|", ["a"], nil, "d"),
    (
      "recommendations:\n  - id: 1\n    text: x\n    to: [bo|", ["recommendations", "to"], nil, "bo"
    ),
    ("judgements:\n  - {aspect: a,\n     grade: g|", ["judgements"], "grade", "g"),
  ]

  @Test(arguments: places.indices)
  func `a place is known by the lines before it`(index: Int) {
    let expected = Self.places[index]
    let (context, word) = Self.context(expected.text)
    #expect(context.path == expected.path, "\(expected.text)")
    #expect(context.key == expected.key, "\(expected.text)")
    #expect(word == expected.word, "\(expected.text)")
    #expect(!context.isText, "\(expected.text)")
  }

  @Test func `among words nothing is offered`() {
    func isText(_ text: String) -> Bool { Self.context(text).context.isText }
    #expect(isText("# a comm|ent"))
    #expect(isText("kind: {a: b} |"))
    // A text of several lines: its mark cannot be used here, for it marks the place.
    #expect(isText("note: >-\n  several wo|rds\nkind: x"))
    #expect(!isText("note: >-\n  several words\nki|nd: x"))
  }

  @Test func `the fields before a place are known, of its own mapping and of the outermost`() {
    let inner = Self.context("framework: f\njudgements:\n  - {framework: g, aspect: |").context
    #expect(inner.given == ["framework": "g"])
    #expect(inner.outermost == ["framework": "f", "judgements": ""])
    let block = Self.context("framework: f\njudgements:\n  - aspect: a\n    grade: |").context
    #expect(block.given["aspect"] == "a")
    #expect(block.outermost["framework"] == "f")
    #expect(Self.context("title: 'It'\nkind: |").context.given["title"] == "It")
  }

  @Test func `no text ends the reading`() {
    var generator = Seeded(state: 3)
    let pieces = [
      "a", ":", " ", "\n", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "|", ">", "\\", "é", "🐉",
      "\r",
      "---", "\t",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      for offset in 0...bytes.count {
        let context = FieldContext(bytes, in: 0..<bytes.count, at: offset)
        #expect(0 <= context.word.lowerBound && context.word.upperBound <= bytes.count)
        _ = LinkContext(PlacedText(bytes), at: offset)
      }
    }
  }

  @Test(arguments: [
    ("see [the area](area:no|", false, "area:no", "area:no"),
    ("see [the area](area:no|rth) and", false, "area:no", "area:north"),
    ("![](chart:|)", true, "chart:", "chart:"),
    ("![a [b] c](re|", true, "re", "re"),
    ("[a](|)", false, "", ""),
    ("[a](<file:my fi|le.pdf>)", false, "file:my fi", "file:my file.pdf"),
  ])
  func `the address of a link is known before it is whole`(
    marked: String, isEmbed: Bool, typed: String, whole: String
  ) throws {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let text = PlacedText(Array((parts[0] + parts[1]).utf8))
    let link = LinkContext(text, at: parts[0].utf8.count)
    let found = try #require(link)
    #expect(found.isEmbed == isEmbed)
    #expect(found.typed == typed)
    #expect(found.whole == whole)
  }

  @Test(arguments: ["plain words |", "(not a link|", "[a] (b|", "[a](b) c|", "[a](b \"title|\")"])
  func `elsewhere there is no address`(marked: String) {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let text = PlacedText(Array((parts[0] + parts[1]).utf8))
    #expect(LinkContext(text, at: parts[0].utf8.count) == nil)
  }
}
