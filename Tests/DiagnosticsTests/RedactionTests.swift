import Diagnostics
import Testing

/// Words that must not be shown, and words whose place is found when they are shown.
struct RedactionTests {
  private static let secret = Check(
    "personal-data", .privacy, .error, summary: "Nobody is named.", explanation: "Name nobody.",
    isConfidential: true)
  private static let name = Check(
    "near-miss-name", .names, .warning, summary: "Names are right.", explanation: "Write them.")
  private static let text = SourceText(
    path: "content/reports/a.md", text: "1. Ella Marsh, aged 7,\n   spoke of Ella Marsh.\n")

  /// A finding that must not show its words, and others that quote them and show their line.
  private static let diagnostics: [Diagnostic] = {
    let span = Span(text.file, 3..<21)
    let word = Span(text.file, 3..<13)
    return [
      Diagnostic(
        secret, "'E…' looks like a name beside an age", at: .init(span, "age"),
        subject: .paragraph(1)),
      Diagnostic(
        name, "'Ella Marsh, aged 7' is nearly 'Ella March'", at: .init(word, "Ella Marsh, aged 7"),
        secondary: [.init(span, "Ella Marsh, aged 7")], notes: ["as in 'Ella Marsh, aged 7'"],
        help: "write 'Ella Marsh, aged 7'",
        fix: .init(word, replacement: "Ella Marsh, aged 7")),
    ]
  }()

  private static func rendered(_ format: DiagnosticFormat) -> String {
    String(
      decoding: render(
        diagnostics, as: format, sources: { $0 == text.file ? text : nil },
        catalogue: [secret, name], colour: false), as: UTF8.self)
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func `what a confidential check finds is shown in no format`(_ format: DiagnosticFormat) {
    let output = Self.rendered(format)
    #expect(!output.contains("aged 7"))
    #expect(!output.contains("Ella Marsh,"))
    #expect(output.contains("'E…' looks like a name beside an age"))
  }

  @Test func `the place stays, and the line is shown with the words covered`() {
    #expect(
      Self.rendered(.terminal).contains(
        """
        error[personal-data]: 'E…' looks like a name beside an age
          --> content/reports/a.md:1:4
           |
         1 | 1. •••• •••••• •••• •,
           |    ^^^^^^^^^^^^^^^^^^ age
        """))
    #expect(Self.rendered(.github).contains("line=1,endLine=1,col=4,endColumn=21,"))
    #expect(Self.rendered(.sarif).contains("\"byteOffset\": 3,"))
    #expect(Self.rendered(.json).contains("\"end\": 21"))
  }

  @Test func `a replacement that holds the words is not offered`() {
    #expect(!Self.rendered(.json).contains("replacement"))
    #expect(!Self.rendered(.sarif).contains("\"fixes\""))
  }

  @Test(arguments: [
    ("Cuort Service", "note: the Cuort Service.", 10..<23),
    ("Cuort Service", "> of the Cuort\n> Service.", 9..<24),
    ("Cuort Service", "Cuort Services, Cuort  Service", 16..<30),
    ("Cuort", "aCuort Cuorts Cuort-", 14..<19),
    ("agency’s name", "the agency's name", 4..<17),
    ("“agency", "the “agency”", 4..<13),
    ("nowhere", "here", 0..<4),
    ("", "here", 0..<4),
  ])
  func `words are found in the file that holds them`(
    words: String, source: String, range: Range<Int>
  ) {
    let text = SourceText(path: "a.md", text: source)
    let whole = 0..<source.utf8.count
    let diagnostic = Diagnostic(
      Self.name, "a name",
      at: .init(Span(text.file, whole), "here", words: .init(words, in: whole)))
    let placed = diagnostic.placed { $0 == text.file ? text : nil }
    #expect(placed.primary.span.range == range)
    #expect(placed.primary.text == "here")
    #expect(diagnostic.placed { _ in nil } == diagnostic)
  }
}
