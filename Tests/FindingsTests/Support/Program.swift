import TestSupport
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
  /// What a run writes on standard output where that is a terminal, which `script` provides.
  static func runOnTerminal(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> String {
    let process = try prepared(arguments, in: folder, environment: environment)
    guard let program = Repository.program else { throw NotBuilt() }
    let words = [program] + arguments
    #if os(Linux)
      let quoted = words.map { "'\($0)'" }.joined(separator: " ")
      process.arguments = ["-qec", quoted, "/dev/null"]
    #else
      process.arguments = ["-q", "/dev/null"] + words
    #endif
    process.executableURL = URL(filePath: "/usr/bin/script")
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A terminal ends its lines with two characters.
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
