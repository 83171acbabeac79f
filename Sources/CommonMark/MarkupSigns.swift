import Diagnostics

/// How much of a text looks like markup, before cmark has read it: what is then not met as such came
/// out as text.
///
/// Each kind of byte is looked for by itself, at the speed of the C library.
struct MarkupSigns {
  /// How many `](` there are.
  private(set) var linkForms = 0
  /// How many `]:` there are.
  private(set) var definitionForms = 0
  /// How many runs of `*` and `_` there are that do not stand for a bullet.
  private(set) var emphasisRuns = 0
  /// Whether a tab stands within a line.
  private(set) var hasTabs = false
  /// Whether a byte or the start of a line looks like other markup.
  private(set) var isSuspect = false

  init() {}

  /// Counts the signs in `range`; O(n).
  init(_ bytes: [UInt8], _ range: Range<Int>, _ lineStarts: [Int]) {
    findBrackets(bytes, range)
    findEmphasis(UInt8(ascii: "*"), bytes, range)
    findEmphasis(UInt8(ascii: "_"), bytes, range)
    hasTabs = has(UInt8(ascii: "\t"), after: { !$0.isSpace }, bytes, range)
    isSuspect =
      hasTabs || bytes.firstPlace(of: UInt8(ascii: "{"), in: range) != nil
      || bytes.firstPlace(of: UInt8(ascii: "<"), in: range) != nil
      || bytes.firstPlace(of: UInt8(ascii: "~"), in: range) != nil
      || has(UInt8(ascii: "^"), after: { $0 != UInt8(ascii: "[") }, bytes, range)
      || has(UInt8(ascii: "@"), after: { $0 == UInt8(ascii: "[") }, bytes, range)
      || hasBareAddress(bytes, range)
      || has(UInt8(ascii: "="), after: { $0 == UInt8(ascii: "=") }, bytes, range)
      || has(UInt8(ascii: "$"), after: { $0 == UInt8(ascii: "$") }, bytes, range)
      || lineStarts.contains { Self.isSuspect(bytes, $0, range.upperBound) } || isSuspect
  }

  private mutating func findBrackets(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: UInt8(ascii: "]"), in: start..<range.upperBound) {
      start = place + 1
      guard start < range.upperBound else { return }
      switch bytes[start] {
      case UInt8(ascii: "("): linkForms += 1
      case UInt8(ascii: ":"): definitionForms += 1
      case UInt8(ascii: "["), UInt8(ascii: "]"): isSuspect = true
      case UInt8(ascii: " "):
        if start + 1 < range.upperBound, bytes[start + 1] == UInt8(ascii: "(") { isSuspect = true }
        if place > range.lowerBound + 2, bytes[place - 2] == UInt8(ascii: "[") { isSuspect = true }
      default: break
      }
    }
  }

  private mutating func findEmphasis(_ mark: UInt8, _ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: mark, in: start..<range.upperBound) {
      start = place + 1
      while start < range.upperBound, bytes[start] == mark { start += 1 }
      let isBullet =
        start == place + 1 && start < range.upperBound && bytes[start].isBlank
        && (place == range.lowerBound || bytes[place - 1].isSpace)
      if !isBullet { emphasisRuns += 1 }
    }
  }

  private func has(
    _ byte: UInt8, after fits: (UInt8) -> Bool, _ bytes: [UInt8], _ range: Range<Int>
  ) -> Bool {
    var start = min(range.lowerBound + 1, range.upperBound)
    while let place = bytes.firstPlace(of: byte, in: start..<range.upperBound) {
      if fits(bytes[place - 1]) { return true }
      start = place + 1
    }
    return false
  }

  /// Whether an address stands outside brackets.
  private func hasBareAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: UInt8(ascii: ":"), in: start..<range.upperBound) {
      start = place + 1
      guard start < range.upperBound, bytes[start] == UInt8(ascii: "/") else { continue }
      var scheme = place
      while scheme > range.lowerBound, bytes[scheme - 1].isLetter { scheme -= 1 }
      guard scheme > range.lowerBound else { return true }
      if bytes[scheme - 1] != UInt8(ascii: "("), bytes[scheme - 1] != UInt8(ascii: "<") {
        return true
      }
    }
    return false
  }

  /// Whether a line starts like a heading, an item, a box or a number, and yet may be none.
  private static func isSuspect(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, bytes[place].isBlank || bytes[place] == UInt8(ascii: ">") { place += 1 }
    guard place + 2 < end else { return false }
    let next = bytes[place + 1]
    switch bytes[place] {
    case UInt8(ascii: "#"):
      let first = place
      while place < end, bytes[place] == UInt8(ascii: "#") { place += 1 }
      return place < end && (place - first > 6 || !bytes[place].isSpace)
    case 0xE2: return next != 0x80 || [0x93, 0x94, 0xA2, 0xA3].contains(bytes[place + 2])
    case 0xC2, 0xEF, UInt8(ascii: "\\"): return true
    case UInt8(ascii: "-"): return next == 0xC2
    case UInt8(ascii: ":"), UInt8(ascii: "!"): return next != UInt8(ascii: "[")
    case UInt8(ascii: "+"): return next == UInt8(ascii: "-")
    case UInt8(ascii: "["):
      let isBox =
        next == UInt8(ascii: "!") && (place == start || bytes[place - 1] != UInt8(ascii: ">"))
      return isBox || next == UInt8(ascii: "T") || next == UInt8(ascii: "t")
    case UInt8(ascii: "("): return next.isLetter
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return next == UInt8(ascii: ")")
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while place < end, bytes[place].isDigit { place += 1 }
      guard place + 1 < end else { return false }
      return bytes[place] == UInt8(ascii: ")")
        || bytes[place] == UInt8(ascii: ".")
          && (!bytes[place + 1].isSpace || followsText(bytes, start))
    default: return false
    }
  }

  /// Whether the line above one that starts with a number has words and starts with none.
  private static func followsText(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start > 2 else { return false }
    var place = start - (bytes[start - 2] == UInt8(ascii: "\r") ? 2 : 1)
    guard !bytes[place - 1].isSpace else { return false }
    while place > 0, bytes[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    while bytes[place].isBlank { place += 1 }
    return bytes[place].isLetter
  }
}
