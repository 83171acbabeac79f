import Diagnostics
import Inspections
import TestSupport
import Testing

struct PrivacyCheckTests {
  private func report(_ front: String = "", body: String) -> (path: String, text: String) {
    (
      "reports/north-east-2011.md",
      """
      ---
      title: Second report
      kind: inspection
      publisher: watch
      framework: rules-2009
      area: north-east
      published: 2011-02-03
      status: draft
      \(front)
      ---

      \(body)

      """
    )
  }

  private func found(_ file: (path: String, text: String)) -> [(String, Diagnostic)] {
    readRecord(file.text, at: file.path).diagnostics
      .filter { $0.check.name == "personal-data" }
      .map { diagnostic in
        let bytes = Array(file.text.utf8)[diagnostic.primary.span.range]
        return (String(decoding: bytes, as: UTF8.self), diagnostic)
      }
  }

  @Test func `personal data in a paragraph of a draft is an error with its exact place`() {
    let found = found(report(body: "1. The plan was late.\n\n2. The aunt is on\n   0114 496 0123."))
    #expect(found.map(\.0) == ["0114 496 0123"])
    #expect(found.first?.1.level == .error)
    #expect(found.first?.1.subject == .paragraph(2))
  }

  @Test func `personal data outside numbered paragraphs and in fields is found as well`() {
    let front = "recommendations:\n  - {id: 4, text: \"Ring 07700 900461.\"}"
    let found = found(report(front, body: "> [!NOTE]\n> Ella, aged 7, was asked.\n"))
    #expect(found.map(\.0) == ["07700 900461", "Ella, aged 7"])
    #expect(found.first?.1.subject == .field("recommendations.4.text"))
  }

  @Test func `a message never repeats what it warns of`() {
    for (text, diagnostic) in found(report(body: "1. Ella, aged 7. Post to LS14 6XQ.")) {
      let words =
        [diagnostic.message, diagnostic.help ?? "", diagnostic.primary.text] + diagnostic.notes
      #expect(!words.contains { $0.contains(text) })
    }
  }

  @Test func `a page may say how to reach its publisher`() {
    #expect(found(("pages/about.md", "---\ntitle: About\n---\n\nRing 0114 496 0123.\n")).isEmpty)
  }

  @Test func `someone whose role is not shown may not be named in the text`() {
    let front = """
      people:
        - {name: Jo Brook, role: administrator}
        - {name: Kit Marsh, role: signatory}
      note: Thanks to Ms Brook.
      """
    let file = report(
      front, body: "1. Jo Brook kept the files, and Kit Marsh signed.\n\n2. Brooks are wet.")
    let small = InventedRegister(adding: [file.path: file.text])
    let context = CheckContext(
      register: small.register, now: Moment(.day(Day(number: 20_000)), in: nil))
    let found = small.register.reports.records.flatMap { checkReport($0, in: context) }
      .filter { $0.check.name == "staff-name" }
    #expect(found.map(\.subject) == [.paragraph(1), .field("note")])
    #expect(found.map(\.level) == [.warning, .warning])
  }
}
