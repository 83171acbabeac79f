import Diagnostics
import Inspections
import Testing

@Suite struct SpecTests {
  @Test(arguments: SpecFile.examples)
  func `an example gets the diagnostics that stand in it, and no other of its check`(
    _ example: SpecExample
  ) {
    let register = SmallRegister(example.files)
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

  @Test func `every check of the register has a section, and every section is of a check`() {
    let names = Set(registerCheckNames)
    #expect(names.subtracting(SpecFile.sections.keys).sorted() == [])
    for (name, examples) in SpecFile.sections where names.contains(name) {
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
    for diagnostic in SmallRegister(example.files).diagnostics(of: example.check) {
      #expect(diagnostic.message.hasPrefix("'"), "\(diagnostic.message)")
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
    }
  }

  private var registerCheckNames: [String] {
    inspectionChecks.filter { $0.group != .syntax }.map(\.name)
  }

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
