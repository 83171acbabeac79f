/// The folder a site is published in, as it was found before anything was written.
struct OutputFolder: Sendable {
  /// The folder as the user named it, for messages.
  let shown: String
  /// The folder itself, all links followed, so that a link to it stays one.
  let location: String
  /// The folder above it.
  let parent: String
  /// What the last build wrote into it, or nil where it is missing or no build wrote into it.
  let manifest: Manifest?
  /// What is there, or nil where nothing is.
  let status: Disk.Status?
  /// Whether a build was ended while it put files in place one by one.
  let isUnfinished: Bool

  /// Looks at a folder and refuses one that is not ours to replace.
  ///
  /// Ours is a folder that a build wrote, one that is missing, and one that holds nothing but
  /// hidden files such as `.gitignore`. Folders above a missing one are made.
  static func inspect(_ path: String) throws(EnvironmentError) -> OutputFolder {
    var shown = path
    while shown.count > 1, shown.hasSuffix("/") { shown.removeLast() }
    guard let status = try Disk.status(of: shown) else { return try missing(shown) }
    guard status.kind == .folder else { throw EnvironmentError(shown, "is not a folder") }
    let location = try Disk.realPath(shown)
    guard let parent = Disk.parent(of: location) ?? (location == "/" ? nil : "/") else {
      throw EnvironmentError(shown, "is the root of the file system")
    }
    let manifest = try Manifest.read(in: location)
    if manifest == nil,
      let stranger = try Disk.entries(of: location).first(where: { !$0.name.hasPrefix(".") })
    {
      throw EnvironmentError(
        shown, "holds '\(stranger.name)' and other files that no build wrote",
        help: "empty the folder, or choose another with --output")
    }
    return OutputFolder(
      shown: shown, location: location, parent: parent, manifest: manifest, status: status,
      isUnfinished: try Disk.ownStatus(of: "\(location)/\(Manifest.unfinished)") != nil)
  }

  private static func missing(_ shown: String) throws(EnvironmentError) -> OutputFolder {
    guard try Disk.ownStatus(of: shown) == nil else {
      throw EnvironmentError(shown, "is a link that leads nowhere", help: "remove the link")
    }
    let name = shown.split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else {
      throw EnvironmentError(shown, "is not the name of a folder")
    }
    let above = Disk.parent(of: shown) ?? (shown.hasPrefix("/") ? "/" : ".")
    try Disk.makeFolders(above)
    let parent = try Disk.realPath(above)
    return OutputFolder(
      shown: shown, location: parent == "/" ? "/\(name)" : "\(parent)/\(name)", parent: parent,
      manifest: nil, status: nil, isUnfinished: false)
  }

  /// Refuses an output that is in a folder the site is made from, or that holds one: the next build
  /// would read its own pages, and this one remove its sources.
  func keepApart(from folder: String, shown folderShown: String) throws(EnvironmentError) {
    guard let input = try Disk.status(of: folder) else { return }
    if try Self.line(to: status == nil ? parent : location).contains(where: { $0.isSame(as: input) }
    ) {
      throw EnvironmentError(
        shown, "lies in the folder '\(folderShown)', which the site is made from",
        help: "choose another with --output")
    }
    guard let status else { return }
    if try Self.line(to: Disk.realPath(folder)).contains(where: { $0.isSame(as: status) }) {
      throw EnvironmentError(
        shown, "holds the folder '\(folderShown)', which the site is made from",
        help: "choose another with --output")
    }
  }

  /// What is at a path, all links followed, and at every folder above it.
  private static func line(to path: String) throws(EnvironmentError) -> [Disk.Status] {
    var line: [Disk.Status] = []
    var place: String? = path
    while let folder = place {
      if let status = try Disk.status(of: folder) { line.append(status) }
      place = Disk.parent(of: folder) ?? (folder == "/" ? nil : "/")
    }
    return line
  }

  /// The name without the folders above it.
  var name: String { String(location.split(separator: "/").last ?? "") }
}
