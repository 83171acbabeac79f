import Diagnostics
import TestSupport
import Testing

@testable import Inspections

struct FixingTests {
  private static let check = Check("test-check", .syntax, .error, summary: "A.", explanation: "B.")
  private let source = SourceText(path: "a.md", text: "one two three")

  private func diagnostic(_ range: Range<Int>, _ replacement: String, path: String = "a.md")
    -> Diagnostic
  {
    let span = Span(SourceFile(path: path), range)
    return Diagnostic(
      Self.check, "m\(replacement)", at: Diagnostic.Label(span),
      fix: Diagnostic.Fix(span, replacement: replacement))
  }

  private func fixed(_ diagnostics: [Diagnostic]) -> String {
    String(decoding: applyFixes(diagnostics, to: source), as: UTF8.self)
  }

  @Test func `replacements are put in from the first byte to the last, whatever their order`() {
    #expect(fixed([diagnostic(8..<13, "3"), diagnostic(0..<3, "1")]) == "1 two 3")
  }

  @Test func `of two that overlap the first counts, and one for another file does not`() {
    #expect(fixed([diagnostic(4..<7, "2"), diagnostic(6..<13, "x")]) == "one 2 three")
    #expect(fixed([diagnostic(4..<7, "a"), diagnostic(4..<7, "b")]) == "one a three")
    #expect(fixed([diagnostic(0..<0, "> "), diagnostic(0..<0, "# ")]).hasSuffix(" one two three"))
    #expect(
      fixed([diagnostic(0..<3, "x", path: "b.md"), diagnostic(0..<99, "y")]) == "one two three")
  }

  @Test func `fixing twice is fixing once`() {
    let text = "---\ntitel: Plan\ntilte: Other\ndefinitoin: What is meant to happen.\n---\n"
    let once = fix(text)
    #expect(once == "---\ntitle: Plan\ntilte: Other\ndefinition: What is meant to happen.\n---\n")
    #expect(fix(once) == once)
  }

  private func fix(_ text: String) -> String {
    let read = readRecord(text, at: "glossary/plan.md")
    let source = SourceText(path: "glossary/plan.md", text: text)
    return String(decoding: applyFixes(read.diagnostics, to: source), as: UTF8.self)
  }
}
