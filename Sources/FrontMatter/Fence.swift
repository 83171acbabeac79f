internal import Diagnostics

/// The `---` lines of a Markdown file: where its front matter opens and closes.
struct Fence {
  /// The opening `---`.
  private(set) var opening: Range<Int>
  /// The bytes between the two lines; nil without front matter.
  private(set) var inner: Range<Int>?
  /// From the opening `---` to the end of the closing one.
  private(set) var whole: Range<Int>
  /// What follows the closing line.
  private(set) var body: Range<Int>
  /// False when the closing line was not found, and ``inner`` is a guess.
  private(set) var isClosed = true
  /// What is wrong with the opening line.
  private let fault: OpeningFault?
  /// The first line that is not empty.
  private let firstLine: Range<Int>
  /// A line that was probably meant to close the front matter.
  private var nearlyClosing: Range<Int>?

  /// How front matter may fail to open.
  private enum OpeningFault {
    /// Empty lines stand above the opening line.
    case late
    /// Another number of dashes, or dashes that an editor made long.
    case nearly
    /// The first line is a field.
    case missing
    /// `+++`, which opens another language's front matter.
    case toml
    /// There is none.
    case absent
  }

  /// Looks for front matter at `start`, where the text begins.
  init(_ bytes: [UInt8], from start: Int) {
    let end = bytes.count
    var first = start
    while first < end, isBlank(bytes[first]) { first += 1 }
    let line = startOfLine(bytes, first, limit: start)
    firstLine = line..<endOfLine(bytes, line, limit: end)
    fault = Self.openingFault(bytes, firstLine, isLate: line > start)
    opening = start..<start
    whole = opening
    body = start..<end
    switch fault {
    case .absent: return
    case .toml:
      opening = line..<line + 3
      body = Self.afterTOML(bytes, firstLine)..<end
      return
    case .missing: break
    case .late, .nearly, nil: opening = line..<Self.endOfDashes(bytes, firstLine)
    }
    let firstField = fault == .missing ? line : nextLine(bytes, line, limit: end)
    var index = firstField
    while index < end {
      if Self.isDashes(bytes, index, end) {
        inner = firstField..<index
        whole = line..<index + 3
        body = nextLine(bytes, index, limit: end)..<end
        return
      }
      index = nextLine(bytes, index, limit: end)
    }
    guessEnd(bytes, from: firstField)
  }

  /// What is wrong with the first line as one that opens front matter; nil where nothing is.
  private static func openingFault(
    _ bytes: [UInt8], _ line: Range<Int>, isLate: Bool
  ) -> OpeningFault? {
    let end = bytes.count
    let next = nextLine(bytes, line.lowerBound, limit: end)
    let isBeforeField = looksLikeField(bytes, next, limit: end)
    if isDashes(bytes, line.lowerBound, end) {
      // A thematic break under empty lines is front matter in the wrong place only before a field.
      return !isLate ? nil : isBeforeField ? .late : .absent
    }
    if nearlyCloses(bytes[line]), isBeforeField { return .nearly }
    if looksLikeField(bytes, line.lowerBound, limit: end) { return .missing }
    return isPluses(bytes, line) ? .toml : .absent
  }

  private static func isPluses(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes[line].starts(with: "+++".utf8) && bytes[line].dropFirst(3).allSatisfy(isBlank)
  }

  /// The start of the line after the `+++` that closes what one at `line` opens, or the end.
  private static func afterTOML(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var index = nextLine(bytes, line.lowerBound, limit: bytes.count)
    while index < bytes.count {
      let next = nextLine(bytes, index, limit: bytes.count)
      if isPluses(bytes, index..<endOfLine(bytes, index, limit: bytes.count)) { return next }
      index = next
    }
    return bytes.count
  }

  private static func endOfDashes(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var end = line.upperBound
    while end > line.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// What is wrong with the lines themselves.
  func diagnostics(file: SourceFile, bytes: [UInt8]) -> [Diagnostic] {
    let first = Span(file, firstLine)
    let words = String(decoding: bytes[firstLine].prefix(200), as: UTF8.self)
    switch fault {
    case .absent: return [.noFrontMatter(words, at: first)]
    case .toml: return [.toml(at: Span(file, opening))]
    case .nearly: return [.nearlyOpens(words, at: Span(file, opening))]
    case .missing: return [.noOpening(words, at: first, isClosed: isClosed)]
    case .late: return [.lateFrontMatter(at: Span(file, opening))] + unclosed(file, bytes)
    case nil: return unclosed(file, bytes)
    }
  }

  private func unclosed(_ file: SourceFile, _ bytes: [UInt8]) -> [Diagnostic] {
    guard !isClosed else { return [] }
    let nearly = nearlyClosing.map { Span(file, $0) }
    let guess = Span(
      file, body.lowerBound..<endOfLine(bytes, body.lowerBound, limit: bytes.count))
    return [.unclosedFrontMatter(at: Span(file, opening), nearly: nearly, body: guess)]
  }

  /// Takes as front matter the lines that look like it, so that their mistakes are told as well.
  private mutating func guessEnd(_ bytes: [UInt8], from start: Int) {
    isClosed = false
    let end = bytes.count
    var index = start
    while index < end {
      let line = index..<endOfLine(bytes, index, limit: end)
      if Self.nearlyCloses(bytes[line]) {
        nearlyClosing = line
        break
      }
      guard Self.couldBeYAML(bytes, line, end) else { break }
      index = nextLine(bytes, index, limit: end)
    }
    inner = start..<index
    whole = opening.lowerBound..<index
    let next = nearlyClosing == nil ? index : nextLine(bytes, index, limit: end)
    body = next..<end
  }

  private static func couldBeYAML(_ bytes: [UInt8], _ line: Range<Int>, _ end: Int) -> Bool {
    guard let first = bytes[line].first, !isBlank(first) else { return true }
    if looksLikeField(bytes, line.lowerBound, limit: end) { return true }
    let second = line.count > 1 ? bytes[line.lowerBound + 1] : UInt8(ascii: " ")
    switch first {
    case UInt8(ascii: "-"): return second == UInt8(ascii: " ")
    // One `#` and a space may be a comment; a heading of a body starts at level 2.
    case UInt8(ascii: "#"): return second != UInt8(ascii: "#")
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    default: return false
    }
  }

  /// Whether a line is exactly `---`, blanks after it aside.
  static func isDashes(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + 3 <= end, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
      return false
    }
    return bytes[start + 3..<endOfLine(bytes, start, limit: end)].allSatisfy(isBlank)
  }

  /// Whether a line was probably meant to be `---`: another number of dashes, dashes that an editor
  /// made long, or the `...` that ends a YAML document.
  static func nearlyCloses(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 200 else { return false }
    let text = String(decoding: line, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
    if text == "..." { return true }
    return text.count > 1 && text.allSatisfy { "-–—".contains($0) }
      || text == "—" || text == "–"
  }
}
