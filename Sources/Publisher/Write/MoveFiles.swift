import Site

/// Moves a site into an output folder that cannot be exchanged, file by file.
///
/// Each file changes in one step, the folder as a whole does not. What pages need comes before them,
/// pages before those that lead to them, and what is no longer part of the site goes last, so that
/// a reader who follows a link meanwhile arrives. A build that dies in between leaves a marker, and a
/// list that names the files of both sites, so that the next build knows them all as its own.
struct MoveFiles {
  private let manifest: Manifest
  private let site: String
  private let target: String
  /// What the last build wrote and this one did not.
  private var stale: Set<String>
  private let old: OutputFolder

  init(_ manifest: Manifest, from site: String, to output: OutputFolder) {
    self.manifest = manifest
    self.site = site
    old = output
    target = output.location
    stale = Set(output.manifest?.paths ?? []).subtracting(manifest.paths)
      .filter { OutputPath.problem(of: $0) == nil }
  }

  /// Puts every file in place.
  ///
  /// - Throws: ``EnvironmentError``; as a rule before anything is replaced, for every folder is made and
  ///   tried first.
  mutating func run(waitsForDisk: Bool) throws(EnvironmentError) {
    let both = Manifest(manifest.paths + stale)
    try Disk.create("\(site)/.findings-both", both.bytes)
    try Disk.create("\(site)/\(Manifest.unfinished)", Array(Manifest.unfinishedWords.utf8))
    try makeFolders()
    try Disk.moveAcross("\(site)/\(Manifest.unfinished)", to: "\(target)/\(Manifest.unfinished)")
    try Disk.moveAcross("\(site)/.findings-both", to: "\(target)/\(Manifest.name)")
    for path in Self.inOrder(manifest.paths) { try place(path) }
    for path in stale.sorted() { try removeStale(path) }
    try Disk.moveAcross("\(site)/\(Manifest.name)", to: "\(target)/\(Manifest.name)")
    if waitsForDisk { try Disk.flush(target) }
    try Disk.removeFile("\(target)/\(Manifest.unfinished)")
  }

  /// The order in which a reader misses nothing: assets and downloads, pages from the innermost to the
  /// home page, and then what lists them for machines: feeds, tables, the map of the site, the search.
  static func inOrder(_ paths: [String]) -> [String] {
    func rank(_ path: String) -> Int {
      if path.hasSuffix(".html") { return 1_000 - path.utf8.count { $0 == UInt8(ascii: "/") } }
      if path == "\(SearchIndex.folder)/pagefind-entry.json" { return 2_000 }
      let early = ["assets/", "files/", "\(SearchIndex.folder)/"]
      return early.contains { path.hasPrefix($0) } ? 0 : 2_000
    }
    return paths.map { (rank: rank($0), path: $0) }
      .sorted { ($0.rank, $0.path) < ($1.rank, $1.path) }.map(\.path)
  }

  /// Makes the folders that are missing and tries those that are there, before anything changes; if one
  /// cannot be used, those that were made go again.
  private func makeFolders() throws(EnvironmentError) {
    var made: [String] = []
    var isUsable: [String: Bool] = [:]
    do throws(EnvironmentError) {
      try Disk.tryWriting(in: target)
      for path in manifest.paths + stale {
        for folder in Self.folders(above: path).reversed() {
          if isUsable[folder] == nil {
            isUsable[folder] = try makeFolder(folder, isNeeded: !stale.contains(path), &made)
          }
          guard isUsable[folder] == true else { break }
        }
      }
    } catch {
      for folder in made.reversed() { Disk.removeEmptyFolder(folder) }
      throw error.shown(as: old.shown + error.path.dropFirst(target.count))
    }
  }

  /// Whether the folder is there now; not where a file is in its way, which goes when its turn comes.
  private func makeFolder(
    _ folder: String, isNeeded: Bool, _ made: inout [String]
  ) throws(EnvironmentError) -> Bool {
    let place = "\(target)/\(folder)"
    if let status = try Disk.ownStatus(of: place) {
      guard status.kind == .folder else { return false }
      try Disk.tryWriting(in: place)
      return true
    }
    guard isNeeded else { return false }
    try Disk.makeFolder(place)
    made.append(place)
    return true
  }

  private mutating func place(_ path: String) throws(EnvironmentError) {
    let folders = Self.folders(above: path)
    for folder in folders.reversed() where stale.contains(folder) {
      try removeStale(folder)
      stale.remove(folder)
    }
    if let folder = folders.first { try Disk.makeFolders("\(target)/\(folder)") }
    if try Disk.ownStatus(of: "\(target)/\(path)")?.kind == .folder {
      for inner in stale.filter({ $0.hasPrefix(path + "/") }) {
        try removeStale(inner)
        stale.remove(inner)
      }
    }
    if try !isThere(path) { try Disk.moveAcross("\(site)/\(path)", to: "\(target)/\(path)") }
  }

  /// Whether the file that stands at a path already has the same bytes; it is left alone then.
  private func isThere(_ path: String) throws(EnvironmentError) -> Bool {
    let (old, new) = ("\(target)/\(path)", "\(site)/\(path)")
    guard let there = try Disk.ownStatus(of: old), there.kind == .file,
      let made = try Disk.ownStatus(of: new), made.size == there.size
    else { return false }
    if made.isSame(as: there) { return true }
    return try Disk.read(old) == Disk.read(new)
  }

  /// Removes a file of an earlier build and the folders that are empty without it.
  ///
  /// A folder on the way that became a link is left alone with all that it leads to.
  private func removeStale(_ path: String) throws(EnvironmentError) {
    let folders = Self.folders(above: path)
    for folder in folders.reversed() {
      guard try Disk.ownStatus(of: "\(target)/\(folder)")?.kind == .folder else { return }
    }
    try Disk.removeFile("\(target)/\(path)")
    for folder in folders where !Disk.removeEmptyFolder("\(target)/\(folder)") { return }
  }

  /// The folders above a path, the nearest first.
  private static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var folder = path
    while let parent = Disk.parent(of: folder) {
      folders.append(parent)
      folder = parent
    }
    return folders
  }
}
