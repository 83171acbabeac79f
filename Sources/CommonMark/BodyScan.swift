/// What is to be known of the bytes of a body before cmark reads them: its lines, and where
/// extensions may stand.
///
/// Offsets are in the whole file. Each kind of byte is looked for by itself: most are rare, and
/// that is how the C library finds them fastest.
struct BodyScan {
  /// Where each line starts, once the lines have been found; LF, CR LF and a lone CR end one.
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
  private let range: Range<Int>

  /// Looks through `range` of `bytes`, for extensions only if they are on; O(n).
  ///
  /// The lines are found at once only where something needs them. A large allocation before cmark
  /// makes its own (a handful for each line) cost nearly twice as much with the allocator of glibc.
  init(_ bytes: [UInt8], in range: Range<Int>, extensions: Bool) {
    self.range = range
    end = range.upperBound
    let hasPipes = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe measureLines(bytes)
      guard extensions else { return false }
      unsafe findCarets(bytes)
      hasMarkBytes = unsafe firstPlace(of: Mark.firstByte, in: bytes, range) != nil
      return unsafe firstPlace(of: UInt8(ascii: "|"), in: bytes, range) != nil
    }
    if hasPipes || !carets.isEmpty { findLines(bytes) }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if hasPipes { unsafe findPipes(bytes) }
    }
    findImages(bytes)
  }

  /// Finds the lines unless they have been found; O(n).
  mutating func findLines(_ bytes: [UInt8]) {
    guard lineStarts.isEmpty else { return }
    lineStarts.reserveCapacity(range.count / 32 + 8)
    lineStarts.append(range.lowerBound)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      _ = unsafe eachLineEnd(bytes) { scan, _, place in scan.lineStarts.append(place + 1) }
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

  private mutating func measureLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lastStart = unsafe eachLineEnd(bytes) { scan, start, place in
      scan.longestLine = max(scan.longestLine, place - start)
    }
    longestLine = max(longestLine, end - lastStart)
  }

  /// Passes each line's start and the last byte of its end on, and answers with the last start.
  private mutating func eachLineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ use: (inout BodyScan, Int, Int) -> Void
  ) -> Int {
    let hasReturns = unsafe firstPlace(of: UInt8(ascii: "\r"), in: bytes, range) != nil
    var start = range.lowerBound
    while let place = unsafe hasReturns
      ? lineEnd(in: bytes, start..<end) : firstPlace(of: UInt8(ascii: "\n"), in: bytes, start..<end)
    {
      use(&self, start, place)
      start = place + 1
    }
    return start
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

  private mutating func findCarets(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    while let place = unsafe firstPlace(of: UInt8(ascii: "^"), in: bytes, start..<end) {
      if place > range.lowerBound, unsafe bytes[place - 1] == UInt8(ascii: "[") {
        carets.append(place)
      }
      start = place + 1
    }
  }

  private mutating func findPipes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    var line = 0
    while let place = unsafe firstPlace(of: UInt8(ascii: "|"), in: bytes, start..<end) {
      while line + 1 < lineStarts.count, lineStarts[line + 1] <= place { line += 1 }
      pipeLines.append(line)
      start = line + 1 < lineStarts.count ? lineStarts[line + 1] : end
    }
  }

  private mutating func findImages(_ bytes: [UInt8]) {
    let places = unsafe bytes.withUnsafeBufferPointer { unsafe imagePlaces($0) }
    guard places.count > BodyLimits.mostImageOpeners else { return }
    findLines(bytes)
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
  private func imagePlaces(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var start = range.lowerBound
    while let place = unsafe firstPlace(of: UInt8(ascii: "!"), in: bytes, start..<end) {
      if unsafe place + 1 < end && bytes[place + 1] == UInt8(ascii: "[") { places.append(place) }
      start = place + 1
    }
    return places
  }
}
