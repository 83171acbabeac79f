import ArgumentParser
import Publisher

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
      BuildCommand.self, CheckCommand.self, PreviewCommand.self, ExplainCommand.self,
      RenderMarkdownCommand.self, RenderTemplateCommand.self,
      TemplatesCommand.self, ThemeCommand.self, SchemaCommand.self, NewCommand.self,
      FixCommand.self,
      ListCommand.self, ShowCommand.self,
      VerifyCommand.self, ChangesCommand.self, DueCommand.self, DeployCommand.self,
      HeadersCommand.self, LanguageServerCommand.self,
    ])

  /// Begins with the one thing that the program cannot do without and that would end it without a word.
  static func main() async {
    #if os(Linux)
      guard Disk.isReadable("/proc/self") else {
        Console.say(
          "error: \(EnvironmentError("/proc", "is not there, and Swift needs it", help: "mount it"))"
        )
        Console.exit(EnvironmentError.exitCode)
      }
    #endif
    await main(nil)
  }
}
