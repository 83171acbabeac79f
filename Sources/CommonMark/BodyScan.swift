import Diagnostics

/// What is to be known of the bytes of a body before cmark reads them: its lines, and where
/// extensions may stand.
///
/// Offsets are in the whole file. Each kind of byte is looked for by itself: most are rare, and
/// that is how the C library finds them fastest.
struct BodyScan {
  /// Where each line starts; LF, CR LF and a lone CR end one.
  private(set) var lineStarts: [Int] = []
  /// Where each `[^` has its `^`.
  private(set) var carets: [Int] = []
  /// The lines, from 0, that hold a `|`.
  private(set) var pipeLines: [Int] = []
  /// The most `![` between two blank lines; 0 where there are not many in all.
  private(set) var imageOpeners = 0
  /// The longest line, in bytes.
  private(set) var longestLine = 0
  /// What may be markup that cmark does not take for such.
  private(set) var signs = MarkupSigns()
  private let end: Int
  private let range: Range<Int>

  /// Looks through `range` of `bytes`, for tables only if extensions are on; O(n).
  init(_ bytes: [UInt8], in range: Range<Int>, extensions: Bool) {
    self.range = range
    end = range.upperBound
    findLines(bytes)
    findCarets(bytes)
    if extensions { findPipes(bytes) }
    signs = MarkupSigns(bytes, range, lineStarts)
    findImages(bytes)
  }

  /// The bytes of a line, from 0, without its line end.
  func line(_ index: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = lineStarts[index]
    var stop = index + 1 < lineStarts.count ? lineStarts[index + 1] : end
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\n") { stop -= 1 }
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return start..<stop
  }

  private mutating func findLines(_ bytes: [UInt8]) {
    lineStarts.reserveCapacity(range.count / 32 + 8)
    let hasReturns = bytes.firstPlace(of: UInt8(ascii: "\r"), in: range) != nil
    var start = range.lowerBound
    lineStarts.append(start)
    while let place = hasReturns
      ? lineEnd(in: bytes, start..<end) : bytes.firstPlace(of: UInt8(ascii: "\n"), in: start..<end)
    {
      longestLine = max(longestLine, place - start)
      start = place + 1
      lineStarts.append(start)
    }
    longestLine = max(longestLine, end - start)
  }

  /// The last byte of the first line end in a text that has carriage returns.
  private func lineEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    for place in range {
      switch bytes[place] {
      case UInt8(ascii: "\n"): return place
      case UInt8(ascii: "\r"):
        if place + 1 == end { return place }
        if bytes[place + 1] != UInt8(ascii: "\n") { return place }
      default: break
      }
    }
    return nil
  }

  private mutating func findCarets(_ bytes: [UInt8]) {
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: UInt8(ascii: "^"), in: start..<end) {
      if place > range.lowerBound, bytes[place - 1] == UInt8(ascii: "[") {
        carets.append(place)
      }
      start = place + 1
    }
  }

  private mutating func findPipes(_ bytes: [UInt8]) {
    var start = range.lowerBound
    var line = 0
    while let place = bytes.firstPlace(of: UInt8(ascii: "|"), in: start..<end) {
      while line + 1 < lineStarts.count, lineStarts[line + 1] <= place { line += 1 }
      pipeLines.append(line)
      start = line + 1 < lineStarts.count ? lineStarts[line + 1] : end
    }
  }

  private mutating func findImages(_ bytes: [UInt8]) {
    let places = imagePlaces(bytes)
    guard places.count > Limits.imageOpeners else { return }
    var next = 0
    var inParagraph = 0
    for line in lineStarts.indices {
      let lineStop = line + 1 < lineStarts.count ? lineStarts[line + 1] : end
      if lineStop - lineStarts[line] <= 1 { inParagraph = 0 }
      while next < places.count, places[next] < lineStop {
        next += 1
        inParagraph += 1
      }
      imageOpeners = max(imageOpeners, inParagraph)
    }
  }

  /// Where each `![` has its `!`.
  private func imagePlaces(_ bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: UInt8(ascii: "!"), in: start..<end) {
      if place + 1 < end && bytes[place + 1] == UInt8(ascii: "[") { places.append(place) }
      start = place + 1
    }
    return places
  }
}
