import Diagnostics

/// Block quotes: as they are, with an attribution, or as boxes.
///
/// A quote whose last line starts with an em dash, `— Team manager`, is a figure with that line as
/// its caption. A quote that opens with `[!GOOD PRACTICE]` is a box with that label.
extension BodyRenderer {
  mutating func enterQuote(_ node: TreeNode, _ walk: inout TreeWalk) {
    if options.extensions {
      if isTooDeep(node) { return }
      if let label = boxLabel(of: node) { return openBox(label, node, &walk) }
      if let end = attribution(of: node) {
        containers.append(.quotation(end: end, isClosed: false))
        output.startLine()
        output.markup("<figure class=\"quotation\">\n<blockquote>\n")
        return
      }
    }
    containers.append(.quote)
    output.startLine()
    output.markup("<blockquote>\n")
  }

  /// Whether what is written now stands in a box.
  var isInBox: Bool {
    containers.contains { container in
      if case .box = container { true } else { false }
    }
  }

  mutating func leaveQuote() {
    switch containers.popLast() {
    case .quote:
      output.startLine()
      output.markup("</blockquote>\n")
    case .box:
      output.startLine()
      output.markup("</aside>\n")
    case .quotation(_, let isClosed):
      output.startLine()
      output.markup(isClosed ? "</figure>\n" : "</blockquote>\n</figure>\n")
    default: break
    }
  }

  /// Ends the words of a quotation at the line break before its attribution.
  mutating func closeQuotation(_ end: TreeNode) {
    output.markup("</p>\n</blockquote>\n<figcaption>")
    output.endPlainLine()
    containers[containers.count - 1] = .quotation(end: end, isClosed: true)
  }

  /// Ends the words of a quotation before a paragraph that is its attribution.
  mutating func openAttribution(_ end: TreeNode) {
    output.startLine()
    output.markup("</blockquote>\n<figcaption>")
    containers[containers.count - 1] = .quotation(end: end, isClosed: true)
  }

  /// The line break, or the paragraph, from which on a quote is its attribution.
  private func attribution(of quote: TreeNode) -> TreeNode? {
    guard let paragraph = quote.lastChild, paragraph.kind == .paragraph else { return nil }
    var node = paragraph.lastChild
    var first = node
    while let current = node, current.kind != .softBreak, current.kind != .lineBreak {
      first = current
      node = current.previous
    }
    guard let first, first.kind == .text, first.literal.starts(with: "—") else { return nil }
    if let node { return node.kind == .softBreak ? node : nil }
    return paragraph == quote.firstChild ? nil : paragraph
  }

  /// The label of a box, in the first text of a quote.
  private struct BoxLabel {
    let text: [UInt8]
    let paragraph: TreeNode
    let node: TreeNode
    /// How many bytes of the text are the label and its brackets.
    let length: Int
  }

  private func boxLabel(of quote: TreeNode) -> BoxLabel? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let node = paragraph.firstChild, node.kind == .text, node.literal.starts(with: "[!")
    else { return nil }
    let bytes = node.literal.array.prefix(Limits.boxLabelBytes + 3)
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let label = bytes[2..<close]
    let literal = unsafe UnsafeBufferPointer(rebasing: node.literal.bytes[..<close])
    let hasCitation = unsafe prepared.hasMarks && Mark.first(in: literal, from: 0) != nil
    guard label.contains(where: { !$0.isSpace }), !label.contains(UInt8(ascii: "[")), !hasCitation
    else { return nil }
    return BoxLabel(text: Array(label), paragraph: paragraph, node: node, length: close + 1)
  }

  private mutating func openBox(_ label: BoxLabel, _ quote: TreeNode, _ walk: inout TreeWalk) {
    containers.append(.box)
    let words = Self.sentenceCase(label.text)
    output.startLine()
    output.markup("<aside class=\"box box-")
    let slug = Slugs.slug(label.text[...])
    output.escaped((slug.isEmpty ? "other" : slug).utf8)
    output.markup("\" role=\"note\">\n<p class=\"box-label\">")
    output.escaped(words)
    output.markup("</p>\n")
    output.plain.append(contentsOf: words)
    output.endPlainLine()
    // What follows the label, on its line or from the next line on, is the box's first paragraph.
    let literal = label.node.literal
    if literal.count > label.length {
      hiddenPrefix = label.length
      while literal[hiddenPrefix].isBlank { hiddenPrefix += 1 }
    } else if let rest = label.node.next {
      startLeaf(label.paragraph)
      output.markup("<p>")
      walk.skip(rest.kind == .softBreak || rest.kind == .lineBreak ? rest : label.node)
    } else {
      walk.skip(label.paragraph)
    }
  }

  /// `GOOD PRACTICE` as `Good practice`; a label that has small letters stays as it is.
  private static func sentenceCase(_ label: [UInt8]) -> [UInt8] {
    guard !label.contains(where: { $0 >= 0x80 || $0 >= 0x61 && $0 <= 0x7A }) else { return label }
    var result = label
    var isFirst = true
    for index in result.indices where result[index].isLetter {
      if !isFirst { result[index] |= 0x20 }
      isFirst = false
    }
    return result
  }
}
