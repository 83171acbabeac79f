#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files of the site that a new one is to replace, to be kept where they are the same.
///
/// Not shared: it remembers the last folder it looked into.
final class FormerFiles {
  private let root: CInt
  /// The names on the way to a folder that is one, with all above it.
  private var last: [Substring] = []

  /// Nil where the folder is not there, or cannot be looked into: then there is nothing to keep.
  init?(in location: String) {
    root = Disk.tryOpen(location, O_RDONLY | O_DIRECTORY | O_CLOEXEC).descriptor
    guard root >= 0 else { return nil }
  }

  deinit { close(root) }

  /// Gives the file at a path a second name, by the same path below the open folder `target`.
  ///
  /// - Returns: whether it did; not where the bytes are others, where it is no file, stands behind a
  ///   link or on another disk, or belongs to somebody who does not allow it.
  func link(_ path: String, _ bytes: [UInt8], into target: CInt) -> Bool {
    guard isFile(path, of: bytes.count, where: { Disk.holds(bytes, $0) }) else { return false }
    return unsafe linkat(root, path, target, path, 0) == 0
  }

  /// Puts the file at a path in the place of one of `size` bytes that was written below `target`, open as
  /// `written`, where both have the same bytes and the system allows it.
  func replace(_ path: String, of size: Int, written: CInt, in target: CInt) {
    guard isFile(path, of: size, where: { Disk.isSame(written, as: $0) }) else { return }
    let aside = Disk.aside(path)
    guard unsafe linkat(root, path, target, aside, 0) == 0 else { return }
    if unsafe renameat(target, aside, target, path) != 0 { unsafe unlinkat(target, aside, 0) }
  }

  /// Whether a file of the former site has a size, and what is to be true of it when it is open.
  private func isFile(_ path: String, of size: Int, where isSame: (CInt) -> Bool) -> Bool {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    guard isFolder(folder) else { return false }
    let descriptor = unsafe openat(
      root, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0,
      UInt32(status.st_mode) & UInt32(S_IFMT) == UInt32(S_IFREG), Int(status.st_size) == size
    else { return false }
    return isSame(descriptor)
  }

  /// Whether no link is on the way to a folder of the former site.
  private func isFolder(_ folder: Substring) -> Bool {
    let names = folder.split(separator: "/")
    let known = zip(names, last).prefix { $0 == $1 }.count
    for name in names[known...] {
      var status = stat()
      let above = String(folder[..<name.endIndex])
      guard unsafe fstatat(root, above, &status, AT_SYMLINK_NOFOLLOW) == 0,
        UInt32(status.st_mode) & UInt32(S_IFMT) == UInt32(S_IFDIR)
      else { return false }
    }
    if known < names.count { last = names }
    return true
  }
}
