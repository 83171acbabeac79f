/// A body as cmark is to read it, with the way back to the bytes its author wrote.
///
/// Plain cmark knows neither footnotes nor tables. Where a body has the form of one, a copy of the
/// text is made in which cmark finds, in their place, blocks that it does know:
/// - a citation becomes a ``Mark`` with its index;
/// - a definition becomes an item of a `+` list, whose first line is a marked heading;
/// - a row of a table becomes a run of marked level-1 headings, one a cell. Headings need no blank
///   line around them, so lists stay tight, and hold one line of inline text each, as cells do.
///
/// All of this holds in code too, where the copy is wrong; ``SourceRestoring`` puts that back.
/// A body without footnotes and tables is parsed from its own bytes.
struct PreparedBody {
  /// The whole file.
  let source: [UInt8]
  /// The same with no mark of ours in it, at the same places.
  let readable: [UInt8]
  /// The bytes of the body in it.
  let range: Range<Int>
  /// Its lines, and where extensions may stand.
  let scan: BodyScan
  /// The citations whose index the marks carry.
  let citations: [CitationMark]
  /// The definitions whose index the marks carry.
  let definitions: [DefinitionMark]
  /// The tables.
  let tables: [PipeTable]
  /// The rows whose index the marks carry.
  let rows: [PipeTable.Row]
  /// The header lines of tables that are too wide to be shown.
  let tooWide: [Int]
  /// Delimiter rows that fit no header.
  let misfits: [TableSyntax.Misfit]
  /// The copy for cmark; nil where the body can be parsed as it stands.
  private(set) var copy: [UInt8]?
  /// For each line of the copy, the line of the source it came from, from 0.
  private var sourceLines: [Int32] = []
  /// The lines of the copy, from 1, at which a definition or a row of a table starts.
  private var markedLines: [Int] = []
  private var nextCitation = 0

  /// Reads the lines of `range` and makes the copy if there is need; O(n).
  ///
  /// `readable` is the text without marks where the caller has put in some of its own.
  init(
    _ source: [UInt8], _ range: Range<Int>, extensions: Bool, readable: [UInt8]? = nil
  ) {
    // cmark passes over a byte-order mark too, but then counts columns after it.
    let hasOrderMark = extensions && source[range].starts(with: [0xEF, 0xBB, 0xBF])
    let range = hasOrderMark ? range.lowerBound + 3..<range.upperBound : range
    self.source = source
    self.readable = readable ?? Mark.removed(from: source, range) ?? source
    self.range = range
    scan = BodyScan(source, in: range, extensions: extensions)
    guard extensions, !scan.carets.isEmpty || !scan.pipeLines.isEmpty else {
      (citations, definitions, tables, rows, tooWide, misfits) = ([], [], [], [], [], [])
      return
    }
    let footnotes = FootnoteSyntax(scan, in: source, upTo: range.upperBound)
    let pipes = TableSyntax(scan, in: source)
    citations = footnotes.citations
    definitions = footnotes.definitions
    tables = pipes.tables
    rows = pipes.rows
    tooWide = pipes.tooWide
    misfits = pipes.misfits
    guard !citations.isEmpty || !definitions.isEmpty || !tables.isEmpty else { return }
    makeCopy()
  }

  /// Whether the text for cmark holds marks.
  var hasMarks: Bool { copy != nil }

  /// The line of the source, from 0, that a line of the parsed text, from 1, came from.
  func sourceLine(_ line: Int) -> Int {
    let last = (hasMarks ? sourceLines.count : scan.lineStarts.count) - 1
    let index = max(0, min(line - 1, last))
    return hasMarks ? Int(sourceLines[index]) : index
  }

  /// The bytes of the source from one line of the parsed text to another, both from 1.
  func sourceRange(startLine: Int, column: Int, endLine: Int) -> Range<Int> {
    let first = scan.line(sourceLine(startLine), in: source)
    let last = scan.line(sourceLine(max(startLine, endLine)), in: source)
    let start = min(first.lowerBound + max(0, column - 1), first.upperBound)
    var end = max(start, last.upperBound)
    while end > start, source[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  /// The end of the delimiter row where `end` is that of a table's header, else `end`; O(log n).
  func withDelimiter(_ end: Int) -> Int {
    var low = 0
    var high = tables.count
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].delimiter.lowerBound < end { low = middle + 1 } else { high = middle }
    }
    guard low < tables.count, rows[tables[low].rows.lowerBound].end == end else { return end }
    return tables[low].delimiter.upperBound
  }

