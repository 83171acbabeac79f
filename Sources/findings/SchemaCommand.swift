import ArgumentParser
import Diagnostics
import Inspections
import Publisher

/// `findings schema`.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schema of a kind of file, for editors that complete and check YAML.",
    discussion: "The ids and grades of the project's own records are in it.")

  @OptionGroup var project: ProjectOptions
  @Argument(help: "site or the name of a collection, like reports; all of them when absent.")
  var subject: String?
  @Option(help: "A folder to write every schema into, in place of standard output.")
  var folder: String?
  @Flag(help: "Print the reference page of every file and field instead, in Markdown.")
  var reference = false

  func run() async throws {
    if reference { return print(contentReference(), terminator: "") }
    let subjects = try chosen()
    guard folder != nil || subjects.count == 1 else {
      throw ValidationError("name a collection, or a folder for all schemas with --folder.")
    }
    let request = try project.request()
    try await reportingEnvironment {
      let register = try await loadRegister(request)
      for subject in subjects {
        let schema = jsonSchema(of: subject, in: register, checks: Catalogue.checks)
        guard let folder else { return print(schema, terminator: "") }
        try Disk.makeFolders(folder)
        try Disk.put("\(folder)/\(subject.schemaFileName)", Array(schema.utf8))
      }
    }
  }

  private func chosen() throws -> [SchemaSubject] {
    guard let subject else { return SchemaSubject.allCases }
    guard let found = SchemaSubject(subject) else {
      let names = SchemaSubject.allCases.map(\.name)
      throw ValidationError("'\(subject)' is none of \(names.joined(separator: ", "))")
    }
    return [found]
  }
}
