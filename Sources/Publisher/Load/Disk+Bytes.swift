#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Disk {
  /// The bytes of a file, all of them or as many as `most`; links are followed, anything but a file is
  /// refused.
  ///
  /// One call to open, one for the length and as a rule one to read, straight into the array.
  public static func read(
    _ path: String, most: Int = .max
  ) throws(EnvironmentError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe in the folder would wait for a writer for ever.
    let descriptor = try open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard UInt32(status.st_mode) & UInt32(S_IFMT) == UInt32(S_IFREG) else {
      throw EnvironmentError(path, "is not a file")
    }
    // Room for a byte more than the length, so that one call shows whether the file has grown.
    let size = Int(status.st_size)
    var bytes = try chunk(
      of: min(size < .max ? size + 1 : size, most), likely: size, descriptor, path)
    guard bytes.count > size else { return bytes }
    while bytes.count < most {
      let room = min(max(65_536, bytes.count), most - bytes.count)
      let more = try chunk(of: room, likely: 0, descriptor, path)
      if more.isEmpty { return bytes }
      bytes += more
    }
    return bytes
  }

  /// Reads until `capacity` bytes are there or the file ends; a file that has been read to its `likely`
  /// end has ended there.
  static func chunk(
    of capacity: Int, likely: Int, _ descriptor: CInt, _ path: String
  ) throws(EnvironmentError) -> [UInt8] {
    var code: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        let length = unsafe systemRead(descriptor, rest.baseAddress, rest.count)
        if length > 0 {
          count += length
          if count == likely { return }
        } else if length == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw failure(path, code) }
    return bytes
  }

  /// Writes a file that must not be there yet, in one call to write as a rule.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    try write(bytes, to: open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC), path)
  }

  /// Writes a file that must not be there yet, and makes the folders above it that are missing.
  public static func createWithFolders(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    if let folder = parent(of: path) { try makeFolders(folder) }
    try create(path, bytes)
  }

  /// Writes a file whole, in place of what may be there: beside it first, then under its name.
  public static func put(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    let aside = aside(path)
    try write(bytes, to: open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC), aside)
    try move(aside, to: path)
  }

  /// Removes what a program that was killed while it put a file there may have left beside it.
  static func removeLeftover(of path: String) throws(EnvironmentError) {
    try removeFile(aside(path))
  }

  /// Where a file is written before it comes under its name.
  static func aside(_ path: String) -> String { path + ".findings-new" }

  /// Writes all bytes and closes the descriptor, whatever happens.
  static func write(
    _ bytes: [UInt8], to descriptor: CInt, _ path: String
  ) throws(EnvironmentError) {
    defer { close(descriptor) }
    try write(bytes, keeping: descriptor, path)
  }

  /// Makes a file that must not be there yet, in pieces.
  static func create(
    _ path: String,
    pieces: (
      (_ put: ([UInt8]) throws(EnvironmentError) -> Void)
        throws(EnvironmentError) -> Void
    )
  ) throws(EnvironmentError) {
    let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    defer { close(descriptor) }
    try pieces { piece throws(EnvironmentError) in try write(piece, keeping: descriptor, path) }
  }

  /// Writes all bytes and leaves the descriptor open.
  static func write(
    _ bytes: [UInt8], keeping descriptor: CInt, _ path: String
  ) throws(EnvironmentError) {
    let code = unsafe bytes.withUnsafeBytes { buffer -> CInt in
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let length = unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
        if length >= 0 {
          written += length
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard code == 0 else { throw failure(path, code) }
  }

  /// Whether an open file goes on with these bytes; not where it cannot be read.
  static func holds(_ bytes: [UInt8], _ descriptor: CInt) -> Bool {
    var place = 0
    while place < bytes.count {
      let room = min(65_536, bytes.count - place)
      guard let part = try? chunk(of: room, likely: -1, descriptor, ""), !part.isEmpty,
        part.elementsEqual(bytes[place..<place + part.count])
      else { return false }
      place += part.count
    }
    return true
  }

  /// Whether an open file holds from its beginning what another goes on with, until its end.
  static func isSame(_ one: CInt, as other: CInt) -> Bool {
    guard lseek(one, 0, SEEK_SET) == 0 else { return false }
    while let part = try? chunk(of: 65_536, likely: -1, one, "") {
      if part.isEmpty { return true }
      guard holds(part, other) else { return false }
    }
    return false
  }

  /// Opens or makes a file at a path that counts from an open folder.
  static func open(
    _ path: String, _ flags: CInt, in folder: CInt
  ) throws(EnvironmentError) -> CInt {
    while true {
      let descriptor = systemOpen(path, flags, 0o666, in: folder)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw failure(path, errno) }
    }
  }

  /// Opens a file; a new one may be read and written as far as the user's mask allows.
  static func open(_ path: String, _ flags: CInt) throws(EnvironmentError) -> CInt {
    let (descriptor, code) = tryOpen(path, flags)
    guard descriptor >= 0 else { throw failure(path, code) }
    return descriptor
  }

  /// The descriptor, or a negative number and the system's reason.
  static func tryOpen(_ path: String, _ flags: CInt) -> (descriptor: CInt, code: CInt) {
    while true {
      let descriptor = systemOpen(path, flags, 0o666)
      if descriptor >= 0 || errno != EINTR { return (descriptor, errno) }
    }
  }
}

// Within `Disk` the names of the system's calls mean its own functions.
private func systemOpen(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt {
  unsafe open(path, flags, mode)
}

private func systemOpen(_ path: String, _ flags: CInt, _ mode: mode_t, in folder: CInt) -> CInt {
  unsafe openat(folder, path, flags, mode)
}

func systemRead(_ descriptor: CInt, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}

private func systemWrite(_ descriptor: CInt, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}
