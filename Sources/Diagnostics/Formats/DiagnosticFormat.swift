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
  /// One line a diagnostic, as compilers write it, for editors and other programs that jump to places.
  case unix
  /// A Code Quality report, which GitLab shows beside the changed lines.
  case gitlab
}

/// Writes diagnostics in one of the formats, sorted, without repetitions, no more than some of each
/// kind for a file, and with a clean run said in so many words.
///
/// What people read, the terminal's form and GitHub's, shows the first
/// ``Limits/shownOfOneCheck`` of a check in all files together and counts the others, unless checks
/// are asked for by name. The other forms hold everything; the one of compilers is silent where there is
/// nothing to say. Words that a check finds and must not show
/// are covered wherever they would appear.
///
/// - Parameters:
///   - diagnostics: what there is to say, in any order.
///   - format: the form to write.
///   - checks: the names of the checks to show, each with all that it says; empty for every check.
///   - sources: the text of a file, or nil when it cannot be shown; places in it then have no line.
///   - catalogue: every check of the program, for SARIF's rules.
///   - colour: whether the terminal form carries ANSI colours; the others never do.
///   - output: takes the UTF-8 piece by piece, a file's diagnostics at a time; a line ending comes last,
///     and the same bytes for the same diagnostics.
public func write(
  _ diagnostics: [Diagnostic], as format: DiagnosticFormat, only checks: Set<String> = [],
  sources: @escaping (SourceFile) -> SourceText?, catalogue: [Check], colour: Bool,
  to output: ([UInt8]) -> Void
) {
  let chosen = checks.isEmpty ? diagnostics : diagnostics.filter { checks.contains($0.check.name) }
  let report = DiagnosticReport(chosen, sources: sources)
  let bound = checks.isEmpty ? Limits.shownOfOneCheck : nil
  switch format {
  case .terminal: writeTerminal(report, atMost: bound, colours: colour, to: output)
  case .json: writeJSON(report, to: output)
  case .sarif: writeSARIF(report, catalogue: catalogue, to: output)
  case .github: writeGitHubCommands(report, atMost: bound, to: output)
  case .unix: writeUnix(report, to: output)
  case .gitlab: writeGitLab(report, to: output)
  }
}

/// Diagnostics in one of the formats, as ``write(_:as:only:sources:catalogue:colour:to:)`` has them, at
/// once.
public func render(
  _ diagnostics: [Diagnostic], as format: DiagnosticFormat,
  sources: @escaping (SourceFile) -> SourceText?, catalogue: [Check], colour: Bool
) -> [UInt8] {
  var bytes: [UInt8] = []
  write(
    diagnostics, as: format, sources: sources, catalogue: catalogue, colour: colour,
    to: { bytes += $0 })
  return bytes
}
