import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every format on one sample set, as exact text.
struct FormatTests {
  private static let names: [DiagnosticFormat: String] = [
    .terminal: "terminal.txt", .json: "report.json", .sarif: "log.sarif", .github: "github.txt",
    .unix: "unix.txt",
    .gitlab: "code-quality.json",
  ]

  private func render(
    _ diagnostics: [Diagnostic], _ format: DiagnosticFormat, colour: Bool = false
  ) -> [UInt8] {
    Diagnostics.render(
      diagnostics, as: format, sources: Sample.source, catalogue: Sample.catalogue, colour: colour)
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func `a run with everything in it is written as expected`(format: DiagnosticFormat) throws {
    let name = try #require(Self.names[format])
    let difference = Snapshot.difference(
      render(Sample.diagnostics, format), from: "Expected/sample/\(name)")
    #expect(difference == nil)
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func `a clean run says so`(format: DiagnosticFormat) throws {
    let name = try #require(Self.names[format])
    let difference = Snapshot.difference(render([], format), from: "Expected/clean/\(name)")
    #expect(difference == nil)
  }

  @Test func `colour adds nothing but colour`() throws {
    let coloured = render(Sample.diagnostics, .terminal, colour: true)
    #expect(Snapshot.difference(coloured, from: "Expected/sample/colour.txt") == nil)
    let plain = String(decoding: coloured, as: UTF8.self)
      .replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(Array(plain.utf8) == render(Sample.diagnostics, .terminal))
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func `the order of input and repetitions change nothing`(format: DiagnosticFormat) {
    let expected = render(Sample.diagnostics, format)
    #expect(render(Sample.diagnostics.reversed(), format) == expected)
    #expect(render(Sample.diagnostics + Sample.diagnostics, format) == expected)
  }

  @Test func `the form of compilers has one line a diagnostic, and editors find its parts`() throws
  {
    let lines = String(decoding: render(Sample.diagnostics, .unix), as: UTF8.self)
      .split(separator: "\n")
    // Of the ten of the sample two are the same.
    #expect(lines.count == 9)
    for line in lines {
      #expect(
        try Regex("[^:]+:[0-9]+:[0-9]+: (error|warning|notice): .+ \\[[a-z-]+\\]").wholeMatch(
          in: line) != nil, "\(line)")
    }
  }

  @Test(arguments: [DiagnosticFormat.json, .sarif])
  func `JSON reads as JSON`(format: DiagnosticFormat) throws {
    let data = Data(render(Sample.diagnostics, format))
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["version"] as? Int == 1 || object["version"] as? String == "2.1.0")
  }

  @Test func `the JSON Schema names every field that is written, and no other`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/diagnostics.schema.json")
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(render(Sample.diagnostics, .json))) as? [String: Any])
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    let places = diagnostics.compactMap { $0["place"] as? [String: Any] }

    func named(_ schema: [String: Any]?) -> Set<String> {
      Set((schema?["properties"] as? [String: Any] ?? [:]).keys)
    }
    #expect(named(schema) == Set(report.keys))
    #expect(named(definitions["diagnostic"]) == Set(diagnostics.flatMap(\.keys)))
    #expect(named(definitions["place"]) == Set(places.flatMap(\.keys)))
  }

  @Test(.timeLimit(.minutes(5)))
  func `of a line of ten megabytes no more is shown than stands around the place`() {
    let text = SourceText(
      path: "long.md", text: String(repeating: "é", count: 5_000_000) + "X")
    let diagnostic = Diagnostic(
      Sample.grade, "far", at: .init(Span(text.file, 10_000_000..<10_000_001), "here"))
    let bytes = Diagnostics.render(
      [diagnostic], as: .terminal, sources: { _ in text }, catalogue: [], colour: false)
    #expect(bytes.count < 600)
    #expect(String(decoding: bytes, as: UTF8.self).contains("éX\n"))
  }

  @Test func `a summary counts what there is`() {
    let errors = Sample.diagnostics.filter { $0.level == .error }
    #expect("\(DiagnosticSummary([]))" == "no errors, no warnings")
    #expect("\(DiagnosticSummary([errors[0]]))" == "1 error in 1 file")
    let mixed = DiagnosticSummary(Sample.diagnostics)
    #expect("\(mixed)" == "6 errors, 2 warnings, 2 notices in 4 files")
  }
}
