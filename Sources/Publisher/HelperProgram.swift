import SystemCalls

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of others that a build starts, such as Pagefind.
///
/// It is found once, by its absolute path, and trusts nothing of the project: it starts in an empty
/// folder outside of it, where no module and no configuration of its own can lie, and with an environment
/// that says no more than where programs and the user's home are. It stays in our process group, so that
/// what a terminal sends us ends it too, and on Linux it does not outlive us, however we end.
///
/// ```swift
/// let git = HelperProgram.find("git", on: HelperProgram.searchPath)
/// let ending = try git?.run(["--version"], limit: .seconds(10))
/// ```
struct HelperProgram: Sendable, Hashable {
  /// How a run ended.
  enum Ending: Sendable, Hashable {
    /// As it should, with the exit code 0.
    case success
    /// In another way; the text is the last thing that the program said.
    case failure(String)
    /// Not in time, so it was killed.
    case timeout
  }

  /// Where the program is.
  let path: String
  /// The words that come before those of each run.
  var words: [String] = []

  /// What begins the names of those variables of ours that it is told of beside the usual.
  var passes: [String] = []

  /// The folders where programs are looked for: those of `PATH` that are absolute.
  static var searchPath: [String] {
    (variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map(String.init).filter { $0.hasPrefix("/") }
  }

  /// The first program of that name in the folders, which are absolute.
  static func find(_ name: String, on folders: [String]) -> HelperProgram? {
    folders.map { "\($0)/\(name)" }.first(where: Disk.isProgram).map { HelperProgram(path: $0) }
  }

  /// Runs the program to its end, or kills it when `limit` has passed or the task is cancelled.
  ///
  /// Blocks its thread, for on Linux the program's life is tied to it.
  ///
  /// - Throws: ``EnvironmentError`` where it cannot be started.
  func run(_ arguments: [String], limit: Duration) throws(EnvironmentError) -> Ending {
    let place = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(place) }
    try Disk.makeFolder("\(place)/empty")
    let output = try Disk.open("\(place)/output", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC)
    defer { close(output) }
    let environment =
      ["PATH=\(Self.searchPath.joined(separator: ":"))", "LC_ALL=C.UTF-8"]
      + (Self.variable("HOME").map { ["HOME=\($0)"] } ?? []) + passed
    let child = unsafe withCStrings([path] + words + arguments) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe system_start(path, arguments, environment, "\(place)/empty", output)
      }
    }
    guard child > 0 else { throw Disk.failure(path, -child) }
    guard let status = Self.wait(for: child, limit) else { return .timeout }
    return status == 0 ? .success : .failure(Self.lastLine(of: try Disk.read("\(place)/output")))
  }

  /// How the child ended, or nil where it had to be killed.
  private static func wait(for child: pid_t, _ limit: Duration) -> CInt? {
    let end = ContinuousClock.now + limit
    var status: CInt = 0
    while true {
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if (ended < 0 && errno != EINTR) || ContinuousClock.now >= end || Task.isCancelled {
        kill(child, SIGKILL)
        _ = unsafe waitpid(child, &status, 0)
        return nil
      }
      usleep(2_000)
    }
  }

  /// The last line that is not blank, without what a terminal would obey.
  private static func lastLine(of output: [UInt8]) -> String {
    let lines = output.suffix(1_000).split { $0 == 10 || $0 == 13 }.map { line in
      String(decoding: line.filter { $0 >= 32 && $0 != 127 }, as: UTF8.self)
    }
    return lines.last { $0.contains { $0 != " " } } ?? "it said nothing"
  }

  /// The variables that it is told of beside the usual, as `NAME=value`.
  private var passed: [String] {
    passes.isEmpty
      ? []
      : Self.everyVariable.filter { variable in passes.contains { variable.hasPrefix($0) } }
  }

  private static var everyVariable: [String] {
    guard var place = unsafe system_environment() else { return [] }
    var found: [String] = []
    while let variable = unsafe place.pointee {
      found.append(unsafe String(cString: variable))
      unsafe place += 1
    }
    return found
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

/// Lends the texts to a call as C's list of strings.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(&copies)
}
