/// Eight neighbouring bytes of a text, compared all at once: most texts are written as they are, so
/// they are looked through far more often than anything is found.
///
/// What it says of them is zero where none is as asked, whatever the order of the bytes.
struct Eight {
  private let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = ones << 7

  /// Goes on from `place`, eight bytes at a time, while `marks` finds nothing in them.
  ///
  /// What is left are fewer than eight bytes, or eight among which one is found, and all behind
  /// them.
  @inline(__always)
  static func skip(
    _ utf8: UnsafeBufferPointer<UInt8>, from place: inout Int, marks: (Eight) -> UInt64
  ) {
    let raw = UnsafeRawBufferPointer(utf8)
    while place + 8 <= utf8.count {
      let bits = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard marks(Eight(bits: bits)) == 0 else { return }
      place += 8
    }
  }

  /// Whether one is `byte`, whatever its bits in `free` are.
  @inline(__always)
  func marks(of byte: UInt8, but free: UInt8 = 0) -> UInt64 {
    let others = (bits ^ (Self.ones &* UInt64(byte))) & (Self.ones &* UInt64(~free))
    return (others &- Self.ones) & ~others & Self.highest
  }

  /// Whether one is outside two ranges of ASCII.
  @inline(__always)
  func marks(outside one: ClosedRange<UInt8>, _ other: ClosedRange<UInt8>) -> UInt64 {
    ~(marks(in: one) | marks(in: other)) & Self.highest
  }

  /// The highest bit of each byte in a range of ASCII.
  @inline(__always)
  private func marks(in range: ClosedRange<UInt8>) -> UInt64 {
    // With the highest bits away no sum carries into the next byte.
    let low = bits & ~Self.highest
    let fromStart = low &+ Self.ones &* UInt64(0x80 - range.lowerBound)
    let beyondEnd = low &+ Self.ones &* UInt64(0x7F - range.upperBound)
    return fromStart & ~beyondEnd & ~bits & Self.highest
  }

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
