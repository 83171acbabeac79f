import Diagnostics

/// Paragraphs, and what is written as a paragraph but is not one.
extension BodyRenderer {
  mutating func enterParagraph(_ node: TreeNode, _ walk: inout TreeWalk) {
    startLeaf(node)
    if options.extensions {
      if prepared.hasMarks, prepared.isMarked(from: node.startLine, to: node.endLine) {
        return misreadParagraph(node, &walk)
      }
      if let first = node.firstChild, first.kind == .image, embedAlone(in: node) != nil { return }
      if openCaption(node) { return }
      if case .quotation(end: node, isClosed: false) = containers.last {
        return openAttribution(node)
      }
    }
    guard !isTight else { return }
    enterPrintedParagraph(node)
    output.startLine()
    output.markup("<p>")
    writePendingNumber()
  }

  mutating func leaveParagraph(_ node: TreeNode) {
    output.endPlainLine()
    if options.extensions {
      if let first = node.firstChild, first.kind == .image, embedAlone(in: node) != nil {
        output.startLine()
        return
      }
      if isInCaption { return closeCaption() }
      if case .quotation(_, isClosed: true) = containers.last {
        output.markup("</figcaption>\n")
        return
      }
    }
    guard !isTight else { return }
    if isEndOfNote(node) { notes.noteEnds.append(output.html.count) }
    output.markup("</p>\n")
    leavePrintedParagraph(after: node)
  }

  /// Whether paragraphs go without tags here, as in a list without blank lines.
  private var isTight: Bool {
    if case .item(isTight: true) = containers.last { return true }
    return false
  }

  /// Writes as text a paragraph in which a table or a definition was seen where cmark, which
  /// alone knows the blocks around, sees none.
  private mutating func misreadParagraph(_ node: TreeNode, _ walk: inout TreeWalk) {
    hiddenPrefix = 0
    let lines = prepared.sourceRange(
      startLine: node.startLine, column: node.startColumn, endLine: node.endLine)
    let range = lines.lowerBound..<prepared.withDelimiter(lines.upperBound)
    if !isTight {
      output.startLine()
      output.markup("<p>")
      writePendingNumber()
    }
    output.escaped(prepared.source[range])
    output.plain.append(contentsOf: prepared.source[range])
    output.endPlainLine()
    if !isTight { output.markup("</p>\n") }
    walk.skip(node)
  }
}
