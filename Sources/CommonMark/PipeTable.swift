import Diagnostics

/// A table as its bytes tell before cmark has seen them.
struct PipeTable {
  /// How the text of a column stands.
  enum Alignment {
    case none, left, center, right
  }

  /// A line of a table, without the delimiter row.
  struct Row {
    /// The index of the table it belongs to.
    let table: Int
    /// The line, from 0.
    let line: Int
    /// Where the line's own text starts, after spaces and the markers of quotes and lists.
    let start: Int
    /// Where the line's text ends.
    let end: Int
    /// The bytes of each cell without the spaces around it, no more than the table has columns; what
    /// is typed beyond these is part of the last.
    let cells: [Range<Int>]
    /// What is typed beyond the columns of the table; empty where nothing is.
    var surplus = 0..<0
    /// Whether the line has no `|` at all: most likely text, and the blank line before it is missing.
    var isText = false
  }

  /// A column.
  struct Column {
    /// What its delimiter cell asks for.
    let alignment: Alignment
    /// Whether every cell of the body that is not empty is a number.
    var isNumeric = false
  }

  /// The line of the header row, from 0; the delimiter row follows.
  let headerLine: Int
  /// Its columns.
  var columns: [Column]
  /// The indexes of its rows, header first, in ``TableSyntax/rows``.
  var rows: Range<Int>
  /// Whether the cells of the first column name their rows: each has a text of its own that is
  /// not a number, and there are other columns.
  var namesRows = false
  /// The offset of the delimiter row's own text, and its end.
  let delimiter: Range<Int>
}

/// Finds what has the form of a pipe table, wherever it stands.
///
/// Whether it stands in code is known only to cmark; what does is put back later.
/// Source: GitHub Flavored Markdown 0.29, "Tables (extension)".
struct TableSyntax {
  /// In order of place.
  private(set) var tables: [PipeTable] = []
  /// The rows of all tables in order.
  private(set) var rows: [PipeTable.Row] = []
  /// The header line of what has too many columns to be shown as a table.
  private(set) var tooWide: [Int] = []
  /// Delimiter rows that have not as many columns as the line above.
  private(set) var misfits: [Misfit] = []

  /// A delimiter row that fits no header, so that there is no table.
  struct Misfit {
    /// Its own text.
    let delimiter: Range<Int>
    /// How many columns it has, and how many the line above.
    let columns: (own: Int, header: Int)
  }

  /// Looks at the lines with a `|` that `scan` has found; O(n).
  init(_ scan: BodyScan, in bytes: [UInt8]) {
    var nextFree = 0
    for line in scan.pipeLines where line >= max(1, nextFree + 1) {
      guard let table = table(delimitedBy: line, scan, bytes) else { continue }
      nextFree = table
    }
  }

  /// Reads the table whose delimiter row is `line` and answers with the line after it.
  private mutating func table(delimitedBy line: Int, _ scan: BodyScan, _ bytes: [UInt8]) -> Int? {
    let content = scan.line(line, in: bytes)
    let prefix = LinePrefix(of: content, in: bytes, listMarkers: false)
    let delimiter = prefix.end..<content.upperBound
    guard let alignments = Self.alignments(delimiter, in: bytes) else { return nil }
    let header = scan.line(line - 1, in: bytes)
    let headerPrefix = LinePrefix(of: header, in: bytes, listMarkers: true)
    guard headerPrefix.end < header.upperBound, headerPrefix.quotes == prefix.quotes,
      headerPrefix.markers == 0 || prefix.column >= headerPrefix.column,
      !Self.startsBlock(headerPrefix.end..<header.upperBound, in: bytes)
    else { return nil }
    let names = Self.cells(headerPrefix.end..<header.upperBound, in: bytes).cells
    guard names.count == alignments.count else {
      misfits.append(
        Misfit(delimiter: delimiter, columns: (own: alignments.count, header: names.count)))
      return nil
    }
    guard names.count <= Limits.tableColumns else {
      tooWide.append(line - 1)
      return nil
    }
    let firstRow = rows.count
    let index = tables.count
    rows.append(
      PipeTable.Row(
        table: index, line: line - 1, start: headerPrefix.end, end: header.upperBound, cells: names)
    )
    var next = line + 1
    while next < scan.lineStarts.count,
      let row = bodyRow(next, of: index, quotes: prefix.quotes, alignments.count, scan, bytes)
    {
      rows.append(row)
      next += 1
    }
    var table = PipeTable(
      headerLine: line - 1, columns: alignments.map { PipeTable.Column(alignment: $0) },
      rows: firstRow..<rows.count, delimiter: delimiter)
    describe(&table, bytes)
    tables.append(table)
    return next
  }

