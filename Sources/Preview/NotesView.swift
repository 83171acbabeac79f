import Diagnostics
import HTML
import Publisher
import Site
import Synchronization

/// What the preview says of a page, and the page that says everything, as HTML.
struct NotesView: Sendable {
  /// The project's folder, from which the paths of messages count.
  let root: String
  /// How places are opened; nil for no links.
  let editor: EditorLink?

  /// The list that was made last: who waits for a change asks for it again and again.
  private let last = LastList()

  init(root: String, editor: EditorLink?) {
    self.root = root
    self.editor = editor
  }

  /// How many findings a page shows of its own record, and the list of everything of one check.
  private static let most = 50

  /// Notes that nobody sees, on the page that lists everything.
  func hiddenBox(_ notes: PreviewNotes) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup("<details id=\"findings-preview\" data-notes=\"")
    buffer.number(notes.number)
    buffer.markup("\" hidden><summary></summary></details>\n")
    return buffer.bytes
  }

  /// The notes on a page of the site: what its own record is about, counts for the rest.
  func box(_ snapshot: Snapshot, page: String) -> [UInt8] {
    let notes = snapshot.notes
    let own = self.own(snapshot, page)
    let reservation = snapshot.site?.reservation(ofPage: page)
    let isOwnRefused = isRefused(own, strict: false)
    var buffer = HTMLBuffer()
    buffer.markup("<details id=\"findings-preview\" data-notes=\"")
    buffer.number(notes.number)
    buffer.markup("\" data-kind=\"")
    buffer.text(notes.isRefused ? "errors" : "notes")
    buffer.markup("\"")
    if isOwnRefused || notes.failure != nil || (notes.isRefused && snapshot.site == nil) {
      buffer.markup(" open")
    }
    let hasNothing =
      own.isEmpty && notes.findings.isEmpty && notes.failure == nil && reservation == nil
    if hasNothing { buffer.markup(" hidden") }
    buffer.markup("><summary>")
    buffer.text(title(notes, own: own, reservation))
    buffer.markup("</summary><div>\n")
    if let failure = notes.failure { pre(failure, into: &buffer) }
    write(own.prefix(Self.most), into: &buffer)
    let others = notes.findings.count - min(own.count, Self.most)
    if others > 0 {
      buffer.markup("<p><a href=\"/.findings-preview/\">")
      buffer.text(rest(notes, own: own, others: others))
      buffer.markup("</a></p>\n")
    }
    buffer.markup("</div></details>\n")
    return buffer.bytes
  }

  /// What is said of a page's own record: while the checks are at work, what reading it had to say.
  private func own(_ snapshot: Snapshot, _ page: String) -> [Diagnostic] {
    guard let path = snapshot.site?.file(ofPage: page) else { return [] }
    let known = snapshot.notes.findings(in: path)
    guard known.isEmpty, snapshot.notes.stage == .checking else { return known }
    return snapshot.site?.readingFindings(in: path) ?? []
  }

  /// Everything there is to say: counts by check, then the first of each.
  func list(_ notes: PreviewNotes) -> [UInt8] { last.list(of: notes, made: madeList) }

  private func madeList(_ notes: PreviewNotes) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup("<p>")
    buffer.text(notes.stage.words(notes.summary))
    buffer.markup("</p>\n")
    if let failure = notes.failure { pre(failure, into: &buffer) }
    let groups = Dictionary(grouping: notes.findings, by: \.check.name)
    let names = groups.keys.sorted { left, right in
      let levels = (groups[left]?.first?.level, groups[right]?.first?.level)
      return levels.0 == levels.1 ? left < right : (levels.0 ?? .notice) > (levels.1 ?? .notice)
    }
    if !names.isEmpty {
      buffer.markup("<table><thead><tr><th>Check<th>Level<th>Findings</thead><tbody>\n")
      for name in names {
        buffer.markup("<tr><td><a href=\"#")
        buffer.text(name)
        buffer.markup("\">")
        buffer.text(name)
        buffer.markup("</a><td>")
        buffer.text(groups[name]?.first?.level.rawValue ?? "")
        buffer.markup("<td>")
        buffer.text((groups[name]?.count ?? 0).grouped)
        buffer.markup("\n")
      }
      buffer.markup("</tbody></table>\n")
    }
    for name in names {
      let findings = groups[name] ?? []
      buffer.markup("<h2 id=\"")
      buffer.text(name)
      buffer.markup("\">")
      buffer.text(name)
      buffer.markup("</h2>\n")
      write(findings.prefix(Self.most), into: &buffer)
      if findings.count > Self.most {
        buffer.markup("<p>")
        buffer.text(
          "And \((findings.count - Self.most).grouped) more; 'findings check --only \(name)' shows all."
        )
        buffer.markup("</p>\n")
      }
    }
    return buffer.bytes
  }

  // MARK: - Parts

  private func write(_ findings: ArraySlice<Diagnostic>, into buffer: inout HTMLBuffer) {
    for finding in findings {
      let span = finding.primary.span
      let source = shownSource(of: span.file, root: root)
      let place = source?.position(at: span.start)
      if let editor, !span.file.isBuiltIn, source != nil {
        buffer.markup("<p><a href=\"")
        buffer.text(
          editor.address(
            of: absolute(span.file.path), line: place?.line ?? 1, column: place?.column ?? 1))
        buffer.markup("\">Open ")
        buffer.text(span.file.path + (place.map { ":\($0.line):\($0.column)" } ?? ""))
        buffer.markup("</a></p>\n")
      }
      let frame = terminalFrame(of: finding) { file in
        file == span.file ? source : shownSource(of: file, root: root)
      }
      pre(frame, into: &buffer)
    }
  }

  private func pre(_ text: String, into buffer: inout HTMLBuffer) {
    buffer.markup("<pre>")
    buffer.text(text)
    buffer.markup("</pre>\n")
  }

  private func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return "\((try? Disk.realPath(root)) ?? root)/\(path)"
  }

  private func title(
    _ notes: PreviewNotes, own: [Diagnostic], _ reservation: WorkspaceState.Reservation?
  ) -> String {
    var parts: [String] = []
    switch reservation {
    case .draft: parts.append("A draft: readers do not see this report.")
    case .waiting(let instant):
      parts.append("Waits for its release: readers do not see this report before \(instant).")
    case .withdrawn: parts.append("A withdrawn report.")
    case nil: break
    }
    if notes.failure != nil {
      parts.append("The preview cannot go on; what you see is older than the files.")
    } else if !own.isEmpty {
      parts.append("This page: \(DiagnosticSummary(own).counts).")
    } else if notes.isRefused {
      parts.append("Elsewhere: \(notes.summary).")
    } else if !notes.findings.isEmpty {
      parts.append("Nothing to mend on this page.")
    }
    if notes.isRefused, notes.failure == nil {
      parts.append("Nothing can be built until errors are mended.")
    }
    return parts.joined(separator: " ")
  }

  private func rest(_ notes: PreviewNotes, own: [Diagnostic], others: Int) -> String {
    let checking = notes.stage == .checking ? ", and the checks are still at work" : ""
    return own.isEmpty
      ? "All there is to say: \(notes.summary)\(checking)"
      : "\(others.grouped) more in the register\(checking)"
  }
}

extension PreviewNotes {
  /// What the machine would not do; nil where nothing failed.
  var failure: String? {
    if case .failed(let words) = stage { words } else { nil }
  }
}

extension PreviewNotes.Stage {
  /// How far the look has come, in a sentence.
  fileprivate func words(_ summary: DiagnosticSummary) -> String {
    switch self {
    case .building: "The register is being read."
    case .checking: "So far \(summary); the checks are still at work."
    case .complete: "In all \(summary)."
    case .failed: "The preview cannot go on until this is mended."
    }
  }
}

/// The list of everything as it was made last.
private final class LastList: Sendable {
  private let made = Mutex<(number: Int, list: [UInt8])?>(nil)

  /// The list of some notes; those that another one already asked for are not put into words again.
  func list(of notes: PreviewNotes, made make: (PreviewNotes) -> [UInt8]) -> [UInt8] {
    made.withLock { made in
      if let made, made.number == notes.number { return made.list }
      let list = make(notes)
      made = (notes.number, list)
      return list
    }
  }
}
