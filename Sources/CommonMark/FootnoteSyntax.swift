/// A `[^label]` in running text.
struct CitationMark {
  /// What stands between `[^` and `]`, as labels are compared.
  let label: String
  /// The bytes from `[` to `]`, in the file.
  let range: Range<Int>
}

/// A `[^label]:` at the start of a line.
struct DefinitionMark {
  /// What stands between `[^` and `]`, as labels are compared.
  let label: String
  /// The line, from 0.
  let line: Int
  /// Where the line's text starts, after the markers of quotes and lists; the place of `[`.
  let start: Int
  /// The bytes from `[` to `:`, in the file.
  let range: Range<Int>
  /// Where the note's own text starts.
  let textStart: Int
  /// How many columns stand before `[`.
  let column: Int
}

/// Finds what has the form of a footnote, wherever it stands.
///
/// Whether it stands in code is known only to cmark; what does is put back later.
/// Source: cmark-gfm 0.29, whose labels hold no space and no bracket.
struct FootnoteSyntax {
  /// In order of place.
  private(set) var citations: [CitationMark] = []
  /// In order of place.
  private(set) var definitions: [DefinitionMark] = []

  /// The most bytes that a label has.
  static let longestLabel = 200

  /// Looks at each `^` that `scan` has found; O(n).
  init(_ scan: BodyScan, in bytes: [UInt8], upTo end: Int) {
    var line = 0
    var lastLine = -1
    for caret in scan.carets {
      while line + 1 < scan.lineStarts.count, scan.lineStarts[line + 1] <= caret { line += 1 }
      guard let close = Self.labelEnd(from: caret + 1, in: bytes, upTo: end),
        !Self.isEscaped(caret - 1, in: bytes, from: scan.lineStarts[line])
      else { continue }
      let label = Self.label(caret + 1..<close, in: bytes)
      let isFirst = line != lastLine
      lastLine = line
      let hasColon = close + 1 < end && bytes[close + 1] == UInt8(ascii: ":")
      if isFirst, hasColon {
        let content = scan.line(line, in: bytes)
        let prefix = LinePrefix(of: content, in: bytes, listMarkers: true)
        if prefix.end == caret - 1 {
          var text = close + 2
          while text < content.upperBound, bytes[text].isBlank { text += 1 }
          definitions.append(
            DefinitionMark(
              label: label, line: line, start: prefix.end, range: caret - 1..<close + 2,
              textStart: text, column: prefix.column))
          continue
        }
      }
      citations.append(CitationMark(label: label, range: caret - 1..<close + 1))
    }
    leaveToCommonMark(bytes, upTo: end)
  }

  /// Leaves alone what nothing defines and what CommonMark may read as a link.
  private mutating func leaveToCommonMark(_ bytes: [UInt8], upTo end: Int) {
    guard !citations.isEmpty else { return }
    let defined = Set(definitions.map(\.label))
    citations.removeAll { citation in
      guard !defined.contains(citation.label), citation.range.upperBound < end else { return false }
      let next = bytes[citation.range.upperBound]
      return next == UInt8(ascii: "(") || next == UInt8(ascii: "[")
    }
  }

  /// Labels are compared without regard to case.
  static func label(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private static func labelEnd(from start: Int, in bytes: [UInt8], upTo end: Int) -> Int? {
    var index = start
    while index < min(end, start + longestLabel) {
      switch bytes[index] {
      case UInt8(ascii: "]"):
        return index > start ? index : nil
      case UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: "`"), 0...0x20:
        return nil
      default:
        index += 1
      }
    }
    return nil
  }

  private static func isEscaped(_ place: Int, in bytes: [UInt8], from start: Int) -> Bool {
    var index = place
    while index > start, bytes[index - 1] == UInt8(ascii: "\\") { index -= 1 }
    return (place - index) % 2 == 1
  }
}
