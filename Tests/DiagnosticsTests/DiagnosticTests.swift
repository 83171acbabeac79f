import Diagnostics
import Testing

/// Diagnostics as values: levels, order, identity, suggestions.
struct DiagnosticTests {
  private static let check = Check(
    "a-check", .syntax, .warning, summary: "A rule.", explanation: "Why.")
  private static let other = Check(
    "b-check", .syntax, .warning, summary: "A rule.", explanation: "Why.")

  private func diagnostic(
    _ path: String = "a.md", _ range: Range<Int> = 5..<6, check: Check = check,
    level: Level = .warning, _ message: String = "m", notes: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      check, level: level, message, at: .init(Span(SourceFile(path: path), range)), notes: notes)
  }

  @Test func `the order is path, offset, level, check, message, and then the rest`() {
    let sorted = [
      diagnostic("B.md", 9..<10), diagnostic(4..<9), diagnostic(level: .error, "z"),
      diagnostic("m"), diagnostic("m", notes: ["n"]), diagnostic(5..<7, "m"), diagnostic("n"),
      diagnostic(check: Self.other, "a"), diagnostic(level: .notice, "a"), diagnostic(10..<11),
      diagnostic("é.md", 0..<1),
    ]
    for rotation in sorted.indices {
      let turned = Array(sorted[rotation...] + sorted[..<rotation])
      #expect(turned.sorted() == sorted)
      #expect(turned.reversed().sorted() == sorted)
    }
  }

  private func diagnostic(_ range: Range<Int>, _ message: String = "m") -> Diagnostic {
    diagnostic("a.md", range, message)
  }

  private func diagnostic(_ message: String, notes: [String] = []) -> Diagnostic {
    diagnostic("a.md", 5..<6, message, notes: notes)
  }

  @Test func `a diagnostic has its check's level until a site sets another`() {
    let diagnostic = Diagnostic(
      Self.check, "m", at: .init(Span(startOf: SourceFile(path: "a.md"))), notes: ["n"],
      help: "h", subject: .paragraph(4))
    #expect(diagnostic.level == .warning)
    let raised = diagnostic.at(level: .error)
    #expect(raised.level == .error)
    #expect(raised.at(level: .warning) == diagnostic)
  }

  @Test func `levels are ordered by weight`() {
    #expect(Level.allCases.sorted() == [.notice, .warning, .error])
  }

  @Test func `checks are the same when their names are`() {
    let twin = Check("a-check", .dates, .error, summary: "Another.", explanation: "Other.")
    #expect(twin == Self.check)
    #expect(Set([twin, Self.check, Self.other]).count == 2)
  }

  @Test func `a transformed value keeps its diagnostics`() {
    let diagnosed = Diagnosed(2, [diagnostic()]).map { "\($0)" }
    #expect(diagnosed.value == "2")
    #expect(diagnosed.diagnostics == [diagnostic()])
  }

  @Test(arguments: [
    ("outstandin", "outstanding"), ("publisehd", "published"), ("Title", "title"),
    ("oragnisation", "organisation"), ("gradse", "grades"), ("kid", "kind"), ("grade", "grades"),
    ("TO", "to"),
  ])
  func `a near miss is suggested`(word: String, meant: String) {
    let known = [
      "title", "kind", "to", "outstanding", "published", "organisation", "grades", "good", "from",
    ]
    #expect(NearMiss.of(word, among: known) == meant)
  }

  @Test(arguments: ["", "x", "no", "author", "excellent", "title"])
  func `what is not near is not suggested`(word: String) {
    #expect(NearMiss.of(word, among: ["title", "kind", "to", "a", "grades"]) == nil)
  }

  @Test func `the nearest wins, and the first of equals`() {
    #expect(NearMiss.of("aspects", among: ["aspect", "respects", "aspectz"]) == "aspect")
    #expect(NearMiss.of("aspectt", among: ["prospects", "aspect", "aspects"]) == "aspect")
  }
}
