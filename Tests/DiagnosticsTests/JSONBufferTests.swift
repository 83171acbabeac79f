import Diagnostics
import Foundation
import Testing

struct JSONBufferTests {
  private func quoted(_ text: String) -> String {
    var json = JSONBuffer()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `what needs an escape is found at every place`() throws {
    for sign in ["\"", "\\", "\n", "\u{7F}", "\u{85}", "\u{2028}", "é", "–"] {
      for place in 0..<20 {
        let text = String(repeating: "a", count: place) + sign + "z" + sign + sign
        let read = try JSONDecoder().decode([String].self, from: Data("[\(quoted(text))]".utf8))
        #expect(read == [text])
        var (ofTexts, ofBytes) = (JSONBuffer(), JSONBuffer())
        ofTexts.object { $0.member(text, text) }
        ofBytes.object { $0.member(Array(text.utf8)[...], Array("-\(text)".utf8).dropFirst()) }
        #expect(ofBytes.bytes == ofTexts.bytes)
        let isPlain = sign == "é" || sign == "–"
        #expect(quoted(text).unicodeScalars.contains { "\"\\".unicodeScalars.contains($0) })
        #expect(
          quoted(text).dropFirst().dropLast().contains(sign) == (isPlain || "\"\\".contains(sign)))
      }
    }
  }

  @Test(arguments: [
    ("", #""""#),
    ("plain", #""plain""#),
    (#"a "b" \"#, #""a \"b\" \\""#),
    ("\n\r\t\u{1}\u{1F}", #""\n\r\t\u0001\u001f""#),
    ("a\u{7F}b", #""a\u007fb""#),
    // The first and the last of the second set of controls, and what stands after them.
    ("\u{80}\u{9F}\u{A0}", "\"\\u0080\\u009f\u{A0}\""),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    // These begin with the same bytes as what needs an escape.
    ("© 2008 – “é” €", #""© 2008 – “é” €""#),
    ("end \u{2028}", #""end \u2028""#),
  ])
  func `what cannot stand in a string, ends a line or is not shown is escaped`(
    text: String, expected: String
  ) throws {
    #expect(quoted(text) == expected)
    let read = try JSONDecoder().decode([String].self, from: Data("[\(quoted(text))]".utf8))
    #expect(read == [text])
  }
}
