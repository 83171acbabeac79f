#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Disk {
  /// A new file to write and read that has no name, so that it goes when it is closed; nil where there
  /// can be none.
  static func makeNameless(in folder: String) -> CInt? {
    var path = temporaryName(in: folder)
    let descriptor = unsafe mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    guard unsafe unlink(path) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Writes bytes at an offset of an open file, and says whether it took them.
  static func put(_ bytes: [UInt8], at offset: Int, in descriptor: CInt) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let length = unsafe pwrite(
          descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        if length > 0 { written += length } else if errno != EINTR { return false }
      }
      return true
    }
  }

  /// The bytes at an offset of an open file; none, with the system's reason, where they cannot be read.
  static func read(
    _ count: Int, at offset: Int, in descriptor: CInt
  ) -> (bytes: [UInt8], code: CInt) {
    var code: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
        let length = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
        if length > 0 {
          filled += length
        } else if length == 0 || errno != EINTR {
          code = length == 0 ? EIO : errno
          filled = 0
          return
        }
      }
    }
    return (bytes, code)
  }
}
