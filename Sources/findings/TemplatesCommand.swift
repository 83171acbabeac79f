import ArgumentParser
import Site
import Templates

/// `findings templates`.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List every page with the names its template may use, their types and meanings.")

  @Flag(help: "As Markdown, as in the documentation.")
  var markdown = false

  func run() {
    let reference = TemplateReference(
      of: ThemeNames(assets: ThemeFile.builtIn.assets).pages)
    print(markdown ? reference.markdown : reference.text)
  }
}
