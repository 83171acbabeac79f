#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension String {
  /// Whether the text comes before another in the order of their UTF-8 bytes: the order of files,
  /// ids and messages, the same in every locale.
  ///
  /// Complexity: O(n), at the speed of the C library.
  public func precedesByBytes(_ other: String) -> Bool { order(to: other) < 0 }

  /// Whether another text has the same UTF-8 bytes, where `==` also takes other spellings of a letter.
  ///
  /// Complexity: O(n), at the speed of the C library.
  public func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && order(to: other) == 0
  }

  /// Less than, equal to or more than 0, as the bytes come before, are or come after those of another text.
  private func order(to other: String) -> Int {
    // Both are asked as they are, for a copy of each would be counted, and sorting asks often.
    let quick = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        unsafe byteOrder(of: left, to: right)
      }
    }
    if let order = quick ?? nil { return order }
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in unsafe byteOrder(of: left, to: right) }
    }
  }
}

private func byteOrder(
  of left: UnsafeBufferPointer<UInt8>, to right: UnsafeBufferPointer<UInt8>
) -> Int {
  let shared = min(left.count, right.count)
  guard shared > 0, let start = left.baseAddress, let otherStart = right.baseAddress else {
    return left.count - right.count
  }
  let order = unsafe memcmp(start, otherStart, shared)
  return order == 0 ? left.count - right.count : Int(order)
}
