/// How the lines of a table fall into cells, and where a table ends.
extension TableSyntax {
  /// The alignments of a delimiter row, or nil where the line is none.
  static func alignments(_ line: Range<Int>, in bytes: [UInt8]) -> [PipeTable.Alignment]? {
    for byte in bytes[line] where !byte.isBlank {
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
      else { return nil }
    }
    // A list marker goes before: cmark would make an item of the line.
    guard LinePrefix(of: line, in: bytes, listMarkers: true).end == line.lowerBound else {
      return nil
    }
    var alignments: [PipeTable.Alignment] = []
    for cell in cells(line, in: bytes).cells {
      guard let first = bytes[cell].first, let last = bytes[cell].last else { return nil }
      let isLeft = first == UInt8(ascii: ":")
      let isRight = last == UInt8(ascii: ":")
      let dashes = bytes[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      switch (isLeft, isRight) {
      case (false, false): alignments.append(.none)
      case (true, false): alignments.append(.left)
      case (true, true): alignments.append(.center)
      case (false, true): alignments.append(.right)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// The first `most` cells of a row without the spaces around them, and what follows; O(n).
  static func cells(
    _ line: Range<Int>, in bytes: [UInt8], most: Int = .max
  ) -> (cells: [Range<Int>], surplus: Range<Int>) {
    var cells: [Range<Int>] = []
    var index = line.lowerBound
    if index < line.upperBound, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < line.upperBound, cells.count < most {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<index, in: bytes))
        start = index + 1
      }
      index += 1
    }
    let rest = min(start, line.upperBound)..<line.upperBound
    guard cells.count < most else { return (cells, withoutBars(rest, in: bytes)) }
    let last = trimmed(rest, in: bytes)
    if !last.isEmpty { cells.append(last) }
    return (cells, line.upperBound..<line.upperBound)
  }

  /// What is between the bars and spaces at either end of a range.
  private static func withoutBars(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func isLoose(_ place: Int) -> Bool {
      if bytes[place] == UInt8(ascii: "|") { return bytes[place - 1] != UInt8(ascii: "\\") }
      return bytes[place].isBlank
    }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isLoose(start) { start += 1 }
    while end > start, isLoose(end - 1) { end -= 1 }
    return start..<end
  }

  /// Whether a line with this text starts a block that ends a table.
  static func startsBlock(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = bytes[text.lowerBound]
    switch first {
    case UInt8(ascii: ">"):
      return true
    case UInt8(ascii: "#"):
      let count = bytes[text].prefix { $0 == UInt8(ascii: "#") }.count
      return count <= 6 && (count == text.count || bytes[text.lowerBound + count].isBlank)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return bytes[text].prefix { $0 == first }.count >= 3
    case UInt8(ascii: "<"):
      return startsHTML(text, in: bytes)
    case UInt8(ascii: "["):
      return startsDefinition(text, in: bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      if text.count == 1, first != UInt8(ascii: "_") { return true }
      let isRule = bytes[text].allSatisfy { $0 == first || $0.isBlank }
      if isRule, first != UInt8(ascii: "+"), bytes[text].count(where: { $0 == first }) >= 3 {
        return true
      }
      return LinePrefix.markerWidth(at: text.lowerBound, in: bytes, upTo: text.upperBound) > 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return LinePrefix.markerWidth(at: text.lowerBound, in: bytes, upTo: text.upperBound) > 0
    default:
      return false
    }
  }

  /// A tag or comment starts a block where no cell follows it.
  private static func startsHTML(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard text.count > 1, !bytes[text].contains(UInt8(ascii: "|")) else { return false }
    switch bytes[text.lowerBound + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"): return true
    case let byte: return byte.isLetter
    }
  }

  private static func startsDefinition(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard text.count > 4, bytes[text.lowerBound + 1] == UInt8(ascii: "^") else { return false }
    let label = bytes[text].prefix(FootnoteSyntax.longestLabel + 3).firstIndex(
      of: UInt8(ascii: "]"))
    guard let label, label + 1 < text.upperBound else { return false }
    return bytes[label + 1] == UInt8(ascii: ":")
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
