import Foundation

/// Whether a build makes the index that the search page asks.
public enum SearchIndexing: String, Sendable, CaseIterable {
  /// Makes it, and refuses to build without the program that does.
  case required
  /// Makes it where the program is installed.
  case auto
  /// Leaves it out; the search page then says so and offers the complete lists.
  case off
}

/// The index for full-text search, made by Pagefind from the finished pages.
///
/// Pagefind 1.5 writes its filters in an order of their own in every run, so the index is the one
/// part of a site that may differ between two builds of one input.
///
/// Source: Pagefind, which is installed from PyPI (`pagefind[extended]`), npm or as one binary.
enum SearchIndex {
  /// The folder of the index in the site.
  static let folder = "pagefind"

  /// Indexes the pages of a staged site.
  ///
  /// - Returns: the paths of the files that were made; nil where none were asked for, or where
  ///   Pagefind is not installed and the index is not required.
  /// - Throws: ``EnvironmentError`` where it is required and missing, and where it fails.
  static func make(
    in site: String, _ indexing: SearchIndexing
  ) throws(EnvironmentError) -> [String]? {
    guard indexing != .off else { return nil }
    guard let command = installedCommand() else {
      guard indexing == .required else { return nil }
      throw EnvironmentError(
        "pagefind", "is not installed, and the build requires the search index",
        help: "install it with 'pip install pagefind[extended]', or build with '--search off'")
    }
    let result = run(command + ["--site", site, "--output-subdir", folder])
    guard result.isSuccess else {
      throw EnvironmentError(
        "pagefind", "ended without an index: \(result.lastLine)",
        help: "build with '--search off', or mend the installation")
    }
    for name in unused { try Disk.removeFile("\(site)/\(folder)/\(name)") }
    return try files(below: "\(site)/\(folder)", as: folder)
  }

  /// Pagefind's own pages and scripts, which ours does without; absent in some versions.
  private static let unused =
    ["ui", "modular-ui", "component-ui"].flatMap {
      ["pagefind-\($0).js", "pagefind-\($0).css"]
    } + ["pagefind-highlight.js"]

  /// How Pagefind is called here: by its own name, or as a module of Python.
  private static func installedCommand() -> [String]? {
    [["pagefind"], ["python3", "-m", "pagefind"]].first { run($0 + ["--version"]).isSuccess }
  }

  private static func files(
    below folder: String, as path: String
  ) throws(EnvironmentError) -> [String] {
    var found: [String] = []
    for entry in try Disk.entries(of: folder) {
      let (place, name) = ("\(folder)/\(entry.name)", "\(path)/\(entry.name)")
      if entry.kind == .folder {
        found += try files(below: place, as: name)
      } else {
        found.append(name)
      }
    }
    return found
  }
}

/// How a program ended.
private struct Ending {
  let isSuccess: Bool
  let output: String

  /// The last thing it said.
  var lastLine: String {
    let lines = output.split(whereSeparator: \.isNewline)
    return lines.last.map(String.init) ?? "it said nothing"
  }
}

/// Runs a program of the search path to its end and keeps what it says.
private func run(_ words: [String]) -> Ending {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = words
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  process.standardInput = FileHandle.nullDevice
  do {
    try process.run()
  } catch {
    return Ending(isSuccess: false, output: "\(error)")
  }
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Ending(
    isSuccess: process.terminationReason == .exit && process.terminationStatus == 0,
    output: String(decoding: output, as: UTF8.self))
}
