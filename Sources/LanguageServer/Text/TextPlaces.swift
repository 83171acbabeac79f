import Diagnostics

/// A place in a text as the protocol counts it: lines from 0, and UTF-16 units of the line from 0.
struct TextPosition: Sendable, Hashable, Comparable, Codable {
  let line: Int
  let character: Int

  init(_ line: Int, _ character: Int) {
    self.line = line
    self.character = character
  }

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  var json: OrderedJSON { .object([("line", .number(line)), ("character", .number(character))]) }
}

/// A half-open stretch of a text.
struct TextRange: Sendable, Hashable, Codable {
  let start: TextPosition
  let end: TextPosition

  init(_ start: TextPosition, _ end: TextPosition) {
    self.start = start
    self.end = end
  }

  var json: OrderedJSON { .object([("start", start.json), ("end", end.json)]) }

  /// Whether the two have a place in common, edges included.
  func touches(_ other: TextRange) -> Bool { start <= other.end && other.start <= end }
}

/// A text with its lines, to turn byte offsets into places of the protocol and back.
struct PlacedText: Sendable {
  /// The UTF-8 of the whole text.
  let bytes: [UInt8]
  private let lines: LineIndex

  /// Finds the lines of a text; O(n).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  var lineCount: Int { lines.lineCount }

  /// The bytes of a line, from 0, without its ending; of one behind the last line, the end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 0 else { return 0..<0 }
    guard number < lineCount else { return bytes.count..<bytes.count }
    let range = lines.range(ofLine: number + 1, in: bytes)
    // Editors do not count a byte-order mark, and most do not hand it over.
    let hasMark = number == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? min(3, range.upperBound)..<range.upperBound : range
  }

  /// The line, from 0, of a byte.
  func lineNumber(at offset: Int) -> Int { lines.line(at: offset) - 1 }

  /// The place of a byte; one within a character has the place of that, one in a line's ending the end
  /// of the line.
  func position(at offset: Int) -> TextPosition {
    let number = lineNumber(at: offset)
    let range = line(number)
    var units = 0
    var index = range.lowerBound
    let end = min(max(offset, range.lowerBound), range.upperBound)
    while index < end {
      let (length, width) = character(at: index)
      guard index + length <= end else { break }
      index += length
      units += width
    }
    return TextPosition(number, units)
  }

  /// The byte at a place; a place behind the end of its line is that end, one within a surrogate pair the
  /// start of the character.
  func offset(of position: TextPosition) -> Int {
    let range = line(position.line)
    var units = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (length, width) = character(at: index)
      guard units + width <= position.character else { break }
      units += width
      index = min(index + length, range.upperBound)
    }
    return index
  }

  /// The stretch of some bytes.
  func range(of bytes: Range<Int>) -> TextRange {
    TextRange(position(at: bytes.lowerBound), position(at: bytes.upperBound))
  }

  /// The bytes of a stretch; none, at its start, where it ends before it begins.
  func bytes(of range: TextRange) -> Range<Int> {
    let start = offset(of: range.start)
    return start..<max(start, offset(of: range.end))
  }

  /// The text of some bytes.
  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// How many bytes the character takes that begins at a byte, and how many units of UTF-16; what is no
  /// UTF-8 counts as one of each.
  private func character(at index: Int) -> (length: Int, width: Int) {
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (1, 1)
    }
    guard index + length <= bytes.count,
      bytes[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return (1, 1) }
    return (length, length == 4 ? 2 : 1)
  }
}
