import Diagnostics

/// The list of the files that a build wrote, kept in the output folder as `.findings-manifest`.
///
/// It tells our files from others': ours are replaced and removed, others survive. It is the same
/// for the same site: the paths in the order of their bytes, and nothing about times or tools.
struct Manifest: Sendable, Hashable {
  /// The name of the list in the output folder.
  static let name = ".findings-manifest"
  /// The name of the file that is there while files are put in place one by one.
  static let unfinished = ".findings-unfinished"
  private static let heading = "findings-manifest 1"

  /// What stands in that file, for whoever comes across it.
  static let unfinishedWords = """
    A build is replacing the files of this folder one by one, or was ended while it did.
    Until the next build has ended, pages of two sites may be here.

    """

  /// The paths, relative to the output folder, in the order of their bytes.
  let paths: [String]

  init(_ paths: [String]) {
    self.paths = paths.sortedByBytes(\.self)
  }

  /// Whether a path in the output folder is one of the build's own records.
  static func isOwn(_ path: String) -> Bool { path == name || path == unfinished }

  /// The list as it is written: a heading and a line for each path.
  var bytes: [UInt8] {
    var bytes = Array(Self.heading.utf8)
    bytes.append(UInt8(ascii: "\n"))
    for path in paths {
      bytes.append(contentsOf: path.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The list in `folder`, or nil where it has none.
  static func read(in folder: String) throws(EnvironmentError) -> Manifest? {
    let path = "\(folder)/\(name)"
    guard let status = try Disk.ownStatus(of: path) else { return nil }
    guard status.kind == .file else { throw unreadable(path) }
    var lines = try Disk.read(path).split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst()?.elementsEqual(heading.utf8) == true else { throw unreadable(path) }
    return Manifest(lines.map { String(decoding: $0, as: UTF8.self) })
  }

  private static func unreadable(_ path: String) -> EnvironmentError {
    EnvironmentError(
      path, "is not a list of files that this version of findings wrote",
      help: "empty the folder, or choose another with --output")
  }
}
