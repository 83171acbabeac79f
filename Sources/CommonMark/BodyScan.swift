/// What one pass over the bytes of a body finds: its lines, and where extensions may stand.
///
/// Offsets are in the whole file. The pass looks at sixteen bytes at a time and stops only at line
/// ends, `^`, `|`, `!` and at the first byte of U+FDD0 and its like.
struct BodyScan {
  /// Where each line starts; LF, CR LF and a lone CR end one.
  var lineStarts: [Int] = []
  /// Where each `[^` has its `^`.
  var carets: [Int] = []
  /// The lines, from 0, that hold a `|`.
  var pipeLines: [Int] = []
  /// Whether a byte stands there that may begin one of our own ``Mark``s.
  var hasMarkBytes = false
  /// The most `![` between two blank lines.
  var imageOpeners = 0
  /// The longest line, in bytes.
  var longestLine = 0
  private var openersSinceBlank = 0
  private let end: Int

  /// Looks through `range` of `bytes`; O(n).
  init(_ bytes: [UInt8], in range: Range<Int>) {
    end = range.upperBound
    lineStarts.reserveCapacity(range.count / 40 + 8)
    lineStarts.append(range.lowerBound)
    unsafe bytes.withUnsafeBufferPointer { unsafe scan($0, range) }
    endLine(at: range.upperBound, next: nil)
  }

  /// The bytes of a line, from 0, without its line end.
  func line(_ index: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = lineStarts[index]
    var stop = index + 1 < lineStarts.count ? lineStarts[index + 1] : end
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\n") { stop -= 1 }
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return start..<stop
  }

  /// The line, from 0, that holds `offset`.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 16 <= range.upperBound {
      let block = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      var found = (block .== UInt8(ascii: "\n")) .| (block .== UInt8(ascii: "\r"))
      found = found .| (block .== UInt8(ascii: "^")) .| (block .== UInt8(ascii: "|"))
      found = found .| (block .== UInt8(ascii: "!")) .| (block .== Mark.firstByte)
      if any(found) {
        for place in index..<index + 16 { unsafe look(at: place, in: bytes, range) }
      }
      index += 16
    }
    while index < range.upperBound {
      unsafe look(at: index, in: bytes, range)
      index += 1
    }
  }

  @inline(__always)
  private mutating func look(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    switch unsafe bytes[index] {
    case UInt8(ascii: "\n"):
      endLine(at: index, next: index + 1)
    case UInt8(ascii: "\r"):
      let isPair = unsafe index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "\n")
      if !isPair { endLine(at: index, next: index + 1) }
    case UInt8(ascii: "^"):
      if unsafe index > range.lowerBound && bytes[index - 1] == UInt8(ascii: "[") {
        carets.append(index)
      }
    case UInt8(ascii: "|"):
      if pipeLines.last != lineStarts.count - 1 { pipeLines.append(lineStarts.count - 1) }
    case UInt8(ascii: "!"):
      if unsafe index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "[") {
        openersSinceBlank += 1
        imageOpeners = max(imageOpeners, openersSinceBlank)
      }
    case Mark.firstByte:
      hasMarkBytes = true
    default:
      break
    }
  }

  private mutating func endLine(at index: Int, next: Int?) {
    let length = index - (lineStarts.last ?? index)
    longestLine = max(longestLine, length)
    if length <= 1 { openersSinceBlank = 0 }
    if let next { lineStarts.append(next) }
  }
}
