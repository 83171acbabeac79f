import Diagnostics
import Templates
import Testing

struct DataTemplateTests {
  private func render(_ template: String, _ json: String, _ partials: [String: String] = [:])
    -> String
  {
    let data = JSONValue.parse(SourceText(path: "data.json", text: json)).value ?? .null
    let sources = partials.map { ($0, SourceText(path: "\($0).mustache", text: $1)) }
    let result = renderTemplate(
      SourceText(path: "page.mustache", text: template), data: data,
      partials: Dictionary(sources) { $1 })
    #expect(result.diagnostics == [])
    return String(decoding: result.value, as: UTF8.self)
  }

  @Test(arguments: [
    ("{{a}}", #"{"a": "<b> & \"c\" 'd'"}"#, "&lt;b&gt; &amp; &quot;c&quot; 'd'"),
    ("{{{a}}}{{&a}}", #"{"a": "<b>"}"#, "<b><b>"),
    (
      "{{a}} {{b}} {{c}} {{d}}", #"{"a": 1.21, "b": -2, "c": 1e3, "d": 0}"#, "1.21 -2 1000 0"
    ),
    ("{{a}}|{{b}}|{{c}}", #"{"a": null, "b": true}"#, "|true|"),
    ("{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", #"{"a": [{"b": {"c": 1}}, {"b": {"c": 2}}]}"#, "12"),
    ("{{#a}}{{b.c}}{{/a}}", #"{"a": {"b": {}}, "b": {"c": "no"}}"#, ""),
    ("{{#a}}{{.}}{{^-last}}, {{/-last}}{{/a}}", #"{"a": ["x", "y"]}"#, "x, y"),
    ("{{#a}}{{-first}}{{/a}}", #"{"a": [{"-first": "mine"}]}"#, "mine"),
    ("{{#.}}({{.}}){{/.}}", "[1, 2]", "(1)(2)"),
    ("{{^a}}none{{/a}}", #"{"a": []}"#, "none"),
    ("{{^a}}none{{/a}}", #"{"a": ""}"#, "none"),
    ("{{= | | =}}|a|{{a}}|={{ }}=|{{a}}", #"{"a": 1}"#, "1{{a}}1"),
  ])
  func `values are found and written as the specification says`(
    template: String, json: String, expected: String
  ) {
    #expect(render(template, json) == expected)
  }

  @Test func `names of partials and parents may come from the data`() {
    let partials = ["a": "A{{$x}}1{{/x}}", "b": "B{{$x}}2{{/x}}"]
    let template = "{{#names}}{{>*.}}{{<*.}}{{$x}}!{{/x}}{{/*.}}{{/names}}{{>*none}}"
    #expect(render(template, #"{"names": ["a", "b", "c"]}"#, partials) == "A1A!B2B!")
  }

  @Test func `a template follows itself as deep as the data goes`() {
    let partials = ["node": "{{n}}({{#nodes}}{{>node}}{{/nodes}})"]
    let json = #"{"n": 1, "nodes": [{"n": 2, "nodes": []}, {"n": 3, "nodes": []}]}"#
    #expect(render("{{>node}}", json, partials) == "1(2()3())")
  }

  @Test func `a template that never ends is stopped and told`() {
    let endless = SourceText(path: "node.mustache", text: "x{{>node}}")
    let result = renderTemplate(endless, data: .null, partials: ["node": endless])
    #expect(result.diagnostics.map(\.check.name) == ["template-recursion"])
  }

  @Test func `a page that doubles without end is stopped and told`() {
    let text =
      "{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}0123456789{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}"
    let result = renderTemplate(
      SourceText(path: "x.mustache", text: text),
      data: .object(["l": .array(Array(repeating: .bool(true), count: 20))]), limit: 100_000)
    #expect(result.diagnostics.map(\.check.name) == ["template-size"])
    #expect(result.value.count < 100_100)
  }

  @Test func `mistakes in the template and in what it puts in are told`() {
    let result = renderTemplate(
      SourceText(path: "page.mustache", text: "{{#a}}{{>part}}"), data: .null,
      partials: ["part": SourceText(path: "part.mustache", text: "{{/b}}")])
    #expect(result.diagnostics.map(\.message) == ["'a' is not closed"])
    let inside = renderTemplate(
      SourceText(path: "page.mustache", text: "{{>part}}"), data: .null,
      partials: ["part": SourceText(path: "part.mustache", text: "{{/b}}")])
    #expect(inside.diagnostics.map(\.message) == ["'b' closes nothing"])
    #expect(inside.diagnostics.map(\.primary.span.file.path) == ["part.mustache"])
  }
}

struct JSONValueTests {
  private func parse(_ text: String) -> Diagnosed<JSONValue?> {
    JSONValue.parse(SourceText(path: "data.json", text: text))
  }

  @Test(arguments: [
    ("null", JSONValue.null), (" true\n", .bool(true)), ("[]", .array([])), ("{}", .object([:])),
    ("[1, -2.50, 1E+2]", .array([.number("1"), .number("-2.5"), .number("100")])),
    (#""a\n\"\\\/é\u00e9\ud83d\ude00""#, .string("a\n\"\\/éé😀")),
    (#"{"a": {"b": [false]}}"#, .object(["a": .object(["b": .array([.bool(false)])])])),
    ("\u{FEFF}1", .number("1")),
  ])
  func `JSON is read as it stands`(text: String, expected: JSONValue) {
    #expect(parse(text).value == expected)
  }

  @Test(arguments: [
    "«»", "{\"a\" «1»}", "[1 «2»]", "{} «x»", "\"abc«»", "nul«»", "\"«\\»ud83dx\"", "0«1»",
    "{\"a\": 1,«}»",
    "\"«\\»x\"", "[1.«]»",
  ])
  func `what is not JSON is told at its place`(marked: String) {
    let source = MarkedSource(marked)
    let result = parse(source.text)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.check.name) == ["template-data"])
    #expect(result.diagnostics.first?.primary.span.range == source.range)
  }

  @Test func `arrays beyond any use are refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(parse(deep).diagnostics.count == 1)
  }
}
