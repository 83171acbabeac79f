import Diagnostics
import TestSupport
import Testing

@testable import Templates

struct TemplateFuzzTests {
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("{{#a}}", "a tag stands in more than 100 others"),
      ("{{title}}", "a template has more than 50,000 tags"),
      ("{{#title}}{{/nope}}", "a template has more than 50,000 tags"),
    ])
  func `tags by the hundred thousand are told`(tag: String, message: String) {
    let found = Sample.library(["report": String(repeating: tag, count: 100_000)]).diagnostics
    #expect(found.contains { $0.message == message })
  }

  private static let pieces = [
    "{{title}}", "{{#judgements}}", "{{/judgements}}", "{{^judgements}}", "{{#area}}", "{{/area}}",
    "{{> other}}", "{{< other}}", "{{/other}}", "{{$block}}", "{{/block}}", "{{body}}",
    "{{{body}}}",
    "{{&title}}", "{{!", "}}", "{{", "{{=<% %>=}}", "<%title%>", "{{=", "=}}", "{{.}}",
    "{{> *name}}",
    "{{nope}}", "{{area.name}}", "{{area.publisher.name}}", "{{structured-data}}", "\n", "\r\n",
    "  ",
    "<p>", "</p>", "<a href=\"", "\"", "'", ">", "<script>", "</script>", "<style>", "</style>",
    "<!--", "-->", "<textarea>", "<title>", " id=x", " onclick=\"", " style='", "é", "\u{0}",
    "{{#.}}",
    "{{/.}}", "{{#counties}}", "{{/counties}}", "{{ title }}", "{{#", "{{/", "<svg>", "text",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: ["", "x", "{{nope}}", "{{> nope}}"])
  func `templates that put in two each come to an end`(last: String) {
    var templates = (0..<60).map { ("t\($0)", "{{> t\($0 + 1)}}{{> t\($0 + 1)}}") }
    templates += [("t60", last), ("report", "{{> t0}}")]
    let found = Sample.library(Dictionary(templates) { first, _ in first }).diagnostics
    #expect(found.contains { $0.check.name == "template-size" })
    let partials = Dictionary(
      templates.map { ($0, SourceText(path: "\($0).mustache", text: $1)) }
    ) { first, _ in first }
    let rendered = renderTemplate(
      SourceText(path: "a.mustache", text: "{{> t0}}"), data: .null, partials: partials)
    #expect(rendered.diagnostics.contains { $0.check.name == "template-size" })
  }

  @Test func `no run of a template's signs traps or points outside the file`() async {
    await Fuzz.rounds("templates", usual: 2_000) { generator in
      func text() -> String {
        String(
          decoding: Fuzz.text(of: Self.pieces, upTo: 30, using: &generator), as: UTF8.self)
      }
      let library = Sample.library(["report": text(), "other": text()])
      for diagnostic in library.diagnostics {
        let span = diagnostic.primary.span
        #expect(span.start <= span.end && span.file.path.hasPrefix("templates/"))
      }
      _ = Sample.render(text(), HostileDataTests.report(text()))
    }
  }
}
