/// The texts that some diagnostics point into, to turn bytes into lines and columns.
struct Places {
  /// Where a span begins and ends, for people.
  struct Extent {
    let start: LineIndex.Position
    let end: LineIndex.Position
  }

  private let texts: [SourceFile: SourceText]
  /// The bytes of each file that must not be shown.
  private let hidden: [SourceFile: [Range<Int>]]

  /// Finds the texts of what is shown; `hidden` are the bytes of each file that must not be.
  init(
    of diagnostics: [Diagnostic], hiding hidden: [SourceFile: [Range<Int>]],
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
    self.hidden = hidden
  }

  /// The bytes of a file that must not be shown.
  func hidden(in file: SourceFile) -> [Range<Int>] { hidden[file] ?? [] }

  func text(of file: SourceFile) -> SourceText? { texts[file] }

  func extent(of span: Span) -> Extent? {
    guard let text = texts[span.file] else { return nil }
    return Extent(start: text.position(at: span.start), end: text.position(at: span.end))
  }
}
