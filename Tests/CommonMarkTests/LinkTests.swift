import CommonMark
import Diagnostics
import HTML
import Testing

@Suite struct `Links and embeds` {
  @Test func `a scheme link is left open around its text`() throws {
    let text = "1. See [paragraph *48*](para:east-2008#48 \"T\") now.\n"
    let result = body(text).value
    let reference = try #require(result.references.first)
    #expect(reference.kind == .link)
    #expect(reference.scheme == "para")
    #expect(reference.target == "east-2008#48")
    #expect(reference.text == "paragraph 48")
    #expect(reference.title == "T")
    #expect(reference.paragraph == 1)
    #expect(
      String(decoding: result.html.bytes[reference.open..<reference.close], as: UTF8.self)
        == "paragraph <em>48</em>")
    #expect(
      String(decoding: Array(text.utf8)[reference.span.range], as: UTF8.self)
        == "para:east-2008#48")
  }

  @Test(arguments: [
    ("[a](../areas/x.md#h)", "", "../areas/x.md#h"), ("[a](REC:3)", "rec", "3"),
    ("[a](share:a%20b)", "share", "a b"), ("[a](/areas/)", "", "/areas/"),
    ("[a](unheard:of)", "unheard", "of"), ("[a](file:plan.pdf)", "file", "plan.pdf"),
  ])
  func `addresses that the register knows are references`(
    markdown: String, scheme: String, target: String
  ) {
    let references = body(markdown).value.references
    #expect(references.map(\.scheme) == [scheme])
    #expect(references.map(\.target) == [target])
  }

  @Test(arguments: [
    "https://a.org/b?c=d&e", "mailto:a@b.org", "#history", "tel:+44", "HTTP://a.org",
  ])
  func `other addresses are links at once`(address: String) {
    let result = body("[the page](\(address))").value
    #expect(result.references.isEmpty)
    #expect(String(decoding: result.html.bytes, as: UTF8.self).contains("<a href=\""))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
    "&#1;javascript:x", "java&#10;script:x",
  ])
  func `dangerous addresses are errors and shown as text`(address: String) {
    for markdown in ["[go on](\(address))", "![go on](<\(address)>)"] {
      let result = body(markdown)
      #expect(result.diagnostics.map(\.check.name) == ["dangerous-link"])
      #expect(String(decoding: result.value.html.bytes, as: UTF8.self) == "<p>go on</p>\n")
    }
  }

  @Test(arguments: ["ftp://a.org/b", "FTP://a.org", "//a.org", "ssh://a.org", "chrome://version"])
  func `an address is of a scheme that links have, or is refused wherever it stands`(
    address: String
  ) {
    for markdown in [
      "[go on](\(address))", "![go on](\(address))", "[go on][a]\n\n[a]: \(address)",
    ] {
      let result = body(markdown)
      #expect(result.diagnostics.map(\.check.name) == ["dangerous-link"])
      #expect(String(decoding: result.value.html.bytes, as: UTF8.self) == "<p>go on</p>\n")
    }
    let span = Span(SourceFile(path: "a.md"), 0..<1)
    let field = renderInline("[go on](\(address))", at: span, options: RenderOptions())
    #expect(field.diagnostics.map(\.check.name) == ["dangerous-link"])
    guard !address.hasPrefix("//") else { return }
    #expect(findings("<\(address)>").map { $0.prefix(14) } == ["dangerous-link"])
  }

  @Test func `a site adds schemes, but none that a browser runs`() {
    let options = RenderOptions(linkSchemes: ["ftp", "sms"])
    for address in ["ftp://a.org", "sms:+44", "SMS:+44"] {
      let result = body("[go on](\(address))", options)
      #expect(result.diagnostics.isEmpty && result.value.references.isEmpty)
    }
    for scheme in ["javascript", "data", "file", "note", "https", "SMS", "a b", ""] {
      #expect(!RenderOptions.mayList(scheme: scheme), "\(scheme)")
    }
  }

  @Test func `an embed alone in its paragraph has no paragraph`() {
    let result = body("![Grades](chart:reports)\n\nIn ![text](rec:3) line.\n").value
    #expect(result.references.map(\.kind) == [.blockEmbed, .inlineEmbed])
    #expect(result.references.map(\.text) == ["Grades", "text"])
    #expect(String(decoding: result.html.bytes, as: UTF8.self) == "<p>In  line.</p>\n")
  }

  @Test func `an embed in a link can be told from one after it`() {
    let html = body("[![a](b.png)](page:c)![d](e.png)").value.withPlainLinks
    #expect(
      String(decoding: html.bytes, as: UTF8.self) == """
        <p><a href="page:c"><span class="linked-image"><img src="b.png" alt="a"></span></a>\
        <img src="e.png" alt="d"></p>

        """)
  }

  @Test(arguments: [
    ("[here](page:a)", ["link-text: here"]), ("[Click here.](page:a)", ["link-text: Click here."]),
    ("<https://a.org>", ["link-text: https://a.org"]), ("[](page:a)", ["link-text: [](page:a)"]),
    ("[the plan](page:a)", []), ("![](a.png)", ["image-text: a.png"]),
    ("![](chart:a)", []), ("[mot](lang:fr)", []), ("[mot](lang:french)", ["language: lang:french"]),
    ("a <b>c</b>", ["raw-html: <b>", "raw-html: </b>"]),
    ("<div>\nx\n</div>", ["raw-html: <div>\nx\n</div>"]),
    ("## A\n\n#### B", ["heading-order: #### B"]),
    ("# A", ["heading-order: # A"]), ("### A", ["heading-order: ### A"]),
  ])
  func `checks point at the text they are about`(markdown: String, expected: [String]) {
    #expect(findings(markdown) == expected)
  }

  @Test func `foreign words carry their language`() {
    #expect(html("[mot juste](lang:fr)") == "<p><span lang=\"fr\">mot juste</span></p>\n")
  }

  @Test func `every check is listed once, with an explanation that shows an example`() {
    let checks = CommonMarkChecks.all
    #expect(Set(checks.map(\.name)).count == checks.count)
    for check in checks {
      #expect(check.explanation.contains("\n    "), "\(check.name) shows no example")
      #expect(check.explanation.contains("Source: "), "\(check.name) names no source")
    }
  }
}
