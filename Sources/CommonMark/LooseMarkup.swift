public import Diagnostics

extension CommonMarkChecks {
  /// Markup that was none.
  public static let markupAsText = Check(
    "markup-as-text", .structure, .warning,
    summary: "What looks like markup is markup.",
    explanation: """
      Looks at the text of bodies and of fields for what readers of the page would see as stars, \
      brackets and braces: a link whose address has spaces, stars with a space behind them, `##` \
      without one, a bullet that Word made, boxes to tick, the shortcodes and attributes of other \
      programs, tabs from a spreadsheet, lines with dashes, letters or numbers that were meant as items and \
      are run together, and in reports a number that is not read as a paragraph's. A field of front matter is \
      one line: what a text of several lines loses by that, its lists, headings, tables and paragraphs, is \
      told at its line. \
      Code is not looked at, and neither is what a backslash makes text: `\\*`. But code that is opened \
      with three backticks and never closed takes all that follows, an error; and a link, a picture, a \
      row of a table or the number of a paragraph that is indented by four spaces becomes code by that.

          **Sign the forms: **Every form is signed. See [Annex A](file:Annex A.pdf).

      Write `**Sign the forms:** Every form is signed. See [Annex A](<file:Annex A.pdf>).`

      Source: CommonMark 0.30; the page docs/writing.md has all that may be written.
      """)
}

/// Markup that came out as text: a second walk over the tree, for bodies in which some may be.
extension BodyRenderer {
  /// Whether the second walk is worth its time: what the source has of brackets and stars is more
  /// than the first walk met as links and emphasis, or a line or a rare byte looks like other markup.
  var mayHaveLooseMarkup: Bool {
    let signs = prepared.scan.signs
    return signs.isSuspect || signs.linkForms != met.links || signs.emphasisRuns != 2 * met.emphases
      || signs.definitionForms != prepared.definitions.count
      || prepared.scan.carets.count != prepared.citations.count + prepared.definitions.count
      || prepared.scan.pipeLines.count != prepared.rows.count + prepared.tables.count
  }

  /// Looks through everything below `root`.
  mutating func checkLooseMarkup(below root: TreeNode) {
    var walk = TreeWalk(root)
    var startsLine = false
    var cell: (row: Int, column: Int)?
    var told: Set<String> = []
    defer { numbering.current = nil }
    while let (node, entering) = walk.next() {
      guard entering else { continue }
      switch node.kind {
      case .paragraph:
        startLeaf(node)
        startsLine = true
        told = []
        numbering.current = numberedParagraph(around: leafSpan.start)
        if prepared.hasMarks, prepared.isMarked(from: node.startLine, to: node.endLine) {
          walk.skip(node)
        } else if fixedSpan == nil {
          checkParagraph(node)
        }
      case .heading:
        startLeaf(node)
        startsLine = false
        told = []
        if fixedSpan == nil { enterCell(node, &cell) }
      case .list: checkNumbered(list: node)
      case .softBreak, .lineBreak: startsLine = true
      case .text:
        checkText(node, startsLine: startsLine, &told)
        startsLine = false
      case .image: walk.skip(node)
      case .code, .link, .emphasis, .strong, .htmlInline: startsLine = false
      default: break
      }
    }
  }

  /// Where a marked heading is a cell, looks for its text in that cell.
  private mutating func enterCell(_ node: TreeNode, _ cell: inout (row: Int, column: Int)?) {
    guard prepared.hasMarks, let mark = node.firstChild.flatMap({ Mark.leading($0.literal) }) else {
      cell = nil
      return
    }
    switch mark.mark {
    case .row: cell = (mark.index, 0)
    case .cell: cell?.column += 1
    default: cell = nil
    }
    guard let cell else { return }
    let row = prepared.rows[cell.row]
    search = SourceSearch(
      cell.column < row.cells.count ? row.cells[cell.column] : row.end..<row.end)
  }

  /// Reports each kind of form once in a block.
  private mutating func checkText(
    _ node: TreeNode, startsLine: Bool, _ told: inout Set<String>
  ) {
    var text: [UInt8] = []
    appendWithoutMarks(node.literal, to: &text)
    // What ends a field and surrounds a cell is not its author's.
    if fixedSpan != nil, text.suffix(Mark.length).elementsEqual(Mark.cellEnd.bytes) {
      text.removeLast(Mark.length)
    }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    if text.first == UInt8(ascii: " ") { text.removeFirst() }
    let isItem = node.previous == nil && node.parent?.parent?.kind == .item
    let isAddress = node.parent?.kind == .link && BodyRenderer.isWeb(node.literal)
    guard !isAddress else { return }
    let forms = LooseForms.all(
      in: text, startsLine: startsLine, isItem: isItem, isField: fixedSpan != nil)
    for form in forms {
      guard let place = typedPlace(of: form.range, in: text), told.insert(form.help).inserted
      else { continue }
      let typed = String(decoding: text[form.range], as: UTF8.self)
      let shown = typed.count > 60 ? typed.prefix(60) + "…" : typed
      report(
        CommonMarkChecks.markupAsText, "'\(shown)' came out as text",
        at: Diagnostic.Label(place), help: form.help)
    }
  }

  /// The place of a part of a text, with some of the words around it; nil where it is not typed so, as
  /// after a backslash.
  private mutating func typedPlace(of range: Range<Int>, in text: [UInt8]) -> Span? {
    func isWord(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || byte == UInt8(ascii: " ")
    }
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, range.lowerBound - start < 12, isWord(text[start - 1]) { start -= 1 }
    while end < text.count, end - range.upperBound < 12, isWord(text[end]) { end += 1 }
    guard
      let found = typedSpan(of: text[start..<end], where: { $0 != UInt8(ascii: "\\") })
    else { return nil }
    let first = found.start + range.lowerBound - start
    return Span(found.file, first..<first + range.count)
  }

