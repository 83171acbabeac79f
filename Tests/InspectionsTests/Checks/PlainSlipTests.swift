import TestSupport
import Testing

@testable import Inspections

/// What is advised where it is plain what was meant.
struct PlainSlipTests {
  private static let report = """
    title: A report
    kind: thematic
    publisher: ofsted
    framework: unknown
    published: 2010
    """

  private func advice(_ fields: String, body: String = "Text.") -> [String?] {
    let text = "---\n\(fields)\n---\n\n\(body)\n"
    return SpecRegister(["reports/r.md": text]).diagnostics.filter { $0.level == .error }.map(
      \.help)
  }

  @Test(arguments: [
    ("in 12 months", "write 'within 12 months'"), ("1 year", "write 'within 1 year'"),
    ("at once", "write 'immediately'"), ("immediatly", "write 'immediately'"),
    ("1 July 2026", "write '2026-07-01'"),
    (
      "soon",
      "write the year first, then month and day as two digits each, as far as they are known"
    ),
  ])
  func `a time without its word is offered with it`(due: String, help: String) {
    let asked = "\nrecommendations:\n  - {id: 1, text: Do it., due: \(due)}"
    #expect(advice(Self.report + asked) == [help])
  }

  @Test(arguments: [
    ("www.example.org", "write 'https://www.example.org'"),
    ("example.gov.uk/a.pdf", "write 'https://example.gov.uk/a.pdf'"),
    ("plan.pdf", "move the file to 'content/files/plan.pdf', and write 'file:plan.pdf'"),
    ("old/www.pdf", "move the file to 'content/files/www.pdf', and write 'file:www.pdf'"),
  ])
  func `an address without https is told from a file`(target: String, help: String) {
    #expect(advice(Self.report, body: "See [it](\(target)).") == [help])
  }

  @Test(arguments: [
    ("area: [north]", "write 'north' without brackets and without '- '"),
    ("area: [north, south]", "write one value, without brackets and without '- '"),
    ("fieldwork: {from: 2009}", "write one value right behind the field's name"),
    ("status: withdrawn", "add a line 'withdrawal: {date: …, reason: …}'"),
    ("source: {title: A page, address: www.example.org}", "write 'https://www.example.org'"),
    ("recommendations: 3", "write each entry on a line of its own after '- '"),
  ])
  func `a value of another shape is put into words that can be followed`(
    field: String, help: String
  ) {
    #expect(advice("\(Self.report)\n\(field)") == [help])
  }

  @Test func `curly quotes are named, for straight ones would be put around them`() {
    let quoted = Self.report.replacing("A report", with: "“A report: the first”")
    #expect(
      advice(quoted) == ["put straight quotes, \"…\", in place of the curly ones or around them"])
  }

  @Test(arguments: [
    ("recommendations: [{id: 1}]", "rec:1"),
    ("recomendations: [{id: 1, text: Do it.}]", "rec:1"),
    ("recommendations: [{id: 1, text: Do it.}, {id: 1, text: Do that.}]", "rec:2"),
    ("samples: [{id: s}]", "sample:s"),
  ])
  func `what names an entry that was left out is not reported besides`(
    field: String, target: String
  ) {
    let mistake = advice("\(Self.report)\n\(field)")
    #expect(!mistake.isEmpty)
    #expect(advice("\(Self.report)\n\(field)", body: "See [it](\(target)).") == mistake)
  }
}
