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
        quotationEnd = end
        containers.append(.quotation(isClosed: false))
        output.startLine()
        output.markup("<figure class=\"quotation\">\n<blockquote>\n")
        return
      }
    }
    containers.append(.quote)
    output.startLine()
    output.markup("<blockquote>\n")
  }

  mutating func leaveQuote() {
    switch containers.popLast() {
    case .quote:
      output.startLine()
      output.markup("</blockquote>\n")
    case .box:
      output.startLine()
      output.markup("</aside>\n")
    case .quotation(let isClosed):
      output.startLine()
      output.markup(isClosed ? "</figure>\n" : "</blockquote>\n</figure>\n")
    default: break
    }
  }

  /// Ends the words of a quotation at the line break before its attribution.
  mutating func closeQuotation() {
    output.markup("</p>\n</blockquote>\n<figcaption>")
    output.endPlainLine()
    if !containers.isEmpty { containers[containers.count - 1] = .quotation(isClosed: true) }
  }

  /// Ends the words of a quotation before a paragraph that is its attribution.
  mutating func openAttribution() {
    output.startLine()
    output.markup("</blockquote>\n<figcaption>")
    if !containers.isEmpty { containers[containers.count - 1] = .quotation(isClosed: true) }
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

  /// The label of a box and the last node that belongs to it.
  private struct BoxLabel {
    let text: [UInt8]
    let paragraph: TreeNode
    let last: TreeNode
  }

  private func boxLabel(of quote: TreeNode) -> BoxLabel? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let open = paragraph.firstChild, open.kind == .text, open.literal.starts(with: "["),
      open.literal.count == 1, let bang = open.next, bang.kind == .text,
      bang.literal.starts(with: "!")
    else { return nil }
    var text: [UInt8] = []
    var node: TreeNode? = bang
    while let current = node, current.kind == .text, text.count <= BodyLimits.longestBoxLabel {
      if current.literal.starts(with: "]") {
        let label = text.dropFirst()
        guard label.contains(where: { !$0.isSpace }) else { return nil }
        return BoxLabel(text: Array(label), paragraph: paragraph, last: current)
      }
      appendWithoutMarks(current.literal, to: &text)
      node = current.next
    }
    return nil
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
    // What follows the label on its line, or from the next line on, is the box's first paragraph.
    guard let rest = label.last.next else { return walk.skip(label.paragraph) }
    startLeaf(label.paragraph)
    output.markup("<p>")
    walk.skip(rest.kind == .softBreak || rest.kind == .lineBreak ? rest : label.last)
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
