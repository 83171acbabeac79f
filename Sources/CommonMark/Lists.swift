import Diagnostics

/// Lists and their items.
///
/// A bullet list whose items start with `a)`, `b)` … or `(i)`, `(ii)` … is a lettered list: in any
/// Markdown viewer it shows as typed, here the letter takes the place of the bullet. The letter
/// stays text of the page, so that "paragraph 48 (b)" can be found and copied.
extension BodyRenderer {
  mutating func enterList(_ node: TreeNode) {
    let isOrdered = node.isOrderedList
    if options.extensions {
      let isNumbered = isOrdered && containers.isEmpty && options.paragraphs != .none
      if isNumbered, node.hasPeriods {
        containers.append(.numberedParagraphs)
        return
      }
      if isTooDeep(node) { return }
    }
    output.startLine()
    if !isOrdered {
      containers.append(.bulletList)
      if options.extensions, Self.isLettered(node) {
        output.markup("<ul class=\"lettered\" role=\"list\">\n")
      } else {
        output.markup("<ul>\n")
      }
      return
    }
    containers.append(.orderedList)
    let start = node.listStart
    if start == 1 {
      output.markup("<ol>\n")
    } else {
      output.markup("<ol start=\"")
      output.number(start)
      output.markup("\">\n")
    }
  }

  mutating func leaveList(_ node: TreeNode) {
    switch containers.popLast() {
    case .bulletList: output.markup("</ul>\n")
    case .orderedList: output.markup("</ol>\n")
    default: break
    }
    leavePrintedParagraph(after: node)
  }

  mutating func enterItem(_ node: TreeNode, _ walk: inout TreeWalk) {
    switch containers.last {
    case .numberedParagraphs:
      enterNumberedParagraph(node)
    case .flattened:
      containers.append(.flattened)
    case nil where notes.current != nil:
      containers.append(.note)
    default:
      output.startLine()
      output.markup("<li>")
      containers.append(.item(isTight: node.parent?.isTight ?? false))
    }
  }

  mutating func leaveItem(_ node: TreeNode) {
    output.endPlainLine()
    switch containers.popLast() {
    case .numberedParagraph(let plainStart, let number, _):
      closeNumberedParagraph(number, span(of: node), plainStart: plainStart)
    case .item:
      output.markup("</li>\n")
    default: break
    }
  }

  /// Whether a container is deeper than pages can be; it is then entered without tags.
  mutating func isTooDeep(_ node: TreeNode) -> Bool {
    guard containers.count >= Limits.blockDepth else { return false }
    if containers.count == Limits.blockDepth, !hasReportedDepth {
      hasReportedDepth = true
      diagnostics.append(BodyLimits.tooDeep(at: span(of: node)))
    }
    containers.append(.flattened)
    return true
  }

  /// Whether each item of a bullet list starts with the next letter or small Roman number.
  private static func isLettered(_ list: TreeNode) -> Bool {
    guard let first = list.firstChild, first.next != nil, let marker = letter(of: first),
      marker == "a" || marker == "i"
    else { return false }
    var item: TreeNode? = first
    var index = 0
    while let current = item {
      guard let letter = letter(of: current) else { return false }
      let expected = marker == "a" ? alphabet : romans
      guard index < expected.count, expected[index] == letter else { return false }
      index += 1
      item = current.next
    }
    return true
  }

  private static let alphabet = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  /// The `a` of an item that starts with `a)` or `(a)`.
  private static func letter(of item: TreeNode) -> String? {
    guard let block = item.firstChild, block.kind == .paragraph, let text = block.firstChild,
      text.kind == .text
    else { return nil }
    let literal = text.literal
    let start = literal[0] == UInt8(ascii: "(") ? 1 : 0
    var end = start
    while end < start + 4, literal[end].isLetter { end += 1 }
    guard end > start, literal[end] == UInt8(ascii: ")"), literal[end + 1].isBlank else {
      return nil
    }
    return unsafe String(decoding: literal.bytes[start..<end], as: UTF8.self)
  }
}
