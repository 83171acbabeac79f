import ArgumentParser
import Diagnostics
import Publisher

/// `findings explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a check looks at and why; list all checks without a name.")

  @Argument(help: "The name of a check, like unknown-grade.")
  var check: String?

  func run() throws {
    guard let check else {
      for entry in Catalogue.checks {
        let padding = String(repeating: " ", count: max(1, 28 - entry.name.count))
        print("\(entry.name)\(padding)\(entry.level.rawValue): \(entry.summary)")
      }
      return
    }
    guard let entry = Catalogue.checks.first(where: { $0.name == check }) else {
      let nearest = NearMiss.of(check, among: Catalogue.checks.map(\.name))
      throw ValidationError(
        "'\(check)' is not a check" + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
    }
    print("\(entry.name) (\(entry.group.rawValue), \(entry.level.rawValue))\n")
    print("\(entry.summary)\n\n\(entry.explanation)")
    print(
      entry.canBeWaived ? "\nIt can be waived in the file it concerns." : "\nIt cannot be waived.")
  }
}
