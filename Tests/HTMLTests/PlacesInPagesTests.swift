import HTML
import Testing

struct PlacesInPagesTests {
  private func written(_ write: (inout HTMLBuffer) -> Void) -> String {
    var buffer = HTMLBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", true), ("/a:b", true), ("a/b:c", true), ("?a:b", true), ("#a:b", true), ("a", true),
    ("http://a", true), ("HTTPS://a", true), ("mailto:a", true), ("tel:1", true),
    ("javascript:a", false), ("JavaScript:a", false), (" javascript:a", false),
    ("java\nscript:a", false), ("data:a", false), (":a", false), ("https :a", false),
    ("http\u{0}:a", false), ("ｊavascript:a", false),
  ])
  func `only known schemes and relative addresses are safe`(address: String, isSafe: Bool) {
    #expect(HTMLBuffer.isSafe(address) == isSafe)
    let blocked = written { $0.address(address) } == "about:invalid#blocked"
    #expect(blocked == !isSafe)
  }

  @Test func `an address keeps its structure and loses what it cannot hold`() {
    let address = "https://é.example/a b/[1]?q=%20&r='\"<>\\^`{|}#\u{0}"
    #expect(
      written { $0.address(address) }
        == "https://%C3%A9.example/a%20b/[1]?q=%20&amp;r=&#39;%22%3C%3E%5C%5E%60%7B%7C%7D#%EF%BF%BD"
    )
  }

  @Test func `every character of ASCII comes out of an address the same at every place`() {
    let kept = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$()*+,;=%".utf8)
    for byte in UInt8(1)..<128 {
      let digits = String(byte, radix: 16, uppercase: true)
      let expected =
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "'"): "&#39;"
        case _ where kept.contains(byte): String(UnicodeScalar(byte))
        default: "%" + (digits.count < 2 ? "0" : "") + digits
        }
      for place in 0..<12 {
        let (before, after) = (
          "/" + String(repeating: "a", count: place), String(repeating: "9", count: 11 - place)
        )
        let address = before + String(UnicodeScalar(byte)) + after
        #expect(written { $0.address(address) } == before + expected + after)
      }
    }
  }

  @Test func `a part of an address loses its structure too`() {
    #expect(written { $0.addressPart("a/b?c&d:e%20~") } == "a%2Fb%3Fc%26d%3Ae%2520~")
  }

  @Test(arguments: [
    ("plain & simple", "plain &amp; simple"),
    ("– dash", "– dash"),
    ("\u{202A}a", "\u{202A}a\u{202C}"),
    ("\u{202E}a\u{202C}b", "\u{202E}a\u{202C}b"),
    ("a\u{202C}b\u{2069}c", "abc"),
    ("\u{2067}\u{202B}a\u{2069}b", "\u{2067}\u{202B}a\u{2069}b"),
    ("\u{202B}\u{2066}a\u{202C}", "\u{202B}\u{2066}a\u{2069}\u{202C}"),
  ])
  func `direction controls end with the text that opens them`(text: String, expected: String) {
    #expect(written { $0.balancedText(text) } == expected)
  }

  @Test(arguments: [
    ("", ""),
    ("2009–12", "[2009–12]"),
    ("from 2009–12, & so on", "from [2009–12], &amp; so on"),
    ("1–2 February, 9–10 March", "[1–2] February, [9–10] March"),
    ("7–8–9 <b>", "[7–8–9] &lt;b&gt;"),
    ("Mon–Fri, 2009–, –12, 2009 – 12, 2009—12, 2009-12", ""),
    ("2009–\u{202A}1", "2009–\u{202A}1\u{202C}"),
    ("\u{202A}3–4", "\u{202A}[3–4]\u{202C}"),
    ("–", "–"), ("5–", "5–"), ("a€–6–7€", "a€–[6–7]€"),
  ])
  func `a range of numbers stays in one piece`(text: String, expected: String) {
    let html = (expected.isEmpty ? text : expected)
      .replacing("[", with: "<span class=\"whole\">").replacing("]", with: "</span>")
    #expect(written { $0.words(text) } == html)
  }

  @Test func `a range of a fragment is copied as it is`() {
    let fragment = HTMLFragment(trusted: Array("<p>a</p>".utf8))
    #expect(written { $0.fragment(fragment, in: 3..<8) } == "a</p>")
  }

  @Test(arguments: [
    ("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026"), ("\0", "\\u0000"),
    ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"), ("–", "–"), ("\u{202A}", "\u{202A}"),
  ])
  func `what JSON cannot have in a page is found at every place`(sign: String, escape: String) {
    for place in 0..<20 {
      let (before, after) = (
        String(repeating: "a", count: place), String(repeating: "z", count: 19 - place)
      )
      let made = HTMLFragment(json: Array((before + sign + after + sign).utf8))
      #expect(String(decoding: made.bytes, as: UTF8.self) == before + escape + after + escape)
    }
  }

  @Test func `JSON keeps its value and loses what a page would read`() {
    let fragment = HTMLFragment(json: Array("[\"</script><!-- & \u{2029}é–\"]".utf8))
    let expected = "[\"\\u003C/script\\u003E\\u003C!-- \\u0026 \\u2029é–\"]"
    #expect(String(decoding: fragment.bytes, as: UTF8.self) == expected)
  }
}
