import ArgumentParser
import Diagnostics
import Publisher
import Site

/// `findings fix`.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Apply the replacements that diagnostics are sure of, and nothing else.",
    discussion: "Run findings check before and after; look at the change before you publish it.")

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    let request = try project.request()
    try await reportingEnvironment {
      let diagnostics = try await checkSite(request)
      // A folder that is no site has nothing in it to put right.
      let absence = diagnostics.filter(\.isMissingSite)
      guard absence.isEmpty else {
        Console(format: .terminal, root: project.root).print(absence)
        Console.exit(after: absence, strict: false)
      }
      let files = Set(diagnostics.filter { $0.fix != nil }.map(\.primary.span.file)).sorted()
      var changed = 0
      for file in files where !file.isBuiltIn {
        let path = file.path.hasPrefix("/") ? file.path : "\(request.root)/\(file.path)"
        let source = SourceText(file: file, bytes: try Disk.read(path))
        let fixed = applyFixes(diagnostics, to: source)
        guard fixed != source.bytes else { continue }
        try Disk.put(path, fixed)
        Console.put(file.path + "\n")
        changed += 1
      }
      Console.say("findings: changed \(changed) \(changed == 1 ? "file" : "files")")
    }
  }
}
