public import ArgumentParser
public import Inspections

/// `findings new report`.
struct NewReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Begin a report: an inspection or what else is published.")

  @OptionGroup var record: NewRecordOptions
  @Option(
    help: "What it is; an inspection when absent. A monitoring visit has a command of its own.")
  var kind: Report.Kind?
  @Option(help: "The area that was inspected.")
  var area: String?
  @Option(help: "The framework that it was made under.")
  var framework: String?

  func validate() throws {
    guard kind != .monitoring else {
      throw ValidationError("a visit is begun by 'findings new monitoring'.")
    }
  }

  func run() async throws {
    try await record.write(.report, as: kind?.rawValue, area: area, framework: framework)
  }
}

/// `findings new monitoring`.
struct NewMonitoring: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitoring", abstract: "Begin a visit that judges what became of a report.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "The report whose recommendations it judges.")
  var about: String?

  func run() async throws { try await record.write(.monitoring, about: about) }
}

/// `findings new area`.
struct NewArea: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "Begin an area: what is inspected.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "What kind of unit it is: region, service-area, national, or the body's own word.")
  var kind: String?
  @Option(help: "The body that it is part of.")
  var organisation: String?

  func validate() throws {
    if let kind, !isOneLine(kind) { throw ValidationError("'\(kind)' is no kind of area.") }
  }

  func run() async throws {
    try await record.write(.area, as: kind, organisation: organisation)
  }
}

/// `findings new organisation`.
struct NewOrganisation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation",
    abstract: "Begin an inspectorate, an inspected body or a department.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "What it does in the register.")
  var kind: Organisation.Kind?

  func run() async throws { try await record.write(.organisation, as: kind?.rawValue) }
}

/// `findings new framework`.
struct NewFramework: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "Begin a framework: scales, aspects and rules.")

  @OptionGroup var record: NewRecordOptions

  func run() async throws { try await record.write(.framework) }
}

/// `findings new response`.
struct NewResponse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response", abstract: "Begin what a body answers to a report.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "The report that it answers.")
  var about: String?
  @Option(help: "The body that answers.")
  var organisation: String?

  func run() async throws {
    try await record.write(.response, about: about, organisation: organisation)
  }
}

/// `findings new coverage`.
struct NewCoverage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Begin an account of a report by the press or others.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "Whose account it is; news when absent.")
  var kind: Coverage.Kind?
  @Option(help: "The report that it is about.")
  var about: String?

  func run() async throws {
    try await record.write(.coverage, as: kind?.rawValue, about: about)
  }
}

/// `findings new term`.
struct NewTerm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term", abstract: "Begin an entry of the glossary.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "The framework whose reports alone use it in this sense.")
  var framework: String?

  func run() async throws { try await record.write(.term, framework: framework) }
}

/// `findings new page`.
struct NewPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Begin a free page.")

  @OptionGroup var record: NewRecordOptions

  func run() async throws { try await record.write(.page) }
}

extension Report.Kind: ExpressibleByArgument {}
extension Organisation.Kind: ExpressibleByArgument {}
extension Coverage.Kind: ExpressibleByArgument {}
