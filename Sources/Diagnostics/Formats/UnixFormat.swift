/// Writes one line a diagnostic, in the form of compilers, `file:line:column: level: words [check]`, and
/// nothing else: what reads it takes every line for a place.
///
/// A file that cannot be shown has its first column, so that an editor can open it all the same. Of what a
/// diagnostic has to say, its message and its help are there; the other forms say more.
///
/// Source: GNU Coding Standards, section 4.4, "Formatting Error Messages".
func writeUnix(_ report: DiagnosticReport, to output: ([UInt8]) -> Void) {
  _ = report.forEachFile { diagnostics, places in
    output(Array(diagnostics.map { line($0, places: places) + "\n" }.joined().utf8))
  }
}

private func line(_ diagnostic: Diagnostic, places: Places) -> String {
  let span = diagnostic.primary.span
  let start = places.extent(of: span)?.start
  let words = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "; ")
  return "\(visible(span.file.path)):\(start?.line ?? 1):\(start?.column ?? 1): "
    + "\(diagnostic.level.rawValue): \(visible(words)) [\(diagnostic.check.name)]"
}
