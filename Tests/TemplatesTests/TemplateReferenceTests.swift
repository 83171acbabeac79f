import Templates
import Testing

struct TemplateReferenceTests {
  @Test func `the reference lists every name of a page and of the views it leads to, once`() {
    let reference = TemplateReference(of: Sample.pages)
    let markdown = reference.markdown
    for line in [
      "### ReportPage", "Template `report.mustache`.", "One report.",
      "| `title` | text | The report's title. |", "| `address` | address | The report's page. |",
      "| `paragraphs` | number | How many paragraphs it has. |",
      "| `digest` | flag | Whether it is a digest. |", "| `body` | HTML | The text. |",
      "| `structured-data` | JSON | The report for machines. |",
      "| `area` | record, [Area](#area) | The area inspected. |",
      "| `judgements` | list of [Judgement](#judgement) | The judgements. |",
      "| `counties` | list of [Text](#text) | The counties covered. |", "### Publisher", "### Text",
      "| `.` | text | The text itself. |",
    ] {
      #expect(markdown.split(separator: "\n").filter { $0 == line }.count == 1)
    }
  }

  @Test func `the reference for the terminal aligns its names`() {
    let shape = ViewShape(
      name: "Page", documentation: "A page.",
      fields: [.init("title", .text, "Its title."), .init("to", .address, "Where it leads.")])
    let reference = TemplateReference(of: [PageTemplate(name: "page", shape: shape)])
    #expect(
      reference.text == """
        page.mustache: Page

          A page.
          title  text: Its title.
          to     an address: Where it leads.

        """)
  }

  @Test func `a bar in a meaning does not end its cell`() {
    let shape = ViewShape(
      name: "Page", documentation: "A page.", fields: [.init("a", .text, "One | two\nthree.")])
    let reference = TemplateReference(of: [PageTemplate(name: "page", shape: shape)])
    #expect(reference.markdown.contains("| `a` | text | One \\| two three. |"))
  }
}
