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
    abstract: "Serve the site on this machine and rebuild it whenever a file is saved.",
    discussion: """
      Open pages reload after a good build and show the diagnostics of a bad one. The address \
      answers to browsers of this machine only; the output folder is not touched.
      """)

  @OptionGroup var project: ProjectOptions
  @Option(help: "The port to listen on; the next free one is taken where it is not free.")
  var port: UInt16 = 8080

  func run() async throws {
    let request = try project.request()
    let console = Console(format: .terminal, root: project.root)
    let watched = [request.content, request.templates].map {
      $0.hasPrefix("/") ? $0 : "\(request.root)/\($0)"
    }
    try await reportingEnvironment {
      let first = try await basePath(request)
      let configuration = PreviewConfiguration(watched: watched, basePath: first, port: port)
      try await preview(configuration, started: { Console.say("findings: preview at \($0)") }) {
        var served = request
        served.baseURL = request.baseURL ?? $0
        return await rebuild(served, console)
      }
    }
  }

  /// The path below the host at which the site will be, so that the preview has the same.
  private func basePath(_ request: BuildRequest) async throws -> String {
    try await loadRegister(request).map { request.addresses(of: $0.site).basePath } ?? "/"
  }
}

private func rebuild(_ request: BuildRequest, _ console: Console) async -> PreviewOutcome {
  do {
    let site = try await renderSite(request)
    let words = site.diagnostics.isEmpty ? "" : console.text(site.diagnostics)
    if !words.isEmpty { Console.say(words) }
    return site.files.map { .site($0, diagnostics: words) } ?? .errors(words)
  } catch {
    Console.say("error: \(error)")
    return .errors("error: \(error)")
  }
}
