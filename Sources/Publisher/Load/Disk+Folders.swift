#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Disk {
  /// How two folders changed places.
  enum Exchange: Sendable, Hashable {
    /// In one step of the file system: nobody saw anything between.
    case atomic
    /// This file system or system cannot do it.
    case unsupported
  }

  /// Lets two paths of one file system change places in one step, where the system can.
  static func exchange(_ left: String, _ right: String) throws(EnvironmentError) -> Exchange {
    #if canImport(Darwin)
      let result = unsafe renamex_np(left, right, UInt32(RENAME_SWAP))
    #else
      // The C library has the call but shows it only to GNU sources, which the importer of C is
      // not; an older library does without.
      typealias Call =
        @convention(c) (
          CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
      guard let symbol = unsafe dlsym(nil, "renameat2") else { return .unsupported }
      let call = unsafe unsafeBitCast(symbol, to: Call.self)
      let exchangeFlag: CUnsignedInt = 2
      let result = unsafe call(AT_FDCWD, left, AT_FDCWD, right, exchangeFlag)
    #endif
    if result == 0 { return .atomic }
    let code = errno
    if code == ENOSYS || code == EINVAL || code == ENOTSUP { return .unsupported }
    throw failure(right, code)
  }

  /// Moves a file or folder within one file system, replacing a file or an empty folder.
  static func move(_ path: String, to target: String) throws(EnvironmentError) {
    guard unsafe rename(path, target) == 0 else { throw failure(target, errno) }
  }

  /// Puts a folder in the place of another in two moves, for want of an exchange.
  ///
  /// Between the two nothing is at `target`; if the second fails, the first is taken back.
  static func replace(
    _ target: String, with path: String, aside: String
  ) throws(EnvironmentError) {
    try move(target, to: aside)
    do throws(EnvironmentError) {
      try move(path, to: target)
    } catch {
      try move(aside, to: target)
      throw error
    }
  }

  /// Whether files can be moved from one folder to the other: both on one mounted file system.
  ///
  /// Asks the system to move a name that is not there: it looks at the mounts before the name.
  static func isOneMount(_ folder: String, _ other: String) -> Bool {
    let missing = ".findings-no-such-file"
    return unsafe rename("\(folder)/\(missing)", "\(other)/\(missing)") == 0 || errno != EXDEV
  }

  /// Gives the content at `path` a second name, or copies it where the file system has no links.
  ///
  /// A symbolic link stays one, with the same words in it.
  static func duplicate(_ path: String, to target: String) throws(EnvironmentError) {
    if unsafe linkat(AT_FDCWD, path, AT_FDCWD, target, 0) == 0 { return }
    let code = errno
    guard code == EPERM || code == ENOTSUP || code == EMLINK || code == EXDEV,
      let status = try ownStatus(of: path)
    else { throw failure(target, code) }
    switch status.kind {
    case .file:
      try create(target, read(path))
      try setPermissions(target, status.permissions)
    case .link:
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      guard unsafe readlink(path, &buffer, buffer.count - 1) >= 0,
        unsafe symlink(buffer, target) == 0
      else { throw failure(target, errno) }
    case .folder, .other:
      throw failure(target, code)
    }
  }

  /// Whether this process may make files in a folder.
  static func isWritable(_ folder: String) -> Bool {
    unsafe access(folder, W_OK) == 0
  }

  /// Sets the permission bits.
  static func setPermissions(_ path: String, _ bits: UInt32) throws(EnvironmentError) {
    guard unsafe chmod(path, mode_t(bits)) == 0 else { throw failure(path, errno) }
  }

  /// Removes a file or link; that it is not there is no failure.
  static func removeFile(_ path: String) throws(EnvironmentError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure(path, errno) }
  }

  /// Removes a folder if it is empty, and says whether it is gone.
  @discardableResult
  static func removeEmptyFolder(_ path: String) -> Bool {
    unsafe rmdir(path) == 0
  }

  /// Removes a folder with all that is in it, and follows no link; nothing there is no failure.
  static func removeTree(_ path: String) throws(EnvironmentError) {
    guard let status = try ownStatus(of: path) else { return }
    guard status.kind == .folder else { return try removeFile(path) }
    for entry in try entries(of: path) {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder { try removeTree(inner) } else { try removeFile(inner) }
    }
    guard removeEmptyFolder(path) else { throw failure(path, errno) }
  }
}
