public import Diagnostics

/// Reports what is lost of a field's text for being shown in one line: lists, headings, tables, quotations,
/// code and paragraphs of their own.
///
/// A line that merely goes on on the next is no loss. The lines are those of the file where the text has
/// several there, so that each is told at its own; of a text that has line ends as escapes, the whole is told.
///
/// - Parameters:
///   - text: the field as YAML gives it.
///   - span: where the field stands.
///   - source: the bytes of the file.
/// - Returns: a `markup-as-text` for the first block of each kind.
public func checkFlattened(
  _ text: String, at span: Span, source: [UInt8]
) -> [Diagnostic] {
  guard span.end <= source.count else { return [] }
  let hasLines = source.firstPlace(of: UInt8(ascii: "\n"), in: span.range) != nil
  guard hasLines || text.utf8.contains(UInt8(ascii: "\n")) else { return [] }
  return FlattenedText(text, span, hasLines ? source : nil).diagnostics
}

/// Reports links and strong words in a text that takes no markup, where they are shown as they are typed.
///
/// - Parameters:
///   - text: the field as YAML gives it.
///   - span: where the field stands.
/// - Returns: a `markup-as-text`, or nothing.
public func checkPlainText(_ text: String, at span: Span) -> [Diagnostic] {
  let bytes = Array(text.utf8)
  guard let form = linkForm(bytes) ?? strongForm(bytes) else { return [] }
  return [
    Diagnostic(
      CommonMarkChecks.markupAsText,
      "'\(String(decoding: bytes[form], as: UTF8.self))' came out as text",
      at: Diagnostic.Label(span),
      notes: ["this field takes no markup"], help: "write the words alone")
  ]
}

private func linkForm(_ text: [UInt8]) -> Range<Int>? {
  guard let middle = text.firstRange(of: "](".utf8),
    let open = text[..<middle.lowerBound].lastIndex(of: UInt8(ascii: "[")),
    let close = text[middle.upperBound...].firstIndex(of: UInt8(ascii: ")"))
  else { return nil }
  return open..<close + 1
}

private func strongForm(_ text: [UInt8]) -> Range<Int>? {
  guard let open = text.firstRange(of: "**".utf8), open.upperBound < text.count,
    !text[open.upperBound].isSpace,
    let close = text[(open.upperBound + 1)...].firstRange(of: "**".utf8)
  else { return nil }
  return open.lowerBound..<close.upperBound
}

/// The lines of a field's text, as a body would have them.
private struct FlattenedText {
  /// The lines without what only YAML reads of them, with a line ending each.
  private var bytes: [UInt8] = []
  /// The bytes of each without its ending, and where it stands in the file as far as it is shown.
  private var lines: [(bytes: Range<Int>, place: Span)] = []

  init(_ text: String, _ span: Span, _ source: [UInt8]?) {
    guard let source else {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        append(Array(line.utf8)[...], at: span)
      }
      return
    }
    let isBlock = [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(source[span.start])
    var typed = Self.lines(source, span.range)
    if isBlock { typed.removeFirst() }
    let isQuoted = !isBlock && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source[span.start])
    if isQuoted {
      typed[0] = typed[0].lowerBound + 1..<typed[0].upperBound
      let last = typed[typed.count - 1]
      typed[typed.count - 1] = last.lowerBound..<max(last.lowerBound, last.upperBound - 1)
    }
    let indents = typed.compactMap { line in
      source[line].firstIndex { !$0.isSpace }.map { $0 - line.lowerBound }
    }
    let common = isBlock ? indents.min() ?? 0 : 0
    for line in typed {
      let text = source[line]
      let indented =
        isBlock ? text.dropFirst(min(common, text.count)) : text.drop(while: \.isBlank)
      append(indented, at: Span(span.file, indented.startIndex..<line.upperBound))
    }
  }

  private mutating func append(_ line: ArraySlice<UInt8>, at place: Span) {
    lines.append((bytes.count..<bytes.count + line.count, place))
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The lines of a range without their endings.
  private static func lines(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      line in
      line.startIndex..<(line.last == UInt8(ascii: "\r") ? line.endIndex - 1 : line.endIndex)
    }
  }

  // MARK: What is lost

  private enum Loss: CaseIterable {
    case list, heading, table, quotation, code, rule, paragraph
  }

  var diagnostics: [Diagnostic] {
    var first: [Loss: Int] = [:]
    func lose(_ loss: Loss, _ line: Int) {
      if line < lines.count, first[loss].map({ line < $0 }) ?? true { first[loss] = line }
    }
    let prepared = PreparedBody(bytes, bytes.indices, extensions: true)
    guard BodyLimits.refusal(of: prepared, in: SourceFile(path: "")) == nil else { return [] }
    let tree = CommonMarkTree(parsing: bytes, bytes.indices, smart: false)
    var block = tree.root.firstChild
    while let node = block {
      if let loss = Self.loss(of: node) { lose(loss, node.startLine - 1) }
      block = node.next
    }
    if let table = prepared.tables.first { lose(.table, table.headerLine) }
    for (line, typed) in lines.enumerated()
    where LooseForms.lineStart(Array(bytes[typed.bytes]))?.isBullet == true {
      lose(.list, line)
    }
    return Loss.allCases.compactMap { loss in first[loss].map { diagnostic(loss, at: $0) } }
  }

  /// What a block would be that is none in one line; the first paragraph is the line.
  private static func loss(of block: TreeNode) -> Loss? {
    switch block.kind {
    case .list: .list
    case .heading: .heading
    case .quote: .quotation
    case .codeBlock: .code
    case .thematicBreak: .rule
    case .paragraph: block.previous?.kind == .paragraph ? .paragraph : nil
    default: nil
    }
  }

  private func diagnostic(_ loss: Loss, at line: Int) -> Diagnostic {
    let typed = String(decoding: bytes[lines[line].bytes], as: UTF8.self)
    let shown = typed.count > 60 ? typed.prefix(60) + "…" : typed
    let what =
      switch loss {
      case .list: "no item of a list"
      case .heading: "no heading"
      case .table: "no row of a table"
      case .quotation: "no quotation"
      case .code: "no code"
      case .rule: "no line between parts"
      case .paragraph: "no paragraph of its own"
      }
    return Diagnostic(
      CommonMarkChecks.markupAsText, "'\(shown)' is \(what), for a field's text is one line",
      at: Diagnostic.Label(lines[line].place, "shown in one line with the rest"),
      help: loss == .list
        ? "write the items as one sentence, or put the whole into the body"
        : "write one paragraph, or put the rest into the body")
  }
}
