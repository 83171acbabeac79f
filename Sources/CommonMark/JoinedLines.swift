import Diagnostics

/// Lines that were meant as items of a list, a line each, and are run together to one paragraph.
///
/// One line may start like an item by chance, as a sentence that goes on after a dash does; two that follow
/// one another do not.
extension BodyRenderer {
  /// Reports the first of such lines of a paragraph.
  mutating func checkJoinedLines(of paragraph: TreeNode) {
    let first = prepared.sourceLine(paragraph.startLine)
    let last = prepared.sourceLine(max(paragraph.startLine, paragraph.endLine))
    guard last > first else { return }
    var before: (item: LineItem, place: Range<Int>)?
    for line in first...last {
      let whole = prepared.scan.line(line, in: prepared.source)
      let prefix = LinePrefix(of: whole, in: prepared.source, listMarkers: line == first)
      let place = (line == first ? max(prefix.end, leafSpan.start) : prefix.end)..<whole.upperBound
      guard let item = LineItem(prepared.source[place]) else {
        before = nil
        continue
      }
      if let before, item.follows(before.item), !(item.hasPeriod && isToldAsNumber) {
        let mark = before.place.lowerBound..<before.place.lowerBound + before.item.length
        return report(
          CommonMarkChecks.markupAsText, "'\(shown(mark))' starts a line, and no item of a list",
          at: Diagnostic.Label(Span(file, mark), "run together with the next line"),
          help: before.item.help)
      }
      // A line that ends with a break stays a line of its own.
      before = endsWithBreak(place) ? nil : (item, place)
    }
  }

  /// Whether the numbers of paragraphs have something wrong with them, which is told by itself.
  private var isToldAsNumber: Bool {
    !numbering.faults.isEmpty || unreadNumbers.last.map { $0.span.start >= leafSpan.start } ?? false
  }

  private func endsWithBreak(_ line: Range<Int>) -> Bool {
    let text = prepared.source[line]
    return text.last == UInt8(ascii: "\\") || text.suffix(2).elementsEqual("  ".utf8)
  }

  /// Reports a paragraph that starts with the label of a box and stands in no quote.
  mutating func checkBoxLabel(_ paragraph: TreeNode) {
    guard paragraph.parent?.kind != .quote else { return }
    let text = prepared.source[leafSpan.range].prefix(80)
    guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: UInt8(ascii: "]")),
      close > text.startIndex + 2, text[close...].dropFirst().first.map(\.isSpace) ?? true
    else { return }
    let label = text.startIndex..<close + 1
    report(
      CommonMarkChecks.markupAsText, "'\(shown(label))' came out as text",
      at: Diagnostic.Label(Span(file, label)),
      help: "write a box: '> \(shown(label))', and '> ' before each line of it")
  }
}

/// What a line starts with where it may be meant as an item of a list.
private struct LineItem {
  private enum Kind: Equatable {
    case dash([UInt8])
    case number(Int, end: UInt8)
    case letter(Int, isInBrackets: Bool)
    case roman(Int, isInBrackets: Bool)
  }

  private let kinds: [Kind]
  /// How many bytes its mark has.
  let length: Int

  init?(_ line: ArraySlice<UInt8>) {
    if let dash = Self.dashes.first(where: { line.starts(with: $0) }),
      line.dropFirst(dash.count).first?.isBlank == true
    {
      (kinds, length) = ([.dash(dash)], dash.count)
      return
    }
    let isInBrackets = line.first == UInt8(ascii: "(")
    let rest = isInBrackets ? line.dropFirst() : line
    let word = rest.prefix(4).prefix { $0.isDigit || $0.isLetter && $0 & 0x20 != 0 }
    let after = rest[word.endIndex...]
    guard let end = after.first, !word.isEmpty else { return nil }
    length = after.startIndex + 1 - line.startIndex
    let text = String(decoding: word, as: UTF8.self)
    if let number = Int(text) {
      // A year may end a sentence.
      guard !isInBrackets, number < 1_000, let next = after.dropFirst().first,
        end == UInt8(ascii: ")") && next.isBlank
          || end == UInt8(ascii: ".") && (next.isBlank || next.isLetter)
      else { return nil }
      kinds = [.number(number, end: end)]
      return
    }
    guard end == UInt8(ascii: ")"), after.dropFirst().first?.isBlank == true else { return nil }
    var kinds: [Kind] = []
    if word.count == 1, let letter = word.first {
      kinds.append(.letter(Int(letter), isInBrackets: isInBrackets))
    }
    if let roman = Self.romans.firstIndex(of: text) {
      kinds.append(.roman(roman, isInBrackets: isInBrackets))
    }
    guard !kinds.isEmpty else { return nil }
    self.kinds = kinds
  }

  /// Whether it is numbered as paragraphs are.
  var hasPeriod: Bool {
    if case .number(_, UInt8(ascii: "."))? = kinds.first { true } else { false }
  }

  /// Whether this is the next item after another.
  func follows(_ other: LineItem) -> Bool {
    kinds.contains { kind in
      other.kinds.contains { before in
        switch (before, kind) {
        case (.dash(let first), .dash(let second)): first == second
        case (.number(let first, let mark), .number(let second, let end)):
          second == first + 1 && mark == end
        case (.letter(let first, let mark), .letter(let second, let end)),
          (.roman(let first, let mark), .roman(let second, let end)):
          second == first + 1 && mark == end
        default: false
        }
      }
    }
  }

  /// What to write instead.
  var help: String {
    switch kinds.first {
    case .number(_, let end):
      let mark = end == UInt8(ascii: ".") ? "." : ")"
      return "put a blank line above, and a space after each '\(mark)'"
    case .letter, .roman: return "write '- ' before each, on a line of its own: '- a) …'"
    case .dash, nil: return "write '- ' for each item, each on a line of its own"
    }
  }

  private static let dashes = ["–", "—"].map { Array($0.utf8) }
  private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
}
