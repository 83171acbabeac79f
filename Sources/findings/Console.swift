import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Publisher

/// What the commands print, and how they end.
struct Console {
  let format: DiagnosticFormat
  /// The project's folder, from which shown paths count.
  let root: String

  /// How many bytes of diagnostics are gathered before they are written.
  private static let gathered = 1 << 16

  /// Prints the diagnostics in the chosen format on standard output, as they are put into words; of
  /// `checks` only, where some are named.
  func print(_ diagnostics: [Diagnostic], only checks: Set<String> = []) {
    var bytes: [UInt8] = []
    write(
      diagnostics, as: format, only: checks, sources: { [root] in shownSource(of: $0, root: root) },
      catalogue: Catalogue.checks,
      colour: Self.isTerminal(FileHandle.standardOutput) && Self.allowsColour,
      to: { piece in
        bytes += piece
        guard bytes.count >= Self.gathered else { return }
        FileHandle.standardOutput.write(Data(bytes))
        bytes.removeAll(keepingCapacity: true)
      })
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// The diagnostics as people read them, without colour.
  func text(_ diagnostics: [Diagnostic]) -> String {
    String(
      decoding: render(
        diagnostics, as: .terminal, sources: { shownSource(of: $0, root: root) },
        catalogue: Catalogue.checks,
        colour: false), as: UTF8.self)
  }

  /// Says something that is no diagnostic, on standard error so that machine formats stay whole.
  static func say(_ words: String) {
    FileHandle.standardError.write(Data((terminalText(words) + "\n").utf8))
  }

  /// Writes a text for people on standard output, where nothing of it can steer a terminal.
  static func put(_ text: String) {
    FileHandle.standardOutput.write(Data(terminalText(text).utf8))
  }

  /// Writes bytes on standard output as they are, but for a terminal as ``put(_:)`` does.
  static func put(_ bytes: [UInt8]) {
    guard !isTerminal(FileHandle.standardOutput) else {
      return put(String(decoding: bytes, as: UTF8.self))
    }
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// Ends the program with the exit code that diagnostics call for.
  static func exit(after diagnostics: [Diagnostic], strict: Bool) -> Never {
    Foundation.exit(isRefused(diagnostics, strict: strict) ? 1 : 0)
  }

  private static func isTerminal(_ handle: FileHandle) -> Bool {
    isatty(handle.fileDescriptor) == 1
  }

  private static var allowsColour: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"] ?? "" == ""
  }
}

/// Runs a command's work and turns what the machine would not do into its message and exit code.
func reportingEnvironment(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let error where error is EnvironmentError || error is PortError {
    Console.say("error: \(error)")
    throw ExitCode(EnvironmentError.exitCode)
  }
}

/// The same for work that waits for nothing.
func reportingEnvironment(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as EnvironmentError {
    Console.say("error: \(error)")
    throw ExitCode(EnvironmentError.exitCode)
  }
}
