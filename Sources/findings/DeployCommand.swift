import ArgumentParser
import Publisher

/// `findings deploy`.
struct DeployCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deploy",
    abstract: "Put the built site where it is public.",
    discussion: """
      Only what differs is sent: new assets first, then pages, then lists, feeds and the home page, the list of \
      the publication last; what has gone is taken away at the end. What was cut off goes on where it is \
      started again. The place must have the site that this one was held against.
      """)

  @Argument(
    help: """
      A folder; HOST:PATH, rsync://HOST/MODULE or rsync:PLACE for rsync; rclone:REMOTE:PATH for rclone.
      """)
  var target: String
  @Option(help: "The project's folder; the others are relative to it.")
  var root = "."
  @Option(help: "The folder of the built site.")
  var output = "public"
  @Flag(help: "Say what would be sent and taken away, and do nothing.")
  var dryRun = false
  @Flag(help: "Go from whatever site is there.")
  var replace = false
  @Flag(help: "Take over from a deployment of another build that was cut off.")
  var takeOver = false

  func run() async throws {
    var request = DeployRequest(site: output, target: target, root: root)
    request.replaces = replace
    request.takesOver = takeOver
    let fixed = request
    try await reportingEnvironment {
      try await endingInOrder {
        let deployment = try await Deployment(fixed)
        let plan = deployment.plan
        if dryRun { return Console.put(plan.text) }
        if deployment.isDone {
          return Console.say("findings: \(target) has this publication already")
        }
        if deployment.isResumed { Console.say("findings: going on with what was cut off") }
        try deployment.run { Console.say("findings: \($0)") }
        Console.say(
          "findings: \(plan.count) files sent to \(target), \(plan.removed.count) taken away")
      }
    }
  }
}
