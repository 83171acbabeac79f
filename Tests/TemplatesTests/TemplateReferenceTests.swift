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

  @Test func `flags that come with lists are told of once, and those that differ in their tables`()
  {
    let view = View<[String]>(
      "Years", "Years.",
      [
        .flag("has-years", "Whether there is a choice.") { $0.count > 1 },
        .texts("years", "The years.") { $0 }, .texts("names", "The names.") { $0 },
      ])
    let reference = TemplateReference(of: [PageTemplate(name: "years", shape: view.shape)])
    #expect(reference.markdown.contains("| `has-years` | flag | Whether there is a choice. |"))
    #expect(!reference.markdown.contains("has-names"))
    #expect(reference.markdown.contains("Beside every list `x` there is a flag `has-x`"))
    #expect(!reference.text.contains("has-names"))
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
