import Diagnostics
import FrontMatter
import Testing

/// Bytes that are not UTF-8.
struct EncodingTests {
  @Test func `the first bad byte of the front matter is named and the rest is read`() throws {
    let file = Array("---\ntitle: é".utf8) + [0x93, 0x20, 0x94] + Array("\nkind: x\n---\n".utf8)
    let result = read(file)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(diagnostic.check.name == "not-utf8")
    #expect(diagnostic.message == "byte 0x93 is not UTF-8")
    #expect(diagnostic.primary.span.range == 13..<14)
    #expect(
      diagnostic.notes == [
        "in Windows-1252 this byte is '“' (U+201C)", "one more place in this file is not UTF-8",
      ])
    #expect(sketch(result.value.frontMatter) == "{title: é_ _, kind: x}")
  }

  @Test func `a bad byte in the body is named and the front matter is read`() throws {
    let file = Array("---\ntitle: A\n---\nCaf".utf8) + [0xE9] + Array(" Text\n".utf8)
    let result = read(file)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.message == "byte 0xE9 is not UTF-8")
    #expect(diagnostic.primary.span.range == 20..<21)
    #expect(diagnostic.notes == ["in Windows-1252 this byte is 'é' (U+00E9)"])
    #expect(sketch(result.value.frontMatter) == "{title: A}")
    #expect(result.value.body == 17..<file.count)
  }

  @Test(arguments: [
    ([0x61, 0xC0, 0xAF] as [UInt8], 1..<2),  // overlong
    ([0x61, 0xED, 0xA0, 0x80], 1..<2),  // a surrogate
    ([0x61, 0xF4, 0x90, 0x80, 0x80], 1..<2),  // above U+10FFFF
    ([0x61, 0xE2, 0x82], 1..<3),  // cut off
    ([0x61, 0xF0, 0x9F, 0x98, 0x61], 1..<4),
    ([0xC3, 0xA9, 0x80], 2..<3),
    ([0xE0, 0x9F, 0x80], 0..<1),
    ([0xF0, 0x8F, 0x80, 0x80], 0..<1),
    ([0xFF], 0..<1),
  ])
  func `a malformed sequence is marked as far as it could be well formed`(
    file: [UInt8], place: Range<Int>
  ) {
    #expect(read(file).diagnostics.first?.primary.span.range == place)
  }

  @Test func `every well-formed length is accepted`() {
    #expect(
      readFields("title: \u{7E}\u{A0}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFD}")
        .diagnostics.isEmpty)
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00] as [UInt8], [0xFE, 0xFF, 0x00, 0x2D],
    [0x2D, 0x00, 0x2D, 0x00], [0x00, 0x2D, 0x00, 0x2D],
  ])
  func `UTF-16 is named and nothing of the file is read`(file: [UInt8]) throws {
    let result = read(file)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(diagnostic.message == "the file is UTF-16, not UTF-8")
    #expect(result.value.frontMatter == nil)
    #expect(result.value.body.isEmpty)
    #expect(!result.value.isComplete)
    #expect(FrontMatterChecks.hidesFields(result.diagnostics))
  }

  @Test func `truncated files never trap`() {
    let whole = Array(
      "\u{FEFF}---\r\ntitle: &a \"é: \\u00e9\"\r\nb: !t [*a, {c: |\r\n x\r\n}]\r\n---\r\nText".utf8)
    for length in 0...whole.count { _ = read(Array(whole[..<length])) }
    for skipped in whole.indices {
      var file = whole
      file.remove(at: skipped)
      _ = read(file)
      file.insert(0xFF, at: skipped)
      _ = read(file)
      file[skipped] = UInt8(ascii: "\"")
      _ = readYAML(file, file: SourceFile(path: "site.yml"))
    }
  }
}
