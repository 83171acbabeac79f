import Diagnostics

extension CommonMarkChecks {
  /// Header cells without text.
  static let tableHeader = Check(
    "table-header", .accessibility, .warning,
    summary: "Every column of a table has a heading.",
    explanation: """
      Looks at the header row of each table. A screen reader says the heading of its column before \
      each cell; a column without one is a row of loose figures. Only the first cell, above the \
      names of the rows, may stay empty.

          | Grade | |
          | --- | --: |
          | Good | 12 |

      Write `| Grade | Reports |`.

      Source: WCAG 2.2, success criterion 1.3.1.
      """)
}

/// A table that is being written.
struct OpenTable {
  /// Its index among the tables of the body.
  let index: Int
  /// The index of its current row.
  var row: Int
  /// The column of the cell that the walk is in.
  var column = 0
}

/// Tables, out of the marked headings that stand for their cells.
///
/// A table is a `<table>` in a frame that scrolls sideways and can be reached by keyboard. Columns
/// of numbers are marked as such; the first column holds row headings where it names the rows.
extension BodyRenderer {
  /// Starts a table's caption if a paragraph is one: `Table: …` straight before a table.
  mutating func openCaption(_ paragraph: TreeNode) -> Bool {
    guard prepared.hasMarks, let first = paragraph.firstChild, first.kind == .text,
      first.literal.starts(with: "Table:"), let next = paragraph.next, next.kind == .heading,
      let mark = next.firstChild.flatMap({ Mark.leading($0.literal) }), mark.mark == .row,
      isHeader(mark.index)
    else { return false }
    writeNumberAlone()
    hiddenPrefix = 6
    while first.literal[hiddenPrefix].isBlank { hiddenPrefix += 1 }
    openTable(prepared.rows[mark.index].table, hasCaption: true)
    isInCaption = true
    return true
  }

  mutating func closeCaption() {
    isInCaption = false
    output.markup("</caption>\n")
  }

  /// Enters the first cell of a row.
  mutating func enterRow(_ node: TreeNode, _ index: Int, _ walk: inout TreeWalk) {
    let row = prepared.rows[index]
    if isHeader(index) {
      if table?.index != row.table { openTable(row.table, hasCaption: false) }
      table?.row = index
      output.markup("<thead>\n<tr>\n")
    } else if table?.index == row.table {
      table?.row = index
      table?.column = 0
      output.markup("<tr>\n")
    } else {
      return strayRow(row, node, &walk)
    }
    checkShape(of: row)
    openCell(node)
  }

  mutating func enterCell(_ node: TreeNode) {
    table?.column += 1
    openCell(node)
  }

  /// Ends a cell, and the row and the table with it if nothing of them follows.
  mutating func leaveCell(_ node: TreeNode) {
    guard let open = table else { return }
    closeCell(open)
    let next = node.next
    let mark = next?.kind == .heading ? next?.firstChild.flatMap { Mark.leading($0.literal) } : nil
    if mark?.mark == .cell { return }
    output.endPlainLine()
    addCells(open)
    output.markup("</tr>\n")
    let isHead = isHeader(open.row)
    if isHead { output.markup("</thead>\n") }
    if let mark, mark.mark == .row, !isHeader(mark.index),
      prepared.rows[mark.index].table == open.index
    {
      if isHead { output.markup("<tbody>\n") }
      return
    }
    if !isHead { output.markup("</tbody>\n") }
    output.markup("</table>\n</div>\n")
    table = nil
  }

  private func isHeader(_ row: Int) -> Bool {
    let row = prepared.rows[row]
    return prepared.tables[row.table].headerLine == row.line
  }

