import CommonMark
import Diagnostics
import FrontMatter
import Inspections

/// A part of a document that an editor lists.
struct DocumentSymbol: Sendable, Hashable {
  /// What it is, by the protocol's numbers.
  enum Kind: Int, Sendable {
    case file = 1
    case field = 8
    case entry = 18
    case heading = 15
    case paragraph = 16
  }

  let name: String
  var detail = ""
  let kind: Kind
  let bytes: Range<Int>
  let nameBytes: Range<Int>
  var children: [DocumentSymbol] = []
}

extension Glance {
  /// The fields of the document with the entries of their lists, and the headings of its body with their
  /// numbered paragraphs.
  func symbols() -> [DocumentSymbol] {
    var symbols: [DocumentSymbol] = []
    switch kind {
    case .site:
      symbols =
        readYAML(text.bytes, file: SourceFile(path: path)).value.map(Self.symbols(of:)) ?? []
    case .record: symbols = parts.document.frontMatter.map(Self.symbols(of:)) ?? []
    case .template, .other: return []
    }
    if let body = record?.header.body { symbols += outline(of: body) }
    return symbols
  }

  private static func symbols(of node: Node) -> [DocumentSymbol] {
    guard case .mapping(let pairs) = node.content else { return [] }
    return pairs.map { pair in
      let end = max(pair.keySpan.end, pair.value.span.end)
      return DocumentSymbol(
        name: pair.key, detail: pair.value.shortText, kind: .field, bytes: pair.keySpan.start..<end,
        nameBytes: pair.keySpan.range, children: entries(of: pair.value))
    }
  }

  /// The entries of a list that go by a name of their own.
  private static func entries(of node: Node) -> [DocumentSymbol] {
    guard case .sequence(let nodes) = node.content else { return symbols(of: node) }
    return nodes.compactMap { entry in
      guard case .mapping(let pairs) = entry.content, let first = pairs.first else { return nil }
      let named = pairs.first { $0.key == "id" } ?? first
      let others = pairs.first { ["title", "text"].contains($0.key) }?.value.shortText
      return DocumentSymbol(
        name: named.value.shortText.isEmpty ? named.key : named.value.shortText,
        detail: others ?? "", kind: .entry, bytes: entry.span.range,
        nameBytes: named.value.span.range.clamped(to: entry.span.range))
    }
  }

  private func outline(of body: RenderedBody) -> [DocumentSymbol] {
    var parts: [(depth: Int, symbol: DocumentSymbol)] = body.headings.map { heading in
      let bytes = heading.span.range
      return (
        heading.level,
        DocumentSymbol(name: heading.text, kind: .heading, bytes: bytes, nameBytes: bytes)
      )
    }
    let plain = body.text
    parts += body.paragraphs.map { paragraph in
      let bytes = paragraph.span.range
      return (
        7,
        DocumentSymbol(
          name: paragraph.number.description,
          detail: String(paragraph.words(in: plain).prefix(60)), kind: .paragraph, bytes: bytes,
          nameBytes: bytes)
      )
    }
    parts.sort { $0.symbol.bytes.lowerBound < $1.symbol.bytes.lowerBound }
    var rest = parts[...]
    return Self.nested(&rest, below: 0, end: text.bytes.count)
  }

  /// The parts that are deeper than `depth`, each with those below it; a heading goes on to the next of its
  /// level.
  private static func nested(
    _ rest: inout ArraySlice<(depth: Int, symbol: DocumentSymbol)>, below depth: Int, end: Int
  ) -> [DocumentSymbol] {
    var found: [DocumentSymbol] = []
    while let first = rest.first, first.depth > depth {
      rest = rest.dropFirst()
      var symbol = first.symbol
      if symbol.kind == .heading {
        let next = rest.first { $0.depth <= first.depth }?.symbol.bytes.lowerBound ?? end
        symbol = DocumentSymbol(
          name: symbol.name, kind: .heading,
          bytes: symbol.bytes.lowerBound..<max(next, symbol.bytes.upperBound),
          nameBytes: symbol.nameBytes, children: nested(&rest, below: first.depth, end: next))
      }
      found.append(symbol)
    }
    return found
  }
}

extension Node {
  /// The text of a scalar in one line, for a list; empty for what is none.
  fileprivate var shortText: String {
    guard case .scalar(let text, _) = content else { return "" }
    return String(text.prefix(60)).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// The records whose id or title holds what is sought, those first that begin with it.
///
/// Complexity: O(records).
func foundRecords(_ query: String, in records: [ContentRecord]) -> [ContentRecord] {
  let sought = query.lowercased()
  var first: [ContentRecord] = []
  var others: [ContentRecord] = []
  for record in records {
    let (id, title) = (record.key.id, record.plainTitle.lowercased())
    if id.hasPrefix(sought) || title.hasPrefix(sought) {
      first.append(record)
    } else if id.contains(sought) || title.contains(sought) {
      others.append(record)
    }
  }
  return Array((first + others).prefix(Limits.foundSymbols))
}
