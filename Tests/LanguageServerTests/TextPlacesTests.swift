import TestSupport
import Testing

@testable import LanguageServer

/// Bytes and the places of the protocol, which counts UTF-16.
struct TextPlacesTests {
  @Test(arguments: [
    // Two units of UTF-16 for the dragon, one for é, which has two bytes, none for the accent's own letter.
    ("a🐉é\n京x", 0, 0, 0), ("a🐉é\n京x", 1, 0, 1), ("a🐉é\n京x", 5, 0, 3), ("a🐉é\n京x", 7, 0, 4),
    ("a🐉é\n京x", 8, 1, 0), ("a🐉é\n京x", 11, 1, 1), ("a🐉é\n京x", 12, 1, 2),
    ("a\r\nb\rc", 3, 1, 0), ("a\r\nb\rc", 5, 2, 0), ("a\r\nb\rc", 6, 2, 1),
    ("\u{FEFF}a", 3, 0, 0), ("\u{FEFF}a", 4, 0, 1), ("", 0, 0, 0), ("x\n", 2, 1, 0),
    ("👩‍👩‍👧!", 18, 0, 8),
  ])
  func `a byte has its place, and the place its byte`(
    text: String, offset: Int, line: Int, character: Int
  ) {
    let placed = PlacedText(Array(text.utf8))
    #expect(placed.position(at: offset) == TextPosition(line, character))
    #expect(placed.offset(of: TextPosition(line, character)) == offset)
  }

  @Test func `places that are none are the nearest before them`() {
    let text = PlacedText(Array("a🐉b\r\nc".utf8))
    #expect(text.offset(of: TextPosition(0, 2)) == 1, "within the pair")
    #expect(text.offset(of: TextPosition(0, 99)) == 6, "behind the line")
    #expect(text.offset(of: TextPosition(9, 0)) == 9, "behind the text")
    #expect(text.offset(of: TextPosition(-1, -1)) == 0)
    #expect(text.position(at: 3) == TextPosition(0, 1), "within the character")
    #expect(text.position(at: 7) == TextPosition(0, 4), "between CR and LF")
    #expect(text.position(at: 99) == TextPosition(1, 1))
    #expect(text.bytes(of: TextRange(TextPosition(1, 0), TextPosition(0, 0))) == 8..<8)
  }

  @Test func `what is no UTF-8 counts a unit a byte`() {
    let text = PlacedText([0x61, 0xFF, 0xF0, 0x9F, 0x62])
    #expect(text.position(at: 4) == TextPosition(0, 4))
    #expect(text.offset(of: TextPosition(0, 4)) == 4)
  }

  @Test func `a document takes changes in their order`() {
    var document = TextDocument(address: "file:///a", path: "a", version: 1, text: "one\n🐉 two\n")
    document.apply(
      [
        .init(range: TextRange(TextPosition(1, 2), TextPosition(1, 3)), text: "-"),
        .init(range: TextRange(TextPosition(0, 3), TextPosition(1, 0)), text: ""),
        .init(range: TextRange(TextPosition(1, 0), TextPosition(1, 0)), text: "end"),
      ], version: 4)
    #expect(document.text.text(in: 0..<99) == "one🐉-two\nend")
    #expect(document.version == 4)
    document.apply([.init(range: nil, text: "new")], version: 5)
    #expect(document.text.text(in: 0..<99) == "new")
  }

  @Test func `a thousand changes leave what an editor has that counts in UTF-16`() throws {
    var generator = Seeded(state: 17)
    let pieces = ["a", "é", "🐉", "京", "\n", "\r\n", "---\n", "e\u{301}", "", "👩‍👧"]
    // What the protocol counts, as an editor keeps it that is made of UTF-16.
    var theirs = Array("begin\n🐉 end".utf16)
    var ours = TextDocument(
      address: "", path: nil, version: 0, text: String(decoding: theirs, as: UTF16.self))
    for version in 1...1_000 {
      let text = ours.text
      var ends = [Int.random(in: 0...text.bytes.count, using: &generator)]
      ends.append(min(text.bytes.count, ends[0] + Int.random(in: 0...4, using: &generator)))
      let range = TextRange(text.position(at: ends[0]), text.position(at: ends[1]))
      let piece = pieces.randomElement(using: &generator) ?? ""
      theirs.replaceSubrange(
        Self.unit(range.start, in: theirs)..<Self.unit(range.end, in: theirs), with: piece.utf16)
      ours.apply([.init(range: range, text: piece)], version: version)
      let expected = Array(String(decoding: theirs, as: UTF16.self).utf8)
      try #require(expected == ours.text.bytes, "change \(version)")
    }
  }

  /// The unit of a text at a place, found line by line.
  private static func unit(_ place: TextPosition, in text: [UInt16]) -> Int {
    var (line, index) = (0, 0)
    while line < place.line {
      let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      if text[index] == 0x0A || text[index] == 0x0D { line += 1 }
      index += isPair ? 2 : 1
    }
    return index + place.character
  }

  @Test func `addresses and paths lead to one another`() {
    let place = ProjectPlace(root: "/tmp/a project")
    #expect(
      place.path(of: "file:///tmp/a%20project/content/reports/caf%C3%A9.md")
        == "content/reports/café.md")
    #expect(place.path(of: "file://localhost/tmp/a%20project/x") == "x")
    #expect(place.path(of: "file:///tmp/a%20projection/x") == nil)
    #expect(place.path(of: "file://server/tmp/a%20project/x") == nil)
    #expect(place.path(of: "untitled:x") == nil)
    #expect(place.path(of: "file:///tmp/a%20project/%00") == nil)
    #expect(place.address(of: "content/a b#1.md") == "file:///tmp/a%20project/content/a%20b%231.md")
    #expect(place.path(of: place.address(of: "content/a%20b 🐉.md")) == "content/a%20b 🐉.md")
  }
}
