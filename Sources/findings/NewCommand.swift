import ArgumentParser
import Diagnostics
import Inspections
import Publisher

/// `findings new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a record: write a draft for its author to fill in.",
    discussion: """
      What is not said is taken from the register only where that can be told, and then told; everything \
      else is left as a comment. A monitoring visit lists the recommendations that it must judge, a \
      response the items that it must answer. A file that exists is never overwritten.
      """,
    subcommands: [
      NewReport.self, NewMonitoring.self, NewArea.self, NewOrganisation.self, NewFramework.self,
      NewResponse.self, NewCoverage.self, NewTerm.self, NewPage.self,
    ])
}

/// What every new record is asked for.
struct NewRecordOptions: ParsableArguments {
  @Option(help: "The project's folder; the others are relative to it.")
  var root = "."
  @Option(help: "The folder of the records.")
  var content = "content"
  @Option(
    help: ArgumentHelp(
      "The day that stands in comments as an example of a date; today when absent.",
      valueName: "date"))
  var asOf: String?
  @Option(help: "Its name; made of the id when absent.")
  var title: String?
  @Argument(help: "The record's permanent id, from which its address comes.")
  var id: String

  func validate() throws {
    guard isPlainID(id) else {
      let plain = PlainID(id).text
      throw ValidationError(
        "'\(id)' cannot be an id: a to z, digits and single hyphens only"
          + (plain.isEmpty ? "." : "; '\(plain)' can."))
    }
    if let title, !isOneLine(title) { throw ValidationError("'\(title)' is no title.") }
  }

  /// Writes the file, and says where it is and what in it nobody said; `own` is what its `kind` is.
  func write(
    _ kind: SkeletonKind, as own: String? = nil, area: String? = nil, framework: String? = nil,
    about: String? = nil, organisation: String? = nil
  ) async throws {
    let request = BuildRequest(
      root: root, content: content, now: try ProjectOptions.time(asOf), unreleased: .all)
    try await reportingEnvironment {
      guard let register = try await loadRegister(request) else {
        throw EnvironmentError(
          "\(request.content)/site.yml", "cannot be read", help: "findings check says why")
      }
      let facts = SkeletonFacts(
        title: title, kind: own, area: try Self.found(area, in: register.areas, "an area"),
        framework: try Self.found(framework, in: register.frameworks, "a framework"),
        about: try Self.found(about, in: register.reports, "a report"),
        organisation: try Self.found(organisation, in: register.organisations, "an organisation"))
      let today = Moment(request.now, in: register.site.timeZone).day
      let new = skeleton(kind, id: id, facts: facts, register: register, today: today)
      let shown = "\(request.content)/\(new.path)"
      let path = shown.hasPrefix("/") ? shown : "\(request.root)/\(shown)"
      if try Disk.status(of: path) != nil {
        throw EnvironmentError(shown, "exists", help: "choose another id")
      }
      try Disk.createWithFolders(path, Array(new.text.utf8))
      Console.put(shown + "\n")
      for fact in new.assumed { Console.say("findings: nobody said: \(fact)") }
      if !new.open.isEmpty {
        Console.say(
          "findings: fill in \(new.open.joined(separator: ", ")) before the next build: "
            + "nothing is written while one of these is missing, also of a draft")
      }
    }
  }

  /// The id of a record that somebody named; an error of usage with a suggestion where there is none.
  private static func found<Stored: Record>(
    _ name: String?, in shelf: Shelf<Stored>, _ kind: String
  ) throws -> ID<Stored>? {
    guard let name else { return nil }
    guard shelf.contains(ID(name)) else {
      let nearest = NearMiss.of(name, among: shelf.records.map(\.header.id))
      throw ValidationError(
        "'\(name)' is not \(kind)" + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
    }
    return ID(name)
  }
}

/// Whether there are words in a text that stand on one line.
func isOneLine(_ text: String) -> Bool {
  !text.allSatisfy(\.isWhitespace) && !text.contains(where: \.isNewline)
}
