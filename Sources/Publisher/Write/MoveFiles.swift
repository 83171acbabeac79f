import Site

/// Moves a site into an output folder that cannot be exchanged, file by file.
///
/// Each file changes in one step, the folder as a whole does not: whoever looks in between sees
/// pages of both. A build that dies in between leaves a list that names the files of both, so that
/// the next build knows them all as its own.
func moveFiles(
  _ manifest: Manifest, from site: String, to output: OutputFolder
) throws(EnvironmentError) {
  let target = output.location
  let old = output.manifest?.paths ?? []
  let stale = Set(old).subtracting(manifest.paths).sorted()
  let both = "\(site)/.findings-both"
  try Disk.create(both, Manifest(manifest.paths + stale).bytes)
  try Disk.move(both, to: "\(target)/\(Manifest.name)")
  for path in stale where OutputPath.problem(of: path) == nil {
    try removeStale(path, in: target)
  }
  for path in manifest.paths {
    if let folder = Disk.parent(of: path) { try Disk.makeFolders("\(target)/\(folder)") }
    try Disk.move("\(site)/\(path)", to: "\(target)/\(path)")
  }
  try Disk.move("\(site)/\(Manifest.name)", to: "\(target)/\(Manifest.name)")
}

/// Removes a file of an earlier build and the folders that are empty without it.
///
/// A folder on the way that became a link is left alone with all that it leads to.
private func removeStale(_ path: String, in target: String) throws(EnvironmentError) {
  var folders: [String] = []
  var folder = path
  while let parent = Disk.parent(of: folder) {
    folders.append(parent)
    folder = parent
  }
  for folder in folders.reversed() {
    guard try Disk.ownStatus(of: "\(target)/\(folder)")?.kind == .folder else { return }
  }
  try Disk.removeFile("\(target)/\(path)")
  for folder in folders where !Disk.removeEmptyFolder("\(target)/\(folder)") { return }
}
