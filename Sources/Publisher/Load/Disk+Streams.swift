#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Disk {
  /// Where a program writes what others read.
  public enum Stream: Sendable, Hashable {
    /// Standard output: what was asked for.
    case output
    /// Standard error: what is said beside it.
    case error

    fileprivate var descriptor: CInt {
      switch self {
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    }
  }

  /// Writes all bytes to a stream.
  public static func write(_ bytes: [UInt8], to stream: Stream) throws(EnvironmentError) {
    let name =
      switch stream {
      case .output: "standard output"
      case .error: "standard error"
      }
    try write(bytes, keeping: stream.descriptor, name)
  }

  /// Every byte of standard input.
  public static func input() throws(EnvironmentError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try chunk(of: 65_536, likely: 0, STDIN_FILENO, "standard input")
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// What has arrived on standard input, waited for where that is nothing; empty at its end.
  public static func nextInput() throws(EnvironmentError) -> [UInt8] {
    var code: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      repeat {
        let length = unsafe systemRead(STDIN_FILENO, buffer.baseAddress, buffer.count)
        count = max(0, length)
        code = length < 0 ? errno : 0
      } while code == EINTR
    }
    guard code == 0 else { throw failure("standard input", code) }
    return bytes
  }

  /// Whether a stream shows what it gets to a person.
  public static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Whether a person types what standard input gives.
  public static var isInputTyped: Bool { isatty(STDIN_FILENO) == 1 }
}
