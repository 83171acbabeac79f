import Diagnostics
import HTML
import Templates
import Testing

struct TemplateLibraryTests {
  static let pages = [
    PageTemplate(name: "report", shape: Sample.report.shape),
    PageTemplate(name: "area", shape: Sample.area.shape),
  ]

  @Test func `all mistakes of all templates are told in one run`() {
    let library = Sample.library(
      [
        "report": "{{titel}}{{#digest}}{{> foot}}<p class={{title}}>{{/summary}}",
        "area": "{{nmae}}<!-- {{name}} -->", "spare": "{{#a}}",
      ], pages: Self.pages)
    let found = library.diagnostics.sorted().map { "\($0.primary.span.file.path) \($0.check.name)" }
    #expect(
      found == [
        "templates/area.mustache unknown-name", "templates/area.mustache template-context",
        "templates/report.mustache unknown-name", "templates/report.mustache template-syntax",
        "templates/report.mustache unknown-template", "templates/report.mustache template-context",
        "templates/report.mustache template-syntax", "templates/spare.mustache template-syntax",
        "templates/spare.mustache unused-template",
      ])
  }

  @Test func `a mistake in a partial is told once with the pages that reach it`() throws {
    let library = Sample.library(
      [
        "report": "{{> layout}}", "area": "{{> layout}}", "layout": "<p>{{> head}}</p>",
        "head": "{{naem}}",
      ], pages: Self.pages)
    let diagnostic = try #require(library.diagnostics.first)
    #expect(library.diagnostics.count == 1)
    #expect(diagnostic.primary.span.file.path == "templates/head.mustache")
    #expect(
      diagnostic.notes.suffix(2) == [
        "reached from page 'report' through 'layout'", "the same from page 'area'",
      ])
    #expect(library.value.page("report") == nil)
    #expect(library.value.page("area") == nil)
  }

  @Test func `a page without mistakes can be rendered beside one with a mistake`() {
    let library = Sample.library(["report": "{{titel}}", "area": "{{name}}"], pages: Self.pages)
    #expect(library.value.page("report") == nil)
    #expect(library.value.page("area") != nil)
  }

  @Test func `a page without a file is told with the file it needs`() throws {
    let library = Sample.library(["reports": "{{title}}"])
    let diagnostics = library.diagnostics.sorted()
    #expect(diagnostics.map(\.check.name) == ["unknown-template", "unused-template"])
    #expect(diagnostics.map(\.level) == [.error, .warning])
    #expect(diagnostics.first?.primary.span.file.path == "templates/report.mustache")
    #expect(diagnostics.first?.help == "rename 'reports.mustache' if that is the one meant")
    #expect(diagnostics.last?.help == "did you mean 'report.mustache'?")
  }

  @Test func `the names in a section of unknown name are not told as well`() {
    let library = Sample.library(["report": "{{#judgments}}{{aspekt}}{{> foot}}{{/judgments}}"])
    #expect(library.diagnostics.map(\.check.name) == ["unknown-name", "unknown-template"])
  }

  @Test func `names in what fills a block are those of the place it fills`() {
    let parent = "{{#judgements}}{{$row}}{{/row}}{{/judgements}}"
    let good = "{{<table}}{{$row}}{{aspect}}{{/row}}{{/table}}"
    let bad = "{{<table}}{{$row}}{{aspekt}}{{/row}}{{/table}}"
    #expect(Sample.library(["report": good, "table": parent]).diagnostics.isEmpty)
    let told = Sample.library(["report": bad, "table": parent]).diagnostics
    #expect(told.map(\.message) == ["'aspekt' is not a name of Judgement"])
    #expect(told.first?.primary.span.file.path == "templates/report.mustache")
  }

  @Test func `a parent may call itself with other blocks filled`() {
    let library = Sample.library([
      "report": "{{<box}}{{$in}}{{<box}}{{$leaf}}{{title}}{{/leaf}}{{/box}}{{/in}}{{/box}}",
      "box": "<div>{{$in}}{{$leaf}}{{/leaf}}{{/in}}</div>",
    ])
    #expect(library.diagnostics.map(\.check.name) == ["template-recursion"])
    let wrapped = Sample.library([
      "report": "{{<box}}{{$leaf}}{{title}}{{/leaf}}{{/box}}{{<box}}{{/box}}",
      "box": "<div>{{$leaf}}none{{/leaf}}</div>",
    ])
    #expect(wrapped.diagnostics.isEmpty)
  }

  @Test func `of a great many names the first are listed`() {
    let shape = ViewShape(
      name: "Page", documentation: "A page.",
      fields: (1...30).map { ViewShape.Field("n\($0)", .text, "A name.") })
    let library = Sample.library(
      ["page": "{{missing}}"], pages: [PageTemplate(name: "page", shape: shape)])
    let note = library.diagnostics.first?.notes.first
    #expect(note?.hasPrefix("Page offers n1, n2, ") == true)
    #expect(note?.hasSuffix(", n24 and 6 more") == true)
  }

  @Test func `templates that double one another are stopped`() {
    var templates = ["report": "{{> t0}}"]
    for level in 0..<30 {
      templates["t\(level)"] = "{{> t\(level + 1)}}{{title}}{{> t\(level + 1)}}"
    }
    templates["t30"] = "x"
    #expect(Sample.library(templates).diagnostics.map(\.check.name) == ["template-size"])
  }

  @Test func `a chain of too many templates is told`() {
    var templates = ["report": "{{> t0}}"]
    for level in 0..<250 { templates["t\(level)"] = "{{> t\(level + 1)}}" }
    templates["t250"] = "x"
    #expect(Sample.library(templates).diagnostics.map(\.check.name) == ["template-recursion"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "{{#digest}}", count: 5_000), String(repeating: "{{", count: 10_000),
      String(repeating: "{{{", count: 10_000), String(repeating: "{{! ", count: 5_000),
      String(repeating: "<a href=\"{{address}}\">x</a>\n", count: 2_000),
      String(repeating: "{{=", count: 5_000), String(repeating: "<", count: 100_000),
    ])
  func `templates out of all proportion are read in time`(_ template: String) {
    _ = Sample.library(["report": template])
  }

  @Test func `every check has a name of its own, a rule and an explanation`() {
    let checks = TemplateChecks.all
    #expect(Set(checks.map(\.name)).count == checks.count)
    for check in checks {
      #expect(check.group == .templates)
      #expect(check.summary.hasSuffix("."))
      #expect(check.explanation.count > 100)
      #expect(!check.canBeWaived)
    }
  }

  @Test func `a page without a place that links lead to is told so, with what stands there`() throws
  {
    let page = PageTemplate(
      name: "report", shape: Sample.report.shape,
      anchors: [.init("report.asked", "what it asked for"), .init("report.cite", "how to cite it")])
    func diagnostics(_ text: String) -> [Diagnostic] {
      let source = TemplateSource(
        name: "report", text: SourceText(path: "templates/report.mustache", text: text))
      return TemplateLibrary.compile([source], pages: [page]).diagnostics
    }
    let found = diagnostics("{{#digest}}<h2 id='report.asked'>{{title}}</h2>{{/digest}}")
    #expect(found.map(\.message) == ["'report.cite' is no place of page 'report'"])
    #expect(found.first?.notes == ["links lead there, to how to cite it"])
    #expect(found.first?.level == .error)
    #expect(
      diagnostics("<h2 id=\"report.asked\">A</h2><p class=\"a\" id=\"report.cite\">B</p>").isEmpty)
  }
}
