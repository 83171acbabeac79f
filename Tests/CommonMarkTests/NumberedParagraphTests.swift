import CommonMark
import Diagnostics
import Foundation
import Testing

@Suite struct `Numbered paragraphs` {
  let report = """
    ## Findings

    1. The first.

    2. The second, of two blocks.

        - a) lettered
        - b) list

        Second block.

    ### Reports

    3. The third.
    """

  @Test func `one series runs across headings, with the number as text and link`() {
    let result = body(report, RenderOptions())
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.paragraphs.map(\.number) == [1, 2, 3])
    #expect(result.value.paragraphs[2].words(in: result.value.text) == "The third.")
    let html = String(decoding: result.value.html.bytes, as: UTF8.self)
    #expect(
      html.contains(
        """
        <div class="numbered-paragraph" id="para-3">
        <p><a class="paragraph-number" href="#para-3">3.</a> The third.</p>
        </div>
        """))
    #expect(html.contains("<ul class=\"lettered\" role=\"list\">\n<li>a) lettered</li>"))
    #expect(result.value.anchors.isSuperset(of: ["para-1", "para-2", "para-3", "reports"]))
  }

  @Test func `headings know which paragraphs stand under them`() {
    let headings = body(report).value.headings
    #expect(headings.map(\.firstParagraph) == [1, 3])
    #expect(headings.map(\.lastParagraph) == [2, 3])
  }

  @Test(arguments: [
    ("1. a\n\n3. b\n", ["paragraph-number: 3"]),
    ("2. a\n", ["paragraph-number: 2"]),
    ("1. a\n\n## H\n\n1. b\n", ["paragraph-number: 1"]),
    ("1. a\n\n2. b\n\n## H\n\n1. c\n\n3. d\n", ["paragraph-number: 1"]),
    ("1. a\n2. b\n3. c\n", []),
    ("1. a\n\n   1. inner\n   5. inner\n\n2. b\n", []),
    ("1) a\n\n7) b\n", []),
  ])
  func `gaps, repeats and disorder are found at the number`(markdown: String, expected: [String]) {
    #expect(findings(markdown, RenderOptions()) == expected)
  }

  @Test(arguments: [
    (
      [1, 2, 4, 2, 5, 4, 3, 3, 6],
      [2: "leaves out", 3: "two", 5: "two"]
    ),
    (
      [2, 3, 1, 1, 2, 4, 9, 5, 5, 9, 10],
      [
        0: "leaves out", 2: "comes after", 6: "leaves out", 7: "comes after",
      ]
    ),
  ])
  func `a number that was there comes twice, wherever it comes again, and a lesser one comes late`(
    numbers: [Int], faults: [Int: String]
  ) throws {
    // A heading before each, for cmark counts the items of a list by itself.
    let markdown = numbers.map { "## H\n\n\($0). a\n\n" }.joined()
    let found = body(markdown, RenderOptions()).diagnostics
      .filter { $0.check.name == "paragraph-number" }
    let expected = faults.sorted { $0.key < $1.key }
    #expect(found.count == expected.count)
    for (diagnostic, (place, words)) in zip(found, expected) {
      #expect(diagnostic.message.hasPrefix("'\(numbers[place])'"))
      #expect(diagnostic.message.contains(words), "\(diagnostic.message)")
      guard words == "two" else { continue }
      let first = try #require(markdown.range(of: "\n\(numbers[place]). a")).lowerBound
      #expect(diagnostic.secondary.first?.span.start == first.utf16Offset(in: markdown) + 1)
    }
  }

  @Test(arguments: [
    (
      "all typed alike", "1. a|1. b|1. c|1. d", "'1' is the number of two paragraphs",
      "give each its own number"
    ),
    ("one twice", "1. a|2. b|2. c|4. d", "'2' is the number of two paragraphs", "else write '3.'"),
    (
      "one too low", "1. a|2. b|1. c|4. d|5. e", "'1' is the number of two paragraphs",
      "else write '3.'"
    ),
    ("one too high", "1. a|2. b|33. c|4. d|5. e", "'33' leaves out 3 to 32", "renumber"),
    (
      "a bracket", "1. a|2) b|3. c", "'2)' is a list's number, and paragraph 1 stands before",
      "write '2.'"
    ),
    ("no space", "1. a|2.B b|3. c", "'2.' is no paragraph's number without a space", "put a space"),
    (
      "a no-break space", "1. a|2.\u{A0}b|3. c",
      "'2.' and a no-break space are no paragraph's number", "ordinary space"
    ),
    ("no space in the last", "1. a|2.B b", "'2.' is no paragraph's number without", "put a space"),
    (
      "a no-break space in the last", "1. a|2.\u{A0}b",
      "'2.' and a no-break space are no paragraph's number", "ordinary space"
    ),
    (
      "indented", "1. a|    2. b|3. c", "'2.' is indented, and so a list within paragraph 1",
      "start of the line"
    ),
    ("code", "1. a|## H|    2. b|3. c", "'2. b' is code, for it is indented", "where the text"),
    (
      "anew in each section", "1. a|2. b|## H|1. c|2. d", "'1' is the number of two paragraphs",
      "give each its own number"
    ),
  ])
  func `one slip of numbering is told once, where it was made`(
    name: String, paragraphs: String, message: String, help: String
  ) {
    let markdown = paragraphs.split(separator: "|").joined(separator: "\n\n") + "\n"
    let result = body(markdown, RenderOptions())
    #expect(result.diagnostics.map(\.message).map { $0.hasPrefix(message) } == [true])
    #expect(result.diagnostics.map(\.check.name) == ["paragraph-number"])
    #expect(result.diagnostics.first?.help?.contains(help) == true, "\(result.diagnostics)")
    #expect(result.value.hasNumberFaults)
  }

  @Test func `a list of its own within a paragraph is none of the series`() {
    #expect(findings("1. a\n\n   2. inner\n\n2. b\n", RenderOptions()) == [])
  }

  @Test func `numbers as printed are text, link and address like whole ones`() {
    let result = body(
      """
      ## 1 Safety

      1.1 The *first*.

      1.2 The second:

      - a bullet

      A paragraph without a number.

      ## 2 Respect

      2.1. The third.

      ## Annex

      A1 One.

      A2 Two.
      """, RenderOptions())
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.paragraphs.map(\.number.description) == ["1.1", "1.2", "2.1", "A1", "A2"])
    #expect(result.value.paragraphs[1].words(in: result.value.text) == "The second:\na bullet")
    #expect(result.value.headings.map(\.lastParagraph?.description) == ["1.2", "2.1", "A2"])
    #expect(result.value.anchors.isSuperset(of: ["para-1.1", "para-2.1", "para-A2"]))
    let html = String(decoding: result.value.html.bytes, as: UTF8.self)
    #expect(
      html.contains(
        """
        <div class="numbered-paragraph" id="para-1.2">
        <p><a class="paragraph-number" href="#para-1.2">1.2</a> The second:</p>
        <ul>
        <li>a bullet</li>
        </ul>
        </div>
        <p>A paragraph without a number.</p>
        """))
  }

  @Test(arguments: [
    ("1.1 a\n\n1.3 b\n", ["1.3"]),  // 1.2 is left out
    ("1.1 a\n\n1.1 b\n", ["1.1"]),
    ("1.2 a\n\n1.1 b\n", ["1.2", "1.1"]),  // 1.1 is left out, and then comes too late
    ("1.1 a\n\n1.2 b\n\n2.1 c\n", []),
    ("1.1 a\n\n2.2 b\n", ["2.2"]),
    ("1.1 a\n\n3.1 b\n", ["3.1"]),
    ("1.1 a\n\n## 2 Words\n\n## 3 More\n\n3.1 b\n", []),
    ("1.1 a\n\n## 3 More\n\n3.2 b\n", ["3.2"]),
    ("1.1 a\n\n1.1.1 b\n\n1.1.2 c\n\n1.2 d\n", []),
    ("1.0 a\n\n1.1 b\n\n2.0 c\n\n2.1 d\n", []),
    ("1. a\n\n1.1 b\n\n1.2 c\n\n2. d\n", []),
    ("A1 a\n\nA2 b\n\nB1 c\n\nB3 d\n", ["B3"]),
    ("1.1 a\n\nA.1 b\n\nA.2 c\n\n1.2 d\n", []),
  ])
  func `printed numbers are held against each other at each level`(
    markdown: String, expected: [String]
  ) {
    #expect(findings(markdown, RenderOptions()) == expected.map { "paragraph-number: \($0)" })
  }

  @Test(arguments: [
    "2.5 million people swim.\n\nNothing else.\n",
    "A4 is a road.\n\nB2 is another.\n",
    "2\\.5 million swim.\n\n2\\.6 million run.\n",
    "A4&nbsp;paper.\n\nA4&nbsp;lined.\n",
    "> 1.1 a\n>\n> 1.2 b\n",
    "1.1\n\n1.2\n",
    "1.1a one\n\n1.2b two\n",
  ])
  func `what is an amount, a road or a quotation is no number`(markdown: String) {
    let result = body(markdown, RenderOptions())
    #expect(result.value.paragraphs.isEmpty)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "1.1 A|1.2 B|2.5 million swim|1.3 C|1.4 D", "2.5",
      "'2.5' stands between paragraphs 1.2 and 1.3"
    ),
    (
      "1.1 A|1.2 B|2.1 million swim|1.3 C|1.4 D", "2.1",
      "'2.1' stands between paragraphs 1.2 and 1.3"
    ),
    ("2.5 million swim|1.1 A|1.2 B", "2.5", "'2.5' stands before paragraph 1.1"),
    ("1.1 A|1.2 B|1.9 Metres|1.3 C|1.4 D", "1.9", "'1.9' stands between paragraphs 1.2 and 1.3"),
  ])
  func `an amount among numbered paragraphs is told once, with how it is typed`(
    paragraphs: String, number: String, message: String
  ) {
    let markdown = paragraphs.split(separator: "|").joined(separator: "\n\n") + "\n"
    let found = body(markdown, RenderOptions()).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(findings(markdown, RenderOptions()) == ["paragraph-number: \(number)"])
    let typed = number.replacingOccurrences(of: ".", with: "\\.")
    #expect(found.first?.help?.contains("for what is no number write '\(typed)'") == true)
    #expect(findings(markdown.replacingOccurrences(of: number, with: typed), RenderOptions()) == [])
    let digest = body(markdown, RenderOptions(paragraphs: .withGaps)).diagnostics.map(\.message)
    #expect(
      digest == (paragraphs.contains("Metres") ? ["'1.3' comes after paragraph 1.9"] : [message]))
  }

  @Test func `a number that may be left out is offered as text, too`() {
    let found = body("1.1 A\n\n1.2 B\n\n1.9 Metres\n", RenderOptions()).diagnostics
    #expect(found.map { $0.help?.hasPrefix("for what is no number write '1\\.9', else") } == [true])
  }

  @Test func `on a page no number is read`() {
    #expect(html("1.1 a\n\n1.2 b\n", RenderOptions(paragraphs: .none)).contains("<p>1.1 a</p>"))
  }

  @Test func `a digest may leave numbers out but not go back`() {
    let digest = RenderOptions(paragraphs: .withGaps)
    #expect(findings("8. a\n\n35. b\n", digest).isEmpty)
    #expect(findings("35. a\n\n8. b\n", digest) == ["paragraph-number: 8"])
  }

  @Test func `a repeated number does not make an id twice`() {
    let html = html("1. a\n\n1. b\n", RenderOptions())
    #expect(html.components(separatedBy: "id=\"para-1\"").count == 2)
  }

  @Test func `on a page an ordered list is a list`() {
    #expect(html("1. a\n2. b\n", RenderOptions(paragraphs: .none)).hasPrefix("<ol>\n<li>a</li>"))
  }

  @Test func `a paragraph without text of its own still shows its number`() {
    #expect(html("1. ![Recommendation 3](rec:3)\n").contains("<p><a class=\"paragraph-number\""))
    #expect(html("1.\n").contains("href=\"#para-1\">1.</a></p>"))
  }

  @Test func `the number is read in the file, after the front matter`() {
    let text = Array("---\ntitle: x\n---\n1. a\n\n3. b\n".utf8)
    let result = renderBody(
      text, range: 17..<text.count, in: SourceFile(path: "a.md"), options: RenderOptions())
    #expect(result.value.paragraphs.map(\.number) == [1, 3])
    #expect(result.diagnostics.map(\.primary.span.range) == [23..<24])
    #expect(result.diagnostics.first?.subject == .paragraph(3))
  }
}
