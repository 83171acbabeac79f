import ArgumentParser
import LanguageServer
import Publisher

/// `findings lsp`.
struct LanguageServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor with the Language Server Protocol on standard input and output.",
    discussion: """
      An editor starts this by itself; docs/editors.md says how each is told to. The folder that the \
      editor has open is the project, unless --root names another.
      """)

  @OptionGroup var project: ProjectOptions
  @Flag(help: "Taken for editors that say so; there is no other way.")
  var stdio = false

  func run() async throws {
    let request = try project.request()
    throw ExitCode(await serveLanguage(request, takesRoot: project.root == "."))
  }
}
