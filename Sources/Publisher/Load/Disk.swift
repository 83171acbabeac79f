import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file system, called directly: what is where, reading, writing, moving and removing.
///
/// Paths are UTF-8 with `/`, relative ones from the current folder. Every failure is an
/// ``EnvironmentError`` with the path and the reason. This and its extensions are the only code of
/// the package that calls the system about files, so `unsafe` stands nowhere else for them.
public enum Disk {
  /// What lies at a path.
  public struct Status: Sendable, Hashable {
    /// The sorts of things a folder holds, as far as the tool tells them apart.
    public enum Kind: Sendable, Hashable {
      case file, folder, link, other
    }

    /// What sort of thing it is.
    public let kind: Kind
    /// How long it is, in bytes.
    public let size: Int
    /// When its content last changed, in nanoseconds since 1970.
    public let modified: Int
    /// When anything about it last changed, in nanoseconds since 1970; no program can set it back.
    public let changed: Int
    /// The file system it is on.
    public let device: UInt64
    /// Its number within its file system.
    public let inode: UInt64
    /// The permission bits.
    public let permissions: UInt32
    /// The number of the user it belongs to.
    public let owner: UInt32
    /// The number of the group it belongs to.
    public let group: UInt32

    /// That of a file which is not on the disk yet.
    static let unsaved = Status(
      kind: .file, size: 0, modified: 0, changed: 0, device: 0, inode: 0, permissions: 0, owner: 0,
      group: 0)

    /// Whether both are one thing on one disk, whatever their paths.
    func isSame(as other: Status) -> Bool { inode == other.inode && device == other.device }
  }

  /// A name in a folder.
  public struct Entry: Sendable, Hashable {
    /// The name, without any folder.
    public let name: String
    /// What the name stands for; a link is not followed.
    public let kind: Status.Kind
  }

  /// What lies at `path`, links followed, or nil where nothing does.
  public static func status(of path: String) throws(EnvironmentError) -> Status? {
    var buffer = stat()
    return try status(of: path, unsafe stat(path, &buffer), buffer)
  }

  /// What lies at `path`, which may be a link itself, or nil where nothing does.
  public static func ownStatus(of path: String) throws(EnvironmentError) -> Status? {
    var buffer = stat()
    return try status(of: path, unsafe lstat(path, &buffer), buffer)
  }

  private static func status(
    of path: String, _ result: CInt, _ buffer: stat
  ) throws(EnvironmentError) -> Status? {
    if result == 0 { return Status(buffer) }
    let code = errno
    if code == ENOENT || code == ENOTDIR { return nil }
    throw failure(path, code)
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  ///
  /// Complexity: O(n log n).
  public static func entries(of folder: String) throws(EnvironmentError) -> [Entry] {
    guard let stream = unsafe opendir(folder) else { throw failure(folder, errno) }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    var unreadable: [String] = []
    while let entry = unsafe readdir(stream) {
      let decoded = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          unsafe String(validatingCString: name)
        }
      }
      guard let name = decoded else {
        unsafe unreadable.append(
          withUnsafePointer(to: &entry.pointee.d_name) { name in
            unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe escaped($0) }
          })
        continue
      }
      if name == "." || name == ".." { continue }
      let kind = try unsafe kind(ofType: Int(entry.pointee.d_type), name, in: folder)
      entries.append(Entry(name: name, kind: kind))
    }
    if let first = unreadable.min() {
      throw EnvironmentError(
        folder, "holds '\(first)', a name that is not UTF-8", help: "rename the file")
    }
    return entries.sortedByBytes(\.name)
  }

  /// A name with the bytes beyond ASCII in hexadecimal: `bad\xE9.pdf`.
  private static func escaped(_ name: UnsafePointer<CChar>) -> String {
    unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { character in
      let byte = UInt8(bitPattern: character)
      guard byte >= 0x80 else { return String(UnicodeScalar(byte)) }
      return "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func kind(
    ofType type: Int, _ name: String, in folder: String
  ) throws(EnvironmentError) -> Status.Kind {
    if type == Int(DT_REG) { return .file }
    if type == Int(DT_DIR) { return .folder }
    if type == Int(DT_LNK) { return .link }
    // Some file systems do not tell; what vanished in the meantime is no file either.
    return try ownStatus(of: "\(folder)/\(name)")?.kind ?? .other
  }

  /// The path with every link in it followed.
  public static func realPath(_ path: String) throws(EnvironmentError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw failure(path, errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes a folder; that one is there already is no failure, that its parent is missing is one.
  public static func makeFolder(_ path: String) throws(EnvironmentError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, try status(of: path)?.kind == .folder { return }
    throw failure(path, code)
  }

  /// Makes a folder at a path that counts from an open one; whatever is there already is left.
  static func makeFolder(_ path: String, in folder: CInt) throws(EnvironmentError) {
    guard unsafe mkdirat(folder, path, 0o777) == 0 || errno == EEXIST else {
      throw failure(path, errno)
    }
  }

  /// Makes a folder and whichever of the folders above it are missing.
  public static func makeFolders(_ path: String) throws(EnvironmentError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    if errno == ENOENT, let parent = parent(of: path) {
      try makeFolders(parent)
    }
    try makeFolder(path)
  }

  /// The folder a path is in, or nil for a bare name and for `/`.
  static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return nil
    }
    return String(path[..<slash])
  }

  /// Puts the error number of the system into words that follow a path.
  static func failure(_ path: String, _ code: CInt) -> EnvironmentError {
    let reason =
      switch code {
      case ENOENT: "does not exist"
      case ENOTDIR: "is not inside a folder"
      case EISDIR: "is a folder"
      case EEXIST: "is there already"
      case EACCES, EPERM: "is not ours to read or write (permission denied)"
      case EROFS: "is on a disk that can only be read"
      case ENOSPC, EDQUOT: "does not fit on the disk"
      case EMFILE, ENFILE: "cannot be opened, for too many files are open"
      case ENAMETOOLONG: "has too long a name"
      case ELOOP: "is a link that leads in a circle"
      default: unsafe "cannot be used: \(String(cString: strerror(code)))"
      }
    return EnvironmentError(path, reason)
  }
}

extension Disk.Status {
  fileprivate init(_ buffer: stat) {
    kind =
      switch UInt32(buffer.st_mode) & UInt32(S_IFMT) {
      case UInt32(S_IFREG): .file
      case UInt32(S_IFDIR): .folder
      case UInt32(S_IFLNK): .link
      default: .other
      }
    #if canImport(Darwin)
      let (content, any) = (buffer.st_mtimespec, buffer.st_ctimespec)
    #else
      let (content, any) = (buffer.st_mtim, buffer.st_ctim)
    #endif
    size = Int(buffer.st_size)
    modified = Self.nanoseconds(content)
    changed = Self.nanoseconds(any)
    device = UInt64(truncatingIfNeeded: buffer.st_dev)
    inode = UInt64(truncatingIfNeeded: buffer.st_ino)
    permissions = UInt32(buffer.st_mode) & 0o7777
    owner = buffer.st_uid
    group = buffer.st_gid
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
