import Diagnostics
import Testing

/// Bytes, lines and columns.
struct PlaceTests {
  @Test(arguments: [
    ("", 1), ("a", 1), ("a\n", 2), ("a\nb", 2), ("a\r\nb", 2), ("a\rb", 2), ("\n\n", 3),
    ("\r\n\r\n", 3), ("\n\r", 3), ("a\u{2028}b", 1), ("a\u{85}b", 1),
  ])
  func `lines end with LF, CR LF or CR`(text: String, count: Int) {
    #expect(LineIndex(Array(text.utf8)).lineCount == count)
  }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 2, 2), (8, 2, 3), (12, 2, 4), (13, 2, 5),
    (14, 3, 1), (15, 3, 2), (16, 4, 1), (99, 4, 1),
  ])
  func `columns count Unicode scalars from 1`(offset: Int, line: Int, column: Int) {
    let text = SourceText(path: "a.md", text: "aé\n" + "b€😀c\r" + "d\n")
    let position = text.position(at: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func `a byte-order mark takes no column`() {
    let text = SourceText(path: "a.md", text: "\u{FEFF}ab\n\u{FEFF}c")
    #expect(text.position(at: 0) == text.position(at: 3))
    #expect(text.position(at: 4).column == 2)
    #expect(text.position(at: 9).column == 2, "a mark that is not at the start is a character")
  }

  @Test func `a line's range leaves its ending out`() {
    let bytes = Array("ab\r\n\r\nc\rd".utf8)
    let lines = LineIndex(bytes)
    #expect((1...4).map { lines.range(ofLine: $0, in: bytes) } == [0..<2, 4..<4, 6..<7, 8..<9])
  }

  @Test func `every offset is in the line that holds it`() {
    let bytes = Array("a\n\nbc\r\nd\re".utf8)
    let lines = LineIndex(bytes)
    for offset in bytes.indices {
      let breaks = bytes[..<offset].indices.count { index in
        bytes[index] == 10 || bytes[index] == 13 && (index + 1 == offset || bytes[index + 1] != 10)
      }
      let isInsidePair = offset > 0 && bytes[offset] == 10 && bytes[offset - 1] == 13
      #expect(lines.line(at: offset) == 1 + breaks - (isInsidePair ? 1 : 0))
    }
  }

  @Test func `text outside the file is empty and bad bytes are marked`() {
    let file = SourceFile(path: "a.md")
    let text = SourceText(file: file, bytes: [0x61, 0xFF, 0x62])
    #expect(text.text(in: 0..<3) == "a\u{FFFD}b")
    #expect(text.text(in: 2..<10) == "b")
    #expect(text.text(in: 7..<10) == "")
  }

  @Test func `a span beyond four gigabytes is clamped`() {
    let span = Span(SourceFile(path: "a"), 5..<5_000_000_000)
    #expect(span.start == 5)
    #expect(span.end == 4_294_967_295)
    #expect(Span(startOf: SourceFile(path: "a")).range == 0..<0)
  }

  @Test func `files are the same when their paths are, byte for byte`() {
    #expect(SourceFile(path: "a/b.md") == SourceFile(path: "a/b.md"))
    #expect(SourceFile(path: "caf\u{E9}.md") != SourceFile(path: "cafe\u{301}.md"))
    #expect(SourceFile(path: "Z.md") < SourceFile(path: "a.md"))
    #expect(SourceFile(path: "a.md") < SourceFile(path: "é.md"))
    #expect(Set([SourceFile(path: "a"), SourceFile(path: "a")]).count == 1)
  }
}