  private mutating func openTable(_ index: Int, hasCaption: Bool) {
    let firstRow = prepared.tables[index].rows.lowerBound
    table = OpenTable(index: index, row: firstRow)
    tableCount += 1
    output.startLine()
    output.markup("<div class=\"table-frame\" role=\"region\" tabindex=\"0\" ")
    guard hasCaption else {
      output.markup("aria-label=\"")
      output.escaped(options.words.table.utf8)
      output.markup(" ")
      output.number(tableCount)
      output.markup("\">\n<table>\n")
      return
    }
    let id = slugs.unique("table-\(tableCount)")
    output.markup("aria-labelledby=\"")
    output.escaped(id.utf8)
    output.markup("\">\n<table>\n<caption id=\"")
    output.escaped(id.utf8)
    output.markup("\">")
  }

  private mutating func openCell(_ node: TreeNode) {
    guard let table else { return }
    let row = prepared.rows[table.row]
    let cell = table.column < row.cells.count ? row.cells[table.column] : row.end..<row.end
    leaf = node
    search = SourceSearch(cell)
    let isHead = isHeader(table.row)
    if isHead, cell.isEmpty { checkHeader(table, row) }
    let isHeadCell = isHead && !(cell.isEmpty && table.column == 0)
    if isHeadCell {
      output.markup("<th scope=\"col\"")
    } else if !isHead, table.column == 0, prepared.tables[table.index].namesRows {
      output.markup("<th scope=\"row\"")
    } else {
      output.markup("<td")
    }
    columnClasses(table)
    output.markup(">")
  }

  private mutating func closeCell(_ table: OpenTable) {
    let row = prepared.rows[table.row]
    let isHead = isHeader(table.row)
    let isEmptyCorner = table.column == 0 && (row.cells.first?.isEmpty ?? true)
    let isRowName = table.column == 0 && prepared.tables[table.index].namesRows
    output.markup((isHead && !isEmptyCorner) || (!isHead && isRowName) ? "</th>\n" : "</td>\n")
    output.plain.append(UInt8(ascii: " "))
  }

  /// Adds the cells that a row leaves out.
  private mutating func addCells(_ open: OpenTable) {
    var open = open
    let missing = prepared.tables[open.index].columns.count - open.column - 1
    guard missing > 0, cellBudget > 0 else { return }
    cellBudget -= missing
    if cellBudget <= 0 {
      diagnostics.append(BodyLimits.tooManyAddedCells(at: leafSpan))
    }
    for _ in 0..<missing {
      open.column += 1
      output.markup("<td")
      columnClasses(open)
      output.markup("></td>\n")
    }
  }

  private mutating func columnClasses(_ table: OpenTable) {
    let column = prepared.tables[table.index].columns[table.column]
    switch (column.alignment, column.isNumeric) {
    case (.none, false): break
    case (.none, true): output.markup(" class=\"number\"")
    case (.left, false): output.markup(" class=\"align-left\"")
    case (.left, true): output.markup(" class=\"align-left number\"")
    case (.center, false): output.markup(" class=\"align-center\"")
    case (.center, true): output.markup(" class=\"align-center number\"")
    case (.right, false): output.markup(" class=\"align-right\"")
    case (.right, true): output.markup(" class=\"align-right number\"")
    }
  }

  private mutating func checkHeader(_ table: OpenTable, _ row: PipeTable.Row) {
    guard table.column > 0 || row.cells.count == 1 else { return }
    report(
      CommonMarkChecks.tableHeader, "column \(table.column + 1) of a table has no heading",
      at: Diagnostic.Label(Span(file, row.start..<row.end)),
      help: "say in the header row what the column holds")
  }

  /// Writes as text a row that cmark found outside the block that holds its table.
  private mutating func strayRow(
    _ row: PipeTable.Row, _ node: TreeNode, _ walk: inout TreeWalk
  ) {
    output.startLine()
    output.markup("<p>")
    output.escaped(prepared.source[row.start..<row.end])
    output.markup("</p>\n")
    output.plain.append(contentsOf: prepared.source[row.start..<row.end])
    output.endPlainLine()
    walk.skip(node)
  }
}
