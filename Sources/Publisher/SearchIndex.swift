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

  /// The script of the index, with which the search page begins.
  static let entry = "\(folder)/pagefind.js"

  /// How long Pagefind may take; measured, 10,000 pages take it less than a minute.
  static let limit: Duration = .seconds(900)

  /// The program that makes the index, as far as one is asked for.
  ///
  /// - Throws: ``EnvironmentError`` where the index is required and Pagefind is not installed.
  static func program(
    for indexing: SearchIndexing, on folders: [String] = HelperProgram.searchPath
  ) throws(EnvironmentError) -> HelperProgram? {
    guard indexing != .off else { return nil }
    if let program = try installed(on: folders) { return program }
    guard indexing == .required else { return nil }
    throw EnvironmentError(
      "pagefind", "is not installed, and the build requires the search index",
      help:
        "install it with 'pip install pagefind[extended]' in a virtual environment of Python, "
        + "or build with '--search off'")
  }

  /// Indexes the pages of a staged site.
  ///
  /// - Returns: the paths of the files that were made; nil where no `program` is to make any.
  /// - Throws: ``EnvironmentError`` where it fails.
  static func make(
    in site: String, by program: HelperProgram?, limit: Duration = limit
  ) throws(EnvironmentError) -> [String]? {
    guard let program else { return nil }
    let ending = try program.run(
      ["--site", Disk.realPath(site), "--output-subdir", folder], limit: limit)
    switch ending {
    case .success: break
    case .failure(let words): throw failure(program, "ended without an index: \(words)")
    case .timeout: throw failure(program, "was still at work after \(limit) and was ended")
    }
    // Some programs end as if all were well and have done nothing.
    guard try Disk.status(of: "\(site)/\(entry)")?.kind == .file else {
      throw failure(program, "ended without an index: it wrote no \(entry)")
    }
    for name in unused { try Disk.removeFile("\(site)/\(folder)/\(name)") }
    return try files(below: "\(site)/\(folder)", as: folder)
  }

  /// Pagefind's own pages and scripts, which ours does without; absent in some versions.
  private static let unused =
    ["ui", "modular-ui", "component-ui"].flatMap {
      ["pagefind-\($0).js", "pagefind-\($0).css"]
    } + ["pagefind-highlight.js"]

  private static func failure(_ program: HelperProgram, _ reason: String) -> EnvironmentError {
    EnvironmentError(
      program.path, reason, help: "build with '--search off', or mend the installation")
  }

  /// Pagefind as it is installed here: under its own name, or as a module of Python.
  private static func installed(
    on folders: [String]
  ) throws(EnvironmentError) -> HelperProgram? {
    var python = HelperProgram.find("python3", on: folders)
    python?.words = ["-m", "pagefind"]
    for program in [HelperProgram.find("pagefind", on: folders), python].compactMap({ $0 })
    where try program.run(["--version"], limit: .seconds(60)) == .success {
      return program
    }
    return nil
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
