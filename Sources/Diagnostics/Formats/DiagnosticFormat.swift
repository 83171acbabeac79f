/// The forms in which diagnostics leave the program.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// Code frames for people.
  case terminal
  /// Version 1 of our own JSON, described by `docs/diagnostics.schema.json`.
  case json
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// Workflow commands that GitHub shows beside the changed lines.
  case github
}

/// Writes diagnostics in one of the formats, sorted, without repetitions, no more than some of each
/// kind for a file, and with a clean run said in so many words.
///
/// - Parameters:
///   - diagnostics: what there is to say, in any order.
///   - format: the form to write.
///   - sources: the text of a file, or nil when it cannot be shown; places in it then have no line.
///   - catalogue: every check of the program, for SARIF's rules.
///   - colour: whether the terminal form carries ANSI colours; the others never do.
/// - Returns: UTF-8 with a line ending at the end; the same bytes for the same diagnostics.
///
/// Words that a check finds and must not show are covered wherever they would appear.
public func render(
  _ diagnostics: [Diagnostic], as format: DiagnosticFormat,
  sources: (SourceFile) -> SourceText?, catalogue: [Check], colour: Bool
) -> [UInt8] {
  let parts = AbridgedDiagnostics(withoutRepetitions(diagnostics))
  let confidential = (parts.shown + parts.leftOut).filter(\.check.isConfidential)
  let places = Places(of: parts.shown, hiding: confidential, sources: sources)
  let placed = parts.shown.map { $0.placed(places.text) }
  let told = withoutRepetitions(redacted(placed, hiding: places.hiddenWords))
  let sorted = (told + parts.counts).sorted()
  let summary = DiagnosticSummary(told + parts.leftOut)
  switch format {
  case .terminal:
    return Array(
      TerminalFormat(places: places, colours: colour).text(sorted, summary: summary).utf8)
  case .json: return jsonReport(sorted, summary: summary, places: places).encoded()
  case .sarif: return sarifLog(sorted, catalogue: catalogue, places: places).encoded()
  case .github: return Array(gitHubCommands(sorted, summary: summary, places: places).utf8)
  }
}

/// One of each.
private func withoutRepetitions(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var seen: Set<Diagnostic> = []
  return diagnostics.filter { seen.insert($0).inserted }
}

/// How many diagnostics of each level a run has, and in how many files.
public struct DiagnosticSummary: Sendable, Hashable, CustomStringConvertible {
  /// The number of errors.
  public let errors: Int
  /// The number of warnings.
  public let warnings: Int
  /// The number of notices.
  public let notices: Int
  /// The number of files that something is said about.
  public let files: Int

  /// Counts diagnostics.
  public init(_ diagnostics: [Diagnostic]) {
    errors = diagnostics.count { $0.level == .error }
    warnings = diagnostics.count { $0.level == .warning }
    notices = diagnostics.count { $0.level == .notice }
    files = Set(diagnostics.map(\.primary.span.file)).count
  }

  /// The counts in words, such as `2 errors, 1 warning in 3 files` or `no errors, no warnings`.
  public var description: String {
    let parts = [
      counted(errors, "error"), counted(warnings, "warning"), counted(notices, "notice"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "no errors, no warnings" }
    return "\(parts.joined(separator: ", ")) in \(files) \(files == 1 ? "file" : "files")"
  }

  private func counted(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// The texts that the diagnostics of a run point into, to turn bytes into lines and columns.
struct Places {
  /// Where a span begins and ends, for people.
  struct Extent {
    let start: LineIndex.Position
    let end: LineIndex.Position
  }

  private let texts: [SourceFile: SourceText]
  /// The bytes of each file that must not be shown.
  private let hidden: [SourceFile: [Range<Int>]]

  /// Finds the texts of what is shown, and what the places of `confidential` ones hold.
  init(
    of diagnostics: [Diagnostic], hiding confidential: [Diagnostic],
    sources: (SourceFile) -> SourceText?
  ) {
    var texts: [SourceFile: SourceText] = [:]
    var asked: Set<SourceFile> = []
    for diagnostic in diagnostics {
      let labels = [diagnostic.primary] + diagnostic.secondary
      for file in labels.map(\.span.file) + (diagnostic.fix.map { [$0.span.file] } ?? [])
      where asked.insert(file).inserted {
        texts[file] = sources(file)
      }
    }
    self.texts = texts
    hidden = Dictionary(grouping: confidential) { $0.primary.span.file }.mapValues {
      $0.map(\.primary.span.range)
    }
  }

  /// The bytes of a file that must not be shown.
  func hidden(in file: SourceFile) -> [Range<Int>] { hidden[file] ?? [] }

  /// What must not be shown, in the words of the files.
  var hiddenWords: Set<String> {
    Set(hidden.flatMap { file, ranges in ranges.compactMap { texts[file]?.text(in: $0) } })
  }

  func text(of file: SourceFile) -> SourceText? { texts[file] }

  func extent(of span: Span) -> Extent? {
    guard let text = texts[span.file] else { return nil }
    return Extent(start: text.position(at: span.start), end: text.position(at: span.end))
  }
}
