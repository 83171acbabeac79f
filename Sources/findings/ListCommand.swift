import ArgumentParser
import Diagnostics
import Inspections
import Publisher

/// `findings list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records of the project.")

  @OptionGroup var project: ProjectOptions
  @Argument(help: "Collections to list, like reports; all of them when absent.")
  var collections: [String] = []
  @Flag(help: "As JSON.")
  var json = false

  func run() async throws {
    let chosen = try collections.map { name in
      guard let collection = Inspections.Collection(rawValue: name) else {
        let names = Inspections.Collection.allCases.map(\.rawValue)
        throw ValidationError("'\(name)' is none of \(names.joined(separator: ", ")).")
      }
      return collection
    }
    let request = try project.request()
    try await reportingEnvironment {
      let (register, heldBack) = try await loaded(request)
      let shown = chosen.isEmpty ? Inspections.Collection.allCases : chosen
      let listing = RegisterListing(register, collections: shown)
      json ? Console.put(listing.json.encoded()) : Console.put(listing.text)
      let unseen = heldBack.count { shown.contains($0.collection) }
      guard unseen > 0 else { return }
      Console.say(
        "findings: \(unseen == 1 ? "one record is" : "\(unseen) records are") not listed, "
          + "\(unseen == 1 ? "a draft or a report that waits" : "drafts and reports that wait") for release; "
          + "--drafts lists \(unseen == 1 ? "it" : "them")")
    }
  }
}

/// `findings show`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a record with what it names and what names it.")

  @OptionGroup var project: ProjectOptions
  @Argument(help: "A record's id; COLLECTION/ID where several records share it.")
  var id: String
  @Flag(help: "As JSON.")
  var json = false

  func run() async throws {
    let request = try project.request()
    try await reportingEnvironment {
      let register = try await loaded(request).register
      let records = RecordOverview.find(id, in: register)
      guard !records.isEmpty else {
        let nearest = RecordOverview.suggestion(for: id, in: register)
        throw ValidationError(
          "'\(id)' is not a record" + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
      }
      for record in records {
        json ? Console.put(record.json.encoded()) : Console.put(record.text)
      }
    }
  }
}

/// The register of a project, and the records that are no part of it yet; an error of the environment where
/// site.yml cannot be read.
private func loaded(
  _ request: BuildRequest
) async throws(EnvironmentError) -> (register: Register, heldBack: [RecordKey]) {
  guard let loaded = try await loadRegisterAndHeldBack(request) else {
    throw EnvironmentError(
      "\(request.content)/site.yml", "cannot be read", help: "findings check says why")
  }
  return loaded
}
