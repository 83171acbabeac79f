import Diagnostics
import HTML
import Testing

@testable import Templates

struct HostileDataTests {
  static let hostile = [
    "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</title></textarea>",
    "</script><script>", "--><b>", "javascript:alert(1)", " JavaScript:alert(1)",
    "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,<b>", "vbscript:x",
    "a\u{0}b", "\u{202E}gnp.exe", "\u{2067}open", "&lt;", "{{title}}", "`${x}`", "%00%3Cb%3E",
    "\\\\host\\share", "\u{2028}", "x' onmouseover='y", "= onload=",
  ]

  /// A template with a value of every kind in every place that takes one.
  static let template = """
    <title>{{title}}</title><textarea>{{summary}}</textarea>
    <h1 class="a {{title}}" title='{{summary}}' data-n="{{paragraphs}}">{{title}}</h1>
    <a href="{{address}}">{{address}}</a><a href='{{address}}#{{title}}'>x</a>
    <a href="/search?q={{title}}&amp;at={{address}}">x</a><img src="{{area.address}}" alt="{{title}}">
    <img srcset="{{address}} 2x" alt=""><p style="--n: {{paragraphs}}">{{summary}}</p>
    <meta http-equiv="refresh" content="0; url={{address}}">
    <script type="application/ld+json">{{structured-data}}</script>
    {{#judgements}}<td id="{{aspect}}">{{grade}}{{#samples}}<b>{{.}}</b>{{/samples}}</td>{{/judgements}}
    """

  static func report(_ value: String) -> SampleReport {
    SampleReport(
      title: value, summary: value, address: value, data: Array("[\"\(value)\"]".utf8),
      area: SampleArea(name: value, address: value),
      judgements: [SampleJudgement(aspect: value, grade: value, samples: [value, value])],
      counties: [value])
  }

  @Test(arguments: hostile) func `no value leaves its place in the page`(_ value: String) throws {
    let page = try #require(Sample.render(Self.template, Self.report(value)))
    let plain = try #require(Sample.render(Self.template, Self.report("plain")))
    #expect(skeleton(of: page) == skeleton(of: plain))
    #expect(!page.utf8.contains(0))
  }

  @Test(arguments: hostile) func `no value becomes an address that runs code`(_ value: String)
    throws
  {
    let page = try #require(
      Sample.render("<a href=\"{{address}}\">x</a>", SampleReport(address: value)))
    let address = page.dropFirst("<a href=\"".count).prefix { $0 != "\"" }
    let scheme = address.prefix { !"/?#:".contains($0) }
    if address.dropFirst(scheme.count).first == ":" { #expect(address == "about:invalid#blocked") }
  }

  @Test(arguments: [
    ("<a href=\"{{address}}\">", "/a b/\"é'?x=1&y=%20", "/a%20b/%22%C3%A9&#39;?x=1&amp;y=%20"),
    ("<a href=\"{{address}}\">", "HTTPS://example.org/", "HTTPS://example.org/"),
    ("<a href=\"{{address}}\">", "mailto:a@b.example", "mailto:a@b.example"),
    ("<a href=\"{{address}}\">", "ftps:x", "about:invalid#blocked"),
    ("<a href=\"{{address}}\">", ":x", "about:invalid#blocked"),
    ("<a href=\"{{address}}\">", "../x:y", "../x:y"),
    ("<a href=\"/x?u={{address}}\">", "https://a/?b&c", "/x?u=https%3A%2F%2Fa%2F%3Fb%26c"),
    ("<a content=\"{{address}}\">", "javascript:x", "about:invalid#blocked"),
  ])
  func `addresses are written for their place`(template: String, address: String, expected: String)
  {
    let page = Sample.render(template, SampleReport(address: address)) ?? ""
    #expect(page.split(separator: "\"").dropFirst().first.map(String.init) == expected)
  }

  @Test func `text within an address is percent-encoded`() {
    let page = Sample.render("<a href=\"#{{title}}\">x</a>", SampleReport(title: "a b/ü&\"c"))
    #expect(page == "<a href=\"#a%20b%2F%C3%BC%26%22c\">x</a>")
  }

  @Test func `JSON cannot end its script`() {
    let template = "<script type=\"application/ld+json\">{{structured-data}}</script>"
    let report = SampleReport(data: Array("[\"</script><!--&\u{2028}\"]".utf8))
    #expect(
      Sample.render(template, report)
        == "<script type=\"application/ld+json\">[\"\\u003C/script\\u003E\\u003C!--\\u0026\\u2028\"]</script>"
    )
  }

  @Test func `what a text turns round ends with it`() {
    let page = Sample.render(
      "<p>{{title}}|{{summary}}</p>",
      SampleReport(title: "\u{202E}abc\u{2066}d", summary: "e\u{2069}\u{202C}f"))
    #expect(page == "<p>\u{202E}abc\u{2066}d\u{2069}\u{202C}|ef</p>")
  }

  /// The tags and the names of their attributes, as a reader of the page sees them.
  private func skeleton(of page: String) -> [String] {
    var place = HTMLPlace.content
    var names: [String] = []
    for byte in page.utf8 {
      let before = place
      place.read(byte)
      if before.region == .tagName, place.region != .tagName {
        names.append(String(decoding: before.element, as: UTF8.self))
      }
      if before.region == .attributeName, place.region != .attributeName {
        names.append("@" + String(decoding: before.attribute, as: UTF8.self))
      }
    }
    return names
  }
}
