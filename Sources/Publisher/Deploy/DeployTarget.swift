/// A place where a site is public: a folder, or one that rsync or rclone reaches.
protocol DeployTarget: Sendable {
  /// Copies files of the place into a folder, those that are there.
  func fetch(_ names: [String], to folder: String) throws(EnvironmentError)

  /// Puts files of a folder there, each whole in one step, but for those that are the same.
  func send(
    _ paths: [String], from folder: String, caching: DeployPlan.Caching
  ) throws(EnvironmentError)

  /// Takes files away, as far as they are there.
  func remove(_ paths: [String]) throws(EnvironmentError)
}

/// The place that a name means.
///
/// `rclone:REMOTE:PATH` is reached by rclone, `rsync:PLACE`, `rsync://…` and `HOST:PATH` by rsync; anything else is a
/// folder, relative to `root`.
func deployTarget(_ name: String, root: String) throws(EnvironmentError) -> any DeployTarget {
  if name.hasPrefix("rclone:") {
    return try RcloneTarget(String(name.dropFirst("rclone:".count)))
  }
  let start = name.prefix { $0 != "/" }
  if name.hasPrefix("rsync:"), !name.hasPrefix("rsync://") {
    return try RsyncTarget(String(name.dropFirst("rsync:".count)))
  }
  if start.contains(":") { return try RsyncTarget(name) }
  return FolderTarget(location: name.hasPrefix("/") ? name : "\(root)/\(name)")
}

/// A folder.
struct FolderTarget: DeployTarget {
  let location: String

  func fetch(_ names: [String], to folder: String) throws(EnvironmentError) {
    for name in names where try Disk.status(of: "\(location)/\(name)")?.kind == .file {
      try Disk.put("\(folder)/\(name)", Disk.read("\(location)/\(name)"))
    }
  }

  func send(
    _ paths: [String], from folder: String, caching: DeployPlan.Caching
  ) throws(EnvironmentError) {
    for path in paths {
      let bytes = try Disk.read("\(folder)/\(path)")
      let place = "\(location)/\(path)"
      if let status = try Disk.status(of: place), status.kind == .file,
        try Disk.read(place) == bytes
      {
        try Disk.removeLeftover(of: place)
        continue
      }
      if let above = Disk.parent(of: place) { try Disk.makeFolders(above) }
      try Disk.put(place, bytes)
    }
  }

  func remove(_ paths: [String]) throws(EnvironmentError) {
    for path in paths {
      try Disk.removeFile("\(location)/\(path)")
      try Disk.removeLeftover(of: "\(location)/\(path)")
      var folder = Disk.parent(of: path)
      while let inner = folder, Disk.removeEmptyFolder("\(location)/\(inner)") {
        folder = Disk.parent(of: inner)
      }
    }
  }
}
