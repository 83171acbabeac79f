import Diagnostics

extension PublicChanges {
  /// The changes for people at a terminal.
  public var text: String {
    guard !isEmpty else { return "a reader would notice nothing\n" }
    var lines: [String] = []
    func list(_ heading: String, _ records: [Named]) {
      guard !records.isEmpty else { return }
      lines.append(heading)
      lines += records.map { "  \($0.name): \($0.title)" }
    }
    list("added", added)
    list("withdrawn", withdrawn)
    list("gone", removed)
    if !changed.isEmpty { lines.append("changed") }
    for change in changed {
      lines.append("  \(change.record.name): \(change.record.title)")
      lines += change.notes.map { "    said on \($0)" }
      if change.isUnsaid { lines.append("    no note says so") }
      lines += change.facts.map { "    \($0.sort.rawValue): \($0.words)" }
    }
    if !gone.isEmpty { lines.append("addresses that are gone") }
    return (lines + gone.map { "  \($0)" }).joined(separator: "\n") + "\n"
  }

  /// The changes as a summary in Markdown, for those who look at a change before it is public.
  public var markdown: String {
    guard !isEmpty else { return "A reader would notice nothing.\n" }
    var blocks = ["## What readers will notice"]
    func list(_ heading: String, _ records: [Named]) {
      guard !records.isEmpty else { return }
      blocks.append("### \(heading)")
      blocks.append(records.map { "- \(Self.line(of: $0))" }.joined(separator: "\n"))
    }
    list("Added", added)
    list("Withdrawn", withdrawn)
    list("Gone", removed)
    if !changed.isEmpty { blocks.append("### Changed") }
    for change in changed {
      var lines = ["- \(Self.line(of: change.record))"]
      lines += change.notes.map { "  - note of \(Self.escaped($0))" }
      if change.isUnsaid { lines.append("  - **no note says so**") }
      lines += change.facts.map { "  - \($0.sort.rawValue): \(Self.escaped($0.words))" }
      blocks.append(lines.joined(separator: "\n"))
    }
    if !gone.isEmpty {
      blocks.append("### Addresses that are gone")
      blocks.append(gone.map { "- `\($0.replacing("`", with: ""))`" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func line(of record: Named) -> String {
    "\(escaped(record.title)) (`\(record.name)`)"
  }

  /// A text that says in Markdown what it says by itself.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>()#+-!|~&@:".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// The changes for programs.
  public var json: [UInt8] {
    var json = JSONBuffer()
    json.object { file in
      file.member("version", "1.0")
      file.member("old", old)
      file.member("new", new)
      for (key, records) in [("added", added), ("removed", removed), ("withdrawn", withdrawn)] {
        file.key(key)
        file.array { list in for record in records { list.object { $0.write(record) } } }
      }
      file.key("changed")
      file.array { list in for change in changed { list.object { $0.write(change) } } }
      file.member("gone", gone)
    }
    json.newLine()
    return json.bytes
  }
}

extension PublicChanges.Changed {
  /// Whether it is a report that changed and does not say so.
  fileprivate var isUnsaid: Bool { notes.isEmpty && record.name.hasPrefix("reports/") }
}

extension JSONBuffer {
  fileprivate mutating func write(_ record: PublicChanges.Named) {
    member("record", record.name)
    member("title", record.title)
  }

  fileprivate mutating func write(_ change: PublicChanges.Changed) {
    write(change.record)
    member("notes", change.notes)
    key("facts")
    array { list in
      for fact in change.facts {
        list.object { entry in
          entry.member("fact", fact.name)
          entry.member("sort", fact.sort.rawValue)
          if let old = fact.old { entry.member("old", old) }
          if let new = fact.new { entry.member("new", new) }
        }
      }
    }
  }
}
