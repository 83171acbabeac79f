import Diagnostics
import HTML
import Synchronization
import Templates
import Testing

struct PageRenderingTests {
  static let judgements = [
    SampleJudgement(aspect: "Safeguarding", grade: "good", samples: ["files", "visits"]),
    SampleJudgement(aspect: "Leadership"),
    SampleJudgement(aspect: "Reports", grade: "adequate"),
  ]
  static let report = SampleReport(judgements: judgements, counties: ["Derbyshire", "Rutland"])

  @Test(arguments: [
    ("{{title}} & {{area.name}}", "East Midlands & Midlands"),
    ("{{#area}}{{name}} of {{title}}{{/area}}", "Midlands of East Midlands"),
    ("{{area.publisher.name}}", "Ofsted"),
    ("{{#area.publisher}}{{name}}, {{area.name}}{{/area.publisher}}", "Ofsted, Midlands"),
    ("{{#digest}}digest of {{paragraphs}}{{/digest}}{{^digest}}full{{/digest}}", "digest of 131"),
    ("{{#summary}}{{.}}{{/summary}}{{^summary}}none{{/summary}}", "none"),
    ("{{#title}}[{{.}}]{{/title}}", "[East Midlands]"),
    (
      "{{#judgements}}{{aspect}}: {{grade}};{{/judgements}}",
      "Safeguarding: good;Leadership: ;Reports: adequate;"
    ),
    ("{{#counties}}{{.}}{{^-last}}, {{/-last}}{{/counties}}", "Derbyshire, Rutland"),
    (
      "{{#counties}}{{#-first}}of {{/-first}}{{-index}} {{.}} {{/counties}}",
      "of 1 Derbyshire 2 Rutland "
    ),
    (
      "{{#judgements}}{{#samples}}{{aspect}} {{.}} {{/samples}}{{/judgements}}",
      "Safeguarding files Safeguarding visits "
    ),
    ("{{body}}{{{body}}}{{&body}}", "<p>Text</p><p>Text</p><p>Text</p>"),
    ("{{=<% %>=}}<%title%>{{title}}", "East Midlands{{title}}"),
    ("{{! nothing }}{{^judgements}}none{{/judgements}}", ""),
  ])
  func `names are looked up from the inside out`(template: String, expected: String) {
    #expect(Sample.render(template, Self.report) == expected)
  }

  @Test(arguments: [
    ("<p>{{title}}</p>", "<p><span class=\"whole\">2009–12</span></p>"),
    ("<p title=\"{{title}}\">", "<p title=\"2009–12\">"),
    ("<title>{{title}}</title>", "<title>2009–12</title>"),
    (
      "<select><option>{{title}}</option></select>{{title}}",
      "<select><option>2009–12</option></select><span class=\"whole\">2009–12</span>"
    ),
    ("<svg><text>{{title}}</text></svg>", "<svg><text>2009–12</text></svg>"),
    (
      "<option{{#area}} selected{{/area}}>{{#area}}{{title}}{{/area}}</option>",
      "<option selected>2009–12</option>"
    ),
  ])
  func `a range of numbers is one piece where elements may stand`(
    template: String, expected: String
  ) {
    #expect(Sample.render(template, SampleReport(title: "2009–12")) == expected)
  }

  @Test func `an absent record is passed over and its names are empty`() {
    let template = "{{#area}}in {{name}}{{/area}}{{^area}}anywhere{{/area}} [{{area.name}}]"
    #expect(Sample.render(template, SampleReport(area: nil)) == "anywhere []")
  }

  @Test func `a list has a flag for whether there is anything in it`() {
    let template = """
      {{#has-counties}}in {{#counties}}{{.}}{{^-last}}, {{/-last}}{{/counties}}. {{/has-counties}}\
      {{#judgements}}{{^has-samples}}{{aspect}} {{/has-samples}}{{/judgements}}\
      {{^has-judgements}}nothing{{/has-judgements}}
      """
    #expect(Sample.render(template, Self.report) == "in Derbyshire, Rutland. Leadership Reports ")
    #expect(Sample.render(template) == "nothing")
  }

  @Test func `a flag that a view declares itself is the one beside its list`() throws {
    let view = View<[String]>(
      "Years", "Years.",
      [
        .flag("has-years", "Whether there is a choice.") { $0.count > 1 },
        .texts("years", "The years.") { $0 },
      ])
    let library = Sample.library(
      ["years": "{{#has-years}}choose{{/has-years}}"],
      pages: [PageTemplate(name: "years", shape: view.shape)])
    let page = try #require(library.value.page("years"))
    var buffer = HTMLBuffer()
    #expect(library.value.render(page, view.record(of: ["2008"]), into: &buffer) == nil)
    #expect(buffer.bytes.isEmpty)
    #expect(library.value.render(page, view.record(of: ["2008", "2009"]), into: &buffer) == nil)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "choose")
  }

  @Test func `a list is worked out once for its flag and its items`() throws {
    final class Asked: Sendable {
      let times = Mutex(0)
    }
    let items = View<Asked>(
      "Items", "Items.",
      [
        .texts("years", "The years.") { asked in
          asked.times.withLock { $0 += 1 }
          return ["2008"]
        }
      ])
    let page = View<Asked>("Page", "A page.", [.list("items", "Items.", items) { [$0, $0] }])
    let library = Sample.library(
      ["page": "{{#items}}{{#has-years}}in {{#years}}{{.}} {{/years}}{{/has-years}}{{/items}}"],
      pages: [PageTemplate(name: "page", shape: page.shape)])
    let asked = Asked()
    var buffer = HTMLBuffer()
    let template = try #require(library.value.page("page"))
    #expect(library.value.render(template, page.record(of: asked), into: &buffer) == nil)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "in 2008 in 2008 ")
    #expect(asked.times.withLock { $0 } == 2)
  }

