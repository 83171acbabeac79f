#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A text that a C library owns: bytes, most likely UTF-8, that live as long as their tree.
@safe struct CText {
  /// The bytes without the NUL that ends them.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Measures the text at `start`; none is empty.
  init(_ start: UnsafePointer<CChar>?) {
    guard let start = unsafe start else {
      unsafe bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    let count = unsafe strlen(start)
    let raw = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    unsafe bytes = UnsafeBufferPointer(start: raw, count: count)
  }

  var isEmpty: Bool { unsafe bytes.isEmpty }
  var count: Int { unsafe bytes.count }

  /// The byte at `index`, or NUL after the end.
  subscript(index: Int) -> UInt8 { unsafe index < bytes.count ? bytes[index] : 0 }

  /// A copy that may outlive the tree.
  var array: [UInt8] { unsafe Array(bytes) }
  /// A copy as text, with what is not UTF-8 replaced by U+FFFD.
  var string: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// Whether the text starts with `prefix`.
  func starts(with prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount {
      guard unsafe bytes[index] == prefix.utf8Start[index] else { return false }
    }
    return true
  }
}
