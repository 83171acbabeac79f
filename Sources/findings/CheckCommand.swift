import ArgumentParser
import Diagnostics
import Publisher

/// `findings check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Do everything that a build does but writing.")

  @OptionGroup var project: ProjectOptions
  @Option(help: "The form of the diagnostics: terminal, json, sarif, github or unix.")
  var format = DiagnosticFormat.terminal
  @Option(
    help: ArgumentHelp(
      """
      Show what this check says and nothing else, all of it; may be given several times. Whether the \
      check as a whole succeeds does not depend on it.
      """, valueName: "check"))
  var only: [String] = []

  func validate() throws {
    let names = Catalogue.checks.map(\.name)
    for name in only where !names.contains(name) {
      let nearest = NearMiss.of(name, among: names).map { "did you mean '\($0)'?" }
      throw ValidationError(
        "'\(name)' is not the name of a check; "
          + (nearest ?? "'findings explain' lists every check"))
    }
  }

  func run() async throws {
    let request = try project.request()
    let console = Console(format: format, of: request)
    try await reportingEnvironment {
      let diagnostics = try await checkSite(request)
      console.print(diagnostics, only: Set(only))
      Console.exit(after: diagnostics, strict: project.strict)
    }
  }
}
