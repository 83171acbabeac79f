/// The folder that the new site has taken the place of, on its way out.
///
/// Other programs may have written into it until the moment of the exchange, after what they had there
/// got its second name in the new site, and those that hold the folder open write into it still. All
/// that is not ours therefore goes over to the new site before the folder is removed.
struct FormerOutput {
  /// Where the old folder stands now.
  let location: String
  /// Where the new site is.
  let site: String
  /// What the old site and the new one are made of; such files are never taken over.
  let ours: Set<String>
  /// What of others was given a second name in the new site.
  let carried: [String]

  /// How often it looks again for what was written while it looked.
  private static let patience = 1_000

  /// Takes over what others did in it and removes it.
  ///
  /// What was added or changed replaces what the new site has of it; what was removed meanwhile goes from
  /// the new site, too.
  func clear() throws(EnvironmentError) {
    var seen: Set<String> = []
    let folders = Set(ours.compactMap(Disk.parent))
    for round in 0..<Self.patience {
      try clear("", folders, &seen)
      // A path that is not there was there when it was carried, and somebody has removed it since.
      if round == 0 {
        for path in carried where !seen.contains(path) { try Disk.removeFile("\(site)/\(path)") }
      }
      if Disk.removeEmptyFolder(location) { return }
    }
  }

  private func clear(
    _ prefix: String, _ folders: Set<String>, _ seen: inout Set<String>
  ) throws(EnvironmentError) {
    let folder = prefix.isEmpty ? location : "\(location)/\(prefix.dropLast())"
    for entry in try Disk.entries(of: folder) {
      let path = prefix + entry.name
      let (old, new) = ("\(location)/\(path)", "\(site)/\(path)")
      if entry.kind == .folder {
        // An empty folder of somebody else is something, too.
        if !folders.contains(path) { try Self.make(new, like: old) }
        try clear(path + "/", folders, &seen)
        Disk.removeEmptyFolder(old)
        continue
      }
      seen.insert(path)
      let kept = try Disk.ownStatus(of: new)
      if ours.contains(path) || Manifest.isOwn(path) {
        try Disk.removeFile(old)
      } else if let kept, try Disk.ownStatus(of: old)?.inode == kept.inode {
        try Disk.removeFile(old)
      } else {
        if let parent = Disk.parent(of: new) { try Self.make(parent, like: folder) }
        try Disk.move(old, to: new)
      }
    }
  }

  private static func make(_ folder: String, like old: String) throws(EnvironmentError) {
    guard try Disk.ownStatus(of: folder) == nil else { return }
    try Disk.makeFolders(folder)
    if let status = try Disk.ownStatus(of: old) { _ = try Disk.adopt(status, at: folder) }
  }
}
