import Foundation

/// A folder that files are written into.
struct Tree {
  let root: URL

  init(_ path: String) {
    root = URL(filePath: path, directoryHint: .isDirectory)
  }

  /// Makes a folder below the root, with those above it.
  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: root.appending(path: path, directoryHint: .isDirectory), withIntermediateDirectories: true
    )
  }

  /// Writes a file whose folder exists: `text`, then `body`.
  func write(_ path: String, _ text: String, _ body: [UInt8] = []) throws {
    try Data(Array(text.utf8) + body).write(
      to: root.appending(path: path, directoryHint: .notDirectory))
  }
}
