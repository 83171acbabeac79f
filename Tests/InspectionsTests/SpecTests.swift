import Diagnostics
import Inspections
import Testing

@Suite struct SpecTests {
  @Test(arguments: SpecFile.examples)
  func `an example gets the diagnostics that stand in it, and no other of its check`(
    _ example: SpecExample
  ) {
    let register = SpecRegister(example.files)
    let found = register.diagnostics(of: example.check).map { expectation(of: $0, in: example) }
    let expected = example.expectations.map { $0.words }.sorted()
    #expect(found.map(\.words).sorted() == expected)
    for expectation in example.expectations {
      #expect(
        found.contains {
          $0.path == expectation.path && $0.line == expectation.line
            && $0.words == expectation.words
            && (expectation.column == nil || $0.column == expectation.column)
        }, "expected \(expectation), found \(found.map(\.description).joined(separator: "; "))")
    }
  }

  @Test func `every check has a section with what it reports and what it lets pass`() {
    // Bytes that are no text, and texts of many megabytes, cannot be shown on a page.
    let names = Set(inspectionChecks.map(\.name)).subtracting(["not-utf8", "body-limits"])
    #expect(names.symmetricDifference(SpecFile.sections.keys).sorted() == [])
    for (name, examples) in SpecFile.sections {
      #expect(examples.contains { !$0.expectations.isEmpty }, "\(name) has an example it speaks of")
      #expect(examples.contains { $0.expectations.isEmpty }, "\(name) has an example it lets pass")
    }
  }

  @Test func `every check has a name of its own, a sentence and an explanation with an example`() {
    let names = inspectionChecks.map(\.name)
    #expect(Set(names).count == names.count)
    for check in inspectionChecks {
      #expect(check.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(check.name)")
      #expect(check.summary.hasSuffix("."), "\(check.name)")
      #expect(check.explanation.count > 120, "\(check.name)")
    }
  }

  @Test(arguments: SpecFile.examples)
  func `messages start with the author's words and are no sentences`(_ example: SpecExample) {
    for diagnostic in SpecRegister(example.files).diagnostics(of: example.check) {
      let first = diagnostic.message.first
      #expect(
        first == "'" || quotesNothing.contains(diagnostic.check.group), "\(diagnostic.message)")
      #expect(first?.isUppercase == false && !diagnostic.message.hasSuffix("."))
    }
  }

  /// What is left out cannot be quoted, and what must not be published is not.
  private let quotesNothing: Set<Check.Group> = [.accessibility, .privacy]

  private func expectation(
    of diagnostic: Diagnostic, in example: SpecExample
  ) -> SpecExample.Expectation {
    let path = diagnostic.primary.span.file.path
    let text = SourceText(path: path, text: example.files[path] ?? "")
    let position = text.position(at: diagnostic.primary.span.start)
    return SpecExample.Expectation(
      path: path, line: position.line, column: position.column,
      words: "\(diagnostic.level.rawValue)[\(diagnostic.check.name)]: \(diagnostic.message)")
  }
}
