import Diagnostics

extension CommonMarkChecks {
  /// The levels of headings.
  static let headingOrder = Check(
    "heading-order", .structure, .error,
    summary: "The headings of a body start at level 2 and skip no level.",
    explanation: """
      Looks at the level of each heading against the one before. The title of a document is the \
      page's only heading of level 1, so the body's first is `##`. A reader who moves by headings, \
      as people with screen readers do, takes a skipped level for a part that is missing.

          ## Findings
          #### Court reports

      Write `### Court reports`.

      Source: WCAG 2.2, success criterion 1.3.1; docs/writing.md.
      """)
}

/// A heading whose range of paragraphs is not known yet.
struct HeadingDraft {
  let level: Int
  let id: String
  let text: String
  let span: Span
  var firstParagraph: PrintedNumber?
  var lastParagraph: PrintedNumber?

  var heading: Heading {
    Heading(
      level: level, id: id, text: text, span: span, firstParagraph: firstParagraph,
      lastParagraph: lastParagraph)
  }
}

/// Headings with their ids.
extension BodyRenderer {
  mutating func enterHeading(_ node: TreeNode, _ walk: inout TreeWalk) {
    if fixedSpan != nil { return startLeaf(node) }
    if prepared.hasMarks, let mark = node.firstChild.flatMap({ Mark.leading($0.literal) }) {
      return enterMarkedHeading(node, mark, &walk)
    }
    startLeaf(node)
    output.startLine()
    let level = node.headingLevel
    output.markup("<h")
    output.number(level)
    if options.extensions {
      let text = plainText(of: node)
      let id = slugs.unique(for: text[...])
      output.markup(" id=\"")
      output.escaped(id.utf8)
      output.markup("\"")
      let place = leafSpan
      checkOrder(level, at: place)
      numbering.enterChapter(text)
      headings.append(
        HeadingDraft(
          level: level, id: id, text: String(decoding: text, as: UTF8.self), span: place,
          firstParagraph: nil, lastParagraph: nil))
    }
    output.markup(">")
  }

  mutating func leaveHeading(_ node: TreeNode) {
    guard fixedSpan == nil else { return }
    if table != nil { return leaveCell(node) }
    output.markup("</h")
    output.number(node.headingLevel)
    output.markup(">\n")
    output.endPlainLine()
  }

  private mutating func enterMarkedHeading(
    _ node: TreeNode, _ mark: Mark.Found, _ walk: inout TreeWalk
  ) {
    switch mark.mark {
    case .row: enterRow(node, mark.index, &walk)
    case .cell where table != nil: enterCell(node)
    case .cell, .definition, .citation, .indexEnd, .cellEnd: walk.skip(node)
    }
  }

  /// The text of a block without markup and citations; O(n).
  func plainText(of block: TreeNode) -> [UInt8] {
    var text: [UInt8] = []
    var walk = TreeWalk(block)
    while let (node, entering) = walk.next() {
      guard entering else { continue }
      switch node.kind {
      case .text: appendWithoutMarks(node.literal, to: &text)
      case .code: text.append(contentsOf: prepared.restored(node.literal) ?? node.literal.array)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
    }
    return text
  }

  func appendWithoutMarks(_ literal: CText, to text: inout [UInt8]) {
    let bytes = unsafe literal.bytes
    var start = 0
    while prepared.hasMarks, let found = unsafe Mark.first(in: bytes, from: start) {
      let isCitation = found.mark == .citation
      let end = found.range.lowerBound - (isCitation && found.range.lowerBound > start ? 1 : 0)
      unsafe text.append(contentsOf: bytes[start..<end])
      start = min(found.range.upperBound + (isCitation ? 1 : 0), bytes.count)
    }
    unsafe text.append(contentsOf: bytes[start...])
  }

  private mutating func checkOrder(_ level: Int, at span: Span) {
    let allowed = (lastHeading?.level ?? 1) + 1
    defer { lastHeading = (level, span) }
    guard level == 1 || level > allowed else { return }
    diagnostics.append(.headingOrder(level, at: span, allowed: allowed, after: lastHeading?.span))
  }
}

extension Diagnostic {
  fileprivate static func headingOrder(
    _ level: Int, at span: Span, allowed: Int, after previous: Span?
  ) -> Diagnostic {
    let marker = String(repeating: "#", count: level)
    let message: String
    if level == 1 {
      message = "'#' is a heading of level 1, which only the title is"
    } else if previous == nil {
      message = "'\(marker)' starts the body at level \(level), not at level 2"
    } else {
      message = "'\(marker)' skips level \(allowed)"
    }
    return Diagnostic(
      CommonMarkChecks.headingOrder, message, at: Label(span),
      secondary: previous.map { [Label($0, "the heading before")] } ?? [],
      notes: ["a heading is at level 2 or at most one below the heading before"],
      help: "write '\(String(repeating: "#", count: min(max(2, allowed), max(2, level))))'")
  }
}
