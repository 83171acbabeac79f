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
  public func precedesByBytes(_ other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let shared = min(left.count, right.count)
        guard shared > 0, let start = left.baseAddress, let otherStart = right.baseAddress else {
          return left.count < right.count
        }
        let order = unsafe memcmp(start, otherStart, shared)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}
