/// A file that an author wrote, known by the path that messages show.
///
/// A class so that the many spans of one file share one path; it never changes.
public final class SourceFile: Sendable, Hashable, Comparable {
  /// The path as shown to the author: relative to the project's root, with `/` between its parts.
  public let path: String
  /// Whether nothing of it may be read to be shown, as of a link that leads out of its folder.
  public let isUnread: Bool

  /// Makes the identity of a file; reads nothing.
  public init(path: String, isUnread: Bool = false) {
    self.path = path
    self.isUnread = isUnread
  }

  /// Two files are the same when their paths are, byte for byte.
  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right || left.path.hasSameBytes(as: right.path)
  }

  /// Orders files by the bytes of their paths, independent of locale and of reading order.
  public static func < (left: SourceFile, right: SourceFile) -> Bool {
    left.path.precedesByBytes(right.path)
  }

  /// Feeds the path to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
  }
}
