import Diagnostics
import TestSupport
import Testing

@testable import Publisher

/// What `lost-markup` says of a template, and where.
struct LostMarkupTests {
  private func messages(_ template: String) -> [String] {
    lostMarkup(in: SourceText(path: "templates/x.mustache", text: template)).map(\.message)
  }

  @Test(arguments: [
    ("<img src=\"{{a}}\">", ["an image has no 'alt'"]),
    ("<img src=\"{{a}}\" alt=\"\"><img alt src=x><IMG\nALT='x > y'>", []),
    ("<!-- <img> -->", []), ("<img data-alt=x>", ["an image has no 'alt'"]),
    ("<h2>{{title}}</h3>", ["'</h3>' closes a heading of level 2"]),
    ("<h2>a</h2><h3 class=\"x\">b</h3>", []),
    ("{{#a}}<h2>{{/a}}{{^a}}<h2>{{/a}}x</h2>", []),
    ("</h2>", []), ("<header></h1>", []),
    ("<html><head><title>x</title>", ["'<html>' has no language"]),
    (
      "<!doctype html><html lang=\"{{site.language}}\"><head></head>", ["the page has no '<title>'"]
    ),
    ("<html lang=en><title>x</title></html>", []), ("<title>part</title>", []), ("< img <", []),
    ("<", []),
  ])
  func `what a page needs and a template lost is told`(template: String, expected: [String]) {
    #expect(messages(template) == expected)
  }

  @Test func `it is told at the tag`() {
    let before = "<h2>{{title}}"
    let source = SourceText(path: "x.mustache", text: before + "</h3>\n")
    let start = before.utf8.count
    #expect(lostMarkup(in: source).map(\.primary.span.range) == [start..<start + 5])
  }
}
