import Diagnostics

/// Files of a site that is public, fetched by curl, which knows of certificates and proxies.
struct WebFetch {
  private let program: HelperProgram

  /// Finds curl.
  ///
  /// - Throws: ``EnvironmentError`` where it is not installed.
  init() throws(EnvironmentError) {
    guard let program = HelperProgram.find("curl", on: HelperProgram.searchPath) else {
      throw EnvironmentError(
        "curl", "is not installed, and fetches what is public",
        help: "install it, or name a folder or a manifest.json in place of an address")
    }
    self.program = program
  }

  /// The bytes at an address.
  ///
  /// - Throws: ``EnvironmentError`` where they cannot be had.
  func bytes(at address: String) throws(EnvironmentError) -> [UInt8] {
    let folder = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(folder) }
    let file = "\(folder)/file"
    let ending = try program.run(
      Self.words + ["--fail", "--output", file, "--", address], limit: .seconds(600))
    switch ending {
    case .success: return try Disk.read(file)
    case .failure(let words): throw EnvironmentError(address, "could not be fetched: \(words)")
    case .timeout: throw EnvironmentError(address, "could not be fetched in ten minutes")
    }
  }

  /// Fetches many files, several at once, each to a path of its own in a folder; those that cannot be had
  /// are left out.
  func fetch(
    _ files: [(address: String, name: String)], into folder: String
  ) throws(EnvironmentError) {
    var lines = ""
    for file in files {
      lines += "url = \(quoted(file.address))\noutput = \(quoted("\(folder)/\(file.name)"))\n"
    }
    let list = "\(folder)/list"
    try Disk.put(list, Array(lines.utf8))
    // What could not be had is seen by its absence.
    _ = try program.run(
      Self.words + ["--fail", "--parallel", "--config", list], limit: .seconds(3_600))
  }

  private static let words = [
    "--disable", "--silent", "--show-error", "--location", "--max-redirs", "5", "--proto",
    "=http,https", "--globoff",
  ]

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
