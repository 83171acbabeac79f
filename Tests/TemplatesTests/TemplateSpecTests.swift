import Diagnostics
import Foundation
import Templates
import Testing

/// A fenced example of the spec suite.
struct SpecExample: Sendable, CustomTestStringConvertible {
  let section: String
  let line: Int
  /// What stands behind the backticks.
  let info: [String]
  let text: String

  var testDescription: String { "\(section), line \(line)" }
}

/// The page for authors, read as examples: what it says of each line must be so.
struct TemplateSpecTests {
  static let examples = read()

  static func read() -> [SpecExample] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Specs/templates.md")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var examples: [SpecExample] = []
    var section = ""
    var fence: (line: Int, info: [String], lines: [Substring])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let open = fence {
        if line == "```" {
          examples.append(
            SpecExample(
              section: section, line: open.line, info: open.info,
              text: open.lines.map { $0 + "\n" }.joined()))
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = (number + 1, line.dropFirst(3).split(separator: " ").map(String.init), [])
      } else if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
      }
    }
    return examples
  }

  /// The pages of the examples, each with the other templates of its section.
  static let pages = examples.filter { $0.info == ["mustache", "report"] }

  @Test func `there is a section for each check, with an example that breaks it`() {
    // A page too large to show, and places that the page of the examples does not need.
    let others = ["template-size", "missing-anchor"]
    for check in TemplateChecks.all where !others.contains(check.name) {
      #expect(
        Self.examples.contains { example in
          example.section == check.name
            && (example.info.contains(check.name) || example.text.contains("{{! \(check.name) }}"))
        })
    }
  }

  @Test(arguments: pages) func `each line of an example is told as its comment says`(
    _ page: SpecExample
  ) {
    let templates = Self.templates(of: page)
    let found = Sample.library(templates).diagnostics.map { diagnostic in
      let name = diagnostic.primary.span.file.path
        .dropFirst("templates/".count).dropLast(".mustache".count)
      let text = SourceText(path: "", text: templates[String(name)] ?? "")
      let line = text.position(at: diagnostic.primary.span.start).line
      return "\(name):\(line) \(diagnostic.check.name)"
    }
    #expect(found.sorted() == Self.expected(in: templates).sorted())
  }

  /// The page with the templates of its section that it reaches, or all where unused ones count.
  private static func templates(of page: SpecExample) -> [String: String] {
    let others = examples.filter { other in
      other.section == page.section && other.info.first == "mustache" && other.info.last != "report"
    }
    var templates = ["report": page.text]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for other in others {
        guard let name = other.info.last, templates[name] == nil else { continue }
        let isNamed = templates.values.contains { $0.contains(name) }
        guard isNamed || page.section == "unused-template" else { continue }
        templates[name] = other.text
        isGrowing = true
      }
    }
    return templates
  }

  private static func expected(in templates: [String: String]) -> [String] {
    templates.flatMap { name, text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .flatMap { number, line in
          TemplateChecks.all.filter { line.contains("{{! \($0.name) }}") }
            .map { "\(name):\(number + 1) \($0.name)" }
        }
    }
  }

  @Test(arguments: examples.filter { $0.info.first == "json" })
  func `each example of data is read as its fence says`(_ example: SpecExample) {
    let read = JSONValue.parse(SourceText(path: "data.json", text: example.text))
    #expect(read.diagnostics.map(\.check.name) == Array(example.info.dropFirst()))
  }
}
