import ArgumentParser
import Publisher

/// `findings changes`.
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Tell what a reader would notice between two states of the register.",
    discussion: """
      A state is the folder of a site or the address where it is public, a manifest.json, a folder of \
      content, or a revision that git knows. Two lists of publications tell which long texts differ; \
      content tells in which words.
      """)

  /// In what form changes are told.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @OptionGroup var project: ProjectOptions
  @Argument(help: "What was.")
  var old: String
  @Argument(help: "What is; the project's own content when absent.")
  var new: String?
  @Option(help: "The form: text, json, or markdown for a pull request.")
  var format = Form.text

  func run() async throws {
    let request = try project.request()
    try await reportingEnvironment {
      let changes = try await publicChanges(
        from: old, to: new ?? request.content, for: request)
      switch format {
      case .text: Console.put(changes.text)
      case .json: Console.put(changes.json)
      case .markdown: Console.put(changes.markdown)
      }
    }
  }
}
