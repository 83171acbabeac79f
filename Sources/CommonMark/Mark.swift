import Diagnostics

/// The marks that a ``PreparedBody`` puts into the text for cmark and that the renderer takes out.
///
/// Each begins with one of U+FDD0 to U+FDD5, which Unicode keeps for such internal use and which
/// no HTML may contain. No input can hold one: ``removed(from:_:)`` takes out an author's own before
/// marks are put in, whether they stand there as such or by their number.
enum Mark: UInt8 {
  /// A footnote citation, with its index; has a `^` on either side, so that emphasis beside it
  /// sees punctuation as it would see the brackets.
  case citation = 0x90
  /// The first cell of a table's row, with the index of the row.
  case row = 0x91
  /// A further cell.
  case cell = 0x92
  /// The start of a footnote's definition, with its index.
  case definition = 0x93
  /// Stands after an index.
  case indexEnd = 0x94
  /// The end of a cell, so that a `#` before it stays.
  case cellEnd = 0x95

  /// The first byte of every mark.
  static let firstByte: UInt8 = 0xEF
  /// The second byte of every mark.
  static let secondByte: UInt8 = 0xB7
  /// How many bytes a mark has without its index.
  static let length = 3

  /// The mark without an index.
  var bytes: [UInt8] { [Self.firstByte, Self.secondByte, rawValue] }

  /// Appends the mark alone.
  func append(to bytes: inout [UInt8]) {
    bytes.append(Self.firstByte)
    bytes.append(Self.secondByte)
    bytes.append(rawValue)
  }

  /// Appends the mark and the index it refers to.
  func append(to bytes: inout [UInt8], index: Int) {
    append(to: &bytes)
    bytes.append(contentsOf: String(index).utf8)
    Mark.indexEnd.append(to: &bytes)
  }

  /// A mark that was found in a text.
  struct Found {
    /// Which it is.
    let mark: Mark
    /// Its index, or 0 where it has none.
    let index: Int
    /// Its bytes in the text, index and all.
    let range: Range<Int>
  }

  /// The first mark in `text` at `start` or after it.
  static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Found? {
    var place = start
    while place + length <= text.count {
      guard unsafe text[place] == firstByte, unsafe text[place + 1] == secondByte,
        let mark = unsafe Mark(rawValue: text[place + 2])
      else {
        place += 1
        continue
      }
      return unsafe found(mark, at: place, in: text)
    }
    return nil
  }

  /// The mark that `text` begins with.
  static func leading(_ text: CText) -> Found? {
    guard text[0] == firstByte, text[1] == secondByte, let mark = Mark(rawValue: text[2]) else {
      return nil
    }
    return unsafe found(mark, at: 0, in: text.bytes)
  }

  private static func found(
    _ mark: Mark, at place: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Found {
    var end = place + length
    var index = 0
    while end < text.count, unsafe text[end] >= UInt8(ascii: "0"),
      unsafe text[end] <= UInt8(ascii: "9")
    {
      index = unsafe index * 10 + Int(text[end] - UInt8(ascii: "0"))
      end += 1
    }
    switch mark {
    case .citation, .row, .definition: end = min(end + length, text.count)
    case .cell, .indexEnd, .cellEnd: (end, index) = (place + length, 0)
    }
    return Found(mark: mark, index: index, range: place..<end)
  }
}

extension Mark {
  /// A text with every mark in it made U+FFFD; nil where there is none.
  ///
  /// References to marks are made ones to U+FFFD, and so are those to U+FFFE and U+FFFF, of which
  /// cmark makes single bytes. All places stay, for what takes the place of something has its length.
  /// Complexity: O(n), at the speed of the C library where no `&` and no U+F000 to U+FFFF stand.
  static func removed(from bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    var result: [UInt8]?
    var start = range.lowerBound
    while let place = bytes.firstPlace(of: firstByte, in: start..<range.upperBound) {
      start = place + 1
      guard place + 2 < range.upperBound, bytes[place + 1] == secondByte,
        Mark(rawValue: bytes[place + 2]) != nil
      else { continue }
      replace(place..<place + length, of: bytes, by: "\u{FFFD}", in: &result)
    }
    start = range.lowerBound
    while let place = bytes.firstPlace(of: UInt8(ascii: "&"), in: start..<range.upperBound) {
      start = place + 1
      guard let reference = CharacterReference(at: place, in: bytes, upTo: range.upperBound),
        reference.value <= 0xFFFF, reference.scalar?.isNoncharacter == true
      else { continue }
      let digits: StaticString = reference.isHexadecimal ? "FFFD" : "65533"
      let end = reference.range.upperBound - 1
      replace(end - digits.utf8CodeUnitCount..<end, of: bytes, by: digits, in: &result)
    }
    return result
  }

  private static func replace(
    _ range: Range<Int>, of bytes: [UInt8], by text: StaticString, in result: inout [UInt8]?
  ) {
    var changed = result ?? bytes
    result = nil
    text.withUTF8Buffer { unsafe changed.replaceSubrange(range, with: $0) }
    result = changed
  }
}
