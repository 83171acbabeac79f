import ArgumentParser
import Inspections

/// `findings new report`.
struct NewReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Begin an inspection report.")

  @OptionGroup var record: NewRecordOptions
  @Option(help: "The area that was inspected.")
  var area: String?
  @Option(help: "The framework that it was made under.")
  var framework: String?

  func run() async throws { try await record.write(.report, area: area, framework: framework) }
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
  @Option(help: "The body that it is part of.")
  var organisation: String?

  func run() async throws { try await record.write(.area, organisation: organisation) }
}

/// `findings new organisation`.
struct NewOrganisation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation",
    abstract: "Begin an inspectorate, an inspected body or a department.")

  @OptionGroup var record: NewRecordOptions

  func run() async throws { try await record.write(.organisation) }
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
  @Option(help: "The report that it is about.")
  var about: String?

  func run() async throws { try await record.write(.coverage, about: about) }
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
