/// The diagnostics of a run in the order in which they are shown, to be gone through file by file.
///
/// A run may have hundreds of thousands in as many files; the text of one file at a time is read.
struct DiagnosticReport {
  /// What of a check is not shown.
  struct LeftOut {
    let check: Check
    fileprivate(set) var level: Level
    fileprivate(set) var count = 0
    fileprivate(set) var files = 0
  }

  /// How many there are, whether they are shown or not.
  private(set) var summary: DiagnosticSummary
  /// In their order, each once.
  private let sorted: [Diagnostic]
  /// The bytes of each file that must not be shown, and the words that they hold.
  private let hidden: [SourceFile: [Range<Int>]]
  private let hiddenWords: HiddenWords
  private let sources: (SourceFile) -> SourceText?

  /// Sorts diagnostics; O(n log n).
  init(_ diagnostics: [Diagnostic], sources: @escaping (SourceFile) -> SourceText?) {
    var sorted = diagnostics
    sorted.sort()
    var kept = 0
    for place in sorted.indices where kept == 0 || sorted[place] != sorted[kept - 1] {
      sorted[kept] = sorted[place]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    let confidential = sorted.filter(\.check.isConfidential)
    hidden = Dictionary(grouping: confidential) { $0.primary.span.file }.mapValues {
      $0.map(\.primary.span.range)
    }
    hiddenWords = HiddenWords(
      Set(hidden.flatMap { file, ranges in sources(file).map { ranges.map($0.text(in:)) } ?? [] }))
    self.sorted = sorted
    self.sources = sources
    summary = DiagnosticSummary(sorted)
    // Two that differ in hidden words only are one when these are covered.
    if !hiddenWords.isEmpty { summary = DiagnosticSummary(told()) }
  }

  /// Every check that has something to say.
  var checks: Set<Check> { Set(sorted.lazy.map(\.check)) }

  /// Everything as it is told, what is left out of a file included.
  private func told() -> [Diagnostic] {
    var told: [Diagnostic] = []
    for file in files {
      let parts = AbridgedDiagnostics(file)
      told += shown(parts.shown).diagnostics + parts.leftOut
    }
    return told
  }

  /// Hands over what is shown of each file, in order, with the texts that it points into, and returns
  /// what is left out because more than `bound` of a check would be shown in all files together.
  func forEachFile(
    atMost bound: Int? = nil, _ show: ([Diagnostic], Places) -> Void
  ) -> [LeftOut] {
    var admission = Admission(bound: bound)
    for file in files {
      let parts = admission.admitted(of: AbridgedDiagnostics(file))
      guard !parts.shown.isEmpty else { continue }
      let (diagnostics, places) = shown(parts.shown)
      show((diagnostics + parts.counts).sorted(), places)
    }
    return admission.leftOut.values.sorted {
      $0.level != $1.level
        ? $0.level > $1.level : $0.check.name.precedesByBytes($1.check.name)
    }
  }

  /// The diagnostics of each file.
  private var files: some Sequence<ArraySlice<Diagnostic>> {
    sequence(state: sorted[...]) { rest in
      guard let file = rest.first?.primary.span.file else { return nil }
      let own = rest.prefix { $0.primary.span.file == file }
      rest = rest[own.endIndex...]
      return own
    }
  }

  /// Diagnostics of one file at the exact places of their words, with nothing in them that must not be
  /// shown.
  private func shown(_ diagnostics: [Diagnostic]) -> (diagnostics: [Diagnostic], places: Places) {
    let places = Places(of: diagnostics, hiding: hidden, sources: sources)
    let placed = redacted(diagnostics.map { $0.placed(places.text) }, hiding: hiddenWords)
    var seen: Set<Diagnostic> = []
    return (placed.filter { seen.insert($0).inserted }, places)
  }
}

/// How many diagnostics of each check may still be shown.
private struct Admission {
  let bound: Int?
  var shown: [Check: Int] = [:]
  var leftOut: [Check: DiagnosticReport.LeftOut] = [:]

  /// What of a file's diagnostics is shown; the rest is counted.
  mutating func admitted(of file: AbridgedDiagnostics) -> AbridgedDiagnostics {
    guard let bound else { return file }
    var file = file
    var refused: Set<Check> = []
    file.shown.removeAll { diagnostic in
      guard shown[diagnostic.check, default: 0] >= bound else {
        shown[diagnostic.check, default: 0] += 1
        return false
      }
      count(diagnostic, isFirstOfFile: refused.insert(diagnostic.check).inserted)
      return true
    }
    for diagnostic in file.leftOut where refused.contains(diagnostic.check) {
      count(diagnostic, isFirstOfFile: false)
    }
    file.counts.removeAll { refused.contains($0.check) }
    return file
  }

  private mutating func count(_ diagnostic: Diagnostic, isFirstOfFile: Bool) {
    let check = diagnostic.check
    var entry = leftOut[check] ?? .init(check: check, level: diagnostic.level)
    entry.level = max(entry.level, diagnostic.level)
    entry.count += 1
    if isFirstOfFile { entry.files += 1 }
    leftOut[check] = entry
  }
}

extension DiagnosticReport.LeftOut: CustomStringConvertible {
  /// `12,345 more of 'never-followed-up' in 855 files; 'findings check --only …' shows them`.
  var description: String {
    "\(count.grouped) more of '\(check.name)' in \(files.grouped) \(files == 1 ? "file" : "files"); "
      + "'findings check --only \(check.name)' shows \(count == 1 ? "it" : "them")"
  }
}

/// Diagnostics as every format shows them: in order, each once, at the exact places of their words, no more
/// than some of each check for a file, and with nothing in them that must not be shown; file by file.
///
/// Complexity: O(n log n), plus the size of the texts that they point into.
public func shownByFile(
  _ diagnostics: [Diagnostic], sources: @escaping (SourceFile) -> SourceText?
) -> [(file: SourceFile, diagnostics: [Diagnostic])] {
  var files: [(file: SourceFile, diagnostics: [Diagnostic])] = []
  _ = DiagnosticReport(diagnostics, sources: sources).forEachFile { diagnostics, _ in
    guard let file = diagnostics.first?.primary.span.file else { return }
    files.append((file, diagnostics))
  }
  return files
}
