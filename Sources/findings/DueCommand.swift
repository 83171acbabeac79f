import ArgumentParser
import Inspections
import Publisher

/// `findings due`.
struct DueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Say when the site must be built next, for what is released or falls due.",
    discussion: """
      From each of these moments on a site that was built before would say something that is no longer \
      so. Which report a release is of, is not said.
      """)

  /// In what form the moments are told.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, calendar
  }

  @OptionGroup var project: ProjectOptions
  @Option(help: ArgumentHelp("The last day to look at.", valueName: "date"))
  var until: String
  @Option(help: "The form: text, json, or calendar for iCalendar.")
  var format = Form.text

  func validate() throws {
    _ = try lastDay()
  }

  func run() async throws {
    let request = try project.request()
    let day = try lastDay()
    try await reportingEnvironment {
      guard let due = try await dueBuilds(until: day, for: request) else {
        throw EnvironmentError(
          "\(request.content)/site.yml", "cannot be read", help: "findings check says why")
      }
      switch format {
      case .text: Console.put(due.text)
      case .json: Console.put(due.json)
      case .calendar: Console.put(due.calendar)
      }
    }
  }

  private func lastDay() throws -> Day {
    guard let date = PartialDate(until), date.precision == .day else {
      throw ValidationError("'\(until)' is no day: --until takes one like 2026-01-31.")
    }
    return date.earliest
  }
}
