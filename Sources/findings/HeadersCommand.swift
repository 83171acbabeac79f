public import ArgumentParser
import Publisher
public import Site

/// `findings headers`.
struct HeadersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headers",
    abstract: "Print the headers and redirects of the site for a kind of host.",
    discussion: """
      For nginx and apache: directives for the server's own configuration; for s3: the website \
      configuration of a bucket; for netlify and cloudflare: what 'hosting' of site.yml writes into the \
      site.
      """)

  @OptionGroup var project: ProjectOptions
  @Option(name: .customLong("for"), help: "netlify, cloudflare, apache, nginx or s3.")
  var host: HostingForm

  func run() async throws {
    let request = try project.request()
    try await reportingEnvironment {
      Console.put(try await hostingRules(for: host, of: request))
    }
  }
}

extension HostingForm: ExpressibleByArgument {}