  @Test func `values beside those of a record are named behind them`() throws {
    let view = View<String>("Page", "A page.", [.text("title", "Its name.") { $0 }])
    let asset = ViewShape(
      name: "Asset", documentation: "A file.",
      fields: [.init("address", .address, "Where it is.")])
    let assets = ViewShape(
      name: "Assets", documentation: "Files.", fields: [.init("card", .record(asset), "A card.")])
    let shape = ViewShape(
      name: "Page", documentation: "A page.",
      fields: view.shape.fields + [
        .init("assets", .record(assets), "Files."), .init("extra", .record(asset), "More."),
      ])
    let library = Sample.library(
      [
        "page": """
        {{title}} <a href="{{assets.card.address}}"></a><a href="{{assets.card.address}}"></a>\
        {{#extra}}more{{/extra}}{{#extra.address}}more{{/extra.address}}
        """
      ], pages: [PageTemplate(name: "page", shape: shape)])
    let card = ViewRecord(slots: [.record(ViewRecord(slots: [.text("/card.png")]))])
    let template = try #require(library.value.page("page"))
    var buffer = HTMLBuffer()
    let problem = library.value.render(
      template, view.record(of: "2009"), beside: [.record(card), .none], into: &buffer)
    #expect(problem == nil)
    let link = "<a href=\"/card.png\"></a>"
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "2009 \(link)\(link)")
  }

  @Test func `nought is a number that is there`() {
    let template = "{{#paragraphs}}{{.}}{{/paragraphs}}"
    #expect(Sample.render(template, SampleReport(paragraphs: 0)) == "0")
    #expect(Sample.render(template, SampleReport(paragraphs: nil)) == "")
  }

  @Test func `a list within a list has its own first, last and index`() {
    let template = """
      {{#judgements}}{{-index}}{{#samples}}({{-index}}{{#-last}}!{{/-last}}){{/samples}}\
      {{#-last}}.{{/-last}}{{/judgements}}
      """
    #expect(Sample.render(template, Self.report) == "1(1)(2!)23.")
  }

  @Test func `a partial is seen with the names around it and keeps its indentation`() {
    let rendered = Sample.render(
      "<ul>\n{{#judgements}}\n  {{> row}}\n{{/judgements}}\n</ul>\n",
      partials: ["row": "<li>\n  {{aspect}} {{title}}\n</li>\n"],
      SampleReport(judgements: [SampleJudgement(aspect: "Practice")]))
    #expect(rendered == "<ul>\n  <li>\n    Practice East Midlands\n  </li>\n</ul>\n")
  }

  @Test func `a page fills the blocks of its parent, and the parent of its own`() {
    let partials = [
      "layout": "<title>{{$title}}Register{{/title}}</title>\n{{$main}}\n{{/main}}\n",
      "column":
        "{{<layout}}\n{{$main}}\n<main>\n  {{$text}}none{{/text}}\n</main>\n{{/main}}\n{{/layout}}\n",
    ]
    let page = "{{<column}}{{$title}}{{title}}{{/title}}{{$text}}{{body}}{{/text}}{{/column}}"
    #expect(
      Sample.render(page, partials: partials)
        == "<title>East Midlands</title>\n<main>\n  <p>Text</p>\n</main>\n")
  }

  @Test func `a filling written in a line takes the place of a block written over several`() {
    let partials = ["layout": "<main>\n  {{$main}}\n  none\n  {{/main}}\n</main>\n"]
    let page = "{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}"
    #expect(Sample.render(page, partials: partials) == "<main>\n  East Midlands\n</main>\n")
    let empty = "{{<layout}}{{$main}}{{/main}}{{/layout}}"
    #expect(Sample.render(empty, partials: partials) == "<main>\n</main>\n")
  }

  @Test func `lines with Windows ends are kept and standalone tags leave none`() {
    #expect(Sample.render("a\r\n{{#digest}}\r\nb\r\n{{/digest}}\r\nc") == "a\r\nb\r\nc")
  }

  @Test func `pages are appended to what is in the buffer`() {
    let library = Sample.library(["report": "{{title}}"])
    var buffer = HTMLBuffer()
    buffer.markup("<!doctype html>")
    guard let page = library.value.page("report") else { return #expect(Bool(false)) }
    _ = library.value.render(page, Sample.report.record(of: SampleReport()), into: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "<!doctype html>East Midlands")
  }

  @Test func `a page that grows too large stops and says so`() throws {
    let library = Sample.library(["report": "{{#counties}}{{body}}{{/counties}}"])
    let page = try #require(library.value.page("report"))
    let report = SampleReport(counties: Array(repeating: "Rutland", count: 1000))
    var buffer = HTMLBuffer()
    let complaint = library.value.render(
      page, Sample.report.record(of: report), into: &buffer, limit: 500)
    #expect(complaint?.check.name == "template-size")
    #expect(complaint?.message == "page 'report' is larger than 500 bytes")
    #expect(buffer.count < 600)
  }

  @Test func `the same page comes out of many tasks at once`() async throws {
    let library = Sample.library(["report": "{{#judgements}}<p>{{aspect}}</p>{{/judgements}}"])
      .value
    let page = try #require(library.page("report"))
    let record = Sample.report.record(of: Self.report)
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 {
        group.addTask {
          var buffer = HTMLBuffer()
          return library.render(page, record, into: &buffer) == nil ? buffer.bytes : []
        }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(pages == [Array("<p>Safeguarding</p><p>Leadership</p><p>Reports</p>".utf8)])
  }
}
