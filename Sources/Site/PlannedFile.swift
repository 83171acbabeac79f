public import Diagnostics

/// What a file holds, made when it is asked for.
public enum FileContents: Sendable {
  /// Bytes that are made at once.
  case whole(@Sendable () -> [UInt8])
  /// Bytes that are made and handed over a piece at a time, for files that grow with the register.
  case pieces(@Sendable (_ put: ([UInt8]) -> Void) -> Void)

  /// All bytes.
  public var bytes: [UInt8] {
    switch self {
    case .whole(let make): return make()
    case .pieces(let make):
      var bytes: [UInt8] = []
      make { bytes += $0 }
      return bytes
    }
  }
}

/// A file of the site that is no page: an asset, a feed, data, a download.
public struct PlannedFile: Sendable {
  /// Its path from the root of the site.
  public let path: String
  /// What it holds; pure.
  public let contents: FileContents

  /// The file of the theme that it is made from, if it is.
  public let source: SourceFile?

  /// Plans a file of some kilobytes.
  public init(
    path: String, source: SourceFile? = nil, bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.source = source
    contents = .whole(bytes)
  }

  /// Plans a file that grows with the register.
  init(path: String, pieces: @escaping @Sendable (_ put: ([UInt8]) -> Void) -> Void) {
    self.path = path
    source = nil
    contents = .pieces(pieces)
  }

  /// All its bytes.
  public func bytes() -> [UInt8] { contents.bytes }

  /// From about how many bytes on a piece is handed over.
  static let mostOfPiece = 1 << 20
}
