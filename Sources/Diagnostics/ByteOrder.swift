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

  /// Whether the text has these UTF-8 bytes.
  ///
  /// Complexity: O(n), at the speed of the C library.
  public func hasBytes(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard utf8.count == bytes.count else { return false }
    var text = self
    return text.withUTF8 { text in
      unsafe bytes.withUnsafeBufferPointer { unsafe byteOrder(of: text, to: $0) == 0 }
    }
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
  @inlinable
  public func sortedByBytes(_ key: (Element) -> String) -> [Element] {
    let elements = Array(self)
    var keys = KeysToOrder()
    for element in elements { keys.add(key(element)) }
    return keys.order.map { elements[$0] }
  }
}

/// Keys whose order is sought.
///
/// Comparing texts where they lie would count a reference to each, as often as sorting looks at them.
@usableFromInline
struct KeysToOrder {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  @usableFromInline
  init() {}

  @usableFromInline
  mutating func add(_ key: String) {
    let start = bytes.count
    bytes.append(contentsOf: key.utf8)
    ranges.append(start..<bytes.count)
  }

  /// The places of the keys, as they were added, in the order of their bytes.
  @usableFromInline
  var order: [Int] { bytes.order(ofKeys: ranges) }
}

extension [UInt8] {
  /// The places of keys that stand among these bytes, in the order of the keys' bytes; those that are the
  /// same stay in their order.
  ///
  /// Complexity: O(n log n) in the keys.
  public func order(ofKeys ranges: [Range<Int>]) -> [Int] {
    unsafe withUnsafeBufferPointer { bytes in
      var keys = ranges.indices.map { unsafe SortKey(ranges[$0], of: bytes, place: $0) }
      keys.sort { left, right in
        guard left.head == right.head else { return left.head < right.head }
        let order = unsafe byteOrder(
          of: UnsafeBufferPointer(rebasing: bytes[left.range]),
          to: UnsafeBufferPointer(rebasing: bytes[right.range]))
        return order == 0 ? left.place < right.place : order < 0
      }
      return keys.map(\.place)
    }
  }
}

/// What keys are sorted by.
private struct SortKey {
  /// The first eight bytes as a number, which tells most keys apart; NUL stands for those beyond the end.
  let head: UInt64
  /// All of its bytes among those of the others.
  let range: Range<Int>
  /// Which of the keys it is.
  let place: Int

  static let headLength = 8

  /// The key in `range` of bytes.
  init(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, place: Int) {
    self.range = range
    self.place = place
    var read: UInt64 = 0
    unsafe withUnsafeMutableBytes(of: &read) {
      unsafe $0.copyBytes(from: bytes[range].prefix(Self.headLength))
    }
    head = UInt64(bigEndian: read)
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
