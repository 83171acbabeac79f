import Diagnostics

/// Text, code within it, and breaks.
extension BodyRenderer {
  /// Writes a run of text, with the citations that marks stand for.
  mutating func text(_ text: CText) {
    let bytes = unsafe text.bytes
    guard prepared.hasMarks || hiddenPrefix > 0 || fixedSpan != nil else {
      unsafe output.words(bytes)
      unsafe output.plain.append(contentsOf: bytes)
      return
    }
    var start = min(hiddenPrefix, bytes.count)
    hiddenPrefix = 0
    while let found = unsafe Mark.first(in: bytes, from: start) {
      let isCitation = found.mark == .citation
      let hasCaret = isCitation && found.range.lowerBound > start
      unsafe plainText(bytes[start..<found.range.lowerBound - (hasCaret ? 1 : 0)])
      start = found.range.upperBound
      switch found.mark {
      case .citation:
        citation(found.index)
        if start < bytes.count { start += 1 }
      case .row, .cell:
        if start < bytes.count { start += 1 }
      case .cellEnd:
        if output.html.last == UInt8(ascii: " ") { output.html.removeLast() }
        if output.plain.last == UInt8(ascii: " ") { output.plain.removeLast() }
      case .definition, .indexEnd:
        break
      }
    }
    unsafe plainText(bytes[start...])
  }

  private mutating func plainText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = unsafe UnsafeBufferPointer(rebasing: bytes)
    unsafe output.words(text)
    unsafe output.plain.append(contentsOf: text)
  }

  mutating func softBreak(_ node: TreeNode) {
    if case .quotation(end: node, isClosed: false) = containers.last { return closeQuotation(node) }
    output.html.append(UInt8(ascii: "\n"))
    output.plain.append(UInt8(ascii: " "))
  }

  mutating func code(_ node: TreeNode) {
    output.markup("<code>")
    literal(node.literal)
    output.markup("</code>")
  }

  /// Writes code or HTML as text, as its author wrote it.
  mutating func literal(_ text: CText) {
    if let restored = prepared.restored(text) {
      output.escaped(restored)
      output.plain.append(contentsOf: restored)
    } else {
      unsafe output.escaped(text.bytes)
      unsafe output.plain.append(contentsOf: text.bytes)
    }
  }
}
