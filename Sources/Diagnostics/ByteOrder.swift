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

extension Sequence {
  /// The elements in the order of the UTF-8 bytes of their keys; those with one key stay in their order.
  ///
  /// ```swift
  /// facts.sortedByBytes(\.name)
  /// ```
  ///
  /// Complexity: O(n log n) in the elements; each key is asked for once, and all are held meanwhile.
  public func sortedByBytes(_ key: (Element) -> String) -> [Element] {
    let elements = Array(self)
    // Comparing texts where they lie would count a reference to each, as often as sorting looks at them.
    var bytes: [UInt8] = []
    var keys: [Range<Int>] = []
    keys.reserveCapacity(elements.count)
    for element in elements {
      let start = bytes.count
      bytes.append(contentsOf: key(element).utf8)
      keys.append(start..<bytes.count)
    }
    var order = Array(elements.indices)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      order.sort { left, right in
        let order = unsafe byteOrder(
          of: UnsafeBufferPointer(rebasing: bytes[keys[left]]),
          to: UnsafeBufferPointer(rebasing: bytes[keys[right]]))
        return order == 0 ? left < right : order < 0
      }
    }
    return order.map { elements[$0] }
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
