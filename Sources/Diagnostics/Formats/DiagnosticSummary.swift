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
    files = Set(diagnostics.lazy.map(\.primary.span.file)).count
  }

  /// The highest level of which there is a diagnostic; nil in a clean run.
  var highest: Level? {
    errors > 0 ? .error : warnings > 0 ? .warning : notices > 0 ? .notice : nil
  }

  /// The counts in words, such as `2 errors, 1 warning in 3 files` or `no errors, no warnings`.
  public var description: String {
    highest == nil ? counts : "\(counts) in \(files) \(files == 1 ? "file" : "files")"
  }

  /// The counts without the number of files.
  public var counts: String {
    let parts = [
      counted(errors, "error"), counted(warnings, "warning"), counted(notices, "notice"),
    ].compactMap(\.self)
    return parts.isEmpty ? "no errors, no warnings" : parts.joined(separator: ", ")
  }

  private func counted(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
