import Foundation
import PackagePlugin

/// Puts the shipped theme, the folder `templates/`, into the module that draws the site.
@main
struct EmbedThemePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let theme = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTheme.swift")
    let names = try FileManager.default.subpathsOfDirectory(atPath: theme.path)
    return [
      .buildCommand(
        displayName: "Embedding the theme",
        executable: try context.tool(named: "embed-theme").url,
        arguments: [theme.path, output.path],
        inputFiles: names.sorted().map { theme.appending(path: $0) }, outputFiles: [output])
    ]
  }
}
