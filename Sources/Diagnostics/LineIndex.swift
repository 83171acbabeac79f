/// Where each line of a text starts, to turn byte offsets into lines and columns.
///
/// A line ends with LF, CR LF or a lone CR. Building costs one pass; a look-up is a binary search
/// plus one pass over the line.
public struct LineIndex: Sendable {
  /// A place as people and SARIF count it: both from 1, columns in Unicode scalars.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
  }

  private let starts: [Int]

  /// Finds the line starts of `bytes`.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
        offset += 1
        starts.append(offset)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        starts.append(offset)
      }
    }
    self.starts = starts
  }

  /// How many lines there are; an empty text has one.
  public var lineCount: Int { starts.count }

  /// The line, from 1, that holds the byte at `offset`; offsets past the end are in the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, from 1, without its line ending.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The line and column of the byte at `offset`; a byte-order mark takes no column.
  public func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: offset)
    var column = 1
    var index = starts[line - 1]
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < min(offset, bytes.count) {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: line, column: column)
  }
}
