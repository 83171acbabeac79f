import Bytes

/// The bytes that cannot stand in a page as they are: NUL, `"`, `&`, `'`, `<` and `>`.
enum EscapedByte {
  /// The first place of one in `utf8` at `start` or after it.
  ///
  /// Complexity: O(distance), an eighth of it in steps.
  static func first(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    unsafe EightBytes.skip(utf8, from: &place) { $0.marksOfEscaped }
    while place < utf8.count {
      if unsafe isOne(utf8[place]) { return place }
      place += 1
    }
    return nil
  }

  /// Whether none is in `utf8`, nor a byte with which general punctuation begins.
  ///
  /// Complexity: O(n), an eighth of it in steps.
  static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    unsafe EightBytes.skip(utf8, from: &place) {
      $0.marksOfEscaped | $0.marks(of: NumberRange.dash.0)
    }
    while place < utf8.count {
      guard unsafe !isOne(utf8[place]), unsafe utf8[place] != NumberRange.dash.0 else {
        return false
      }
      place += 1
    }
    return true
  }

  private static func isOne(_ byte: UInt8) -> Bool {
    byte < 64 && 0x5000_00C4_0000_0001 as UInt64 >> UInt64(byte) & 1 == 1
  }

  /// What stands for the byte in a page.
  static func escape(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return "\u{FFFD}"
    }
  }
}

extension EightBytes {
  /// Whether one cannot stand in a page as it is; `&` and `'` differ in one bit, and so do `<` and
  /// `>`.
  @inline(__always)
  var marksOfEscaped: UInt64 {
    marks(of: UInt8(ascii: "\"")) | marks(of: UInt8(ascii: "&"), but: 0x01) | marksOfTagsAndNull
  }

  /// Whether one is `<`, `>` or NUL.
  @inline(__always)
  var marksOfTagsAndNull: UInt64 { marks(of: 0) | marks(of: UInt8(ascii: "<"), but: 0x02) }
}
