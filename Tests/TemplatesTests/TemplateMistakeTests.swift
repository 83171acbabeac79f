import Diagnostics
import Templates
import Testing

/// A mistake and everything that is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  /// The templates; the place of the mistake is marked in one of them.
  let templates: [String: String]
  let check: String
  let message: String
  var label = ""
  var notes: [String] = []
  var help: String? = nil

  var testDescription: String { name }
}

struct TemplateMistakeTests {
  static let offer =
    "ReportPage offers title, summary, address, paragraphs, digest, body, structured-data, area, "
    + "judgements, counties"
  static let quoted = "values stand between elements and in quoted attributes"

  @Test(arguments: nameMistakes + templateMistakes + syntaxMistakes + placeMistakes)
  func `a mistake is told once, with its place, what is allowed and what to do`(
    _ mistake: Mistake
  ) throws {
    var sources: [String: String] = [:]
    var expected: (path: String, range: Range<Int>)?
    for (name, text) in mistake.templates {
      let marked = MarkedSource(text)
      sources[name] = marked.text
      if text.contains("«") { expected = ("templates/\(name).mustache", marked.range) }
    }
    let library = Sample.library(sources)
    #expect(library.diagnostics.count == 1)
    let diagnostic = try #require(library.diagnostics.first)
    #expect(diagnostic.check.name == mistake.check)
    #expect(diagnostic.primary.span.file.path == expected?.path)
    #expect(diagnostic.primary.span.range == expected?.range)
    #expect(diagnostic.message == mistake.message)
    #expect(diagnostic.primary.text == mistake.label)
    #expect(diagnostic.notes == mistake.notes)
    #expect(diagnostic.help == mistake.help)
    if diagnostic.level == .error { #expect(library.value.page("report") == nil) }
  }

  static let nameMistakes = [
    Mistake(
      name: "a misspelt part in the middle of a name with dots",
      templates: ["report": "{{«area.publsher.name»}}"],
      check: "unknown-name",
      message: "'publsher' in 'area.publsher.name' is not a name of its record",
      label: "not known here", notes: ["Area offers name, address, publisher"],
      help: "did you mean 'area.publisher.name'?"),
    Mistake(
      name: "a misspelt name", templates: ["report": "<h1>{{ «titel» }}</h1>"],
      check: "unknown-name", message: "'titel' is not a name of ReportPage",
      label: "not known here", notes: [offer], help: "did you mean 'title'?"),
    Mistake(
      name: "a misspelt name in a list",
      templates: ["report": "{{#judgements}}{{«grad»}}{{/judgements}}"],
      check: "unknown-name", message: "'grad' is not a name of Judgement", label: "not known here",
      notes: ["Judgement offers aspect, grade, samples", offer], help: "did you mean 'grade'?"),
    Mistake(
      name: "a misspelt section", templates: ["report": "{{#«areas»}}{{name}}{{/areas}}"],
      check: "unknown-name", message: "'areas' is not a name of ReportPage",
      label: "not known here", notes: [offer], help: "did you mean 'area'?"),
    Mistake(
      name: "a name that a record holds", templates: ["report": "{{«publisher»}}{{area.name}}"],
      check: "unknown-name", message: "'publisher' is not a name of ReportPage",
      label: "not known here", notes: [offer], help: "did you mean 'area.publisher'?"),
    Mistake(
      name: "an unknown part of a name", templates: ["report": "{{«area.nam»}}"],
      check: "unknown-name", message: "'nam' in 'area.nam' is not a name of its record",
      label: "not known here", notes: ["Area offers name, address, publisher"],
      help: "did you mean 'area.name'?"),
    Mistake(
      name: "a loop name outside a list", templates: ["report": "{{«-index»}}"],
      check: "unknown-name", message: "'-index' is known in lists only", label: "not known here",
      notes: [offer]),
    Mistake(
      name: "the current item outside a list of texts",
      templates: ["report": "{{#area}}{{«.»}}{{/area}}"],
      check: "unknown-name", message: "'.' stands for one text of a list, and Area is not one",
      label: "not known here", notes: ["Area offers name, address, publisher", offer]),
    Mistake(
      name: "a record written out", templates: ["report": "<p>{{«area»}}</p>"],
      check: "template-type", message: "'area' is a record (Area) and cannot be written out",
      label: "written out here", notes: ["Area offers name, address, publisher"],
      help: "write '{{area.name}}' or another of its names"),
    Mistake(
      name: "a list written out", templates: ["report": "<p>{{«judgements»}}</p>"],
      check: "template-type",
      message: "'judgements' is a list of Judgement and cannot be written out",
      label: "written out here", help: "repeat it with '{{#judgements}} … {{/judgements}}'"),
    Mistake(
      name: "raw text", templates: ["report": "<p>{{{«title»}}}</p>"], check: "template-type",
      message: "'title' is text and must be escaped", label: "raw here",
      notes: ["only HTML that the generator made is written without escaping"],
      help: "write '{{title}}'"),
    Mistake(
      name: "a section over JSON",
      templates: ["report": "{{#«structured-data»}}x{{/structured-data}}"],
      check: "template-type", message: "'structured-data' is JSON and has no section",
      label: "used as a section",
      notes: ["sections are for lists, records, flags and values that may be absent or empty"],
      help: "write '{{structured-data}}'"),
    Mistake(
      name: "a dot into a list", templates: ["report": "{{«judgements.grade»}}"],
      check: "template-type",
      message:
        "'judgements' in 'judgements.grade' is a list of Judgement, which a dot cannot enter",
      notes: ["dots lead into records"],
      help: "enter it with '{{#judgements}} … {{/judgements}}'"),
  ]

  static let templateMistakes = [
    Mistake(
      name: "an unknown partial", templates: ["report": "{{> «foter»}}{{> footer}}", "footer": ""],
      check: "unknown-template", message: "'foter' is not a template", label: "no such template",
      notes: ["templates are footer, report"], help: "did you mean 'footer'?"),
    Mistake(
      name: "an unknown parent", templates: ["report": "{{<«layout»}}{{/layout}}"],
      check: "unknown-template", message: "'layout' is not a template", label: "no such template",
      notes: ["templates are report"], help: "add the file 'layout.mustache'"),
    Mistake(
      name: "a partial that the data names", templates: ["report": "{{>*«title»}}"],
      check: "unknown-template", message: "'*title' is a template that only the data names",
      label: "cannot be checked",
      notes: ["names of templates are checked before anything is rendered"],
      help: "name the template, or choose among several with sections"),
    Mistake(
      name: "an unknown block",
      templates: [
        "report": "{{<layout}}{{$«mian»}}x{{/mian}}{{/layout}}",
        "layout": "{{$main}}{{/main}}{{$title}}{{/title}}",
      ],
      check: "unknown-block", message: "'mian' is not a block of 'layout'", label: "never shown",
      notes: ["its blocks are main, title"], help: "did you mean 'main'?"),
    Mistake(
      name: "a page without a template", templates: ["report": "", "footer": "«»"],
      check: "unused-template", message: "'footer' is a template that no page uses",
      notes: ["pages are report"], help: "delete it, or name it in a template as '{{> footer}}'"),
    Mistake(
      name: "recursion",
      templates: ["report": "{{> node}}", "node": "{{#judgements}}{{> «node»}}{{/judgements}}"],
      check: "template-recursion", message: "'node' puts itself in without end",
      label: "here again",
      notes: [
        "the way round is node, node", "views have a fixed depth, so no data ends it",
        "reached from page 'report'",
      ],
      help: "repeat with a section over a list"),
    Mistake(
      name: "a block filled with itself",
      templates: [
        "report": "{{<layout}}{{$main}}{{$«main»}}x{{/main}}{{/main}}{{/layout}}",
        "layout": "{{$main}}{{/main}}",
      ],
      check: "template-recursion", message: "'main' is filled with itself",
      label: "filled here again",
      notes: ["what fills a block cannot hold a block of the same name"],
      help: "give one of the two another name"),
  ]

  static let syntaxMistakes = [
    Mistake(
      name: "a section that is not closed", templates: ["report": "<p>«{{#digest}}»</p>"],
      check: "template-syntax", message: "'digest' is not closed", label: "opens here",
      notes: ["the template ends before it is closed"],
      help: "write '{{/digest}}' where it should end"),
    Mistake(
      name: "a misspelt close", templates: ["report": "{{#digest}}x{{/«diggest»}}"],
      check: "template-syntax", message: "'diggest' closes nothing", label: "not open here",
      help: "did you mean 'digest'?"),
    Mistake(
      name: "sections that cross",
      templates: ["report": "{{#digest}}«{{#summary}}»x{{/digest}}"],
      check: "template-syntax", message: "'summary' is not closed", label: "opens here",
      help: "write '{{/summary}}' where it should end"),
    Mistake(
      name: "a tag that is not closed", templates: ["report": "<p>«{{title </p>»\n{{title}}"],
      check: "template-syntax", message: "a tag opens here and is not closed", label: "opens here",
      help: "end the tag with '}}'"),
    Mistake(
      name: "text between blocks",
      templates: [
        "report": "{{<layout}}\n  «lost words»\n{{$main}}x{{/main}}\n{{/layout}}",
        "layout": "{{$main}}{{/main}}",
      ],
      check: "template-syntax",
      message: "this stands between the blocks of 'layout' and is never shown",
      label: "in no block",
      notes: ["a parent's tag holds blocks only, each '{{$name}} … {{/name}}'"],
      help: "move it into a block, or take it out"),
  ]

  static let placeMistakes = [
    Mistake(
      name: "no quotes", templates: ["report": "<p class={{«title»}}>x</p>"],
      check: "template-context", message: "'title' stands in an attribute without quotes",
      label: "not allowed here",
      notes: ["without quotes a space in the value would start another attribute"],
      help: "put double quotes round the value"),
    Mistake(
      name: "text in a script", templates: ["report": "<script>let t = '{{«title»}}'</script>"],
      check: "template-context", message: "'title' stands in the element 'script'",
      label: "not allowed here", notes: ["nothing makes a value safe in scripts and styles"],
      help: "put it into a 'data-' attribute and read it from there"),
    Mistake(
      name: "text in a comment", templates: ["report": "<!-- {{«title»}} -->"],
      check: "template-context", message: "'title' stands in a comment", label: "not allowed here",
      notes: [quoted], help: "move it, or write a section with the words in it"),
    Mistake(
      name: "HTML in an attribute", templates: ["report": "<p title=\"{{{«body»}}}\">x</p>"],
      check: "template-context", message: "'body' is HTML and stands in the attribute 'title'",
      label: "not allowed here", notes: ["HTML stands between elements only"],
      help: "use a name of type text"),
    Mistake(
      name: "text that starts an address", templates: ["report": "<a href=\"{{«title»}}\">x</a>"],
      check: "template-context", message: "'title' is text and starts an address",
      label: "not allowed here", notes: ["an address starts with an address"],
      help: "use a name of type address, or write the start of the address before it"),
    Mistake(
      name: "a section that leaves a tag open",
      templates: ["report": "«{{#digest}}»<a href=\"{{/digest}}x"],
      check: "template-context",
      message: "'digest' begins between elements and ends in the attribute 'href'",
      label: "this section",
      notes: ["a section may be absent, and what follows it must mean the same"],
      help: "close in the section what it opens"),
    Mistake(
      name: "a page that ends in a tag", templates: ["report": "<p>x</p>«<»a href=\"/"],
      check: "template-context", message: "page 'report' ends in the attribute 'href'",
      label: "opens here", help: "close it"),
  ]
}