  /// Whether a definition or a row of a table starts in these lines of the parsed text, from 1.
  func isMarked(from first: Int, to last: Int) -> Bool {
    var low = 0
    var high = markedLines.count
    while low < high {
      let middle = (low + high) / 2
      if markedLines[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < markedLines.count && markedLines[low] <= last
  }

  private mutating func makeCopy() {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count + range.count / 4)
    sourceLines.reserveCapacity(scan.lineStarts.count + definitions.count + rows.count * 4)
    var definition = 0
    var row = 0
    var line = 0
    while line < scan.lineStarts.count {
      if row < rows.count, rows[row].line == line {
        append(row: row, to: &copy)
        // The delimiter row, after the header, has no place of its own in the copy.
        line += isHeader(row) ? 2 : 1
        row += 1
      } else if definition < definitions.count, definitions[definition].line == line {
        append(definition: definition, to: &copy)
        definition += 1
        line += 1
      } else {
        let next = line + 1 < scan.lineStarts.count ? scan.lineStarts[line + 1] : range.upperBound
        append(scan.lineStarts[line]..<next, to: &copy)
        sourceLines.append(Int32(line))
        line += 1
      }
    }
    self.copy = copy
  }

  private func isHeader(_ row: Int) -> Bool { tables[rows[row].table].headerLine == rows[row].line }

  /// Appends bytes of the source with marks for the citations among them.
  private mutating func append(
    _ bytes: Range<Int>, unescapingPipes: Bool = false, to copy: inout [UInt8]
  ) {
    var start = bytes.lowerBound
    while nextCitation < citations.count, citations[nextCitation].range.lowerBound < start {
      nextCitation += 1
    }
    while nextCitation < citations.count,
      citations[nextCitation].range.upperBound <= bytes.upperBound
    {
      let citation = citations[nextCitation].range
      appendPlain(start..<citation.lowerBound, unescapingPipes: unescapingPipes, to: &copy)
      copy.append(UInt8(ascii: "^"))
      Mark.citation.append(to: &copy, index: nextCitation)
      copy.append(UInt8(ascii: "^"))
      start = citation.upperBound
      nextCitation += 1
    }
    appendPlain(start..<bytes.upperBound, unescapingPipes: unescapingPipes, to: &copy)
  }

  private func appendPlain(_ bytes: Range<Int>, unescapingPipes: Bool, to copy: inout [UInt8]) {
    guard unescapingPipes else {
      copy.append(contentsOf: readable[bytes])
      return
    }
    for index in bytes {
      let isEscape =
        readable[index] == UInt8(ascii: "\\") && index + 1 < bytes.upperBound
        && readable[index + 1] == UInt8(ascii: "|")
      if !isEscape { copy.append(readable[index]) }
    }
  }

  private mutating func append(row index: Int, to copy: inout [UInt8]) {
    let row = rows[index]
    markedLines.append(sourceLines.count + 1)
    for cell in row.cells.isEmpty ? [row.end..<row.end] : row.cells {
      let isFirst = cell.lowerBound == row.cells.first?.lowerBound || row.cells.isEmpty
      appendPrefix(of: row.line, upTo: row.start, blank: !isFirst, to: &copy)
      copy.append(contentsOf: "# ".utf8)
      if isFirst {
        Mark.row.append(to: &copy, index: index)
      } else {
        Mark.cell.append(to: &copy)
      }
      copy.append(UInt8(ascii: " "))
      append(cell, unescapingPipes: true, to: &copy)
      copy.append(UInt8(ascii: " "))
      Mark.cellEnd.append(to: &copy)
      copy.append(UInt8(ascii: "\n"))
      sourceLines.append(Int32(row.line))
    }
  }

  private mutating func append(definition index: Int, to copy: inout [UInt8]) {
    let definition = definitions[index]
    markedLines.append(sourceLines.count + 1)
    appendPrefix(of: definition.line, upTo: definition.start, blank: false, to: &copy)
    // The text of a note starts four columns in, wherever its label stands.
    let indent = definition.column < 4 ? max(1, 3 - definition.column) : 3
    copy.append(UInt8(ascii: "+"))
    copy.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    copy.append(contentsOf: "# ".utf8)
    Mark.definition.append(to: &copy, index: index)
    copy.append(UInt8(ascii: "\n"))
    sourceLines.append(Int32(definition.line))
    let text = definition.textStart..<scan.line(definition.line, in: source).upperBound
    guard !text.isEmpty else { return }
    appendPrefix(of: definition.line, upTo: definition.start, blank: true, to: &copy)
    copy.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 1))
    append(text, to: &copy)
    copy.append(UInt8(ascii: "\n"))
    sourceLines.append(Int32(definition.line))
  }

  /// Appends what stands before a line's text; `blank` writes spaces for the markers of lists.
  private func appendPrefix(of line: Int, upTo end: Int, blank: Bool, to copy: inout [UInt8]) {
    for byte in readable[scan.lineStarts[line]..<end] {
      let isKept = !blank || byte.isBlank || byte == UInt8(ascii: ">")
      copy.append(isKept ? byte : UInt8(ascii: " "))
    }
  }
}
