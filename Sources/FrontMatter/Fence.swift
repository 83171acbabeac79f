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
  /// Whether empty lines stand above the opening line.
  private let isLate: Bool
  /// A line that was probably meant to close the front matter.
  private var nearlyClosing: Range<Int>?

  /// Looks for front matter at `start`, where the text begins.
  init(_ bytes: [UInt8], from start: Int) {
    let end = bytes.count
    var first = start
    while first < end, isBlank(bytes[first]) { first += 1 }
    let line = startOfLine(bytes, first, limit: start)
    isLate = line > start
    opening = start..<start
    whole = opening
    body = start..<end
    guard Self.isDashes(bytes, line, end) else { return }
    let firstField = nextLine(bytes, line, limit: end)
    // A thematic break under empty lines is front matter in the wrong place only before a field.
    guard !isLate || looksLikeField(bytes, firstField, limit: end) else { return }

    opening = line..<line + 3
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

  /// What is wrong with the lines themselves.
  func diagnostics(file: SourceFile, bytes: [UInt8]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if isLate { diagnostics.append(.lateFrontMatter(at: Span(file, opening))) }
    if !isClosed {
      let nearly = nearlyClosing.map { Span(file, $0) }
      let guess = Span(
        file, body.lowerBound..<endOfLine(bytes, body.lowerBound, limit: bytes.count))
      diagnostics.append(
        .unclosedFrontMatter(at: Span(file, opening), nearly: nearly, body: guess))
    }
    return diagnostics
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
    let text = String(decoding: line, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
    if text == "..." { return true }
    return text.count > 1 && text.allSatisfy { "-–—".contains($0) }
      || text == "—" || text == "–"
  }
}
