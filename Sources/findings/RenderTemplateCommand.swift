import ArgumentParser
import Diagnostics
import Publisher
import Templates

/// `findings render-template`.
struct RenderTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-template",
    abstract: "Render any Mustache template with JSON data on standard output.",
    discussion: "Partials are NAME.mustache beside the file; nothing is added to the output.")

  @Argument(help: "The template.")
  var file: String
  @Option(help: "A JSON file with the data.")
  var data: String

  func run() throws {
    try reportingEnvironment {
      let template = try read(file)
      let json = JSONValue.parse(try read(data))
      let partials = try partials(beside: file)
      let output = Templates.renderTemplate(
        template, data: json.value ?? .null, partials: partials)
      let diagnostics = json.diagnostics + output.diagnostics
      guard diagnostics.isEmpty else {
        let words = render(
          diagnostics, as: .terminal, sources: { try? read($0.path) }, catalogue: Catalogue.checks,
          colour: false)
        Console.emit(words, to: .error)
        throw ExitCode(1)
      }
      Console.emit(output.value)
    }
  }

  private func read(_ path: String) throws(EnvironmentError) -> SourceText {
    SourceText(file: SourceFile(path: path), bytes: try Disk.read(path))
  }

  private func partials(beside file: String) throws(EnvironmentError) -> [String: SourceText] {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
    var partials: [String: SourceText] = [:]
    for entry in try Disk.entries(of: folder) where entry.name.hasSuffix(".mustache") {
      partials[String(entry.name.dropLast(".mustache".count))] = try read(folder + entry.name)
    }
    return partials
  }
}
