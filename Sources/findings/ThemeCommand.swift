import ArgumentParser
import Diagnostics
import Publisher
import Site

/// `findings theme`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "See and override the files of the built-in theme.",
    discussion: """
      A file in the templates folder takes the place of the built-in one of the same name. What copy \
      writes keeps its original in templates/.built-in, which belongs into version control: by it diff \
      tells what the site changes from what the theme changed since.
      """,
    subcommands: [List.self, Show.self, Copy.self, Diff.self, Accept.self])

  /// `findings theme list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the files of the theme, each with how the site's own stands to it.")

    @OptionGroup var project: ProjectOptions

    func run() throws {
      let request = try project.request()
      try reportingEnvironment {
        let overrides = try ThemeOverride.all(of: request)
        let states = Dictionary(overrides.map { ($0.name, $0.state) }) { first, _ in first }
        let names = Set(ThemeFile.builtIn.map(\.path)).union(states.keys)
          .sorted { $0.precedesByBytes($1) }
        let width = names.map(\.count).max() ?? 0
        for name in names {
          let padding = String(repeating: " ", count: width + 2 - name.count)
          Console.put(name + padding + (states[name].map(\.words) ?? "built-in") + "\n")
        }
      }
    }
  }

  /// `findings theme show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a file of the built-in theme on standard output.")

    @Argument(help: "The file, like layout.mustache.")
    var name: String

    func run() throws {
      Console.put(try ThemeCommand.builtIn(name).bytes)
    }
  }

  /// `findings theme copy`.
  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy files of the built-in theme into the templates folder, to be changed there.")

    @OptionGroup var project: ProjectOptions
    @Argument(help: "The files, like layout.mustache.")
    var names: [String]

    func run() throws {
      let files = try names.map(ThemeCommand.builtIn)
      let request = try project.request()
      try reportingEnvironment {
        for file in files {
          try ThemeOverride.copy(file, to: request)
          Console.put("\(request.templates)/\(file.path)\n")
        }
      }
    }
  }

  /// `findings theme accept`.
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say that what changed in the built-in theme has been looked at.",
      discussion: "The present built-in file is kept as the original of the site's.")

    @OptionGroup var project: ProjectOptions
    @Argument(help: "The files, like layout.mustache.")
    var names: [String]

    func run() throws {
      let request = try project.request()
      try reportingEnvironment {
        let overrides = try ThemeOverride.all(of: request)
        let files = try names.map { name in
          guard overrides.contains(where: { $0.name == name }) else {
            throw ThemeCommand.unknown(
              name, "is not in \(request.templates)", among: overrides.map(\.name))
          }
          return try ThemeCommand.builtIn(name)
        }
        for file in files { try ThemeOverride.keep(file, in: request) }
      }
    }
  }
}

extension ThemeCommand {
  /// The built-in file of a name; an error of usage with a suggestion where there is none.
  static func builtIn(_ name: String) throws -> ThemeFile {
    guard let file = ThemeFile.builtIn.first(where: { $0.path == name }) else {
      throw unknown(
        name, "is not a file of the built-in theme", among: ThemeFile.builtIn.map(\.path))
    }
    return file
  }

  /// The error for a name that is none of those known.
  static func unknown(_ name: String, _ fault: String, among known: [String]) -> ValidationError {
    let nearest = NearMiss.of(name, among: known)
    return ValidationError(
      "'\(name)' \(fault)" + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
  }
}

extension ThemeOverride.State {
  /// The state in a few words, to stand behind the file's name.
  var words: String {
    switch self {
    case .own: "the site's own"
    case .same: "the same as the built-in one"
    case .current: "changed by the site"
    case .outdated: "changed by the site, and in the built-in theme since it was copied"
    case .gone: "changed by the site, and no longer in the built-in theme"
    case .unrecorded: "changed by the site, and copied from a version that is not known"
    }
  }
}
