import Foundation
import TestSupport
import Testing

@testable import Publisher

/// Copies for reviewers: what is rewritten in a finished page, and what stays.
struct ReviewCopyTests {
  private let drafts = ReviewCopy(
    basePath: "/r/", shows: .all, unreleased: ["reports/new/": nil], isRelative: false)
  private let embargoed = ReviewCopy(
    basePath: "/r/", shows: .embargoed, unreleased: ["reports/new/": "tomorrow"], isRelative: false)
  private let folder = ReviewCopy(
    basePath: "/r/", shows: .none, unreleased: [:], isRelative: true)

  private func rewritten(_ page: String, at path: String, _ copy: ReviewCopy) -> String {
    String(decoding: copy.rewritten(Array(page.utf8), at: path), as: UTF8.self)
  }

  @Test(arguments: [
    ("", "/r/", "index.html"), ("", "/r/areas/", "areas/index.html"),
    ("areas/a/", "/r/", "../../index.html"),
    ("areas/a/", "/r/reports/b/#para-1", "../../reports/b/index.html#para-1"),
    ("areas/a/", "/r/recommendations/?to=x", "../../recommendations/index.html?to=x"),
    ("404.html", "/r/assets/x.css", "assets/x.css"),
    ("areas/a/", "#content", "#content"),
    ("areas/a/", "https://example.org/r/", "https://example.org/r/"),
    ("areas/a/", "/elsewhere/", "/elsewhere/"), ("areas/a/", "mailto:a@b.org", "mailto:a@b.org"),
  ])
  func `a link leads from page to page`(page: String, link: String, expected: String) {
    #expect(
      rewritten("<a class=x href=\"\(link)\">a</a>", at: page, folder)
        == "<a class=x href=\"\(expected)\">a</a>")
  }

  @Test func `what a browser refuses on a disk is left out, and text is not touched`() {
    let page = """
      <link rel="stylesheet" href='/r/a.css' integrity="sha256-x" media=print><!-- <a href="/r/"> -->
      <script>if (a < b) x = '<a href="/r/">'</script><p title="a > b">1 < 2, href="/r/"</p><img src=/r/a.png alt>
      """
    #expect(
      rewritten(page, at: "x/", folder) == """
        <link rel="stylesheet" href='../a.css' media=print><!-- <a href="/r/"> -->
        <script>if (a < b) x = '<a href="/r/">'</script><p title="a > b">1 < 2, href="/r/"</p><img src=../a.png alt>
        """)
  }

  @Test func `an embargoed copy says so on every page, and on the page of what waits until when`() {
    let page = "<html><head></head><body><a href=\"/r/reports/new/\">New</a></body></html>"
    let other = rewritten(page, at: "areas/a/", embargoed)
    #expect(other.contains("<strong>Under embargo.</strong>"))
    #expect(other.contains("noindex"))
    #expect(other.contains(">New <mark>(under embargo)</mark></a>"))
    #expect(!other.contains("released tomorrow"))
    #expect(rewritten(page, at: "reports/new/", embargoed).contains("released tomorrow."))
  }

  @Test func `every page is marked, and every link to what is not published`() {
    let page = """
      <!doctype html><html lang="en"><head><title><head></title></head><body class="x"><header>
      <a href="/r/reports/new/#rec-1">New</a> <a href="/r/reports/newer/">Newer</a>
      <svg><a href="/r/reports/new/"><text>x</text></a></svg></header></body></html>
      """
    let copy = rewritten(page, at: "areas/a/", drafts)
    #expect(copy.contains("<head>\n<meta name=\"robots\" content=\"noindex, nofollow\"><title>"))
    #expect(copy.contains("<body class=\"x\">\n<p class=\"copy\" role=\"note\""))
    #expect(copy.components(separatedBy: "A copy for reviewers").count == 2)
    #expect(!copy.contains("What this page shows is not published."))
    #expect(copy.contains(">New <mark>(not published)</mark></a>"))
    #expect(copy.contains(">Newer</a>"))
    #expect(copy.contains("<text>x</text></a></svg>"))
    #expect(
      rewritten(page, at: "reports/new/recommendations/1/", drafts)
        .contains("What this page shows is not published."))
  }

  @Test func `no page ends the program`() {
    let pieces = [
      "<", ">", "a", " href=", "\"", "'", "/r/", "<!--", "-->", "</", "<script", "=", "<svg>",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let page = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      _ = rewritten(page, at: "x/", folder)
      let copy = rewritten(
        page, at: "x/",
        ReviewCopy(basePath: "/z/", shows: .none, unreleased: [:], isRelative: false))
      #expect(copy == page)
    }
  }
}
