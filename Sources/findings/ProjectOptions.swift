import ArgumentParser
import Inspections
import Publisher

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Options of every command that reads a project.
struct ProjectOptions: ParsableArguments {
  @Option(help: "The project's folder; the others are relative to it.")
  var root = "."
  @Option(help: "The folder of the records.")
  var content = "content"
  @Option(help: "The folder of templates and assets that override the built-in theme.")
  var templates = "templates"
  @Option(help: "The folder the site is written to.")
  var output = "public"
  @Flag(help: "Treat warnings as errors.")
  var strict = false
  @Option(
    help: ArgumentHelp(
      "The day the site is built for, in its own time zone; today when absent.", valueName: "date"))
  var asOf: String?
  @Option(
    name: .customLong("base-url"),
    help: "Where the site will be, if not where site.yml says, like https://example.org/register/.")
  var baseURL: String?
  @Option(
    help: ArgumentHelp(
      """
      What was public before, if not what site.yml names: the folder of a site, its manifest.json or its \
      address; 'none' for nothing.
      """, valueName: "site"))
  var previous: String?
  @Flag(
    help: "Show drafts and reports that wait for their release; a site that is built so is marked.")
  var drafts = false
  @Flag(
    help: ArgumentHelp(
      """
      Show reports that wait for their release, and no drafts, to those who may read them before; a site \
      that is built so is marked.
      """))
  var embargoed = false
  @Option(help: "How many workers share the work; the output does not depend on it.")
  var workers = availableWorkers

  mutating func validate() throws {
    _ = try Self.time(asOf)
    guard workers > 0 else {
      throw ValidationError("'\(workers)' is too few: --workers takes a number from 1.")
    }
    guard !drafts || !embargoed else {
      throw ValidationError(
        "--drafts shows what --embargoed does, and drafts besides: give one of them.")
    }
    if let baseURL, let fault = SiteAddress.fault(in: baseURL) {
      throw ValidationError(
        "--base-url takes an address like https://example.org/register/: of '\(baseURL)', \(fault)."
      )
    }
  }

  /// What is shown of that which readers cannot see yet.
  var unreleased: Unreleased { drafts ? .all : embargoed ? .embargoed : .none }

  /// What to build.
  func request() throws -> BuildRequest {
    var request = BuildRequest(
      root: root, content: content, templates: templates, output: output, now: try Self.time(asOf),
      baseURL: baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }, unreleased: unreleased,
      isStrict: strict, workers: workers)
    request.previous = previous
    return request
  }

  /// The moment to build for: `--as-of`, else `SOURCE_DATE_EPOCH`, else now.
  static func time(_ asOf: String?) throws -> BuildTime {
    if let asOf {
      if let instant = Instant(asOf) { return .instant(instant) }
      guard let date = PartialDate(asOf), date.precision == .day else {
        throw ValidationError(
          "'\(asOf)' is no day: --as-of takes one like 2026-01-31, or an instant with its zone.")
      }
      return .day(date.earliest)
    }
    return try now()
  }

  /// The moment where no option says one: `SOURCE_DATE_EPOCH`, else now.
  static func now() throws -> BuildTime {
    if let epoch = Console.variable("SOURCE_DATE_EPOCH") {
      // Up to the end of the year 9999.
      guard let seconds = Int(epoch), (0..<253_402_300_800).contains(seconds) else {
        throw ValidationError(
          "'\(epoch)' is no moment: SOURCE_DATE_EPOCH takes seconds since 1970-01-01.")
      }
      return .instant(Instant(secondsSince1970: seconds))
    }
    return .instant(Instant(secondsSince1970: Int(Date().timeIntervalSince1970)))
  }
}
