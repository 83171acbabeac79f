import HTML
import Testing

/// The one door to output bytes.
struct HTMLBufferTests {
  private func written(_ write: (inout HTMLBuffer) -> Void) -> String {
    var buffer = HTMLBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""),
    ("plain text", "plain text"),
    ("<script>alert(\"1\")</script>", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"),
    ("'a' & \"b\"", "&#39;a&#39; &amp; &quot;b&quot;"),
    ("&amp;", "&amp;amp;"),
    ("café 東京 👩‍👩‍👧", "café 東京 👩‍👩‍👧"),
    ("a\0b", "a\u{FFFD}b"),
    ("<", "&lt;"),
    ("\t\r\n=/`", "\t\r\n=/`"),
  ])
  func `text is escaped for text and for quoted attributes alike`(text: String, html: String) {
    #expect(written { $0.text(text) } == html)
    #expect(written { $0.balancedText(text) } == html)
  }

  @Test func `every byte below 128 comes out as itself or as its reference`() {
    for byte in UInt8(1)..<128 {
      let html = written { $0.text(String(UnicodeScalar(byte))) }
      let isEscaped = "&<>\"'".utf8.contains(byte)
      #expect(html.hasPrefix("&") == isEscaped)
      #expect(isEscaped || Array(html.utf8) == [byte])
    }
  }

  @Test func `what is looked for in groups of bytes is found at every place of a group`() {
    let references = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    for (sign, reference) in references {
      for place in 0..<20 {
        let (before, after) = (
          String(repeating: "a", count: place), String(repeating: "z", count: 19 - place)
        )
        let (text, html) = (before + sign + after, before + reference + after)
        #expect(written { $0.text(text) } == html)
        #expect(written { $0.words(text) } == html)
        // Behind another, within one group and in the next.
        #expect(written { $0.words(sign + text) } == reference + html)
      }
    }
  }

  @Test func `a range of numbers is one piece wherever it stands`() {
    for place in 0..<20 {
      let (before, after) = (
        String(repeating: "a", count: place), String(repeating: "&", count: 19 - place)
      )
      let html = written { $0.words(before + " 7–18 " + after) }
      let escaped = String(repeating: "&amp;", count: 19 - place)
      #expect(html == "\(before) <span class=\"whole\">7–18</span> \(escaped)")
    }
  }

  @Test func `markup and fragments pass as they are`() {
    var inner = HTMLBuffer()
    inner.markup("<b>")
    inner.text("a<b")
    inner.markup("</b>")
    let fragment = inner.fragment()
    let page = written {
      $0.markup("<p title=\"é\">")
      $0.fragment(fragment)
      $0.number(-12)
      $0.fragment(.empty)
    }
    #expect(page == "<p title=\"é\"><b>a&lt;b</b>-12")
    #expect(!fragment.isEmpty && HTMLFragment.empty.isEmpty)
  }

  @Test func `an emptied buffer starts again`() {
    var buffer = HTMLBuffer(capacity: 100)
    buffer.text("first")
    buffer.removeAll()
    buffer.text("second")
    #expect(buffer.count == 6)
    #expect(buffer.bytes == Array("second".utf8))
  }

  @Test(.timeLimit(.minutes(5))) func `ten megabytes are escaped to the last byte`() {
    let text = String(repeating: "<", count: 1_000_000) + String(repeating: "a", count: 9_000_000)
    var buffer = HTMLBuffer()
    buffer.text(text)
    // Each sign is four bytes, and each letter one.
    #expect(buffer.count == 13_000_000)
    #expect(buffer.bytes.count { $0 == UInt8(ascii: "&") } == 1_000_000)
    #expect(buffer.bytes.suffix(9_000_000).allSatisfy { $0 == UInt8(ascii: "a") })
  }
}
