import ArgumentParser
import Diagnostics
import Publisher

/// `findings check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Do everything that a build does but writing.")

  @OptionGroup var project: ProjectOptions
  @Option(help: "The form of the diagnostics: terminal, json, sarif, github, gitlab or unix.")
  var format = DiagnosticFormat.terminal
  @Option(
    help: ArgumentHelp(
      """
      Show what this check says and nothing else, up to fifty in each file; may be given several times. Whether the \
      check as a whole succeeds does not depend on it.
      """, valueName: "check"))
  var only: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      Say only what a change brought since a commit that git knows, like origin/main, and how much it \
      mended and left. Whether the check succeeds is then about what is new.
      """, valueName: "revision"))
  var since: String?

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
      if let since { return try await check(request, since: since, on: console) }
      let diagnostics = try await checkSite(request)
      console.print(diagnostics, only: Set(only))
      Console.exit(after: diagnostics, strict: project.strict)
    }
  }

  private func check(_ request: BuildRequest, since: String, on console: Console) async throws {
    let change = try await checkSite(request, since: since).change
    console.print(change.new, only: Set(only))
    for diagnostic in change.fixed.prefix(Self.mostFixed) {
      let place = diagnostic.primary.span.file.path
      Console.say("findings: mended in \(place): \(diagnostic.check.name)")
    }
    Console.say(
      "findings: since \(since): \(change.new.count) new, \(change.fixed.count) mended, "
        + "\(change.standing) as before")
    Console.exit(after: change.new, strict: project.strict)
  }

  /// How many that a change mended are told one by one.
  private static let mostFixed = 20
}
