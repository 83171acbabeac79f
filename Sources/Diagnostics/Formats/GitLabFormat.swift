/// Writes diagnostics as a Code Quality report, which GitLab shows beside the lines of a merge request.
///
/// Each has a fingerprint of its check, file and words, so that one that merely moved is the same to GitLab;
/// of several with the same words, each counts.
///
/// Source: GitLab documentation, "Code Quality report format".
func writeGitLab(_ report: DiagnosticReport, to output: ([UInt8]) -> Void) {
  var counts: [String: Int] = [:]
  var isFirst = true
  output(Array("[".utf8))
  _ = report.forEachFile { diagnostics, places in
    for diagnostic in diagnostics {
      let span = diagnostic.primary.span
      let words = diagnostic.message
      let key = "\(diagnostic.check.name)\n\(span.file.path)\n\(words)"
      let count = counts[key, default: 0]
      counts[key] = count + 1
      let extent = places.extent(of: span)
      let entry = OrderedJSON.object([
        ("description", .string(words)), ("check_name", .string(diagnostic.check.name)),
        ("fingerprint", .string(SHA256(of: "\(key)\n\(count)").hexadecimal)),
        ("severity", .string(severity(of: diagnostic.level))),
        (
          "location",
          .object([
            ("path", .string(span.file.path)),
            (
              "lines",
              .object([
                ("begin", .number(extent?.start.line ?? 1)),
                ("end", .number(extent?.end.line ?? 1)),
              ])
            ),
          ])
        ),
      ])
      output(Array((isFirst ? "\n" : ",\n").utf8) + entry.encoded().dropLast(while: { $0 == 10 }))
      isFirst = false
    }
  }
  output(Array("\n]\n".utf8))
}

private func severity(of level: Level) -> String {
  switch level {
  case .error: "critical"
  case .warning: "major"
  case .notice: "info"
  }
}

extension [UInt8] {
  fileprivate func dropLast(while isDropped: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let kept = lastIndex { !isDropped($0) }
    return self[..<(kept.map { $0 + 1 } ?? 0)]
  }
}
