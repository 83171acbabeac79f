/// A half-open range of UTF-8 byte offsets in one whole file.
///
/// Offsets count from the first byte of the file, front matter and byte-order mark included.
/// Line and column are worked out when a diagnostic is shown, by ``LineIndex``.
public struct Span: Sendable, Hashable {
  /// The file the bytes are in.
  public let file: SourceFile
  private let lower: UInt32
  private let upper: UInt32

  /// Marks the bytes of `range`; offsets above 4 GiB are clamped.
  public init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    lower = UInt32(clamping: range.lowerBound)
    upper = UInt32(clamping: range.upperBound)
  }

  /// A span of the whole file's start, for what has no narrower place.
  public init(startOf file: SourceFile) {
    self.init(file, 0..<0)
  }

  /// The byte offsets, from the start of the file.
  public var range: Range<Int> { Int(lower)..<Int(upper) }
  /// The offset of the first byte.
  public var start: Int { Int(lower) }
  /// The offset after the last byte.
  public var end: Int { Int(upper) }
}
