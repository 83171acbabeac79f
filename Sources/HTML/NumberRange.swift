import Bytes

/// A range of numbers in a text, like `2009–12`: lines break after its dash, and it is read as one.
///
/// In a page it stands in a `span` of a class of its own, so that the text is as its author typed it
/// and a style sheet can keep it on one line.
public enum NumberRange {
  /// What stands before it in a page.
  public static let opening: StaticString = "<span class=\"whole\">"
  /// What stands behind it.
  public static let closing: StaticString = "</span>"

  /// The bytes of an en dash; with the first of them all general punctuation begins.
  static let dash: (UInt8, UInt8, UInt8) = (0xE2, 0x80, 0x93)

  /// The first range of numbers in `utf8` that begins at `start` or after it.
  ///
  /// Complexity: O(distance), an eighth of it in steps.
  public static func first(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var place = start
    while let found = unsafe firstPunctuation(in: utf8, from: place) {
      if found > start, unsafe isDigit(utf8[found - 1]), unsafe isDash(at: found, in: utf8) {
        var first = found - 1
        while first > start, unsafe isDigit(utf8[first - 1]) { first -= 1 }
        return unsafe first..<end(of: utf8, from: found)
      }
      place = found + 1
    }
    return nil
  }

  /// The first place from `start` on at which general punctuation, U+2000 to U+2FFF, may begin.
  static func firstPunctuation(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    unsafe EightBytes.skip(utf8, from: &place) { $0.marks(of: dash.0) }
    while place < utf8.count {
      if unsafe utf8[place] == dash.0 { return place }
      place += 1
    }
    return nil
  }

  /// Whether an en dash begins at `place`, with a digit behind it.
  private static func isDash(at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place + 3 < utf8.count else { return false }
    return unsafe utf8[place] == dash.0 && utf8[place + 1] == dash.1
      && utf8[place + 2] == dash.2 && isDigit(utf8[place + 3])
  }

  /// Where the numbers behind the dash at `place` end, and those behind further dashes.
  private static func end(of utf8: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var end = place
    while unsafe isDash(at: end, in: utf8) {
      end += 3
      while end < utf8.count, unsafe isDigit(utf8[end]) { end += 1 }
    }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
