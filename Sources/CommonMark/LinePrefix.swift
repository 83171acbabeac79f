/// The markers of block quotes and lists, and the spaces, that a line starts with.
struct LinePrefix {
  /// Where the line's own text starts.
  var end: Int
  /// How many `>` there are.
  var quotes = 0
  /// How many list markers there are.
  var markers = 0
  /// The column, from 0, at which the text starts; a tab goes to the next multiple of four.
  var column = 0

  /// Reads the prefix of `line`; O(its length).
  init(of line: Range<Int>, in bytes: [UInt8], listMarkers: Bool) {
    end = line.lowerBound
    while end < line.upperBound {
      let width: Int
      switch bytes[end] {
      case UInt8(ascii: " "):
        width = 1
      case UInt8(ascii: "\t"):
        column += 3 - column % 4
        width = 1
      case UInt8(ascii: ">"):
        quotes += 1
        width = 1
      default:
        width = listMarkers ? Self.markerWidth(at: end, in: bytes, upTo: line.upperBound) : 0
        if width > 0 { markers += 1 }
      }
      if width == 0 { break }
      end += width
      column += width
    }
  }

  /// The bytes of a list marker at `place` that a space follows, or 0.
  static func markerWidth(at place: Int, in bytes: [UInt8], upTo end: Int) -> Int {
    var index = place
    switch bytes[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < end, index < place + 9, bytes[index].isDigit { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return 0 }
      index += 1
    default:
      return 0
    }
    guard index < end, bytes[index].isBlank else { return 0 }
    return index - place
  }
}

extension UInt8 {
  /// Whether this is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  /// Whether this is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// Whether this is a space, a tab or a line end.
  var isSpace: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
