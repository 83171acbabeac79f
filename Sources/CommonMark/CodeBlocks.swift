import Diagnostics

/// Blocks of code, and texts that became code by a slip.
extension BodyRenderer {
  mutating func codeBlock(_ node: TreeNode) {
    startLeaf(node)
    output.startLine()
    let info = prepared.restored(node.fenceInfo) ?? node.fenceInfo.array
    let language = info.prefix { !$0.isSpace }
    if language.isEmpty {
      output.markup("<pre><code>")
    } else {
      output.markup("<pre><code class=\"language-")
      output.escaped(language)
      output.markup("\">")
    }
    literal(node.literal)
    output.markup("</code></pre>\n")
    output.endPlainLine()
    if options.extensions { checkCode(node) }
  }

  /// Reports a fence that is never closed, and markup that its indentation made code of.
  private mutating func checkCode(_ node: TreeNode) {
    let lines =
      prepared.sourceLine(
        node.startLine)...max(
        prepared.sourceLine(node.startLine), prepared.sourceLine(node.endLine))
    let opening = sourceText(of: lines.lowerBound)
    guard let fence = CodeFence(at: opening, in: prepared.source), !isIndentedCode(node, opening)
    else {
      return checkIndentedCode(node, lines)
    }
    let inner = lines.dropFirst().first { line in
      fence.isOpened(at: sourceText(of: line), in: prepared.source)
    }
    let isClosed =
      lines.count > 1 && fence.isClosed(by: sourceText(of: lines.upperBound), in: prepared.source)
    let typed = String(decoding: prepared.source[fence.place], as: UTF8.self)
    guard !isClosed || inner != nil else { return }
    hasLostParagraphs = true
    report(
      CommonMarkChecks.markupAsText, level: .error,
      isClosed
        ? "'\(typed)' opens code in which other code is opened"
        : "'\(typed)' opens code that is never closed",
      at: Diagnostic.Label(Span(file, fence.place), "opened here"),
      secondary: inner.map {
        [Diagnostic.Label(Span(file, sourceText(of: $0)), "stands in the code")]
      } ?? [],
      notes: isClosed ? [] : ["all that follows is shown as code"],
      help: "write '\(typed)' on a line of its own behind the code, or take this line out")
  }

  /// Whether a block begins with the first line itself, and so is no fence.
  private func isIndentedCode(_ node: TreeNode, _ opening: Range<Int>) -> Bool {
    let text = node.literal.array.drop { $0.isBlank }
    return text.starts(with: prepared.source[opening])
  }

  /// Reports the first line of indented code that is markup of this format.
  private mutating func checkIndentedCode(_ node: TreeNode, _ lines: ClosedRange<Int>) {
    for line in lines {
      let place = sourceText(of: line)
      guard looksMeant(place) else { continue }
      let number = numberStart(of: place)
      if let number {
        unreadNumbers.append(
          UnreadNumber(
            number: number, span: Span(file, place),
            message: "'\(shown(place))' is code, for it is indented",
            help: "begin it where the text around it begins", paragraph: numbering.current,
            continues: false, isSuspect: true))
        continue
      }
      return report(
        CommonMarkChecks.markupAsText, "'\(shown(place))' is code, for it is indented",
        at: Diagnostic.Label(Span(file, place), "shown as it is typed"),
        notes: ["lines that stand four columns further in than their text are code"],
        help: "begin it where the text around it begins; code stands between lines '```'")
    }
  }

  /// Whether a line has a link or a picture, a row of a table, or the number of a paragraph.
  private func looksMeant(_ place: Range<Int>) -> Bool {
    let text = prepared.source[place]
    guard let first = text.first, let last = text.last else { return false }
    if first == UInt8(ascii: "|"), last == first, text.count > 1 { return true }
    if let bracket = text.firstIndex(of: UInt8(ascii: "[")),
      let close = text[bracket...].firstRange(of: "](".utf8),
      text[close.upperBound...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    return numberStart(of: place) != nil
  }

  /// The number of a paragraph that a line begins with, in bodies that number them.
  private func numberStart(of line: Range<Int>) -> Int? {
    guard options.paragraphs != .none else { return nil }
    let digits = prepared.source[line].prefix(9).prefix(while: \.isDigit)
    let after = prepared.source[digits.endIndex..<line.upperBound]
    guard !digits.isEmpty, after.first == UInt8(ascii: "."),
      after.dropFirst().first?.isBlank == true
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A line of the source, from 0, without the blanks around it and the marks of quotes before it.
  private func sourceText(of line: Int) -> Range<Int> {
    let whole = prepared.scan.line(line, in: prepared.source)
    var (start, end) = (whole.lowerBound, whole.upperBound)
    func byte(_ place: Int) -> UInt8 { prepared.source[place] }
    while start < end, byte(start).isBlank || byte(start) == UInt8(ascii: ">") { start += 1 }
    while end > start, byte(end - 1).isSpace { end -= 1 }
    return start..<end
  }
}

/// The line that opens a block of code: three backticks or tildes, or more of them.
private struct CodeFence {
  /// The marks.
  let place: Range<Int>
  private let mark: UInt8

  /// The first fence in a line; a list's marker may stand before it.
  init?(at line: Range<Int>, in bytes: [UInt8]) {
    for mark in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
      guard let start = bytes[line].firstIndex(of: mark) else { continue }
      let end = bytes[start..<line.upperBound].firstIndex { $0 != mark } ?? line.upperBound
      guard end - start >= 3 else { continue }
      (place, self.mark) = (start..<end, mark)
      return
    }
    return nil
  }

  /// Whether a line closes it.
  func isClosed(by line: Range<Int>, in bytes: [UInt8]) -> Bool {
    line.count >= place.count && bytes[line].allSatisfy { $0 == mark }
  }

  /// Whether a line would open code of its own, with the name of a language behind the marks.
  func isOpened(at line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let marks = bytes[line].prefix { $0 == mark }
    let name = bytes[marks.endIndex..<line.upperBound]
    return marks.count >= place.count && !name.isEmpty && name.allSatisfy(\.isLetter)
  }
}
