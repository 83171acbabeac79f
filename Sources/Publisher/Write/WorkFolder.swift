#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The hidden folder where one build gathers its pages, locked against every other build.
///
/// The lock is the system's and ends with the process, so whatever is in a work folder whose lock
/// can be taken was left by a build that died. That holds across containers, where a process
/// number would say nothing. Letting go of the value removes the folder.
struct WorkFolder: ~Copyable, Sendable {
  /// Where the pages are gathered.
  let site: String
  /// Where the old output stands for a moment on file systems that cannot exchange folders.
  let old: String
  /// Where the number of the folder stands that is about to become the output.
  private let next: String
  private let path: String
  private let output: String
  private let lock: CInt

  /// Makes and locks the folder at `path`, and clears away what a dead build left there.
  static func open(
    at path: String, for output: OutputFolder
  ) throws(EnvironmentError) -> WorkFolder {
    let work = WorkFolder(path, output.location, lock: try acquire(path, for: output))
    // A build that died between its two moves had put the old output aside.
    if try Disk.ownStatus(of: work.old) != nil, try Disk.ownStatus(of: work.output) == nil {
      try Disk.move(work.old, to: work.output)
    }
    if work.isExchanged {
      // The build died after the exchange: what others had written until then is theirs.
      for place in [work.site, work.old] where try Disk.ownStatus(of: place) != nil {
        let old = try Manifest.read(in: place)?.paths ?? []
        let new = try Manifest.read(in: work.output)?.paths ?? []
        try FormerOutput(
          location: place, site: work.output, ours: Set(old).union(new), carried: []
        ).clear()
      }
    }
    try Disk.removeFile(work.next)
    try Disk.removeTree(work.old)
    try Disk.removeTree(work.site)
    return work
  }

  private init(_ path: String, _ output: String, lock: CInt) {
    self.path = path
    self.output = output
    self.lock = lock
    site = "\(path)/site"
    old = "\(path)/old"
    next = "\(path)/next"
  }

  deinit {
    // Nobody can be told by now; what stays is cleared away by the next build.
    if !isExchanged {
      try? Disk.removeTree(site)
      if (try? Disk.ownStatus(of: output)) != nil { try? Disk.removeTree(old) }
      try? Disk.removeFile(next)
      try? Disk.removeFile("\(path)/lock")
      Disk.removeEmptyFolder(path)
    }
    close(lock)
  }

  /// Notes which folder is about to become the output, so that whatever happens now, the next build can
  /// tell the folder of the former site from one that was never published.
  borrowing func noteExchange() throws(EnvironmentError) {
    guard let status = try Disk.ownStatus(of: site) else { return }
    try Disk.create(next, Array("\(status.inode)".utf8))
  }

  /// Forgets the note: the former site is cleared away.
  borrowing func forgetExchange() throws(EnvironmentError) {
    try Disk.removeFile(next)
  }

  /// Whether the output is the folder that was noted.
  private var isExchanged: Bool {
    guard let bytes = try? Disk.read(next), let status = try? Disk.ownStatus(of: output) else {
      return false
    }
    return String(decoding: bytes, as: UTF8.self) == "\(status.inode)"
  }

  /// Locks the file `lock` in the folder, which it makes if need be.
  private static func acquire(
    _ path: String, for output: OutputFolder
  ) throws(EnvironmentError) -> CInt {
    let file = "\(path)/lock"
    // A build that ends removes its lock with the folder, so that the file may be gone, or be
    // another one, by the time it is locked: then start again.
    for _ in 0..<100 {
      try Disk.makeFolder(path)
      // A link in its place could have the build clear away a folder of somebody else.
      guard try Disk.ownStatus(of: path)?.kind != .link else {
        throw EnvironmentError(path, "is a link", help: "remove the link")
      }
      let (descriptor, code) = Disk.tryOpen(file, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 {
        if code == ENOENT { continue }
        Disk.removeEmptyFolder(path)
        throw Disk.failure(file, code)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        break
      }
      var opened = stat()
      if unsafe fstat(descriptor, &opened) == 0,
        try Disk.ownStatus(of: file)?.inode == UInt64(opened.st_ino)
      {
        return descriptor
      }
      close(descriptor)
    }
    throw EnvironmentError(
      output.shown, "is being written by another build", help: "wait until that build has ended")
  }
}
