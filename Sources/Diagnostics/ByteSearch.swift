#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Eight neighbouring bytes of a text, compared all at once.
///
/// Every search passes over far more bytes than it stops at, and bodies are looked through often.
public struct EightBytes {
  /// The bytes, the first in the lowest bits.
  @usableFromInline let bits: UInt64

  /// Takes eight bytes as a number, the first in the lowest bits.
  @inlinable
  public init(_ bits: UInt64) { self.bits = bits }

  /// Goes on from `place`, eight bytes at a time, while `marks` finds nothing in them.
  ///
  /// What is left are fewer than eight bytes, or eight among which one is found, and all behind
  /// them.
  @inline(__always)
  static func skip(
    _ utf8: UnsafeBufferPointer<UInt8>, from place: inout Int, marks: (EightBytes) -> UInt64
  ) {
    let raw = UnsafeRawBufferPointer(utf8)
    while place + 8 <= utf8.count {
      let eight = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard marks(EightBytes(eight)) == 0 else { return }
      place += 8
    }
  }

  /// The highest bit of each byte that lies in a range of ASCII.
  @inlinable
  public func marks(of range: ClosedRange<UInt8>) -> UInt64 {
    precondition(range.upperBound < 0x80, "a range beyond ASCII")
    let ones: UInt64 = 0x0101_0101_0101_0101
    // With the highest bits away no sum carries into the next byte.
    let low = bits & (ones &* 0x7F)
    let fromStart = low &+ ones &* UInt64(0x80 - range.lowerBound)
    let beyondEnd = low &+ ones &* UInt64(0x7F - range.upperBound)
    return fromStart & ~beyondEnd & ~bits & (ones << 7)
  }

  /// The highest bit of each byte that is not ASCII.
  @inlinable
  public var marksBeyondASCII: UInt64 { bits & 0x8080_8080_8080_8080 }
}

extension String {
  /// Whether a byte stands in the text's UTF-8, looked for where that lies; O(n).
  public func holds(_ byte: UInt8) -> Bool {
    unsafe utf8.withContiguousStorageIfAvailable { unsafe $0.contains(byte) } ?? utf8.contains(byte)
  }
}

extension [UInt8] {
  /// The first place in `range` of a byte that is sought.
  ///
  /// - Parameters:
  ///   - range: where to look.
  ///   - marks: the highest bit of each byte that is sought among eight.
  /// - Returns: the place, or nil where no byte is sought. Complexity: O(distance), an eighth of it
  ///   in steps.
  @inlinable
  public func firstPlace(in range: Range<Int>, marks: (EightBytes) -> UInt64) -> Int? {
    precondition(indices.contains(range), "a search beyond the bytes")
    return unsafe withUnsafeBytes { bytes in
      var place = range.lowerBound
      while place + 8 <= range.upperBound {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let found = marks(EightBytes(UInt64(littleEndian: eight)))
        if found != 0 { return place + found.trailingZeroBitCount / 8 }
        place += 8
      }
      while place < range.upperBound {
        if unsafe marks(EightBytes(UInt64(bytes[place]))) & 0x80 != 0 { return place }
        place += 1
      }
      return nil
    }
  }

  /// The first place in `range` of a byte, at the speed of the C library; O(distance).
  public func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(indices.contains(range), "a search beyond the bytes")
    return unsafe withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress else { return nil }
      let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
    }
  }

  /// Whether some bytes stand in `range` one after the other; O(distance) where their first is rare.
  public func holds(_ sought: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = sought.first else { return true }
    precondition(indices.contains(range), "a search beyond the bytes")
    var start = range.lowerBound
    while start + sought.count <= range.upperBound,
      let place = firstPlace(of: first, in: start..<range.upperBound - sought.count + 1)
    {
      if self[place..<place + sought.count].elementsEqual(sought) { return true }
      start = place + 1
    }
    return false
  }

  /// The first place in `range` of a byte whose neighbours in the text fit; O(distance).
  ///
  /// For a byte that stands everywhere: only where one fits does the search come back to its caller. The
  /// first byte of the text and the last have no two neighbours and are passed over.
  public func firstPlace(
    of byte: UInt8, in range: Range<Int>, between fit: (_ before: UInt8, _ after: UInt8) -> Bool
  ) -> Int? {
    precondition(indices.contains(range), "a search beyond the bytes")
    return unsafe withUnsafeBytes { bytes in
      var place = Swift.max(range.lowerBound, 1)
      let end = Swift.min(range.upperBound, bytes.count - 1)
      while place < end, let base = bytes.baseAddress,
        let found = unsafe memchr(base + place, Int32(byte), end - place)
      {
        place = unsafe UnsafeRawPointer(found) - base
        if unsafe fit(bytes[place - 1], bytes[place + 1]) { return place }
        place += 1
      }
      return nil
    }
  }
}
