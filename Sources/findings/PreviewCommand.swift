import ArgumentParser
import Diagnostics
import Inspections
import Preview
import Publisher
import Site

/// `findings preview`.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Serve the site on this machine and show every save at once.",
    discussion: """
      Pages are made when a browser asks for them. Open pages follow what is saved and show what is \
      wrong with their record; /.findings-preview/ lists everything. The output folder is not touched.
      """)

  @OptionGroup var project: ProjectOptions
  @Option(help: "The port to listen on; the next free one is taken where it is not free.")
  var port: UInt16 = 8080
  @Option(
    help: ArgumentHelp(
      """
      Listen on this address instead of those that only this machine can reach, such as 0.0.0.0 in a \
      container whose port is forwarded.
      """, valueName: "address"))
  var host: String?
  @Option(
    help: ArgumentHelp(
      "A name of this machine that requests may have; may be given several times.",
      valueName: "name"))
  var allowHost: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      How links open a place: \(EditorLink.known.map(\.name).joined(separator: ", ")), none, or an \
      address with {file}, {line} and {column}.
      """, valueName: "editor"))
  var editor = "vscode"
  @Flag(help: "Turn open pages to the page of the file that was saved.")
  var follow = false
  @Flag(help: "Look at the files now and then, for folders where the system tells of no changes.")
  var poll = false

  func validate() throws {
    if let host, !PreviewConfiguration.isAddress(host) {
      throw ValidationError("--host takes an address like 0.0.0.0 or ::1, not '\(host)'.")
    }
    if editor != "none", EditorLink(editor) == nil {
      throw ValidationError(
        "--editor takes a known editor or an address like 'zed://file{file}:{line}', not '\(editor)'."
      )
    }
  }

  func run() async throws {
    let request = try project.request()
    let watched = [request.content, request.templates].map {
      $0.hasPrefix("/") ? $0 : "\(request.root)/\($0)"
    }
    try await reportingEnvironment {
      let settings = try loadSettings(request)
      let configuration = PreviewConfiguration(
        root: request.root, watched: watched,
        basePath: settings.map { request.addresses(of: $0).basePath } ?? "/", host: host,
        allowedNames: allowHost, port: port, editor: EditorLink(editor), follows: follow,
        polls: poll)
      let terminal = PreviewTerminal(root: request.root, host: host)
      try await preview(configuration, news: terminal.hear) { address in
        var served = request
        served.baseURL = request.baseURL ?? address
        return Workspace(served)
      }
    }
  }
}
