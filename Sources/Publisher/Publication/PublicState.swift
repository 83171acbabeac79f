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
      content.root = place
      if isThere("\(place)/site.yml") {
        // A folder of records, in the folder of its project.
        let names = place.split(separator: "/")
        content.content = names.last.map(String.init) ?? "."
        content.root =
          (place.hasPrefix("/") ? "/" : "./") + names.dropLast().joined(separator: "/")
      }
      return try await read(content: content, shown: name)
    }
    return try await atRevision(name, of: request, help: Self.help) {
      former throws(EnvironmentError) in
      try await read(content: former, shown: name)
    }
  }

  private static let help =
    "name a site, its manifest.json, a folder of content or a revision of git"

  private static func isThere(_ path: String) -> Bool { (try? Disk.status(of: path)) ?? nil != nil }

  private static func read(
    content request: BuildRequest, shown name: String
  ) async throws(EnvironmentError) -> PublicState {
    guard let loaded = try await loadLinkedRecords(request, entries: .full) else {
      throw EnvironmentError(
        name, "has no site.yml that can be read",
        help: Self.help)
    }
    return PublicState(
      records: await loaded.entries.records(of: loaded.linked.register, workers: request.workers),
      files: nil)
  }
}
