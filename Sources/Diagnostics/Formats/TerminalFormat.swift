/// Writes diagnostics for people: a headline, the lines it is about with marks under them, notes and help.
///
/// ```
/// error[unknown-grade]: 'outstandin' is not a grade of framework 'ofsted-cafcass-2009'
///   --> content/reports/far-south-west-2009.md:7:10
///    |
///  7 | overall: outstandin
///    |          ^^^^^^^^^^ not in the scale
///    = help: did you mean 'outstanding'?
/// ```
func writeTerminal(
  _ report: DiagnosticReport, atMost bound: Int?, colours: Bool, to output: ([UInt8]) -> Void
) {
  let leftOut = report.forEachFile(atMost: bound) { diagnostics, places in
    output(Array(TerminalFormat(places: places, colours: colours).text(of: diagnostics).utf8))
  }
  let format = TerminalFormat(
    places: Places(of: [], hiding: [:], sources: { _ in nil }), colours: colours)
  output(Array(format.closing(leftOut, report.summary).utf8))
}

/// One diagnostic as the terminal form shows it, without colours and without the line that counts.
public func terminalFrame(
  of diagnostic: Diagnostic, sources: @escaping (SourceFile) -> SourceText?
) -> String {
  var text = ""
  _ = DiagnosticReport([diagnostic], sources: sources).forEachFile(atMost: nil) {
    text += TerminalFormat(places: $1, colours: false).text(of: $0)
  }
  return text
}

/// Diagnostics of one file for people.
private struct TerminalFormat {
  let places: Places
  let colours: Bool

  /// What there is to say, with an empty line after each.
  func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { (lines($0) + ["", ""]).joined(separator: "\n") }.joined()
  }

  /// What is left out, a line a check, and the summary as the last line.
  func closing(_ leftOut: [DiagnosticReport.LeftOut], _ summary: DiagnosticSummary) -> String {
    let lines =
      leftOut.map { ("findings: \($0)", Optional($0.level)) }
      + [("findings: \(summary)", summary.highest)]
    return lines.map { text, level in
      paint(text, level.map { [.bold, colour(of: $0)] } ?? [.bold]) + "\n"
    }.joined()
  }

  private func lines(_ diagnostic: Diagnostic) -> [String] {
    let frames = self.frames(diagnostic)
    let width = frames.flatMap(\.lineNumbers).map { String($0).count }.max() ?? 1
    let margin = String(repeating: " ", count: width + 1)
    let colour = colour(of: diagnostic.level)

    let name = "\(diagnostic.level.rawValue)[\(diagnostic.check.name)]"
    var lines = [
      paint(name, [.bold, colour]) + paint(": \(visible(diagnostic.message))", [.bold])
    ]
    for (index, frame) in frames.enumerated() {
      lines.append(margin + paint(index == 0 ? "-->" : ":::", [.bold, .blue]) + " " + frame.title)
      if !frame.rows.isEmpty { lines.append(margin + paint(" |", [.bold, .blue])) }
      lines += frame.rows.map { print($0, width: width, colour: colour) }
    }
    let bullet = margin + paint(" =", [.bold, .blue]) + " "
    lines += diagnostic.notes.map { bullet + paint("note:", [.bold]) + " \(visible($0))" }
    if let help = diagnostic.help {
      lines.append(bullet + paint("help:", [.bold]) + " \(visible(help))")
    }
    return lines
  }

  /// One frame a file, the file of the primary label first.
  private func frames(_ diagnostic: Diagnostic) -> [CodeFrame] {
    let primary = diagnostic.primary.span.file
    var files = [primary]
    for label in diagnostic.secondary where !files.contains(label.span.file) {
      files.append(label.span.file)
    }
    return files.map { file in
      var labels = diagnostic.secondary.filter { $0.span.file == file }
        .sorted { $0.span.start < $1.span.start }
        .map { CodeFrame.Mark(span: $0.span, text: $0.text, isPrimary: false) }
      if file == primary {
        let label = diagnostic.primary
        labels.insert(.init(span: label.span, text: label.text, isPrimary: true), at: 0)
      }
      return CodeFrame(
        file: file, text: places.text(of: file), marks: labels, hidden: places.hidden(in: file))
    }
  }

  private func print(_ row: CodeFrame.Row, width: Int, colour: Style) -> String {
    switch row {
    case .source(let number, let text):
      let digits = String(number)
      let gutter = String(repeating: " ", count: width + 1 - digits.count) + digits + " |"
      return paint(gutter, [.bold, .blue]) + (text.isEmpty ? "" : " " + text)
    case .gap:
      return paint(" ...", [.bold, .blue])
    case .mark(let indent, let marks, let text, let isPrimary):
      let gutter = String(repeating: " ", count: width + 2) + "|"
      let words = text.isEmpty ? marks : marks + " " + visible(text)
      return paint(gutter, [.bold, .blue]) + String(repeating: " ", count: indent + 1)
        + paint(words, [.bold, isPrimary ? colour : .blue])
    }
  }

  // MARK: - Colours

  private enum Style: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
  }

  private func colour(of level: Level) -> Style {
    switch level {
    case .notice: .cyan
    case .warning: .yellow
    case .error: .red
    }
  }

  private func paint(_ text: String, _ styles: [Style]) -> String {
    guard colours else { return text }
    return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
