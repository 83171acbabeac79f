import Foundation
import PackagePlugin

/// Puts what the program brings along into the module that draws the site: the shipped theme, the workflows
/// of code hosts and the settings of an editor.
@main
struct EmbedThemePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    try [
      ("templates", "BuiltInTheme"), ("docs/workflows", "BuiltInWorkflows"),
      (".vscode", "BuiltInEditorSettings"),
    ].map { path, type in
      let folder = context.package.directoryURL.appending(path: path)
      let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return .buildCommand(
        displayName: "Embedding \(path)",
        executable: try context.tool(named: "embed-theme").url,
        arguments: [folder.path, output.path, type],
        inputFiles: names.sorted().map { folder.appending(path: $0) }, outputFiles: [output])
    }
  }
}
