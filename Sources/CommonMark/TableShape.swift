import Diagnostics

extension CommonMarkChecks {
  /// Rows and tables that do not fit together.
  static let tableShape = Check(
    "table-shape", .structure, .warning,
    summary: "Every row of a table fits its header, and every table is one.",
    explanation: """
      Looks at rows with more cells than the header has, at text straight after a table, which \
      becomes a row of it, and at lines with bars that are no table, because the row of dashes is \
      missing or has not as many columns as the header, or because a blank line parts them from it. Other programs leave out the cells that have \
      no column; here they are shown in the last one, bars and all.

          | Grade | Number |
          | --- | --- |
          | Good | 4 | two of them new |

      Write a heading for the third column, or `\\|` for a bar that is text, in code too.

      Source: GitHub Flavored Markdown 0.29, "Tables (extension)".
      """)
}

extension BodyRenderer {
  /// Reports a row that has more cells than its table, or that is no row.
  mutating func checkShape(of row: PipeTable.Row) {
    let header = rowSpan(prepared.rows[prepared.tables[row.table].rows.lowerBound])
    let columns = prepared.tables[row.table].columns.count
    if !row.surplus.isEmpty {
      report(
        CommonMarkChecks.tableShape, "'\(shown(row.surplus))' has no column",
        at: Diagnostic.Label(Span(file, row.surplus), "shown in the last column"),
        secondary: [Diagnostic.Label(header, "\(columns) columns")],
        help: "add a heading for it, or write '\\|' for a '|' that is text, in code too")
    } else if row.isText {
      report(
        CommonMarkChecks.tableShape,
        "'\(shown(row.start..<row.end))' stands straight after a table and became a row of it",
        at: Diagnostic.Label(rowSpan(row)),
        help: "put a blank line between the table and the text")
    }
  }

  /// Reports bars in a paragraph that were to be a table.
  mutating func checkBars(in paragraph: Range<Int>) {
    let misfit = prepared.misfits.first { paragraph.contains($0.delimiter.lowerBound) }
    if let misfit {
      report(
        CommonMarkChecks.tableShape,
        "'\(shown(misfit.delimiter))' has \(Self.columns(misfit.columns.own)), "
          + "the line above \(misfit.columns.header)",
        at: Diagnostic.Label(Span(file, misfit.delimiter), "so this is no table"),
        help: "write as many '---' between bars as the header has columns")
      return
    }
    guard prepared.tooWide.isEmpty else { return }
    let lines = prepared.source[paragraph].split(separator: UInt8(ascii: "\n"))
    let bars = lines.filter { $0.drop(while: \.isBlank).first == UInt8(ascii: "|") }
    guard let first = bars.first else { return }
    if let table = tableAbove(first.startIndex..<first.endIndex) {
      return report(
        CommonMarkChecks.tableShape,
        "'\(shown(first.startIndex..<first.endIndex))' is no row, for a blank line parts it from its table",
        at: Diagnostic.Label(Span(file, first.startIndex..<first.endIndex), "shown as text"),
        secondary: [Diagnostic.Label(rowSpan(prepared.rows[table.rows.lowerBound]), "the table")],
        help: "take out the blank line above it")
    }
    guard bars.count > 1 else { return }
    let cells = TableSyntax.cells(first.startIndex..<first.endIndex, in: prepared.source).cells
    let row = String(repeating: "| --- ", count: min(max(1, cells.count), 9)) + "|"
    report(
      CommonMarkChecks.tableShape,
      "'\(shown(first.startIndex..<first.endIndex))' is no header of a table, for no row of dashes follows",
      at: Diagnostic.Label(Span(file, first.startIndex..<first.endIndex), "shown as text"),
      help: "write '\(row)' below it")
  }

  /// The table that ends above a line, with nothing but blank lines between, and has as many columns.
  private func tableAbove(_ line: Range<Int>) -> PipeTable? {
    var (low, high) = (0, prepared.tables.count)
    while low < high {
      let middle = (low + high) / 2
      if prepared.tables[middle].delimiter.upperBound <= line.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, let last = prepared.rows[prepared.tables[low - 1].rows].last else { return nil }
    let table = prepared.tables[low - 1]
    let end = max(last.end, table.delimiter.upperBound)
    let cells = TableSyntax.cells(line, in: prepared.source).cells
    guard cells.count == table.columns.count, end <= line.lowerBound,
      prepared.source[end..<line.lowerBound].allSatisfy(\.isSpace)
    else { return nil }
    return table
  }

  private func rowSpan(_ row: PipeTable.Row) -> Span { Span(file, row.start..<row.end) }

  private static func columns(_ count: Int) -> String {
    count == 1 ? "1 column" : "\(count) columns"
  }

  /// Some bytes of the source for a message, no longer than a line.
  func shown(_ range: Range<Int>) -> String {
    let text = String(decoding: prepared.source[range], as: UTF8.self)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}
