import Diagnostics
import Publisher
import Testing

@testable import Preview

struct LivePageTests {
  private static let check = Check(
    "test-check", .syntax, .error, summary: "A check.", explanation: "A check.")
  private static let view = NotesView(root: "/nowhere", editor: nil)

  private static func finding(_ message: String, in path: String, level: Level = .error)
    -> Diagnostic
  {
    Diagnostic(
      check, level: level, message, at: .init(Span(startOf: SourceFile(path: path))))
  }

  private func box(
    _ findings: [Diagnostic], page: String = "areas/kent/", site: [String: String] = [:]
  ) -> String {
    let snapshot = Snapshot(
      version: "v1", site: FixedSite(site),
      notes: PreviewNotes(findings, isComplete: true, number: 1))
    return String(decoding: Self.view.box(snapshot, page: page), as: UTF8.self)
  }

  @Test(arguments: [
    ("<body>a</body></html>", "<body>a", "</body></html>"),
    ("<BODY>a</BODY >\n", "<BODY>a", "</BODY >\n"),
    ("<pre>&lt;/body></pre></body>", "<pre>&lt;/body></pre>", "</body>"),
    ("<script>'</body>'</script></body>", "<script>'</body>'</script>", "</body>"),
    ("<p>no body", "<p>no body", ""), ("", "", ""),
  ])
  func `the script comes before the end of the body`(text: String, before: String, after: String) {
    let page = String(
      decoding: LivePage.page(Array(text.utf8), with: [], version: "v1"), as: UTF8.self)
    #expect(page.hasPrefix(before + "<link rel=\"stylesheet\""))
    #expect(page.hasSuffix("data-version=\"v1\"></script>\n" + after))
  }

  @Test func `errors of the page's record lie open, with those elsewhere counted`() {
    let own = Self.finding("'<script>alert(1)</script>' & more", in: "content/areas/kent.md")
    let other = Self.finding("another", in: "content/areas/essex.md")
    let text = box([other, own])
    #expect(text.contains("data-kind=\"errors\" open>"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&#39; &amp; more"))
    #expect(text.contains("This page: 1 error."))
    #expect(!text.contains("another"))
    #expect(text.contains("1 more in the register"))
    #expect(!text.contains("<script>alert"))
  }

  @Test func `errors elsewhere are told of and cover nothing`() {
    let text = box([Self.finding("another", in: "content/areas/essex.md")])
    #expect(text.contains("data-kind=\"errors\"><summary>Elsewhere: 1 error in 1 file."))
    #expect(!text.contains("another"))
  }

  @Test func `notes are there but closed, and nothing to say is hidden`() {
    let note = Self.finding("a note", in: "content/areas/kent.md", level: .notice)
    #expect(box([note]).contains("data-kind=\"notes\"><summary>This page: 1 notice."))
    #expect(box([]).contains("data-kind=\"notes\" hidden>"))
  }

  @Test func `the list has every check with its count and the first of each`() {
    let many = (1...60).map { Self.finding("number \($0)", in: "content/areas/kent.md") }
    let list = String(
      decoding: Self.view.list(PreviewNotes(many, isComplete: true, number: 1)), as: UTF8.self)
    #expect(list.contains("<td>error<td>60"))
    #expect(list.matches(of: /<pre>error/).count == 50)
    #expect(list.contains("And 10 more"))
  }

  @Test func `a place opens in the editor, whatever its path holds`() throws {
    let link = try #require(EditorLink("idea"))
    #expect(
      link.address(of: "/home/a b/\"é\".md", line: 3, column: 7)
        == "idea://open?file=/home/a%20b/%22%C3%A9%22.md&line=3&column=7")
    for name in ["javascript://{file}", "data://{file}", "vscode://file", "{file}", "none", ""] {
      #expect(EditorLink(name) == nil, "\(name)")
    }
    #expect(EditorLink("my-editor://{file}#{line}") != nil)
  }

  @Test func `before the first site there is a page that says why`() async {
    func page(_ notes: PreviewNotes) async -> String {
      let snapshot = Snapshot(version: "v0", site: nil, notes: notes)
      let responder = SiteResponder(basePath: "/", hosts: HostNames(), notes: Self.view)
      let head = Array("GET / HTTP/1.1\r\nHost: localhost".utf8)
      guard let request = PreviewRequest(head: head) else { return "" }
      return await responder.response(to: request, snapshot).text
    }
    #expect(await page(.building).contains("is being read"))
    let failed = await page(PreviewNotes(failure: "error: x", number: 1))
    #expect(failed.contains("cannot be built yet") && failed.contains("error: x</pre>"))
  }
}

/// A site of fixed files, of which nothing is reserved.
struct FixedSite: ServedSite {
  private let files: [String: String]

  init(_ files: [String: String]) {
    self.files = files
  }

  func file(at path: String) async -> [UInt8]? { files[path].map { Array($0.utf8) } }

  func file(ofPage page: String) -> String? {
    page.hasPrefix("areas/") ? "content/\(page.dropLast()).md" : nil
  }

  func readingFindings(in path: String) -> [Diagnostic] { [] }

  func reservation(ofPage page: String) -> WorkspaceState.Reservation? { nil }
}
