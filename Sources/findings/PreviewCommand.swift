import ArgumentParser
import Diagnostics
import Inspections
import Preview
import Publisher
import Site
import Synchronization

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

/// What a preview says on the terminal: each thing once, for as long as it stands.
private final class PreviewTerminal: Sendable {
  private let root: String
  private let host: String?
  /// What was said already, and whether a look at everything was.
  private let said = Mutex(Said())

  private struct Said {
    var findings: Set<Finding> = []
    var summary = ""
    var failure = ""
  }

  /// A finding wherever in its file it stands: a line typed above it makes it no other.
  private struct Finding: Hashable {
    let check: String
    let file: SourceFile
    let message: String

    init(_ diagnostic: Diagnostic) {
      check = diagnostic.check.name
      file = diagnostic.primary.span.file
      message = diagnostic.message
    }
  }

  init(root: String, host: String?) {
    self.root = root
    self.host = host
  }

  /// Says what is new of some news.
  @Sendable func hear(_ news: PreviewNews) {
    switch news {
    case .started(let address):
      Console.say("findings: preview at \(address)")
      if let host {
        Console.say("findings: it listens on \(host), so others on the network may read drafts")
      }
    case .failed(let error):
      let words = "error: \(error)"
      let isNew = said.withLock { said in
        defer { said.failure = words }
        return said.failure != words
      }
      if isNew { Console.say(words) }
    case .judged(_, let findings, let isComplete): judge(findings, isComplete)
    }
  }

  private func judge(_ findings: [Diagnostic], _ isComplete: Bool) {
    let urgent = findings.filter { $0.level != .notice }
    let summary = DiagnosticSummary(findings)
    let (fresh, isOther) = said.withLock { said in
      let fresh = urgent.filter { !said.findings.contains(Finding($0)) }
      said.failure = ""
      // What only rendered pages show stands until they were rendered again.
      said.findings.formUnion(urgent.map(Finding.init))
      guard isComplete else { return (fresh, false) }
      said.findings = Set(urgent.map(Finding.init))
      defer { said.summary = summary.description }
      return (fresh, said.summary != summary.description)
    }
    for finding in fresh.sorted().prefix(Limits.shownOfOneCheck) {
      Console.say(
        terminalFrame(of: finding) { [root] in shownSource(of: $0, root: root) })
    }
    if fresh.count > Limits.shownOfOneCheck {
      Console.say("findings: and \((fresh.count - Limits.shownOfOneCheck).grouped) more")
    }
    if isOther { Console.say("findings: \(summary)") }
  }
}
