import CommonMark
import Diagnostics
import Foundation
import Testing

@Suite struct Footnotes {
  @Test func `notes are numbered in order of first citation and linked both ways`() {
    let result = body("A[^b] and [^a] and[^b].\n\n[^a]: First.\n\n[^b]: Second.\n")
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.notes.map(\.label) == ["b", "a"])
    #expect(result.value.notes.map(\.citations) == [2, 1])
    let html = String(decoding: result.value.html.bytes, as: UTF8.self)
    #expect(
      html.hasPrefix(
        """
        <p>A<sup class="citation"><a id="note-b-citation" href="#note-b" role="doc-noteref">1</a>\
        </sup> and
        """))
    #expect(
      html.contains(
        """
        <li id="note-b">
        <p>Second. <a class="back-link" href="#note-b-citation" role="doc-backlink" \
        aria-label="Back to citation 1">↩</a> <a class="back-link" href="#note-b-citation-2"
        """.replacingOccurrences(of: "-2\n", with: "-2")))
    for anchor in ["note-a", "note-b", "note-b-citation", "note-b-citation-2"] {
      #expect(result.value.anchors.contains(anchor))
    }
  }

  @Test func `notes hold several blocks, lists, quotes and citations of other notes`() {
    let result = body(
      """
      A[^1].

      [^1]:
          > Quoted[^2].

          - item

                code [^2]

      [^2]: Word
      """)
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.notes.map(\.label) == ["1", "2"])
    #expect(result.value.notes.map(\.citations) == [1, 1])
    let html = String(decoding: result.value.html.bytes, as: UTF8.self)
    #expect(html.contains("<blockquote>\n<p>Quoted<sup"))
    #expect(html.contains("<pre><code>code [^2]\n</code></pre>"))
  }

  @Test func `a definition of one word is a note, not the destination of a link`() {
    #expect(html("a[^1]\n\n[^1]: word\n").contains("<p>word <a class=\"back-link\""))
  }

  @Test(arguments: [
    ("## H[^1]\n", "<h2 id=\"h\">H<sup"),
    ("- a[^1]\n", "<li>a<sup"),
    ("| a |\n| --- |\n| b[^1] |\n", "<td>b<sup"),
    ("> a[^1]\n", "<p>a<sup"),
    ("**bold.**[^1]\n", "<strong>bold.</strong><sup"),
    ("Table: T[^1]\n\n| a |\n| --- |\n| b |\n", ">T<sup"),
    ("Wow![^1]\n", "<p>Wow!<sup"),
  ])
  func `citations work everywhere in text`(markdown: String, expected: String) {
    let html = html(markdown + "\n[^1]: n\n")
    #expect(html.contains(expected))
    #expect(html.contains("id=\"note-1\""))
  }

  @Test(arguments: [
    ("`[^1]`", "<code>[^1]</code>"),
    ("```\n[^1]: a\n    b\n[^1]\n```", "<pre><code>[^1]: a\n    b\n[^1]\n</code></pre>"),
    ("    [^1]: a\n    b[^1]", "<pre><code>[^1]: a\nb[^1]\n</code></pre>"),
    ("\\[^1]", "<p>[^1]</p>"),
    ("- ```\n  [^1]: a\n  ```", "<pre><code>[^1]: a\n</code></pre>"),
  ])
  func `nothing is a note inside code`(markdown: String, expected: String) {
    let result = body(markdown + "\n\nx[^1]\n\n[^1]: n\n")
    #expect(String(decoding: result.value.html.bytes, as: UTF8.self).contains(expected))
    #expect(result.value.notes.map(\.citations) == [1])
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a[^x]\n", ["footnote: [^x]"]),
    ("a\n\n[^x]: b\n", ["footnote: [^x]:"]),
    ("a[^x]\n\n[^x]: b\n\n[^X]: c\n", ["footnote: [^X]:"]),
    ("a[^x]\n\n[^x]:\n", ["footnote: [^x]:"]),
    ("[a[^x]](page:b)\n\n[^x]: b\n", ["footnote: [^x]"]),
    ("[see](note:9)\n", ["footnote: note:9"]),
  ])
  func `what is wrong with a note is found at its place`(markdown: String, expected: [String]) {
    #expect(findings(markdown) == expected)
  }

  @Test func `a link to a note is resolved here`() {
    #expect(
      html("a[^9] [the note](note:9)\n\n[^9]: n\n").contains("<a href=\"#note-9\">the note</a>"))
  }

  @Test func `references in notes keep their place when the back-links go in`() throws {
    let result = body("a[^1][^2]\n\n[^1]: x [one](para:1)\n\n[^2]: [two](para:2) y\n").value
    let html = String(decoding: result.withPlainLinks.bytes, as: UTF8.self)
    #expect(html.contains("<p>x <a href=\"para:1\">one</a> <a class=\"back-link\""))
    #expect(html.contains("<p><a href=\"para:2\">two</a> y <a class=\"back-link\""))
  }
}
