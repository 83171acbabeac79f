public import ArgumentParser
public import Diagnostics
import Publisher

/// `findings build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check everything and write the site.",
    discussion: """
      Nothing is written while an error stands; a failed or killed build leaves the output folder \
      as it was.
      """)

  @OptionGroup var project: ProjectOptions
  @Option(help: "The form of the diagnostics: terminal, json, sarif or github.")
  var format = DiagnosticFormat.terminal

  func run() async throws {
    let request = try project.request()
    let console = Console(format: format, root: project.root)
    try await reportingEnvironment {
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = try await buildSite(request)
      if format != .terminal || !outcome.diagnostics.isEmpty { console.print(outcome.diagnostics) }
      if let written = outcome.written {
        Console.say(
          "findings: wrote \(written.pages) pages and \(written.files - written.pages) other files "
            + "to \(request.output) in \(clock.now - start)")
      } else {
        Console.say("findings: nothing was written; \(request.output) is as it was")
      }
      try Console.exit(after: outcome.diagnostics, strict: project.strict)
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
