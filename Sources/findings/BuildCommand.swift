public import ArgumentParser
public import Diagnostics
public import Publisher

/// `findings build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check everything and write the site.",
    discussion: """
      Nothing is written while an error stands; a failed or killed build leaves the output folder \
      as it was.
      """)

  @OptionGroup var project: ProjectOptions
  @Option(help: "The form of the diagnostics: terminal, json, sarif, github, gitlab or unix.")
  var format = DiagnosticFormat.terminal
  @Option(
    help: """
      Whether Pagefind makes the index for search: auto (where it is installed), required or off.
      """)
  var search = SearchIndexing.auto
  @Flag(
    help: """
      Keep the output folder itself and replace its files one by one, for a folder that a container \
      or another machine shows.
      """)
  var keepFolder = false
  @Flag(
    inversion: .prefixedNo,
    help: """
      Wait until the site is on the disk before it takes the place of another; not needed for a site \
      that is thrown away.
      """)
  var sync = true
  @Option(
    help: ArgumentHelp(
      "Sign the list of what is published with this key of ssh-keygen's, into manifest.json.sig.",
      valueName: "key"))
  var sign: String?
  @Flag(
    help: """
      Let links lead from page to page wherever the folder lies, so that a copy for reviewers opens from \
      a disk; search does not work there.
      """)
  var relative = false
  @Flag(help: "Say how long each stage took.")
  var timings = false

  func run() async throws {
    var request = try project.request()
    request.search = search
    request.usesRelativeLinks = relative
    request.keepsFolder = keepFolder
    request.waitsForDisk = sync
    request.signingKey = sign
    let fixed = request
    let console = Console(format: format, of: fixed)
    try await reportingEnvironment {
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = try await endingInOrder { try await buildSite(fixed) }
      if let changed = outcome.restart {
        Console.say("findings: '\(changed)' changed while it was read, so the build started again")
      }
      report(outcome, on: console)
      if let written = outcome.written {
        if written.isRepaired {
          Console.say(
            "findings: repaired \(fixed.output), where an earlier build was ended half-way")
        }
        let indexing = outcome.times[.search]
        Console.say(
          "findings: wrote \(written.pages) pages and \(written.files - written.pages) other files "
            + "to \(fixed.output) in \(seconds(clock.now - start - indexing))"
            + (written.obstacle.map { ", not in one step, for \($0.words)" } ?? ""))
        Console.say(
          written.isIndexed
            ? "findings: indexed them for search in \(seconds(indexing))"
            : "findings: made no index for search, \(search.whyNone)")
      } else {
        Console.say("findings: nothing was written; \(fixed.output) is as it was")
      }
      if timings {
        for lap in outcome.times.laps {
          Console.say("findings: \(lap.stage.rawValue) took \(seconds(lap.duration))")
        }
      }
      withExtendedLifetime(outcome) {
        Console.exit(after: outcome.diagnostics, strict: project.strict)
      }
    }
  }
}

extension BuildCommand {
  /// A length of time in seconds, to the thousandth.
  private func seconds(_ duration: Duration) -> String {
    let (whole, rest) = duration.components
    let thousandths = String(rest / 1_000_000_000_000_000)
    let noughts = String(repeating: "0", count: 3 - thousandths.count)
    return "\(whole).\(noughts)\(thousandths) seconds"
  }

  /// Prints what stands; of a site that is published, people get the notices by number only, for
  /// they are for those who write the reports.
  private func report(_ outcome: BuildOutcome, on console: Console) {
    let diagnostics = outcome.diagnostics
    guard format == .terminal, outcome.written != nil else {
      if format != .terminal || !diagnostics.isEmpty { console.print(diagnostics) }
      return
    }
    let urgent = diagnostics.filter { $0.level != .notice }
    if !urgent.isEmpty { console.print(urgent) }
    switch diagnostics.count - urgent.count {
    case 0: break
    case 1: Console.say("findings: a notice besides; 'findings check' shows it")
    case let count: Console.say("findings: \(count) notices besides; 'findings check' shows them")
    }
  }
}

extension SearchIndexing {
  /// Why a site that was written has no index.
  fileprivate var whyNone: String {
    switch self {
    case .off: "as --search off asks"
    case .auto, .required:
      "for Pagefind is not installed: 'pip install pagefind[extended]' in a virtual environment of "
        + "Python installs it"
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
extension SearchIndexing: ExpressibleByArgument {}
