import CommonMark
import Diagnostics
import Testing

@Suite struct Blocks {
  @Test func `a box shows its label and its text`() {
    #expect(
      html("> [!GOOD PRACTICE]\n> Share *plans*.\n") == """
        <aside class="box box-good-practice" role="note">
        <p class="box-label">Good practice</p>
        <p>Share <em>plans</em>.</p>
        </aside>

        """)
    #expect(html("> [!Note] Text\n").contains("<p class=\"box-label\">Note</p>\n<p>Text</p>"))
    #expect(html("> [!EDITOR]\n>\n> - a\n").contains("Editor</p>\n<ul>"))
    #expect(html("> [!A[^1]]\n\n[^1]: b\n").contains("<p>[!A<sup"))
  }

  @Test func `a range of numbers is one piece in text, and not in code`() {
    #expect(
      html("In 2009–12 `1–2`\n")
        == "<p>In <span class=\"whole\">2009–12</span> <code>1–2</code></p>\n")
  }

  @Test(arguments: [
    "> They listened to me.\n> — Child, aged 9\n", "> They listened to me.\n>\n> — Child, aged 9\n",
  ])
  func `a quote names its speaker`(markdown: String) {
    #expect(
      html(markdown) == """
        <figure class="quotation">
        <blockquote>
        <p>They listened to me.</p>
        </blockquote>
        <figcaption>— Child, aged 9</figcaption>
        </figure>

        """)
  }

  @Test func `quotes inside quotes keep each its speaker`() {
    let html = html("> > in\n> > — X\n>\n> out\n> — Y\n")
    #expect(html.contains("<p>in</p>\n</blockquote>\n<figcaption>— X</figcaption>"))
    #expect(html.contains("<p>out</p>\n</blockquote>\n<figcaption>— Y</figcaption>"))
  }

  @Test(arguments: [
    ("Court reports", "court-reports"), ("What's *next*?", "whats-next"),
    ("Überblick & Öffnung", "überblick--öffnung"), ("para 48", "para-48-1"), ("?", "section"),
  ])
  func `headings have GitHub's ids`(heading: String, id: String) {
    #expect(body("## \(heading)\n").value.headings.map(\.id) == [id])
  }

  @Test func `repeated headings have ids of their own`() {
    #expect(
      body("## A\n\n## A\n\n## A 1\n\n## A\n").value.headings.map(\.id) == [
        "a", "a-1", "a-1-1", "a-2",
      ])
  }

  @Test func `inline text has no paragraph and never starts a block`() {
    let span = Span(SourceFile(path: "a.md"), 3..<9)
    for (text, expected) in [
      ("Plain's text", "Plain's text"), ("1. *a* & b", "1. <em>a</em> &amp; b"),
      ("# a_b_", "# a_b_"), ("> a\n\n- `b`", "&gt; a  - <code>b</code>"), ("a #", "a #"),
      ("[^1]", "[^1]"), ("", ""),
    ] {
      let result = renderInline(text, at: span, options: RenderOptions())
      #expect(String(decoding: result.value.html.bytes, as: UTF8.self) == expected)
    }
    let result = renderInline("[x](javascript:y) [z](rec:3)", at: span, options: RenderOptions())
    #expect(result.diagnostics.map(\.primary.span) == [span])
    #expect(result.value.references.map(\.span) == [span])
  }

  @Test func `typographic punctuation is a choice`() {
    #expect(html("\"a\" -- b...\n", RenderOptions(smart: true)) == "<p>“a” – b…</p>\n")
    #expect(html("\"a\"\n") == "<p>&quot;a&quot;</p>\n")
  }

  @Test func `plain CommonMark has no extensions`() {
    let html = html("# A[^1]\n\n[^1]: b\n\n| a |\n| - |\n\n<i>\n", .commonMark)
    #expect(html.contains("<h1>A<a href=\"b\">^1</a></h1>\n<p>| a |\n| - |</p>\n<i>\n"))
  }

  @Test func `a byte-order mark and carriage returns do not move places`() {
    let text = "\u{FEFF}1. a\r\n\r\n3. b\r\r5. c\n"
    #expect(findings(text, RenderOptions()) == ["paragraph-number: 3", "paragraph-number: 5"])
  }

  @Test func `ids of the page are given to no heading`() {
    let options = RenderOptions(reservedIDs: ["content", "content-1"])
    let result = html("## Content\n\n## Content\n", options)
    #expect(result.contains("<h2 id=\"content-2\">"))
    #expect(result.contains("<h2 id=\"content-3\">"))
  }
}
