import Foundation

/// The program as a process of its own.
enum Program {
  /// What a run came to.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// There is no program beside the tests.
  struct NotBuilt: Error {}

  /// Runs the program to its end.
  ///
  /// What it writes goes to files, for a full pipe would stop it.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Run {
    let files = try TemporaryFolder()
    let process = try prepared(arguments, in: folder, environment: environment)
    for name in ["output", "errors"] { try files.write(name, "") }
    process.standardOutput = FileHandle(forWritingAtPath: files["output"])
    process.standardError = FileHandle(forWritingAtPath: files["errors"])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: files.text("output") ?? "",
      errors: files.text("errors") ?? "")
  }

  /// A process that has not started yet, in an environment without wishes of its own.
  static func prepared(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Process {
    guard let program = Repository.program else { throw NotBuilt() }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let usual = ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"]
    process.environment = ProcessInfo.processInfo.environment
      .filter { usual.contains($0.key) }.merging(environment) { _, new in new }
    return process
  }
}

extension Program {
  /// What a run writes on standard output where that is a terminal.
  static func runOnTerminal(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> String {
    let master = posix_openpt(O_RDWR | O_NOCTTY)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master),
      case let slave = open(String(cString: name), O_RDWR | O_NOCTTY), slave >= 0
    else { throw CocoaError(.fileReadUnknown) }
    defer { close(master) }
    let process = try prepared(arguments, in: folder, environment: environment)
    process.standardOutput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    close(slave)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    process.waitUntilExit()
    // A terminal ends its lines with two characters.
    return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
