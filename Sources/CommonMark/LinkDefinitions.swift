import Diagnostics

extension CommonMarkChecks {
  /// Definitions of links that define none.
  static let linkDefinition = Check(
    "link-definition", .structure, .warning,
    summary: "Every definition of a link is used, and no text is taken for one.",
    explanation: """
      In Markdown a line like `[act]: https://example.org/act` defines where `[the Act][act]` leads, \
      and is not shown itself. Text that happens to have this form vanishes with it: of \
      `[Note]: Withheld.` nothing is seen, for one word behind the colon is an address. So a \
      definition that no link of the body uses is told, and so is one whose name was defined before, \
      of which only the first counts. A remark for other authors, `[//]: # (like this)`, is left alone.

          [Note]: Withheld.

      Write `\\[Note]: Withheld.` for text.

      Source: CommonMark 0.30, "Link reference definitions".
      """)
}

/// A definition of a link, as it stands in the source.
private struct LinkDefinition {
  /// From `[` to the `:` behind `]`.
  let mark: Range<Int>
  /// Its name as names are compared.
  let name: String
  /// Where the next block may start.
  let end: Int
  /// Whether it leads nowhere, as in a remark that is not to be shown.
  let isRemark: Bool
}

/// Definitions of links leave the tree, so they are looked for in what no block of it shows.
extension BodyRenderer {
  /// Reports the definitions that no link uses.
  mutating func checkDefinitions(below root: TreeNode) {
    let footnotes = Set(prepared.definitions.map(\.line))
    let shown = ShownLines(below: [root] + notes.definitions.map(\.item), of: prepared)
    var definitions: [LinkDefinition] = []
    var next = 0
    for line in prepared.scan.lineStarts.indices
    where line >= next && !footnotes.contains(line) && shown.mayDefine(line) {
      var start = LinePrefix(
        of: prepared.scan.line(line, in: prepared.source), in: prepared.source, listMarkers: true
      ).end
      while let definition = definition(at: start) {
        definitions.append(definition)
        start = definition.end
        while next < prepared.scan.lineStarts.count, prepared.scan.lineStarts[next] < start {
          next += 1
        }
        start =
          LinePrefix(
            of: start..<prepared.range.upperBound, in: prepared.source, listMarkers: false
          ).end
      }
    }
    guard !definitions.isEmpty else { return }
    let used = usedNames(beside: Set(definitions.map(\.mark.lowerBound)), in: shown)
    var first: [String: LinkDefinition] = [:]
    for definition in definitions where !definition.isRemark {
      if let first = first[definition.name] {
        report(definition, "is defined twice, and only the first counts", first: first)
      } else {
        first[definition.name] = definition
        if !used.contains(definition.name) {
          report(definition, "defines a link that nothing uses, and is not shown", first: nil)
        }
      }
    }
  }

  private mutating func report(
    _ definition: LinkDefinition, _ what: String, first: LinkDefinition?
  ) {
    let typed = shown(definition.mark)
    report(
      CommonMarkChecks.linkDefinition, "'\(typed)' \(what)",
      at: Diagnostic.Label(Span(file, definition.mark), "not shown"),
      secondary: first.map { [Diagnostic.Label(Span(file, $0.mark), "the first")] } ?? [],
      help: "write '\\\(typed)' where it is text, or take it out")
  }

  /// The names in brackets outside code and definitions, which links may have.
  private func usedNames(beside definitions: Set<Int>, in shown: ShownLines) -> Set<String> {
    let bytes = prepared.source
    var names: Set<String> = []
    var line = 0
    var start = prepared.range.lowerBound
    while let open = bytes.firstPlace(of: UInt8(ascii: "["), in: start..<prepared.range.upperBound)
    {
      start = open + 1
      while line + 1 < prepared.scan.lineStarts.count, prepared.scan.lineStarts[line + 1] <= open {
        line += 1
      }
      guard !definitions.contains(open), !shown.isCode(line), let close = labelEnd(after: open)
      else { continue }
      names.insert(name(open + 1..<close))
    }
    return names
  }

  // MARK: The form of a definition

  /// The definition that starts at a place, by the rules of CommonMark 0.30, section 4.7.
  private func definition(at start: Int) -> LinkDefinition? {
    guard byte(start) == UInt8(ascii: "["), let close = labelEnd(after: start),
      byte(close + 1) == UInt8(ascii: ":")
    else { return nil }
    let name = name(start + 1..<close)
    let address = afterSpace(close + 2)
    guard !name.isEmpty, let end = addressEnd(address) else { return nil }
    let title = afterSpace(end)
    let titleEnd = title > end ? self.titleEnd(title).flatMap(lineEnd(from:)) : nil
    guard let last = titleEnd ?? lineEnd(from: end) else { return nil }
    let words = prepared.source[address..<end]
    return LinkDefinition(
      mark: start..<close + 2, name: name, end: last,
      isRemark: words.elementsEqual("#".utf8) || words.elementsEqual("<>".utf8))
  }

