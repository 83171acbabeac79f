import Diagnostics

/// A numbered paragraph whose plain text still grows with that of its body.
struct NumberedParagraphDraft {
  let number: PrintedNumber
  let span: Span
  /// Its bytes in the plain text of the body.
  let text: Range<Int>

  var paragraph: NumberedParagraph { NumberedParagraph(number: number, span: span, at: text) }
}

/// Where the series of numbered paragraphs stands.
struct ParagraphNumbering {
  /// A number with the place where it was typed.
  typealias Placed = (number: PrintedNumber, span: Span)

  /// The numbered paragraph that the walk is in.
  var current: PrintedNumber?
  /// The number that the next `<p>` starts with.
  private var pending: PrintedNumber?
  /// The last number of the series without letters, which most bodies have alone.
  private var lastPlain: Reached?
  /// The last number of each other series, by the letters that its numbers start with.
  private var lastLettered: [String: Reached] = [:]
  /// Every number so far, in its order.
  private var entered: [Placed] = []
  /// Where each of the numbers before ``known`` of these was typed first.
  private var places: [PrintedNumber: Span] = [:]
  private var known = 0
  /// The levels of the number that the last heading starts with.
  private var chapter: [Int] = []
  /// Where the plain series stood before the last number that left some out.
  private var beforeGap: Int?
  /// The last number, where it may be none: it left some out, or its words go on like those of an amount.
  private var doubtful: Doubtful?
  /// What is wrong with the numbers so far, in their order.
  private(set) var faults: [NumberFault] = []

  /// The last number of a series, and its levels.
  private struct Reached {
    var placed: Placed
    var levels: [Int]
  }

  /// A number that may be none, with that before it in its series.
  private struct Doubtful {
    let place: Int
    let number: PrintedNumber
    let span: Span
    let before: Reached?
  }

  /// What is wrong with a number.
  enum Fault {
    case zero
    case gap(from: PrintedNumber, to: PrintedNumber, after: Placed?)
    case `repeat`(Span)
    case disorder(after: Placed)
    /// The series goes on behind it as if it were not there.
    case stray(before: Placed?, after: Placed)
  }

  /// Enters a paragraph and keeps what is wrong with its number.
  ///
  /// `mayBeAmount` says that its words go on in small letters, as in `2.5 million`.
  mutating func enter(
    _ number: PrintedNumber, at span: Span, allowsGaps: Bool, mayBeAmount: Bool = false
  ) {
    let before = number.whole == nil ? self[letters: NumberLevels(number).letters] : nil
    let fault = compare(number, at: span, allowsGaps: allowsGaps, mayBeAmount: mayBeAmount)
    let isGap = if case .gap? = fault { true } else { false }
    let place: Int = entered.count
    let isDoubtful = number.whole == nil && (isGap && before != nil || mayBeAmount)
    doubtful =
      isDoubtful ? Doubtful(place: place, number: number, span: span, before: before) : nil
    guard let fault else { return }
    faults.append(NumberFault(place: place, number: number, span: span, fault: fault))
  }

  /// Whether the number before, which may be none, is passed over: this one goes on behind that before it.
  private mutating func passesOver(
    _ number: PrintedNumber, at span: Span, _ levels: NumberLevels, allowsGaps: Bool
  ) -> Bool {
    guard let doubtful, NumberLevels(doubtful.number).letters == levels.letters else {
      return false
    }
    let reached = doubtful.before?.levels ?? []
    guard reached.lexicographicallyPrecedes(levels.levels),
      allowsGaps || levels.missing(after: reached) == nil
    else { return false }
    if faults.last?.place == doubtful.place { faults.removeLast() }
    faults.append(
      NumberFault(
        place: doubtful.place, number: doubtful.number, span: doubtful.span,
        fault: .stray(before: doubtful.before?.placed, after: (number, span))))
    self[letters: levels.letters] = Reached(placed: (number, span), levels: levels.levels)
    return true
  }

