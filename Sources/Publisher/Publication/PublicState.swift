import Diagnostics
import Inspections

/// What readers see, or saw, of a register: one side of a comparison.
struct PublicState: Sendable {
  /// The records that they see.
  let records: [PublishedRecord]
  /// The files of a publication; none where the state is content that was not built.
  let files: [PublishedFile]?

  /// Reads a state, however it is named: the folder or the address of a site, its `manifest.json`, a folder of
  /// content or of a project, or a revision that git knows.
  ///
  /// - Throws: ``EnvironmentError`` where it is none of these, or cannot be read.
  static func read(
    _ name: String, for request: BuildRequest
  ) async throws(EnvironmentError) -> PublicState {
    let isOutside = name.hasPrefix("http://") || name.hasPrefix("https://")
    let place = isOutside ? name : request.location(of: name)
    let kind = isOutside ? nil : try Disk.status(of: place)?.kind
    if isOutside || kind == .file || isThere("\(place)/\(PublishedSite.name)") {
      let site = try await PreviousPublication.read(place, shown: name, workers: request.workers)
      return PublicState(records: site.site.records, files: site.site.files)
    }
    var content = request
    if kind == .folder {
      // A folder of records holds `site.yml` itself.
      content.root = isThere("\(place)/site.yml") ? Disk.parent(of: place) ?? "." : place
      if isThere("\(place)/site.yml") { content.content = place }
      return try await read(content: content, shown: name)
    }
    let folder = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(folder) }
    try GitRevision(name, of: request.root).extract(request.content, to: folder)
    content.root = folder
    return try await read(content: content, shown: name)
  }

  private static func isThere(_ path: String) -> Bool { (try? Disk.status(of: path)) ?? nil != nil }

  private static func read(
    content request: BuildRequest, shown name: String
  ) async throws(EnvironmentError) -> PublicState {
    guard let register = try await loadRegister(request) else {
      throw EnvironmentError(
        name, "has no site.yml that can be read",
        help: "name a site, its manifest.json, a folder of content or a revision of git")
    }
    return PublicState(
      records: try await publishedRecords(register, in: request, abridging: false), files: nil)
  }
}

/// A state of a project that git keeps.
struct GitRevision {
  private let name: String
  private let folder: String
  private let program: HelperProgram

  /// A revision by its name, in the repository that a folder is in.
  ///
  /// - Throws: ``EnvironmentError`` where git is not installed.
  init(_ name: String, of folder: String) throws(EnvironmentError) {
    guard let program = HelperProgram.find("git", on: HelperProgram.searchPath) else {
      throw EnvironmentError("git", "is not installed, and knows what '\(name)' is")
    }
    self.name = name
    self.folder = try Disk.realPath(folder)
    self.program = program
  }

  /// Puts a folder of that state below another.
  ///
  /// - Throws: ``EnvironmentError`` where git does not know the revision, or it has no such folder.
  func extract(_ content: String, to target: String) throws(EnvironmentError) {
    guard let tar = HelperProgram.find("tar", on: HelperProgram.searchPath) else {
      throw EnvironmentError("tar", "is not installed, and unpacks what git keeps")
    }
    let archive = "\(target)/archive.tar"
    try program.run(
      [
        "-C", folder, "archive", "--format=tar", "--output=\(archive)", "--end-of-options", name,
        content,
      ],
      limit: .seconds(600)
    ).check(name, "is no folder, no manifest.json and no revision that git can read")
    try tar.run(["-xf", archive, "-C", target], limit: .seconds(600))
      .check(name, "could not be unpacked")
    try Disk.removeFile(archive)
  }
}
