/// The lines of one file that a diagnostic is about, with marks under them.
struct CodeFrame {
  /// Bytes to underline and what to say beside them.
  struct Mark {
    let span: Span
    let text: String
    let isPrimary: Bool
  }

  /// One printed row.
  enum Row {
    /// A line of the file.
    case source(number: Int, text: String)
    /// Lines that are left out.
    case gap
    /// An underline, `indent` columns in, and its words.
    case mark(indent: Int, marks: String, text: String, isPrimary: Bool)
  }

  /// The path, with line and column of the first mark where the file can be shown.
  let title: String
  let rows: [Row]

  /// The numbers of the lines that are shown.
  var lineNumbers: [Int] {
    rows.compactMap { row in
      if case .source(let number, _) = row { number } else { nil }
    }
  }

  /// How many lines of a long place are shown before its middle is left out.
  private static let longestPlace = 4

  init(file: SourceFile, text: SourceText?, marks: [Mark], hidden: [Range<Int>]) {
    guard let text, let first = marks.first else {
      title = visible(file.path)
      rows = []
      return
    }
    let position = text.position(at: first.span.start)
    title = "\(visible(file.path)):\(position.line):\(position.column)"
    // Nothing of an empty file can be shown.
    guard !text.bytes.isEmpty else {
      rows = []
      return
    }
    rows = Self.rows(text, marks, hidden)
  }

  private static func rows(
    _ text: SourceText, _ marks: [Mark], _ hidden: [Range<Int>]
  ) -> [Row] {
    var rows: [Row] = []
    var last: Int?
    for line in lines(text, marks) {
      if let last, line > last + 2 { rows.append(.gap) }
      if let last, line == last + 2 { rows += self.rows(text, line: last + 1, [], hidden) }
      rows += self.rows(text, line: line, marks, hidden)
      last = line
    }
    return rows
  }

  /// The lines to show: all of a short place, the first and the last of a long one.
  private static func lines(_ text: SourceText, _ marks: [Mark]) -> [Int] {
    var lines: Set<Int> = []
    for mark in marks {
      let (first, last) = extent(of: mark, text)
      if last - first < longestPlace {
        lines.formUnion(first...last)
      } else {
        lines.formUnion([first, last])
      }
    }
    return lines.sorted()
  }

  private static func extent(of mark: Mark, _ text: SourceText) -> (first: Int, last: Int) {
    let first = text.lines.line(at: mark.span.start)
    let last = text.lines.line(at: max(mark.span.start, mark.span.end - 1))
    return (first, last)
  }

  private static func rows(
    _ text: SourceText, line number: Int, _ marks: [Mark], _ hidden: [Range<Int>]
  ) -> [Row] {
    var line = text.lines.range(ofLine: number, in: text.bytes)
    if number == 1, text.bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) {
      line = line.lowerBound + 3..<line.upperBound
    }
    let parts = marks.compactMap { part(of: $0, on: number, line, text) }
    let code = CodeLine(
      text.bytes, line, focus: parts.first?.bytes.lowerBound, hidden: hidden)
    return [.source(number: number, text: code.text)]
      + parts.map { part in
        let columns = code.columns(of: part.bytes)
        let sign = part.isPrimary ? "^" : "-"
        return .mark(
          indent: columns.lowerBound, marks: String(repeating: sign, count: columns.count),
          text: part.text, isPrimary: part.isPrimary)
      }
  }

  /// What of a mark lies on one line; its words stand under its last line.
  private static func part(
    of mark: Mark, on number: Int, _ line: Range<Int>, _ text: SourceText
  ) -> (bytes: Range<Int>, text: String, isPrimary: Bool)? {
    let (first, last) = extent(of: mark, text)
    guard (first...last).contains(number) else { return nil }
    var start = line.lowerBound
    if number == first { start = min(max(mark.span.start, start), line.upperBound) }
    let end = number == last ? max(start, min(mark.span.end, line.upperBound)) : line.upperBound
    if number > first {
      while start < end, [0x20, 0x09].contains(text.bytes[start]) { start += 1 }
      if start == end { return nil }
    }
    return (start..<max(start, end), number == last ? mark.text : "", mark.isPrimary)
  }
}
