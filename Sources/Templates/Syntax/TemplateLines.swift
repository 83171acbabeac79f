import Diagnostics

/// A part of a template once it is known which tags stand alone on their lines.
enum Piece {
  /// A line of output starts here, with these spaces and tabs.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  case tag(Tag, TagLayout)
}

/// How a tag stands on its line.
struct TagLayout: Sendable {
  /// Whether the line holds nothing but the tag and is left out of the output.
  let isStandalone: Bool
  /// The spaces and tabs before the tag, when nothing else comes before it on its line.
  let lead: Range<Int>
  /// The spaces and tabs of the line that follows, when the tag is standalone.
  let next: Range<Int>
}

/// Finds lines that consist of tags alone.
///
/// A line counts when its only tag can stand alone, or when all its tags are of inheritance
/// (parents, blocks, and what closes them), as long as it holds no whole block.
/// Source: mustache/spec, the sections on standalone tags of each part.
struct TemplateLines {
  private let source: SourceText
  private var pieces: [Piece] = []
  private var line: [Token] = []
  /// The tags that are open, for telling what a closing tag closes.
  private var open: [Tag.Kind] = []

  /// Splits `tokens` at line ends and drops the lines that only hold tags.
  static func pieces(of tokens: [Token], in source: SourceText) -> [Piece] {
    var lines = TemplateLines(source: source)
    for token in tokens { lines.add(token) }
    lines.finishLine()
    return lines.pieces
  }

  private init(source: SourceText) {
    self.source = source
  }

  private mutating func add(_ token: Token) {
    guard case .text(let range) = token else { return line.append(token) }
    var start = range.lowerBound
    for index in range where source.bytes[index] == UInt8(ascii: "\n") {
      line.append(.text(start..<index + 1))
      finishLine()
      start = index + 1
    }
    if start < range.upperBound { line.append(.text(start..<range.upperBound)) }
  }

  private mutating func finishLine() {
    defer { line.removeAll(keepingCapacity: true) }
    guard let first = line.first else { return }
    let isStandalone = isStandalone()
    let lead = lead(of: first)
    if isStandalone {
      addTags(lead: lead)
    } else {
      addOutput(lead: lead)
    }
  }

  private func lead(of first: Token) -> Range<Int> {
    switch first {
    case .text(let range): source.bytes.leadingBlanks(range)
    case .tag(let tag): tag.range.lowerBound..<tag.range.lowerBound
    }
  }

  /// Keeps the tags of a line that is left out.
  private mutating func addTags(lead: Range<Int>) {
    var lead = lead
    var end = lead.upperBound
    for token in line {
      switch token {
      case .text(let range): end = range.upperBound
      case .tag(let tag): end = tag.range.upperBound
      }
    }
    let next = source.bytes.leadingBlanks(end..<source.bytes.count)
    for case .tag(let tag) in line {
      pieces.append(.tag(tag, TagLayout(isStandalone: true, lead: lead, next: next)))
      lead = tag.range.lowerBound..<tag.range.lowerBound
    }
  }

  /// Keeps everything of a line that is shown.
  private mutating func addOutput(lead: Range<Int>) {
    var isFirst = true
    for token in line {
      switch token {
      case .text(var range):
        if isFirst {
          if !isLineEnd(range) { pieces.append(.lineStart(lead)) }
          range = lead.upperBound..<range.upperBound
        }
        if !range.isEmpty { pieces.append(.text(range)) }
        isFirst = isFirst && range.isEmpty
      case .tag(let tag):
        let here = tag.range.lowerBound..<tag.range.lowerBound
        if isFirst, lead.isEmpty { pieces.append(.lineStart(here)) }
        let layout = TagLayout(isStandalone: false, lead: isFirst ? lead : here, next: here)
        pieces.append(.tag(tag, layout))
        isFirst = false
      }
    }
  }

  private func isLineEnd(_ range: Range<Int>) -> Bool {
    source.bytes[range].allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  /// Whether the line holds tags alone; follows what they open and close either way.
  private mutating func isStandalone() -> Bool {
    var tags = 0
    var canStandAlone = true
    var isInheritance = true
    var holdsBlock = false
    var previous: Tag.Kind?
    for token in line {
      switch token {
      case .text(let range):
        if !source.bytes.trimmed(range).isEmpty { canStandAlone = false }
      case .tag(let tag):
        tags += 1
        canStandAlone = canStandAlone && tag.kind.canStandAlone
        let subject = follow(tag.kind)
        isInheritance = isInheritance && (subject == .parent || subject == .block)
        if tag.kind == .close, previous == .block, open.last != .parent { holdsBlock = true }
        previous = tag.kind
      }
    }
    return canStandAlone && tags > 0 && !holdsBlock && (tags == 1 || isInheritance)
  }

  /// Notes what `kind` opens or closes and returns the kind of the tag it belongs to.
  private mutating func follow(_ kind: Tag.Kind) -> Tag.Kind {
    switch kind {
    case .section, .inverted, .parent, .block:
      open.append(kind)
      return kind
    case .close:
      return open.popLast() ?? kind
    case .variable, .rawVariable, .comment, .partial, .delimiters:
      return kind
    }
  }
}
