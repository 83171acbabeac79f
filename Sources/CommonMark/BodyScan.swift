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
  /// Whether a byte stands there that may begin one of our own ``Mark``s.
  private(set) var hasMarkBytes = false
  /// The most `![` between two blank lines; 0 where there are not many in all.
  private(set) var imageOpeners = 0
  /// The longest line, in bytes.
  private(set) var longestLine = 0
  private let end: Int

  /// Looks through `range` of `bytes`, for extensions only if they are on; O(n).
  init(_ bytes: [UInt8], in range: Range<Int>, extensions: Bool) {
    end = range.upperBound
    lineStarts.reserveCapacity(range.count / 32 + 8)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe findLines(bytes, range)
      unsafe findImages(bytes, range)
      guard extensions else { return }
      unsafe findCarets(bytes, range)
      unsafe findPipes(bytes, range)
      hasMarkBytes = unsafe firstPlace(of: Mark.firstByte, in: bytes, range) != nil
    }
  }

  /// The bytes of a line, from 0, without its line end.
  func line(_ index: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = lineStarts[index]
    var stop = index + 1 < lineStarts.count ? lineStarts[index + 1] : end
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\n") { stop -= 1 }
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return start..<stop
  }

  private mutating func findLines(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let hasReturns = unsafe firstPlace(of: UInt8(ascii: "\r"), in: bytes, range) != nil
    var start = range.lowerBound
    lineStarts.append(start)
    while let place = unsafe hasReturns
      ? lineEnd(in: bytes, start..<end) : firstPlace(of: UInt8(ascii: "\n"), in: bytes, start..<end)
    {
      longestLine = max(longestLine, place - start)
      start = place + 1
      lineStarts.append(start)
    }
    longestLine = max(longestLine, end - start)
  }

  /// The last byte of the first line end in a text that has carriage returns.
  private func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    for place in range {
      switch unsafe bytes[place] {
      case UInt8(ascii: "\n"): return place
      case UInt8(ascii: "\r"):
        if place + 1 == end { return place }
        if unsafe bytes[place + 1] != UInt8(ascii: "\n") { return place }
      default: break
      }
    }
    return nil
  }

  private mutating func findCarets(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while let place = unsafe firstPlace(of: UInt8(ascii: "^"), in: bytes, start..<end) {
      if place > range.lowerBound, unsafe bytes[place - 1] == UInt8(ascii: "[") {
        carets.append(place)
      }
      start = place + 1
    }
  }

  private mutating func findPipes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var line = 0
    while let place = unsafe firstPlace(of: UInt8(ascii: "|"), in: bytes, start..<end) {
      while line + 1 < lineStarts.count, lineStarts[line + 1] <= place { line += 1 }
      pipeLines.append(line)
      start = line + 1 < lineStarts.count ? lineStarts[line + 1] : end
    }
  }

  private mutating func findImages(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var places: [Int] = []
    var start = range.lowerBound
    while let place = unsafe firstPlace(of: UInt8(ascii: "!"), in: bytes, start..<end) {
      if unsafe place + 1 < end && bytes[place + 1] == UInt8(ascii: "[") { places.append(place) }
      start = place + 1
    }
    guard places.count > BodyLimits.mostImageOpeners else { return }
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
}
