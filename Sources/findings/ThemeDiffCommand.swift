import ArgumentParser
import Diagnostics
import Publisher

extension ThemeCommand {
  /// `findings theme diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what the site changes in the theme, and what changed in the theme since.",
      discussion: """
        Both are unified diffs. With --exit-code the command ends with 1 where the theme changed and \
        nobody has accepted that yet.
        """)

    @OptionGroup var project: ProjectOptions
    @Argument(help: "Files to compare, like layout.mustache; all that the site has when absent.")
    var names: [String] = []
    @Flag(help: "As JSON.")
    var json = false
    @Flag(help: "End with 1 where a file of the theme has changed since it was copied.")
    var exitCode = false

    func run() throws {
      let request = try project.request()
      try reportingEnvironment {
        let all = try ThemeOverride.all(of: request)
        for name in names where !all.contains(where: { $0.name == name }) {
          throw ThemeCommand.unknown(name, "is not in \(request.templates)", among: all.map(\.name))
        }
        let chosen = all.filter { names.isEmpty || names.contains($0.name) }
        let output = json ? Self.json(chosen) : Array(chosen.map(Self.text).joined().utf8)
        Console.put(output)
        let isOutdated = chosen.contains { $0.state == .outdated || $0.state == .gone }
        if exitCode, isOutdated { throw ExitCode(1) }
      }
    }

    private static func text(of override: ThemeOverride) -> String {
      var text = "\(override.file.path): \(override.state.words)\n"
      switch override.state {
      case .own, .same, .gone: break
      case .current, .unrecorded: text += override.siteChanges
      case .outdated:
        text += "\nWhat the site changes:\n\(override.siteChanges)"
        text += "\nWhat has changed in the built-in theme:\n\(override.themeChanges)"
      }
      return text + "\n"
    }

    private static func json(_ overrides: [ThemeOverride]) -> [UInt8] {
      OrderedJSON.object([
        ("version", .number(1)),
        (
          "files",
          .array(
            overrides.map { override in
              .object([
                ("file", .string(override.file.path)), ("name", .string(override.name)),
                ("state", .string(override.state.rawValue)),
                ("siteChanges", .string(override.siteChanges)),
                ("themeChanges", .string(override.themeChanges)),
              ])
            })
        ),
      ]).encoded()
    }
  }
}
