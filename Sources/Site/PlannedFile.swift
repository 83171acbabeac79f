public import Diagnostics

/// A file of the site that is no page: an asset, a feed, data, a download.
public struct PlannedFile: Sendable {
  /// Its path from the root of the site.
  public let path: String
  /// Makes its bytes; pure.
  public let bytes: @Sendable () -> [UInt8]

  /// The file of the theme that it is made from, if it is.
  public let source: SourceFile?

  /// Plans a file.
  public init(
    path: String, source: SourceFile? = nil, bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.source = source
    self.bytes = bytes
  }
}
