import ArgumentParser
import Diagnostics
import Inspections
import Preview
import Publisher

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the commands print, and how they end.
struct Console {
  let format: DiagnosticFormat
  /// The project's folder, from which shown paths count.
  let root: String
  /// What readers cannot see yet, where others may read what is printed; nil where everything is shown.
  var heldBack: HeldBackReports?

  /// How many bytes of diagnostics are gathered before they are written.
  private static let gathered = 1 << 16

  /// Prints the diagnostics in the chosen format on standard output, as they are put into words; of
  /// `checks` only, where some are named.
  func print(_ diagnostics: [Diagnostic], only checks: Set<String> = []) {
    var bytes: [UInt8] = []
    let (diagnostics, covered) = heldBack?.covered(diagnostics) ?? (diagnostics, [])
    write(
      diagnostics, as: format, only: checks,
      sources: { [root] in covered.contains($0) ? nil : shownSource(of: $0, root: root) },
      catalogue: Catalogue.checks,
      colour: Disk.isTerminal(.output) && Self.allowsColour,
      to: { piece in
        bytes += piece
        guard bytes.count >= Self.gathered else { return }
        Self.emit(bytes)
        bytes.removeAll(keepingCapacity: true)
      })
    Self.emit(bytes)
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
    emit(Array((terminalText(words) + "\n").utf8), to: .error)
  }

  /// Writes a text for people on standard output, where nothing of it can steer a terminal.
  static func put(_ text: String) {
    emit(Array(terminalText(text).utf8))
  }

  /// Writes bytes on standard output as they are, but for a terminal as ``put(_:)`` does.
  static func put(_ bytes: [UInt8]) {
    guard !Disk.isTerminal(.output) else {
      return put(String(decoding: bytes, as: UTF8.self))
    }
    emit(bytes)
  }

  /// Ends the program with the exit code that diagnostics call for.
  static func exit(after diagnostics: [Diagnostic], strict: Bool) -> Never {
    exit(isRefused(diagnostics, strict: strict) ? 1 : 0)
  }

  /// Ends the program.
  static func exit(_ code: Int32) -> Never { endProcess(code) }

  /// Writes bytes as they are; where nobody can take them, the program ends.
  static func emit(_ bytes: [UInt8], to stream: Disk.Stream = .output) {
    do {
      try Disk.write(bytes, to: stream)
    } catch {
      if stream == .output { say("error: \(error)") }
      exit(EnvironmentError.exitCode)
    }
  }

  /// The value of a variable of the environment; nil where it is not set.
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  private static var allowsColour: Bool {
    variable("NO_COLOR") ?? "" == ""
  }
}

extension Console {
  /// The console of a command that looks at a whole project; what it prints may end in a public log,
  /// unless it goes to a terminal or drafts are asked for.
  init(format: DiagnosticFormat, of request: BuildRequest) {
    let isSeenByAll = request.unreleased == .none && !Disk.isTerminal(.output)
    self.init(
      format: format, root: request.root,
      heldBack: isSeenByAll ? HeldBackReports(in: request) : nil)
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

// Within `Console` the name of the system's call means its own functions.
private func endProcess(_ code: Int32) -> Never { exit(code) }
