/// Eight neighbouring bytes of a text, compared all at once: every search passes over far more bytes
/// than it stops at, and most texts are written as they are.
///
/// What it says of them is zero where none is as asked.
public struct EightBytes {
  /// The bytes, the first in the lowest bits where a place among them is sought.
  @usableFromInline let bits: UInt64

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highest: UInt64 { 0x8080_8080_8080_8080 }

  /// Takes eight bytes as a number, the first in the lowest bits where their order matters.
  @inlinable
  public init(_ bits: UInt64) { self.bits = bits }

  /// Goes on from `place`, eight bytes at a time, while `marks` finds nothing in them.
  ///
  /// What is left are fewer than eight bytes, or eight among which one is found, and all behind
  /// them.
  @inlinable @inline(__always)
  public static func skip(
    _ utf8: UnsafeBufferPointer<UInt8>, from place: inout Int, marks: (EightBytes) -> UInt64
  ) {
    let raw = UnsafeRawBufferPointer(utf8)
    while place + 8 <= utf8.count {
      let bits = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard marks(EightBytes(bits)) == 0 else { return }
      place += 8
    }
  }

  /// The highest bit of each byte that lies in a range of ASCII.
  @inlinable @inline(__always)
  public func marks(of range: ClosedRange<UInt8>) -> UInt64 {
    precondition(range.upperBound < 0x80, "a range beyond ASCII")
    // With the highest bits away no sum carries into the next byte.
    let low = bits & ~Self.highest
    let fromStart = low &+ Self.ones &* UInt64(0x80 - range.lowerBound)
    let beyondEnd = low &+ Self.ones &* UInt64(0x7F - range.upperBound)
    return fromStart & ~beyondEnd & ~bits & Self.highest
  }

  /// The highest bit of each byte that is not ASCII.
  @inlinable @inline(__always)
  public var marksBeyondASCII: UInt64 { bits & Self.highest }

  /// Whether one is `byte`, whatever its bits in `free` are; bits above the first may be wrong.
  @inlinable @inline(__always)
  public func marks(of byte: UInt8, but free: UInt8 = 0) -> UInt64 {
    let others = (bits ^ (Self.ones &* UInt64(byte))) & (Self.ones &* UInt64(~free))
    return (others &- Self.ones) & ~others & Self.highest
  }

  /// Whether no two neighbours are spaces, and none is lower than a space; `followsSpace` says whether a
  /// space stands before the first byte, which must be in the lowest bits.
  @inlinable @inline(__always)
  public func hasSingleSpaces(after followsSpace: Bool) -> Bool {
    let spaces = marks(of: 0...0x20)
    // Of these a space alone has the bit that is moved to the highest place here.
    let lower = spaces & ~(bits << 2)
    return lower | spaces & (spaces << 8 | (followsSpace ? 0x80 : 0)) == 0
  }

  /// The highest bit of each byte outside two ranges of ASCII.
  @inlinable @inline(__always)
  public func marks(
    outside one: ClosedRange<UInt8>, _ other: ClosedRange<UInt8>
  ) -> UInt64 {
    ~(marks(of: one) | marks(of: other)) & Self.highest
  }
}
