extension PreparedBody {
  /// What the author wrote where the copy for cmark has marks in code, HTML or an address; nil
  /// where the text has no marks.
  func restored(_ text: CText) -> [UInt8]? {
    guard hasMarks else { return nil }
    let bytes = unsafe text.bytes
    guard var found = unsafe Mark.first(in: bytes, from: 0) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      unsafe result.append(contentsOf: bytes[start..<found.range.lowerBound])
      start = found.range.upperBound
      switch found.mark {
      case .citation where found.index < citations.count:
        if result.last == UInt8(ascii: "^") { result.removeLast() }
        result.append(contentsOf: source[citations[found.index].range])
        if text[start] == UInt8(ascii: "^") { start += 1 }
      case .row where found.index < rows.count:
        start = restoreRow(found.index, after: start, of: text, to: &result)
      case .definition where found.index < definitions.count:
        start = restoreDefinition(found.index, after: start, of: text, to: &result)
      default:
        break
      }
      guard let next = unsafe Mark.first(in: bytes, from: start) else { break }
      found = next
    }
    unsafe result.append(contentsOf: bytes[start...])
    return result
  }

  /// Puts back a row, and the delimiter row after a header; answers with where the text goes on.
  private func restoreRow(
    _ index: Int, after start: Int, of text: CText, to result: inout [UInt8]
  ) -> Int {
    let row = rows[index]
    result.removeLast(min(2, result.count))
    let indent = Self.indent(endOf: result)
    result.append(contentsOf: source[row.start..<row.end])
    let table = tables[row.table]
    if table.headerLine == row.line {
      result.append(UInt8(ascii: "\n"))
      result.append(contentsOf: indent)
      result.append(contentsOf: source[table.delimiter])
    }
    var end = Self.lineEnd(in: text, from: start)
    for _ in row.cells.dropFirst() where end < text.count {
      end = Self.lineEnd(in: text, from: end + 1)
    }
    return end
  }

  private func restoreDefinition(
    _ index: Int, after start: Int, of text: CText, to result: inout [UInt8]
  ) -> Int {
    let definition = definitions[index]
    result.removeLast(min(2, result.count))
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    if result.last == UInt8(ascii: "+") { result.removeLast() }
    let lineEnd = scan.line(definition.line, in: source).upperBound
    result.append(contentsOf: source[definition.range.lowerBound..<lineEnd])
    let end = Self.lineEnd(in: text, from: start)
    guard definition.textStart < lineEnd, end < text.count else { return end }
    return Self.lineEnd(in: text, from: end + 1)
  }

  private static func lineEnd(in text: CText, from start: Int) -> Int {
    var index = min(start, text.count)
    while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  /// The spaces and quote markers at the start of the last line of `bytes`.
  private static func indent(endOf bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return bytes[start...].prefix { $0.isBlank || $0 == UInt8(ascii: ">") }
  }
}
