import Testing

@testable import Preview

struct LivePageTests {
  private func page(_ page: String, _ report: Snapshot.Report = .none) -> String {
    let snapshot = Snapshot(version: "v1", site: nil, report: report)
    return String(decoding: LivePage.page(Array(page.utf8), snapshot), as: UTF8.self)
  }

  @Test(arguments: [
    ("<body>a</body></html>", "<body>a", "</body></html>"),
    ("<BODY>a</BODY >\n", "<BODY>a", "</BODY >\n"),
    ("<pre>&lt;/body></pre></body>", "<pre>&lt;/body></pre>", "</body>"),
    ("<script>'</body>'</script></body>", "<script>'</body>'</script>", "</body>"),
    ("<p>no body", "<p>no body", ""), ("", "", ""),
  ])
  func `the script comes before the end of the body`(text: String, before: String, after: String) {
    let page = page(text)
    #expect(page.hasPrefix(before + "<link rel=\"stylesheet\""))
    #expect(page.hasSuffix("data-version=\"v1\"></script>\n" + after))
  }

  @Test func `errors lie open on the page and are escaped`() {
    let page = page("<body></body>", .errors("error: '<script>alert(1)</script>' & more"))
    #expect(page.contains("data-kind=\"errors\" open>"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&#39; &amp; more</pre>"))
    #expect(!page.contains("<script>alert"))
  }

  @Test func `notes are there but closed, and nothing to say is hidden`() {
    #expect(page("", .notes("warning")).contains("data-kind=\"notes\"><summary>"))
    #expect(page("", .none).contains("data-kind=\"none\" hidden>"))
  }

  @Test func `an event carries every line of the text and no other`() {
    let snapshot = Snapshot(version: "v2", site: nil, report: .errors("one\r\ntwo\n\nfour\rfive"))
    let event = String(decoding: LivePage.event(snapshot), as: UTF8.self)
    #expect(
      event == """
        retry: 500
        data: v2
        data: errors
        data: The site was not rebuilt: mend these errors
        data: one
        data: two
        data: 
        data: four
        data: five


        """)
  }

  @Test func `before the first site there is a page that says why`() {
    let building = Snapshot(version: "v0", site: nil, report: .building)
    #expect(String(decoding: LivePage.withoutSite(building), as: UTF8.self).contains("being built"))
    let errors = Snapshot(version: "v0", site: nil, report: .errors("error: x"))
    let page = String(decoding: LivePage.withoutSite(errors), as: UTF8.self)
    #expect(page.contains("cannot be built yet") && page.contains("error: x</pre>"))
  }
}
