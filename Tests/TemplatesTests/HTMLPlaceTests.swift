import Testing

@testable import Templates

struct HTMLPlaceTests {
  @Test(arguments: [
    ("<p>text", "between elements"),
    ("a < b", "between elements"),
    ("<", "in the name of a tag"),
    ("<p", "in the name of a tag"),
    ("<p ", "in a tag"),
    ("<p class", "in a tag"),
    ("<p class =", "in the attribute 'class'"),
    ("<P CLASS=\"a>b", "in the attribute 'class'"),
    ("<p class=a", "in the attribute 'class'"),
    ("<p class=a>", "between elements"),
    ("<p class='a\">'", "in a tag"),
    ("<br/>", "between elements"),
    ("<!doctype html", "in a declaration"),
    ("<!-- a > b -> c", "in a comment"),
    ("<!-- a --", "in a comment"),
    ("<!-- a --->", "between elements"),
    ("<!-->", "between elements"),
    ("<script>if (a < b) '</p>'", "in the element 'script'"),
    ("<script>'</scripted>'", "in the element 'script'"),
    ("<script>a</SCRIPT >", "between elements"),
    ("<style>p > a {}", "in the element 'style'"),
    ("<title>a <b>", "in the element 'title'"),
    ("<textarea></title>", "in the element 'textarea'"),
    ("<title>a</title>", "between elements"),
    ("</p", "in the name of a tag"),
    ("</p>", "between elements"),
    ("<?xml", "in a declaration"),
  ])
  func `the place after some markup is known`(markup: String, expected: String) {
    var place = HTMLPlace.content
    for byte in markup.utf8 { place.read(byte) }
    #expect(place.words == expected)
  }

  @Test(arguments: [
    "<option{{#digest}} selected{{/digest}}>{{title}}</option>",
    "<p {{#digest}}class=\"digest\"{{/digest}}>{{title}}</p>",
    "<p class=\"a{{#digest}} digest{{/digest}}\">{{title}}</p>",
    "<a href=\"{{#address}}{{.}}{{/address}}{{^address}}/{{/address}}\">{{title}}</a>",
    "<a href=\"{{#digest}}/d{{/digest}}/{{title}}\">{{title}}</a>",
    "<svg><title>{{title}}</title><path d=\"M0 0h{{paragraphs}}\"/></svg>",
    "<progress value=\"{{paragraphs}}\"></progress>",
    "<script type=\"application/json\">{{{structured-data}}}</script>",
    "<script src=\"{{address}}\"></script><style>p { margin: 0 }</style>{{title}}",
    "<a href=\"https://example.org/?q={{title}}\">x</a><a href=\"mailto:{{title}}\">x</a>",
    "<img src=\"data:image/gif;base64,R0lGOD\" alt=\"{{title}}\">",
    "<input checked value=\"{{title}}\" >",
    "<!-- {{! a comment of the template }} -->{{title}}",
    "{{#digest}}<b>{{/digest}}{{title}}{{#digest}}</b>{{/digest}}",
  ])
  func `markup that templates need is allowed`(template: String) {
    #expect(Sample.library(["report": template]).diagnostics.map(\.message) == [])
  }

  @Test(arguments: [
    "<a href=\"{{#digest}}/x{{/digest}}{{title}}\">", "<a onclick=\"f('{{title}}')\">",
    "<a onclick=\"f({{paragraphs}})\">", "<p style=\"color: {{title}}\">", "<p {{title}}>",
    "<{{title}}>", "<p {{title}}=\"x\">", "<iframe srcdoc=\"{{title}}\">",
    "<img srcset=\"/x {{title}}\">", "<style>{{title}}</style>", "<!doctype {{title}}>",
    "<script type=\"text/javascript\">{{structured-data}}</script>", "{{structured-data}}",
    "<script type=\"application/json\">{{title}}</script>", "<title>{{body}}</title>",
    "<script type=\"application/{{title}}json\">{{structured-data}}</script>",
    "<p {{#digest}}class{{/digest}}=\"{{title}}\">", "{{#digest}}<!-- {{/digest}}x",
    "<p class=\"{{#digest}}a\"{{/digest}}>", "<script>{{#digest}}</script>{{/digest}}",
    "<a href=\"javascript:f('{{title}}')\">", "<a href=\" Java\nScript:{{address}}\">",
    "<img src=\"data:image/svg+xml,{{title}}\">",
    "<a href=\"{{#digest}}javascript:{{/digest}}//{{title}}\">",
    "<meta http-equiv=\"refresh\" content=\"0; url=javascript:{{title}}\">",
    "<META HTTP-EQUIV='refresh' CONTENT='0;URL={{body}}'>",
  ])
  func `markup that cannot be made safe is refused`(template: String) {
    let library = Sample.library(["report": template])
    #expect(library.diagnostics.contains { $0.check.name == "template-context" })
    #expect(library.value.page("report") == nil)
  }
}
