import ArgumentParser
import Diagnostics
import Publisher

/// `findings check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Do everything that a build does but writing.")

  @OptionGroup var project: ProjectOptions
  @Option(help: "The form of the diagnostics: terminal, json, sarif or github.")
  var format = DiagnosticFormat.terminal

  func run() async throws {
    let request = try project.request()
    let console = Console(format: format, root: project.root)
    try await reportingEnvironment {
      let diagnostics = try await checkSite(request)
      console.print(diagnostics)
      Console.exit(after: diagnostics, strict: project.strict)
    }
  }
}