  private func byte(_ place: Int) -> UInt8 {
    place < prepared.range.upperBound ? prepared.source[place] : 0
  }

  /// The `]` that ends the name whose `[` is at a place.
  private func labelEnd(after open: Int) -> Int? {
    var place = open + 1
    while place < min(prepared.range.upperBound, open + 1_001) {
      switch prepared.source[place] {
      case UInt8(ascii: "]"): return place
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// A name as names are compared: without regard to case and to how it is spaced.
  private func name(_ range: Range<Int>) -> String {
    String(decoding: prepared.source[range], as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first place behind blanks and at most one line ending.
  private func afterSpace(_ start: Int) -> Int {
    var place = start
    var hasEnded = false
    while byte(place).isSpace {
      let isEnd = !byte(place).isBlank
      if isEnd, hasEnded { break }
      if isEnd, byte(place) == UInt8(ascii: "\r"), byte(place + 1) == UInt8(ascii: "\n") {
        place += 1
      }
      hasEnded = hasEnded || isEnd
      place += 1
    }
    return place
  }

  private func addressEnd(_ start: Int) -> Int? {
    var place = start
    if byte(start) == UInt8(ascii: "<") {
      place += 1
      while byte(place) != UInt8(ascii: ">") {
        if byte(place) < 0x20 || byte(place) == UInt8(ascii: "<") { return nil }
        place += byte(place) == UInt8(ascii: "\\") ? 2 : 1
      }
      return place + 1
    }
    var depth = 0
    while byte(place) > 0x20, byte(place) != 0x7F {
      switch byte(place) {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\") where byte(place + 1) > 0x20: place += 1
      default: break
      }
      if depth < 0 { return nil }
      place += 1
    }
    return place > start && depth == 0 ? place : nil
  }

  private func titleEnd(_ start: Int) -> Int? {
    let open = byte(start)
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var place = start + 1
    var isBlankLine = false
    while place < prepared.range.upperBound, byte(place) != close {
      if byte(place) == UInt8(ascii: "\n") {
        if isBlankLine { return nil }
        isBlankLine = true
      } else if !byte(place).isSpace {
        isBlankLine = false
      }
      place += byte(place) == UInt8(ascii: "\\") ? 2 : 1
    }
    return byte(place) == close ? place + 1 : nil
  }

  /// The start of the next line where nothing but blanks stands before it.
  private func lineEnd(from start: Int) -> Int? {
    var place = start
    while byte(place).isBlank { place += 1 }
    guard place < prepared.range.upperBound else { return place }
    guard byte(place).isSpace else { return nil }
    let isPair = byte(place) == UInt8(ascii: "\r") && byte(place + 1) == UInt8(ascii: "\n")
    return place + (isPair ? 2 : 1)
  }
}

/// What the lines of a body are shown as.
private struct ShownLines {
  private enum Kind { case nothing, text, paragraphStart, code }

  private var kinds: [Kind]

  init(below roots: [TreeNode], of prepared: PreparedBody) {
    kinds = Array(repeating: .nothing, count: prepared.scan.lineStarts.count)
    for root in roots {
      var walk = TreeWalk(root)
      while let (node, entering) = walk.next() {
        guard entering else { continue }
        switch node.kind {
        case .paragraph, .heading, .thematicBreak: mark(node, .text, prepared)
        case .codeBlock, .htmlBlock: mark(node, .code, prepared)
        default: continue
        }
        walk.skip(node)
      }
    }
  }

  private mutating func mark(_ node: TreeNode, _ kind: Kind, _ prepared: PreparedBody) {
    let first = prepared.sourceLine(node.startLine)
    let last = max(first, prepared.sourceLine(max(node.startLine, node.endLine)))
    for line in first...last { kinds[line] = kind }
    // cmark counts the definitions before a paragraph's text as lines of it.
    if node.kind == .paragraph { kinds[first] = .paragraphStart }
  }

  /// Whether a definition that is not shown may start in a line.
  func mayDefine(_ line: Int) -> Bool {
    kinds[line] == .nothing || kinds[line] == .paragraphStart
  }

  func isCode(_ line: Int) -> Bool { kinds[line] == .code }
}
