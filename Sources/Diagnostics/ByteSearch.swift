public import Bytes

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
