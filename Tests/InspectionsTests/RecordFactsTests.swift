import Diagnostics
import Inspections
import TestSupport
import Testing

/// What the facts of a record are, and the text that their fingerprint is of.
struct RecordFactsTests {
  private func facts(_ fields: String, _ body: String = "") throws -> RecordFacts {
    let text = "---\ntitle: A study\nkind: thematic\nframework: unknown\n\(fields)\n---\n\n\(body)"
    var facts: RecordFacts?
    _ = readRecord(text, at: "reports/study.md", facts: { facts = $0.facts(visibleRoles: []) })
    return try #require(facts)
  }

  @Test
  func `the canonical text has a line for each fact, in the order of the bytes of their names`()
    throws
  {
    let found = try facts(
      "publisher: [b,  a]\npublished: 2012-03-01",
      "Before.\n\n## What was seen\n\n1. One.\n\n2. Two,  with\n   [a link](para:1).\n\nAfter.\n")
    #expect(
      String(decoding: found.canonicalText, as: UTF8.self) == """
        framework\tunknown
        heading.what-was-seen\tWhat was seen
        kind\tthematic
        para-1\tOne.
        para-2\tTwo, with a link. [para:1]
        published\t2012-03-01
        publishers\tb; a
        text.start\tBefore.
        text.what-was-seen\tAfter.
        title\tA study

        """)
    #expect(found.all.map(\.name) == found.all.map(\.name).sortedByBytes(\.self))
    let lines = found.all.map { "\($0.name)\t\($0.value)\n" }.joined()
    #expect(Array(lines.utf8) == found.canonicalText)
    #expect(RecordFacts(found.all.reversed()) == found)
    for fact in found.all { #expect(found[fact.name] == fact.value) }
  }

  @Test func `entries of a list are told apart by what names them, else by their number`() throws {
    let found = try facts(
      """
      judgements:
        - {aspects: [one, two], grade: good}
        - {aspect: three, grade: poor, paragraph: 1}
        - {aspect: three, grade: good}
      changes:
        - {date: 2013-01-01, note: "A  word."}
      contents: [Left out]
      aliases: [/old/]
      """)
    #expect(found["judgements.one two.grade"] == "good")
    #expect(found["judgements.one two.aspects"] == "one; two")
    #expect(found["judgements.three.grade"] == "poor")
    #expect(found["judgements.three.grade~2"] == "good")
    #expect(found["judgements.three.paragraph"] == "1")
    #expect(found["changes.2013-01-01.note"] == "A word.")
    #expect(found["contents"] == nil && found["aliases"] == nil)
  }

  @Test func `text beside paragraphs is one fact below each heading, and so are its links`() throws
  {
    let found = try facts(
      "published: 2012-03-01",
      """
      One  [link](area:kent).

      - a
      - b

      ## Tea & “cake”

      Two.

      Three.

      1. Four.

      Five.

      """)
    #expect(found["text.start"] == "One link. a b")
    #expect(found["text.tea--cake"] == "Two. Three. Five.")
    #expect(found["text.figures"] == "[area:kent]")
    #expect(found["para-1"] == "Four.")
  }
}