  /// Enters a paragraph and compares its number with those before.
  private mutating func compare(
    _ number: PrintedNumber, at span: Span, allowsGaps: Bool, mayBeAmount: Bool
  ) -> Fault? {
    current = number
    pending = number
    defer { entered.append((number, span)) }
    if goesOnPlainly(with: number, at: span) { return nil }
    let levels = NumberLevels(number)
    let before = self[letters: levels.letters]
    let reached = before?.levels ?? []
    // A number beyond all others of its series is none of them.
    if before != nil, !reached.lexicographicallyPrecedes(levels.levels),
      let first = firstPlace(of: number)
    {
      return .repeat(first)
    }
    if let before, levels.levels.lexicographicallyPrecedes(reached) {
      // At the start of a series, only the words can tell which of two is no number.
      let isKnown = doubtful?.before != nil || !mayBeAmount
      if isKnown, passesOver(number, at: span, levels, allowsGaps: allowsGaps) { return nil }
      // A single number was too high, and the series goes on behind it.
      if let beforeGap, number.whole == beforeGap + 2 {
        self[letters: levels.letters] = Reached(placed: (number, span), levels: levels.levels)
        return nil
      }
      return .disorder(after: before.placed)
    }
    self[letters: levels.letters] = Reached(placed: (number, span), levels: levels.levels)
    guard !allowsGaps, let missing = levels.missing(after: reached),
      levels.missing(after: chapter) != nil || levels.levels.count == 1
    else { return nil }
    beforeGap = number.whole == nil ? nil : reached.first ?? 0
    return levels.levels == [0]
      ? .zero : .gap(from: missing.first, to: missing.last, after: before?.placed)
  }

  /// Whether a whole number comes after another and is the next, as most are; it is then the last of its series.
  private mutating func goesOnPlainly(with number: PrintedNumber, at span: Span) -> Bool {
    guard let whole = number.whole, lastPlain?.levels.count == 1,
      lastPlain?.levels.first == whole - 1
    else { return false }
    lastPlain?.placed = (number, span)
    lastPlain?.levels[0] = whole
    return true
  }

  /// The last number of a series.
  private subscript(letters letters: String) -> Reached? {
    get { letters.isEmpty ? lastPlain : lastLettered[letters] }
    set { if letters.isEmpty { lastPlain = newValue } else { lastLettered[letters] = newValue } }
  }

  /// Where a number was first typed, if it was; they are noted only when the first is sought.
  private mutating func firstPlace(of number: PrintedNumber) -> Span? {
    for placed in entered[known...] where places[placed.number] == nil {
      places[placed.number] = placed.span
    }
    known = entered.count
    return places[number]
  }

  /// Enters a chapter whose heading starts with its number, `3` or `3.1`.
  mutating func enterChapter(_ heading: [UInt8]) {
    chapter = []
    guard heading.first?.isDigit == true else { return }
    let start = String(decoding: heading.prefix(40), as: UTF8.self).prefix { !$0.isWhitespace }
      .split(separator: ".")
    chapter = start.compactMap { $0.count <= 4 ? Int($0) : nil }
    if chapter.count != start.count || chapter.contains(where: { $0 < 1 }) { chapter = [] }
  }

  /// The number to write, once.
  mutating func takePending() -> PrintedNumber? {
    defer { pending = nil }
    return pending
  }
}

/// A number taken apart: `B.2.14` is 2 and 14 after `B.`.
private struct NumberLevels {
  let letters: String
  let levels: [Int]

  init(_ number: PrintedNumber) {
    if let whole = number.whole {
      letters = ""
      levels = [whole]
      return
    }
    let text = number.description
    let digits = text.firstIndex(where: \.isNumber) ?? text.endIndex
    letters = String(text[..<digits])
    levels = text[digits...].split(separator: ".").compactMap { Int($0) }
  }

  /// The numbers that are left out between `before`, of the same letters, and this one; nil where it
  /// follows at once: it goes on by one at some level and starts anew below that.
  ///
  /// Some count from 0 below the first level: `2.0` is an introduction to chapter 2.
  func missing(after before: [Int]) -> (first: PrintedNumber, last: PrintedNumber)? {
    let level = zip(levels, before).prefix { $0 == $1 }.count
    for index in levels.indices.dropFirst(level) {
      let start = index == level && index < before.count ? before[index] : 0
      if levels[index] == start + 1 || levels[index] == 0 && index > 0 { continue }
      return (
        number(upTo: index, start + 1), number(upTo: index, max(start + 1, levels[index] - 1))
      )
    }
    return nil
  }

  private func number(upTo index: Int, _ last: Int) -> PrintedNumber {
    let parts = (levels[..<index] + [last]).map { String($0) }
    return PrintedNumber(letters + parts.joined(separator: ".")) ?? PrintedNumber(last)
  }
}