  private func bodyRow(
    _ line: Int, of table: Int, quotes: Int, _ columns: Int, _ scan: BodyScan, _ bytes: [UInt8]
  ) -> PipeTable.Row? {
    let content = scan.line(line, in: bytes)
    var start = content.lowerBound
    var quotesLeft = quotes
    while start < content.upperBound {
      if bytes[start] == UInt8(ascii: ">"), quotesLeft > 0 {
        quotesLeft -= 1
      } else if !bytes[start].isBlank {
        break
      }
      start += 1
    }
    guard start < content.upperBound, quotesLeft == 0,
      !Self.startsBlock(start..<content.upperBound, in: bytes)
    else { return nil }
    let text = start..<content.upperBound
    var (cells, surplus) = Self.cells(text, in: bytes, most: columns)
    if !surplus.isEmpty, let last = cells.last {
      cells[cells.count - 1] = (last.isEmpty ? surplus : last).lowerBound..<surplus.upperBound
    }
    let isText = columns > 1 && bytes.firstPlace(of: UInt8(ascii: "|"), in: text) == nil
    return PipeTable.Row(
      table: table, line: line, start: start, end: content.upperBound, cells: cells,
      surplus: surplus, isText: isText)
  }

  /// Finds out which columns hold numbers and whether the first names the rows.
  private func describe(_ table: inout PipeTable, _ bytes: [UInt8]) {
    let body = rows[table.rows.dropFirst()]
    guard !body.isEmpty else { return }
    var numbers = [Int](repeating: 0, count: table.columns.count)
    var others = numbers
    var names: Set<ArraySlice<UInt8>> = []
    for row in body {
      for (column, cell) in row.cells.enumerated() {
        switch CellContent(bytes[cell]) {
        case .number: numbers[column] += 1
        case .text: others[column] += 1
        case .nothing: break
        }
      }
      if let first = row.cells.first, !first.isEmpty { names.insert(bytes[first]) }
    }
    for column in table.columns.indices {
      table.columns[column].isNumeric = numbers[column] > 0 && others[column] == 0
    }
    table.namesRows =
      table.columns.count > 1 && names.count == body.count && others[0] == body.count
  }
}

/// What a cell of a table holds.
private enum CellContent {
  case number, text, nothing

  /// A number has digits and beyond them only signs, separators, a currency or a per cent sign.
  ///
  /// A dash, `n/a` and an empty cell are nothing. Emphasis and citations do not count.
  init(_ bytes: ArraySlice<UInt8>) {
    var digits = 0
    var others = 0
    var isCitation = false
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == UInt8(ascii: "["), byte == UInt8(ascii: "^") {
        isCitation = true
        others -= 1
      }
      defer { previous = byte }
      if isCitation {
        if byte == UInt8(ascii: "]") { isCitation = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: " "), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ","): break
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "%"): break
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "$"): break
      // The bytes of £, €, the dashes, the minus sign and the narrow spaces.
      case 0xC2, 0xA3, 0xA0, 0xE2, 0x80, 0x82, 0xAC, 0x88, 0x92, 0x93, 0x94, 0xAF, 0x89: break
      default: others += 1
      }
    }
    let isAbsent = bytes.count == 3 && bytes.elementsEqual("n/a".utf8)
    if others > 0, !isAbsent {
      self = .text
    } else {
      self = digits > 0 ? .number : .nothing
    }
  }
}
