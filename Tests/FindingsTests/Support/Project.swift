import Diagnostics
import Foundation
import Inspections
import TestSupport
import Publisher

/// A copy of a site in a folder of its own, to be changed and built.
struct Project {
  let folder: TemporaryFolder

  /// A copy of the register that is shipped, with its templates.
  static func shipped() throws -> Project {
    let folder = try TemporaryFolder()
    try folder.copy("\(Repository.root)/content", to: "content")
    try folder.copy("\(Repository.root)/templates", to: "templates")
    return Project(folder: folder)
  }

  /// A copy of a golden site.
  static func golden(
    _ name: String, shuffle: ([String]) -> [String] = { $0 }
  ) throws -> Project {
    let folder = try TemporaryFolder()
    for part in ["content", "templates"] {
      try folder.copy("\(Repository.sites)/\(name)/\(part)", to: part, shuffle: shuffle)
    }
    return Project(folder: folder)
  }

  /// A copy of a golden site that has no templates of its own.
  static func content(of name: String) throws -> Project {
    let folder = try TemporaryFolder()
    try folder.copy("\(Repository.sites)/\(name)/content", to: "content")
    return Project(folder: folder)
  }

  /// The build that every test starts from.
  func request() -> BuildRequest {
    BuildRequest(root: folder.path, now: .instant(Repository.now), workers: 2)
  }

  /// What a person sees on a terminal without colours.
  func terminal(_ diagnostics: [Diagnostic]) -> String {
    text(diagnostics, as: .terminal)
  }

  /// What the program writes on standard output.
  func text(_ diagnostics: [Diagnostic], as format: DiagnosticFormat) -> String {
    String(
      decoding: render(
        diagnostics, as: format, sources: { shownSource(of: $0, root: folder.path) },
        catalogue: Catalogue.checks, colour: false),
      as: UTF8.self)
  }

  /// Replaces a text that occurs once in a file.
  func edit(_ path: String, _ text: String, _ replacement: String) throws {
    let source = folder.text(path) ?? ""
    guard source.components(separatedBy: text).count == 2 else {
      throw NotOnce(path: path, text: text)
    }
    try folder.write(path, source.replacingOccurrences(of: text, with: replacement))
  }
}

/// A text that a test wanted to replace and that is not there, or is there more than once.
struct NotOnce: Error, CustomStringConvertible {
  let path: String
  let text: String

  var description: String { "'\(text)' does not occur just once in \(path)" }
}

extension Project {
  /// Builds into memory and hands back every file; a failed build has none.
  func built(_ request: BuildRequest? = nil) async throws -> BuiltSite {
    BuiltSite(files: try await renderSite(request ?? self.request()).files ?? [:])
  }
}
