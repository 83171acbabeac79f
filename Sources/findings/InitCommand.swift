public import ArgumentParser
import Diagnostics
import Inspections
import Publisher
public import Site

/// `findings init`.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a register: a small one that builds at once, to be changed into your own.",
    discussion: """
      Asks on a terminal for what the options do not say. The report and the visit that it writes are \
      made up and say so; findings build and findings check --strict pass in it as it is. Nothing is \
      overwritten.
      """)

  @Argument(help: "The folder of the new project; it is made where it is missing.")
  var folder: String
  @Option(help: "What the site is called.")
  var title: String?
  @Option(help: "Where it will be, like https://example.org/register/.")
  var address: String?
  @Option(help: "The language of its pages, a tag of English like en or en-GB.")
  var language: String?
  @Option(help: "Who inspects.")
  var inspectorate: String?
  @Option(help: "Who is inspected.")
  var body: String?
  @Option(
    help:
      "The grades from best to worst with commas between, like 'Good, Fair, Poor'; none for no grades."
  )
  var scale: String?
  @Option(help: "The first area: what is inspected, like a region; none for a register without.")
  var area: String?
  @Option(help: "Whose workflow is written: github, gitlab or none.")
  var host: CodeHost?

  func run() async throws {
    let asked = Questions(isAsking: Disk.isInputTyped && Disk.isTerminal(.error))
    let register = FirstRegister(
      title: try asked.answer("title", title, "What is the register called?", "Example register"),
      address: try asked.answer(
        "address", address, "Where will it be?", "https://register.example.org/"),
      language: try asked.answer("language", language, "In which English?", "en-GB"),
      inspectorate: try asked.answer(
        "inspectorate", inspectorate, "Who inspects?", "The Example Inspectorate"),
      body: try asked.answer("body", body, "Who is inspected?", "Example Services"),
      scale: Self.names(
        try asked.answer(
          "scale", scale, "Which grades, from best to worst (none for no grades)?",
          "Good, Fair, Poor")),
      area: Self.name(
        try asked.answer(
          "area", area, "What is inspected first (none for no areas)?", "Example Area")),
      today: try Self.today)
    if let (answer, fault) = register.fault() { throw ValidationError("'\(answer)' \(fault).") }
    let answer = try asked.answer(
      "host", host?.rawValue, "Which host: github, gitlab or none?", "none")
    guard let host = CodeHost(rawValue: answer) else {
      throw ValidationError("'\(answer)' is none of github, gitlab and none.")
    }
    try reportingEnvironment { try write(StarterFiles(register, at: host)) }
    asked.tellDefaults()
    for (name, path) in register.shortenedIDs {
      Console.say(
        "findings: '\(name)' has letters beyond a to z and their accents; its file, and so its address, is "
          + "'\(path)': rename it now if it should be another, with what names it")
    }
    say(next: host)
  }

  /// Writes the files, and none of them where one is there already.
  private func write(_ starter: StarterFiles) throws(EnvironmentError) {
    for file in starter.files where try Disk.status(of: "\(folder)/\(file.path)") != nil {
      throw EnvironmentError(
        "\(folder)/\(file.path)", "exists", help: "name a folder without a register")
    }
    for file in starter.files {
      try Disk.createWithFolders("\(folder)/\(file.path)", file.bytes)
      Console.put("\(folder)/\(file.path)\n")
    }
  }

  private func say(next host: CodeHost) {
    Console.say("findings: 'findings preview' in \(folder) shows the register")
    switch host {
    case .none: break
    case .github, .gitlab:
      Console.say(
        "findings: the workflow takes the released program by its checksum; put in its address and "
          + "checksum where the file says so")
    }
  }

  /// What was answered; nil where that is `none`.
  private static func name(_ answer: String) -> String? {
    answer.lowercased() == "none" ? nil : answer
  }

  /// The names of a list with commas; none where the answer is `none`.
  private static func names(_ answer: String) -> [String] {
    (name(answer) ?? "").split(separator: ",").map { String($0.trimmed) }
  }

  private static var today: Day {
    get throws { Moment(try ProjectOptions.now(), in: nil).day }
  }
}

extension CodeHost: ExpressibleByArgument {}

/// What is asked of a person at a terminal, and what stands where nobody is asked.
private final class Questions {
  let isAsking: Bool
  private var defaults: [(fact: String, value: String)] = []

  init(isAsking: Bool) { self.isAsking = isAsking }

  /// The option for a fact where it was given, else the answer to the question, else what an example has.
  func answer(_ fact: String, _ given: String?, _ question: String, _ example: String) throws
    -> String
  {
    if let given { return given }
    if isAsking {
      Console.say("\(question) [\(example)]")
      guard let line = readLine() else { throw ExitCode(64) }
      let words = String(line[...].trimmed)
      if !words.isEmpty { return words }
    }
    defaults.append((fact, example))
    return example
  }

  /// Says which facts are the example's and nobody's.
  func tellDefaults() {
    guard !defaults.isEmpty else { return }
    let facts = defaults.map { "\($0.fact) '\($0.value)'" }.joined(separator: ", ")
    Console.say("findings: made up, for you did not say: \(facts)")
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
