/// Writes the workflow commands of a run, one line a diagnostic; what is left out and the summary are
/// ordinary lines.
///
/// Columns are left out where a place runs over several lines, for GitHub refuses them there. Its end
/// column is the last one that is marked, not the one after.
///
/// Source: GitHub's documentation of workflow commands, "Setting an error message".
func writeGitHubCommands(
  _ report: DiagnosticReport, atMost bound: Int?, to output: ([UInt8]) -> Void
) {
  let leftOut = report.forEachFile(atMost: bound) { diagnostics, places in
    output(Array(diagnostics.map { command($0, places: places) + "\n" }.joined().utf8))
  }
  for words in leftOut.map(\.description) + [report.summary.description] {
    output(Array("findings: \(words)\n".utf8))
  }
}

private func command(_ diagnostic: Diagnostic, places: Places) -> String {
  let span = diagnostic.primary.span
  var properties = [("file", span.file.path)]
  if let extent = places.extent(of: span) {
    properties.append(("line", String(extent.start.line)))
    properties.append(("endLine", String(extent.end.line)))
    if extent.start.line == extent.end.line {
      let last = max(extent.start.column, extent.end.column - 1)
      properties.append(("col", String(extent.start.column)))
      properties.append(("endColumn", String(last)))
    }
  }
  properties.append(("title", diagnostic.check.name))

  var words = [diagnostic.message]
  if !diagnostic.primary.text.isEmpty { words.append(diagnostic.primary.text) }
  for label in diagnostic.secondary {
    let line = places.extent(of: label.span).map { ":\($0.start.line)" } ?? ""
    words.append("\(label.span.file.path)\(line): \(label.text)")
  }
  words += diagnostic.notes.map { "note: \($0)" }
  if let help = diagnostic.help { words.append("help: \(help)") }

  let list = properties.map { "\($0.0)=\(escaped(property: $0.1))" }.joined(separator: ",")
  return "::\(diagnostic.level.rawValue) \(list)::\(escaped(words.joined(separator: "\n")))"
}

private func escaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": escaped += "%25"
    case "\r": escaped += "%0D"
    case "\n": escaped += "%0A"
    default: escaped += visible(scalar)
    }
  }
  return escaped
}

private func escaped(property text: String) -> String {
  var result = ""
  for scalar in escaped(text).unicodeScalars {
    switch scalar {
    case ":": result += "%3A"
    case ",": result += "%2C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
