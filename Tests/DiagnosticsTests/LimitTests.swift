import Diagnostics
import TestSupport
import Testing

/// What is told of inputs that have too much of something.
struct LimitTests {
  private static let check = Check(
    "a-check", .syntax, .warning, summary: "A rule.", explanation: "Why.")
  private static let other = Check(
    "b-check", .syntax, .notice, summary: "A rule.", explanation: "Why.")

  private func diagnostics(
    _ count: Int, of check: Check = check, in path: String = "a.md"
  ) -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(check, "'\($0)'", at: .init(Span(SourceFile(path: path), $0..<$0 + 1)))
    }
  }

  private func lines(
    _ diagnostics: [Diagnostic], _ format: DiagnosticFormat = .terminal,
    only checks: Set<String> = []
  ) -> [Substring] {
    var text: [UInt8] = []
    write(
      diagnostics, as: format, only: checks, sources: { _ in nil }, catalogue: [], colour: false,
      to: { text += $0 })
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }

  @Test func `after fifty of a check in a file the others are counted`() {
    let worst = Diagnostic(
      Self.check, level: .error, "'worst'",
      at: .init(Span(SourceFile(path: "a.md"), 20_000..<20_001)))
    let all =
      diagnostics(9_999).reversed() + [worst] + diagnostics(50, in: "b.md")
      + diagnostics(51, of: Self.other)
    let lines = lines(all)
    let shown = lines.filter { $0.hasPrefix("warning[a-check]") }
    #expect(shown.map { String($0) } == (0..<50).map { "warning[a-check]: '\($0)'" })
    #expect(
      lines.filter { $0.contains("more of") } == [
        "error[a-check]: and 9,950 more of 'a-check' in this file",
        "notice[b-check]: and 1 more of 'b-check' in this file",
        "findings: 50 more of 'a-check' in 1 file; 'findings check --only a-check' shows them",
      ])
    #expect(lines.last == "findings: 1 error, 10049 warnings, 51 notices in 2 files")
  }

  @Test
  func `of all files together fifty of a check are shown to people, and the others are counted`() {
    let all =
      (0..<40).flatMap { diagnostics(2, in: "\(100 + $0).md") } + diagnostics(1, of: Self.other)
    for format in [DiagnosticFormat.terminal, .github] {
      let lines = lines(all, format)
      // Of 80 in 40 files those of the first 25 are shown.
      #expect(lines.count { $0.contains("'0'") || $0.contains("'1'") } == 51)
      #expect(!lines.contains { $0.contains("125.md") })
      #expect(
        lines.suffix(2) == [
          "findings: 30 more of 'a-check' in 15 files; 'findings check --only a-check' shows them",
          "findings: 80 warnings, 1 notice in 41 files",
        ])
    }
    for format in [DiagnosticFormat.json, .sarif] {
      #expect(
        lines(all, format).count { $0.contains("\"ruleId\"") || $0.contains("\"check\"") } == 81
      )
    }
  }

  @Test func `all of a check is shown that is asked for, and nothing else`() {
    let all = (0..<70).flatMap { diagnostics(1, in: "\($0).md") } + diagnostics(3, of: Self.other)
    for format in DiagnosticFormat.allCases {
      let lines = lines(all, format, only: ["a-check"])
      #expect(lines.count { $0.contains("'0'") } == 70, "\(format)")
      #expect(!lines.contains { $0.contains("b-check") }, "\(format)")
    }
  }

  @Test func `the text of each file is asked for once, and only of those that are shown`() {
    let all = (0..<200).flatMap { diagnostics(2, in: "\(100 + $0).md") }
    for (format, files) in [(DiagnosticFormat.terminal, 25), (.json, 200)] {
      var asked: [String] = []
      write(
        all, as: format,
        sources: {
          asked.append($0.path)
          return nil
        }, catalogue: [], colour: false, to: { _ in })
      #expect(asked == (0..<files).map { "\(100 + $0).md" })
    }
  }

  @Test func `no file has more than a thousand of a check, and that there are more is an error`() {
    var found = BoundedDiagnostics()
    found.append(contentsOf: diagnostics(Limits.foundOfOneKind))
    #expect(found.all.count == 1_000)
    found.append(contentsOf: diagnostics(5_000) + diagnostics(3, of: Self.other))
    #expect(
      found.all.map(\.check.name).suffix(4) == ["file-limits", "b-check", "b-check", "b-check"])
    #expect(found.all.count == 1_004)
    #expect(found.all[1_000].level == .error && !found.all[1_000].check.canBeWaived)
  }

  @Test(arguments: [
    ([Limits.lineBytes], false), ([Limits.lineBytes + 1], true),
    ([10, Limits.lineBytes, 10], false), ([10, Limits.lineBytes + 1, 10], true),
    ([Int](repeating: 1_023, count: Limits.fileBytes >> 10), false),
    ([Int](repeating: 1_023, count: (Limits.fileBytes >> 10) + 1), true),
  ])
  func `a text and its lines have a size`(lines: [Int], isTooLarge: Bool) {
    let bytes = lines.map { [UInt8](repeating: 0x61, count: $0) + [0x0A] }.joined().dropLast()
    let fault = Diagnostic.tooLarge(Array(bytes), SourceFile(path: "a.md"))
    #expect((fault != nil) == isTooLarge)
    if lines.count == 3 { #expect(fault.map(\.primary.span.start) ?? 11 == 11) }
  }

  @Test func `the nearest name is that of the shortest way from one to the other`() async {
    await Fuzz.rounds("names", usual: 2_000) { generator in
      func name() -> String {
        String(
          decoding: Fuzz.text(
            of: ["a", "b", "ab", "ba", "c", "É", "1", "-"], upTo: 9, using: &generator),
          as: UTF8.self)
      }
      let (word, known) = (name(), (0..<20).map { _ in name() })
      let letters = Array(word.lowercased().unicodeScalars)
      let limit = letters.count < 3 ? 0 : letters.count / 3
      let ways = known.map { distance(letters, Array($0.lowercased().unicodeScalars)) }
      let nearest = zip(known, ways).filter { $0 != word && $1 <= limit && !letters.isEmpty }
        .min { $0.1 < $1.1 }
      #expect(NearMiss.of(word, among: known) == nearest?.0, "\(word) among \(known)")
    }
  }

  /// The distance by the table that defines it.
  private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 1..<max(1, rows.count) {
      for column in 1..<max(1, rows[row].count) {
        let (above, before) = (left[row - 1], right[column - 1])
        rows[row][column] = min(
          rows[row - 1][column] + 1, rows[row][column - 1] + 1,
          rows[row - 1][column - 1] + (above == before ? 0 : 1))
        if row > 1, column > 1, above == right[column - 2], left[row - 2] == before {
          rows[row][column] = min(rows[row][column], rows[row - 2][column - 2] + 1)
        }
      }
    }
    return rows[left.count][right.count]
  }
}
