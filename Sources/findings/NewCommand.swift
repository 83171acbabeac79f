public import ArgumentParser
import Diagnostics
public import Inspections
import Publisher

/// `findings new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a record: write a valid file for its author to fill in.",
    discussion: """
      A monitoring visit lists the recommendations that it must judge, a response the items that \
      it must answer. A file that exists is never overwritten.
      """)

  @OptionGroup var project: ProjectOptions
  @Argument(help: "What to begin: report, monitoring, area, response, coverage or term.")
  var kind: SkeletonKind
  @Argument(help: "The record's permanent id, from which its address comes.")
  var id: String
  @Option(help: "The report that a visit follows, a response answers or coverage is about.")
  var about: String?

  func run() async throws {
    guard isPlainID(id) else {
      throw ValidationError("'\(id)' cannot be an id: a to z, digits and single hyphens only.")
    }
    let request = try project.request()
    try await reportingEnvironment {
      guard let register = try await loadRegister(request) else {
        throw EnvironmentError(
          "\(request.content)/site.yml", "cannot be read", help: "findings check says why")
      }
      if let about, !register.reports.contains(ReportID(about)) {
        let nearest = NearMiss.of(about, among: register.reports.records.map(\.header.id))
        throw ValidationError(
          "'\(about)' is not a report" + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
      }
      let today = Moment(request.now, in: register.site.timeZone).day
      let new = skeleton(
        kind, id: id, about: about.map { ReportID($0) }, register: register, today: today)
      let shown = "\(request.content)/\(new.path)"
      let path = shown.hasPrefix("/") ? shown : "\(request.root)/\(shown)"
      if try Disk.status(of: path) != nil {
        throw EnvironmentError(shown, "exists", help: "choose another id")
      }
      try Disk.createWithFolders(path, Array(new.text.utf8))
      Console.put(shown + "\n")
    }
  }
}

extension SkeletonKind: ExpressibleByArgument {}
