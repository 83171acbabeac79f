import Bytes

internal import Diagnostics

/// Whether a byte is a space, a tab or part of a line ending.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineEnding(byte)
}

/// Whether a byte is part of a line ending: LF or CR.
func isLineEnding(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

/// The offset of the line ending that closes the line of `offset`, or `limit`.
func endOfLine(_ bytes: [UInt8], _ offset: Int, limit: Int) -> Int {
  guard offset < limit else { return offset }
  return bytes.firstPlace(
    in: offset..<limit, marks: { $0.marks(of: 0x0A...0x0A) | $0.marks(of: 0x0D...0x0D) }) ?? limit
}

/// The start of the line of `offset`, not before `limit`.
func startOfLine(_ bytes: [UInt8], _ offset: Int, limit: Int) -> Int {
  var start = offset
  while start > limit, !isLineEnding(bytes[start - 1]) { start -= 1 }
  return start
}

/// The start of the line after the one of `offset`, or `limit`; a lone CR ends a line too.
func nextLine(_ bytes: [UInt8], _ offset: Int, limit: Int) -> Int {
  let end = endOfLine(bytes, offset, limit: limit)
  guard end < limit else { return limit }
  let isPair =
    bytes[end] == UInt8(ascii: "\r") && end + 1 < limit && bytes[end + 1] == UInt8(ascii: "\n")
  return end + (isPair ? 2 : 1)
}

/// Whether the line that starts at `start` reads like a field of the top level, `word:`.
func looksLikeField(_ bytes: [UInt8], _ start: Int, limit: Int) -> Bool {
  var index = start
  while index < limit, isNameByte(bytes[index]) { index += 1 }
  guard index > start, index < limit, bytes[index] == UInt8(ascii: ":") else { return false }
  return index + 1 == limit || isBlank(bytes[index + 1])
}

/// Whether a line starts at `place` with a `-` that is no entry's for want of a space: `-id: 1`, `-{…}`.
func lacksSpaceAfterDash(_ bytes: [UInt8], _ place: Int, limit: Int) -> Bool {
  guard place + 1 < limit, bytes[place] == UInt8(ascii: "-") else { return false }
  let next = bytes[place + 1]
  let startsEntry =
    (0x61...0x7A).contains(next | 0x20) || next >= 0x80 || "{[\"'".utf8.contains(next)
  let start = startOfLine(bytes, place, limit: 0)
  return startsEntry && bytes[start..<place].allSatisfy { $0 == UInt8(ascii: " ") }
}

/// Whether a byte may stand in the name of a field.
func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}
