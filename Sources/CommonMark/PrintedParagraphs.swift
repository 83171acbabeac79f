import Diagnostics

/// The numbers that paragraphs start with where a report does not number them in one row of whole
/// numbers: `2.14`, `A3`, `B.2.1`.
///
/// Such a number stands at the start of a paragraph at the top level of the body, with a blank behind
/// it. One alone may be an amount, `2.5 million`, or a road, and stays text: a number counts where a
/// second paragraph starts with one of the same letters, or both with none.
struct PrintedParagraphs {
  /// A number at the start of a paragraph.
  struct Start {
    let number: PrintedNumber
    /// Its bytes in the source.
    let place: Range<Int>
    /// How many bytes of the text it takes with the blanks behind it.
    let length: Int
    fileprivate let letters: [UInt8]
  }

  private var starts: [Int: Start] = [:]

  /// Whether no paragraph has such a number.
  var isEmpty: Bool { starts.isEmpty }

  /// The number that the paragraph at a place of the source starts with.
  func start(at place: Int) -> Start? { starts[place] }

  /// Keeps the numbers that count; O(n) in the starts.
  init(_ candidates: [Start] = []) {
    var counts: [[UInt8]: Int] = [:]
    for start in candidates { counts[start.letters, default: 0] += 1 }
    for start in candidates where counts[start.letters, default: 0] > 1 {
      starts[start.place.lowerBound] = start
    }
  }

  /// The number with which the bytes of a paragraph start; nil where they start otherwise.
  static func start(of paragraph: Range<Int>, in bytes: [UInt8]) -> Start? {
    var index = paragraph.lowerBound
    func byte(_ place: Int) -> UInt8 { place < paragraph.upperBound ? bytes[place] : 0 }
    while index < paragraph.lowerBound + 2, byte(index).isCapital { index += 1 }
    let hasLetters = index > paragraph.lowerBound
    if hasLetters, byte(index) == UInt8(ascii: ".") { index += 1 }
    let letters = Array(bytes[paragraph.lowerBound..<index])
    var parts = 0
    var end = index
    while end < paragraph.lowerBound + Limits.printedNumberBytes {
      let digits = end
      while byte(end).isDigit, end < digits + 4 { end += 1 }
      guard end > digits else { return nil }
      parts += 1
      guard byte(end) == UInt8(ascii: "."), byte(end + 1).isDigit else { break }
      end += 1
    }
    guard hasLetters || parts > 1,
      let number = PrintedNumber(String(decoding: bytes[paragraph.lowerBound..<end], as: UTF8.self))
    else { return nil }
    let place = paragraph.lowerBound..<end
    if byte(end) == UInt8(ascii: ".") { end += 1 }
    let text = end
    while byte(end).isBlank { end += 1 }
    guard end > text, end < paragraph.upperBound, !byte(end).isSpace else { return nil }
    return Start(
      number: number, place: place, length: end - paragraph.lowerBound, letters: letters)
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}

extension BodyRenderer {
  /// Finds the numbers of the paragraphs below the root.
  mutating func findPrintedParagraphs(_ root: TreeNode) {
    guard options.extensions, options.paragraphs != .none, fixedSpan == nil else { return }
    var candidates: [PrintedParagraphs.Start] = []
    var block = root.firstChild
    while let node = block {
      block = node.next
      guard node.kind == .paragraph, let text = node.firstChild, text.kind == .text,
        text.literal[0].isDigit || text.literal[0].isCapital,
        !prepared.hasMarks || !prepared.isMarked(from: node.startLine, to: node.endLine),
        let start = PrintedParagraphs.start(of: span(of: node).range, in: prepared.source),
        start.length <= text.literal.count
      else { continue }
      candidates.append(start)
    }
    printed = PrintedParagraphs(candidates)
  }

  /// Opens a paragraph that starts with its number, if this is one; its `<p>` comes next.
  mutating func enterPrintedParagraph(_ node: TreeNode) {
    guard !printed.isEmpty, containers.isEmpty, node.parent?.kind == .document,
      let start = printed.start(at: span(of: node).start)
    else { return }
    let next = prepared.source[start.place.lowerBound + start.length]
    openNumberedParagraph(
      start.number, at: Span(file, start.place),
      mayBeAmount: next.isLetter && next & 0x20 != 0 || next == UInt8(ascii: "%"))
    hiddenPrefix = start.length
  }

  /// Closes a paragraph that starts with its number after `block`, unless a list follows that belongs
  /// to it.
  mutating func leavePrintedParagraph(after block: TreeNode) {
    guard !printed.isEmpty, containers.count == 1,
      case .numberedParagraph(let plainStart, let number, let start) = containers.last
    else { return }
    if let next = block.next, next.kind == .list, !next.isOrderedList || !next.hasPeriods { return }
    containers.removeLast()
    let span = Span(file, start..<span(of: block).end)
    closeNumberedParagraph(number, span, plainStart: plainStart)
  }
}
