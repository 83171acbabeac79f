import ArgumentParser
import Publisher

/// `findings verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold a site against the list of what it publishes.",
    discussion: """
      Every file that manifest.json lists must be there with the bytes that it had. A mirror is held \
      against the list that it carries; with --signers and --identity it must also be signed.
      """)

  @Argument(help: "The folder of a site, or the address where it is public.")
  var site: String
  @Option(help: "A file of those who may sign, in the form that ssh-keygen calls allowed signers.")
  var signers: String?
  @Option(help: "Who of them must have signed.")
  var identity: String?
  @Flag(help: "Fail where there are files that the list does not name, too.")
  var strict = false

  func validate() throws {
    guard (signers == nil) == (identity == nil) else {
      throw ValidationError("--signers and --identity belong together.")
    }
  }

  func run() async throws {
    try await reportingEnvironment {
      if let signers, let identity {
        if let words = try Signature.refusal(of: site, signers: signers, identity: identity) {
          Console.say("findings: '\(site)' is not signed by \(identity): \(words)")
          throw ExitCode(1)
        }
        Console.say("findings: signed by \(identity)")
      }
      let found = try await verifySite(site)
      for path in found.missing { Console.put("missing: \(path)\n") }
      for path in found.different { Console.put("different: \(path)\n") }
      for path in found.unlisted { Console.put("unlisted: \(path)\n") }
      let faults = found.missing.count + found.different.count
      Console.say(
        faults == 0
          ? "findings: all \(found.listed) files are as they were built for \(found.head.built)"
          : "findings: \(faults) of \(found.listed) files are not as they were built")
      guard found.isWhole, !strict || found.unlisted.isEmpty else { throw ExitCode(1) }
    }
  }
}
