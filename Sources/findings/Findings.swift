import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The command line: one subcommand a job.
@main
struct Findings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Turn a folder of inspection reports into a public register.",
    discussion: """
      Exit codes: 0 clean, 1 errors (or warnings with --strict), 64 usage, 74 input or output.
      """,
    version: Release.words,
    subcommands: [
      InitCommand.self, BuildCommand.self, CheckCommand.self, PreviewCommand.self,
      ExplainCommand.self,
      RenderMarkdownCommand.self, RenderTemplateCommand.self,
      TemplatesCommand.self, ThemeCommand.self, SchemaCommand.self, NewCommand.self,
      FixCommand.self,
      ListCommand.self, ShowCommand.self,
      VerifyCommand.self, ChangesCommand.self, DueCommand.self, DeployCommand.self,
      HeadersCommand.self, LanguageServerCommand.self,
    ])

  /// Runs the command beside the first thread, which only waits: where Swift ends that thread early, the C
  /// library looks for a library that a bare system need not have.
  static func main() {
    Task.detached {
      await runCommand()
      Console.exit(0)
    }
    // Whoever started the program may have had signals blocked; one that is to end it finds this thread.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    while true { unsafe sigsuspend(&none) }
  }

  /// Runs the command that was asked for; what is wrong with its arguments is told with its own usage, also
  /// where that shows only in the run.
  private static func runCommand() async {
    do {
      var command = try parseAsRoot(nil)
      do {
        if var waiting = command as? any AsyncParsableCommand {
          try await waiting.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        let usage = usageString(for: type(of: command))
        let name = usage.prefix { !"[<".contains($0) }
        Console.say(
          "Error: \(error.message)\nUsage: \(usage)\n  See '\(name)--help' for more information.")
        Console.exit(ExitCode.validationFailure.rawValue)
      }
    } catch {
      exit(withError: error)
    }
  }
}