  // MARK: Paragraphs

  private mutating func checkParagraph(_ node: TreeNode) {
    let place = leafSpan.range
    if !prepared.scan.pipeLines.isEmpty { checkBars(in: place) }
    if prepared.scan.signs.hasTabs { checkTabs(in: place) }
    checkBoxLabel(node)
    if options.paragraphs != .none, node.parent?.kind == .document { checkNumber(at: place) }
    checkJoinedLines(of: node)
  }

  private mutating func checkTabs(in paragraph: Range<Int>) {
    let tabs = prepared.source[paragraph].indices.filter { index in
      prepared.source[index] == UInt8(ascii: "\t") && index > paragraph.lowerBound
        && !prepared.source[index - 1].isSpace
    }
    guard tabs.count > 1, let first = tabs.first else { return }
    let start = prepared.source[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    report(
      CommonMarkChecks.markupAsText,
      "'\(shown(max(start, paragraph.lowerBound)..<first))' and a tab came out as text",
      at: Diagnostic.Label(Span(file, first..<first + 1), "as from a spreadsheet"),
      help: "write the table with bars: '| A | B |', then '| --- | --- |'")
  }

  /// A paragraph of a report that starts with a number which is not read as its own.
  private mutating func checkNumber(at place: Range<Int>) {
    let bytes = prepared.source
    var end = place.lowerBound
    while end < place.upperBound, end < place.lowerBound + 9, bytes[end].isDigit { end += 1 }
    guard end > place.lowerBound, end + 1 < place.upperBound, bytes[end] == UInt8(ascii: ".") else {
      return
    }
    let number = shown(place.lowerBound..<end)
    let before = numberBefore(place.lowerBound)
    let continues = before > 0 && Int(number) == before + 1
    if bytes[end + 1] == 0xC2, end + 2 < place.upperBound, bytes[end + 2] == 0xA0 {
      return reportNumber(
        number, "'\(number).' and a no-break space are no paragraph's number",
        place.lowerBound..<end + 3,
        help: "type an ordinary space after '\(number).'", continues: continues)
    }
    if bytes[end + 1].isLetter, Int(number) == before + 1 {
      return reportNumber(
        number, "'\(number).' is no paragraph's number without a space", place.lowerBound..<end + 1,
        help: "put a space after '\(number).'", continues: continues)
    }
    var last = end
    while last + 1 < place.upperBound, bytes[last] == UInt8(ascii: "."), bytes[last + 1].isDigit {
      last += 1
      while last < place.upperBound, bytes[last].isDigit { last += 1 }
    }
    guard last > end, last + 1 < place.upperBound, bytes[last] == 0xC2, bytes[last + 1] == 0xA0
    else { return }
    dottedNumbers.append(place.lowerBound..<last)
  }

  /// A list with brackets that goes on where the numbered paragraphs ended.
  private mutating func checkNumbered(list: TreeNode) {
    guard options.paragraphs != .none, fixedSpan == nil, list.isOrderedList, list.listStart > 1
    else { return }
    if list.parent?.kind == .item { return checkNested(list: list) }
    guard list.parent?.kind == .document, !list.hasPeriods else { return }
    let place = span(of: list).range
    guard list.listStart == numberBefore(place.lowerBound) + 1 else { return }
    let number = "\(list.listStart)"
    reportNumber(
      number, "'\(number))' is a list's number, and paragraph \(list.listStart - 1) stands before",
      place.lowerBound..<place.lowerBound + number.utf8.count + 1,
      help: "write '\(number).' for a numbered paragraph")
  }

  /// A list within a numbered paragraph that begins with the next number: where that is missing, it is
  /// the next paragraph, indented too far.
  private mutating func checkNested(list: TreeNode) {
    guard list.hasPeriods, list.parent?.parent?.parent?.kind == .document else { return }
    let place = span(of: list).range
    let before = numberBefore(place.lowerBound + 1)
    guard list.listStart == before + 1 else { return }
    let number = "\(list.listStart)"
    reportNumber(
      number, "'\(number).' is indented, and so a list within paragraph \(before)",
      place.lowerBound..<place.lowerBound + number.utf8.count + 1,
      help: "begin '\(number).' at the start of the line", isSuspect: false)
  }

  /// The last numbered paragraph that starts before a place; O(log n).
  private func paragraph(before place: Int) -> NumberedParagraphDraft? {
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].span.start < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? paragraphs[low - 1] : nil
  }

  private func numberBefore(_ place: Int) -> Int { paragraph(before: place)?.number.whole ?? 0 }

  private func numberedParagraph(around place: Int) -> PrintedNumber? {
    paragraph(before: place).flatMap { $0.span.end > place ? $0.number : nil }
  }

  /// Reports paragraphs that start with `2.1` and a no-break space, unless there is one alone, which
  /// may be an amount.
  mutating func reportDottedNumbers() {
    guard dottedNumbers.count > 1 else { return }
    for place in dottedNumbers {
      reportNumber(
        shown(place), "'\(shown(place))' and a no-break space are no paragraph's number", place,
        help: "type an ordinary space after '\(shown(place))'")
    }
  }

  /// Keeps a number that numbers nothing, to be told by itself or for the gap that it leaves.
  private mutating func reportNumber(
    _ number: String, _ message: String, _ place: Range<Int>, help: String,
    continues: Bool = false, isSuspect: Bool = true
  ) {
    unreadNumbers.append(
      UnreadNumber(
        number: Int(number) ?? 0, span: Span(file, place), message: message, help: help,
        paragraph: numbering.current, continues: continues, isSuspect: isSuspect))
  }
}
