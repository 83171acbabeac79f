/// The bytes of one file together with its name and its lines.
public struct SourceText: Sendable {
  /// Which file this is.
  public let file: SourceFile
  /// Every byte of the file, as read.
  public let bytes: [UInt8]
  /// Where its lines start.
  public let lines: LineIndex

  /// Keeps `bytes` and finds their lines; O(n).
  public init(file: SourceFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Keeps the UTF-8 bytes of `text` under `path`.
  public init(path: String, text: String) {
    self.init(file: SourceFile(path: path), bytes: Array(text.utf8))
  }

  /// The line and column of a byte offset, for showing.
  public func position(at offset: Int) -> LineIndex.Position {
    lines.position(at: offset, in: bytes)
  }

  /// The text of `range`, with what is not UTF-8 replaced by U+FFFD.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
