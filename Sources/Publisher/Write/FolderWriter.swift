import Diagnostics
import Site

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes new files below an open folder, with the folders that they stand in.
///
/// A file whose bytes are those of the former site is not written: the former file gets a second name, and
/// so keeps its inode and its time, by which servers and copying programs tell what has changed. Of a file
/// that comes in pieces that is known when it is written, and it gives way then.
///
/// Paths count from the open folder, so the system follows no longer one. Pages come in the order of
/// their paths, so of the folders above one most are those of the page before; only the others are made.
/// Not shared: each chunk of work has its own.
final class FolderWriter {
  private let root: CInt
  private let former: FormerFiles?
  /// The names on the way to a folder that is there, with all above it: that of an earlier file.
  private var last: [Substring] = []

  /// Opens the folder at a path; `former` is the one whose place it is to take, if any.
  init(in location: String, after former: String? = nil) throws(EnvironmentError) {
    self.former = former.flatMap(FormerFiles.init)
    root = try Disk.open(location, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit { close(root) }

  /// Writes a file that must not be there yet, and sums it up.
  func create(_ path: String, _ contents: FileContents) throws(EnvironmentError) -> FileDigest {
    switch contents {
    case .whole(let make):
      let bytes = make()
      try create(path, bytes)
      return FileDigest(of: bytes)
    case .pieces(let make): return try create(path, pieces: make)
    }
  }

  /// Writes a file that must not be there yet: as a rule a call to make its folder, and three for itself.
  func create(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    try makeFolders(above: path)
    if former?.link(path, bytes, into: root) == true { return }
    try Disk.write(
      bytes, to: Disk.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, in: root), path)
  }

  /// Writes a file piece by piece; it makes room for the former one where they turn out to be the same.
  private func create(
    _ path: String, pieces make: (_ put: ([UInt8]) -> Void) -> Void
  ) throws(EnvironmentError) -> FileDigest {
    try makeFolders(above: path)
    let descriptor = try Disk.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, in: root)
    defer { close(descriptor) }
    var sum = SHA256.Sum()
    var failure: EnvironmentError?
    make { piece in
      guard failure == nil else { return }
      do throws(EnvironmentError) {
        try Disk.write(piece, keeping: descriptor, path)
        sum.add(piece)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    former?.replace(path, of: sum.count, written: descriptor, in: root)
    return FileDigest(sum)
  }

  /// Makes those folders on the way to a file that the last one did not need.
  private func makeFolders(above path: String) throws(EnvironmentError) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    let names = folder.split(separator: "/")
    let known = zip(names, last).prefix { $0 == $1 }.count
    guard known < names.count else { return }
    for name in names[known...] {
      try Disk.makeFolder(String(folder[..<name.endIndex]), in: root)
    }
    last = names
  }
}
