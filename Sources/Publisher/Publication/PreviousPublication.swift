import Diagnostics
import Inspections

/// What readers could see before: the publication that the next one is held against.
struct PreviousPublication: Sendable {
  /// What its list says.
  let site: PublishedSite
  /// The digest of the list.
  let digest: SHA256
  /// The folder that it lies in, where it is a folder or a list in one.
  let folder: String?

  /// What the command line names, else what `site.yml` names; nil where nothing is, or `none`.
  static func named(for request: BuildRequest, _ site: SiteSettings) -> String? {
    let name = request.previous ?? site.publication.previous
    return name == "none" ? nil : name
  }

  /// Reads what is named; nil where nothing is.
  ///
  /// - Throws: ``EnvironmentError`` where it cannot be read.
  static func read(
    for request: BuildRequest, _ site: SiteSettings
  ) async throws(EnvironmentError) -> PreviousPublication? {
    guard let named = named(for: request, site) else { return nil }
    let isOutside = named.hasPrefix("http://") || named.hasPrefix("https://")
    do throws(EnvironmentError) {
      return try await read(
        isOutside ? named : request.location(of: named), shown: named, workers: request.workers)
    } catch {
      throw EnvironmentError(
        error.path, error.reason,
        help: error.help ?? "for the first publication of a register say '--previous none'")
    }
  }

  /// Reads the list of a site's folder, of a file, or at the address of a site or of the list itself.
  ///
  /// - Throws: ``EnvironmentError`` where it cannot be read.
  static func read(
    _ place: String, shown: String, workers: Int
  ) async throws(EnvironmentError) -> PreviousPublication {
    let name = PublishedSite.name
    var folder: String?
    let bytes: [UInt8]
    if place.hasPrefix("http://") || place.hasPrefix("https://") {
      let address =
        place.hasSuffix("/") ? place + name : place.hasSuffix(".json") ? place : "\(place)/\(name)"
      bytes = try WebFetch().bytes(at: address)
    } else if try Disk.status(of: place)?.kind == .folder {
      folder = place
      bytes = try Disk.read("\(place)/\(name)")
    } else {
      folder = Disk.parent(of: place)
      bytes = try Disk.read(place)
    }
    return PreviousPublication(
      site: try await PublishedSite.read(bytes, shown: shown, workers: workers),
      digest: SHA256(of: bytes), folder: folder)
  }
}
