import SystemCalls

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
    /// The system does not let these two, for one is a mount, say, or another user's.
    case refused
  }

  /// Whether others may change files at a path unnoticed by this machine: a network mount, or a folder that
  /// a virtual machine shares.
  public static func isRemote(_ path: String) -> Bool {
    unsafe system_is_remote(path) != 0
  }

  /// Lets two paths of one file system change places in one step, where the system can.
  static func exchange(_ left: String, _ right: String) throws(EnvironmentError) -> Exchange {
    let code = unsafe system_exchange(left, right)
    switch code {
    case 0: return .atomic
    case ENOSYS, EINVAL, ENOTSUP: return .unsupported
    case EBUSY, EXDEV, EACCES, EPERM: return .refused
    default: throw failure(right, code)
    }
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

  /// Moves a file to its place, also from one mounted file system to another: then by a copy beside
  /// the place, so that there is the old file or the new one at every moment.
  static func moveAcross(_ path: String, to target: String) throws(EnvironmentError) {
    if unsafe rename(path, target) == 0 { return }
    guard errno == EXDEV else { throw failure(target, errno) }
    try put(target, read(path))
    try removeFile(path)
  }

  /// Gives the content at `path` a second name, or copies it where the file system has no links.
  ///
  /// A symbolic link stays one, with the same words in it.
  ///
  /// - Returns: false where the file is another user's and there can be no more than a copy of our own.
  static func duplicate(_ path: String, to target: String) throws(EnvironmentError) -> Bool {
    if unsafe linkat(AT_FDCWD, path, AT_FDCWD, target, 0) == 0 { return true }
    let code = errno
    guard code == EPERM || code == ENOTSUP || code == EMLINK || code == EXDEV,
      let status = try ownStatus(of: path)
    else { throw failure(target, code) }
    guard status.owner == geteuid() || geteuid() == 0 else { return false }
    switch status.kind {
    case .file:
      try create(target, read(path))
      return try adopt(status, at: target)
    case .link:
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      guard unsafe readlink(path, &buffer, buffer.count - 1) >= 0,
        unsafe symlink(buffer, target) == 0
      else { throw failure(target, errno) }
      return true
    case .folder, .other:
      throw failure(target, code)
    }
  }

  /// Gives what is at `path` the owner, the group and the permission bits of something else.
  ///
  /// - Returns: false where the system does not let us give it to them.
  static func adopt(_ status: Status, at path: String) throws(EnvironmentError) -> Bool {
    guard let own = try ownStatus(of: path) else { throw failure(path, ENOENT) }
    if own.owner != status.owner || own.group != status.group {
      guard unsafe chown(path, status.owner, status.group) == 0 else { return false }
    }
    try setPermissions(path, status.permissions)
    return true
  }

  /// Waits until what was written to the file system of a folder is on the disk.
  ///
  /// Measured: 4,000 new pages of 12 KB each in its folder take 0.13 s so, and 28 s to 33 s where each file
  /// and folder is flushed by itself. macOS is asked to write and not waited for.
  static func flush(_ folder: String) throws(EnvironmentError) {
    let descriptor = try open(folder, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    let code = system_flush(descriptor)
    guard code == 0 else { throw failure(folder, code) }
  }

  /// The system's place for what nobody keeps.
  static var temporaryFolder: String {
    unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
  }

  /// A name in a folder of which the system makes one that is not taken.
  ///
  /// Source: mkstemp(3), which replaces the six letters.
  static func temporaryName(in folder: String) -> [CChar] {
    Array("\(folder)/findings-\(String(repeating: "X", count: 6))".utf8CString)
  }

  /// Makes an empty folder that is nobody else's, in the system's place for them.
  static func makeTemporaryFolder() throws(EnvironmentError) -> String {
    let place = temporaryFolder
    var name = temporaryName(in: place)
    guard unsafe mkdtemp(&name) != nil else { throw failure(place, errno) }
    return try realPath(
      String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// Whether a file is there that this process may run.
  static func isProgram(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0 && (try? status(of: path))?.kind == .file
  }

  /// Whether this process may make files in a folder.
  static func isWritable(_ folder: String) -> Bool {
    unsafe access(folder, W_OK) == 0
  }

  /// Fails where this process may not make and remove files in a folder.
  static func tryWriting(in folder: String) throws(EnvironmentError) {
    guard unsafe access(folder, W_OK | X_OK) == 0 else { throw failure(folder, errno) }
  }

  /// Whether this process may look into a folder.
  public static func isReadable(_ folder: String) -> Bool {
    unsafe access(folder, R_OK | X_OK) == 0
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
