/// The files in an output folder that no build of ours wrote, such as `CNAME` or `.gitignore`.
struct CarriedFiles: Sendable {
  /// The name of the work folder where it is inside the output.
  static let workName = ".findings-work"

  /// The folders that hold some of the files, or nothing at all, parents first.
  private(set) var folders: [(path: String, status: Disk.Status)] = []
  /// The files and links, relative to the output folder.
  private(set) var files: [String] = []
  /// Whether there is a link anywhere in the output.
  private(set) var hasLinks = false
  /// A folder of another user, who does not let us look into it.
  private(set) var closed: String?

  /// Finds them, and refuses a site that would write over one.
  ///
  /// Complexity: O(n) in the files of the output; one look into each of its folders.
  static func find(
    in output: OutputFolder, conflictingWith site: String
  ) throws(EnvironmentError) -> CarriedFiles {
    guard output.status != nil else { return CarriedFiles() }
    let ours = Set(output.manifest?.paths ?? [])
    var carried = CarriedFiles()
    try carried.walk(output.location, "", ours)
    for path in carried.files where try Disk.ownStatus(of: "\(site)/\(path)") != nil {
      throw conflict(output, path)
    }
    for (path, _) in carried.folders {
      guard let status = try Disk.ownStatus(of: "\(site)/\(path)") else { continue }
      guard status.kind == .folder else { throw conflict(output, path) }
    }
    return carried
  }

  private mutating func walk(
    _ folder: String, _ prefix: String, _ ours: Set<String>
  ) throws(EnvironmentError) {
    let (filesBefore, foldersBefore) = (files.count, folders.count)
    if !prefix.isEmpty, !Disk.isReadable(folder) {
      closed = folder
      return
    }
    let entries = try Disk.entries(of: folder)
    for entry in entries {
      let path = prefix + entry.name
      if entry.kind == .link { hasLinks = true }
      if entry.kind == .folder {
        if path != Self.workName { try walk("\(folder)/\(entry.name)", path + "/", ours) }
      } else if !ours.contains(path), !Manifest.isOwn(path) {
        files.append(path)
      }
    }
    // Folders that hold only files of ours come and go with them.
    guard !prefix.isEmpty,
      entries.isEmpty || files.count > filesBefore || folders.count > foldersBefore,
      let status = try Disk.ownStatus(of: folder)
    else { return }
    folders.insert((String(prefix.dropLast()), status), at: foldersBefore)
  }

  /// Gives every one of them a second name in the new site, where the folders are made as needed.
  ///
  /// - Returns: what is another user's and cannot be kept as it is, or nil where all is.
  func carry(from output: String, to site: String) throws(EnvironmentError) -> Obstacle? {
    if let closed { return .owner(closed) }
    for (path, status) in folders where try Disk.ownStatus(of: "\(site)/\(path)") == nil {
      try Disk.makeFolder("\(site)/\(path)")
      guard try Disk.adopt(status, at: "\(site)/\(path)") else { return .owner(path) }
      // Write permission for ourselves while the folder is being filled.
      try Disk.setPermissions("\(site)/\(path)", status.permissions | 0o700)
    }
    for path in files {
      guard try Disk.duplicate("\(output)/\(path)", to: "\(site)/\(path)") else {
        return .owner(path)
      }
    }
    for (path, status) in folders {
      guard try Disk.adopt(status, at: "\(site)/\(path)") else { return .owner(path) }
    }
    return nil
  }

  private static func conflict(_ output: OutputFolder, _ path: String) -> EnvironmentError {
    EnvironmentError(
      "\(output.shown)/\(path)", "was not written by a build, and the site has a page there",
      help: "move the file away")
  }
}
